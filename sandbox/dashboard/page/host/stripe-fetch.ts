import type { Session } from '../../protocol'
import type { Identity } from '../preview-context'
import { report } from '../report'
import { missingPermission, neededPermissions } from './permissions'

export type StripeRequest = {
  method?: string
  headers?: Record<string, string>
  body?: string | FormData
}

export type StripeAnswer = {
  json: unknown
  arrayBuffer: ArrayBuffer | undefined
  headers: Record<string, string>
  ok: boolean
  redirected: boolean
  status: number
  statusText: string
  type: string
  url: string
}

function ownAnswer(url: string, status: number, json: object): StripeAnswer {
  const ok = status < 400
  const statusText = ok ? 'OK' : 'Error'
  return {
    json,
    arrayBuffer: undefined,
    headers: {},
    ok,
    redirected: false,
    status,
    statusText,
    type: 'basic',
    url,
  }
}

const refusal = (url: string, status: number, code: string, message: string) =>
  ownAnswer(url, status, { error: { type: 'invalid_request_error', code, message } })

/** Asks the stand-in for Stripe through the preview's server, which holds the key. */
export async function stripeFetch(
  session: Session,
  identity: Identity,
  url: string,
  request: StripeRequest = {},
): Promise<StripeAnswer> {
  if (identity.mode !== session.keyMode) {
    return refusal(url, 400, 'mode_mismatch', `The Stripe stand-in holds ${session.keyMode} data only.`)
  }
  const headers = new Headers(request.headers)
  headers.delete('authorization')
  if (identity.account.id !== session.accounts[0]?.id) headers.set('stripe-account', identity.account.id)
  const { method = 'GET', body } = request
  const response = await fetch(`/host/stripe${url}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
  return {
    json: isJson ? ((await response.json()) as unknown) : undefined,
    arrayBuffer: isJson ? undefined : await response.arrayBuffer(),
    headers: Object.fromEntries(response.headers),
    ok: response.ok,
    redirected: response.redirected,
    status: response.status,
    statusText: response.statusText,
    type: response.type,
    url,
  }
}

/** The same for a view: no further than the permissions that the app holds. */
export async function fetchAsApp(
  session: Session,
  identity: Identity,
  url: string,
  request: StripeRequest = {},
): Promise<StripeAnswer> {
  const needed = neededPermissions(request.method ?? 'GET', url)
  if (!needed) {
    report(`no permission is known for ${request.method ?? 'GET'} ${url}`)
    return refusal(
      url,
      501,
      'preview_unknown_route',
      `The preview does not know which permission ${url} needs.`,
    )
  }
  const missing = missingPermission(needed, identity.permissions)
  if (missing) {
    const message = `This application does not have the required permissions for this endpoint on account '${identity.account.id}'. Having the '${missing}' permission would allow this request to continue.`
    return refusal(url, 403, 'more_permissions_required_for_application', message)
  }
  // It exists only inside the Dashboard, so the page answers it itself.
  if (url === '/v1/user/email') return ownAnswer(url, 200, { email: identity.person.email })
  return stripeFetch(session, identity, url, request)
}

/** What a refused request says in words. */
export function messageOf({ json, status }: Pick<StripeAnswer, 'json' | 'status'>): string {
  const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : null
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : null
  if (typeof message === 'string') return message
  return typeof error === 'string' ? error : `The Stripe stand-in answered ${status}.`
}
