import type { Session } from '../../protocol'
import type { Identity } from '../preview-context'

type Init = { method?: string; headers?: Record<string, string>; body?: unknown }

/** `/v1/user/email` exists only inside the Dashboard, so the page answers it itself. */
function ownAnswer(url: string, identity: Identity) {
  if (url !== '/v1/user/email') return null
  return {
    json: { email: identity.person.email },
    arrayBuffer: undefined,
    headers: {},
    ok: true,
    redirected: false,
    status: 200,
    statusText: 'OK',
    type: 'basic',
    url,
  }
}

/** Asks the stand-in for Stripe through the preview's server, which holds the key. */
export async function stripeFetch(session: Session, identity: Identity, url: string, init: Init = {}) {
  const own = ownAnswer(url, identity)
  if (own) return own
  const connected = identity.account.id !== session.accounts[0]?.id
  const headers = new Headers(init.headers)
  headers.delete('authorization')
  if (connected) headers.set('stripe-account', identity.account.id)
  const request: RequestInit = { method: init.method ?? 'GET', headers }
  if (typeof init.body === 'string') request.body = init.body
  const response = await fetch(`/host/stripe${url}`, request)
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
