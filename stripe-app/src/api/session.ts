import { fetchStripeSignature } from '@stripe/ui-extension-sdk/utils'
import { fromResponse, networkProblem, signingProblem } from './problem'

/** Who opened the view, as far as signing in needs it. */
export type Caller = {
  backendUrl: string
  userId: string
  accountId: string
  mode: 'live' | 'test'
  roles: { id: string; name: string; type: 'builtIn' | 'custom' }[]
}

/** A token is renewed this long before it expires, so that no request is sent with a dead one. */
const RENEW_BEFORE_MS = 30_000

/** Milliseconds that the backend has to answer; then the view says that it does not. */
export const TIMEOUT_MS = 20_000

type Token = { value: string; goodUntil: number }

/** 128 random bits. `crypto.randomUUID` needs a secure context, which a sandboxed frame may not have. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

type Extra = Parameters<typeof fetchStripeSignature>[0]

/** Stripe's signature over the extras, the user and the account. @throws ApiProblem when Stripe gives none */
const signatureOver = (extra: Extra): Promise<string> =>
  fetchStripeSignature(extra).catch((cause: unknown) => {
    throw signingProblem(cause)
  })

/** The headers by which Stripe vouches for one request: that this user asks for it, with exactly this body. */
export async function signedHeaders(
  request: Request,
  { backendUrl, mode }: Caller,
): Promise<Record<string, string>> {
  const { pathname, search } = new URL(request.url)
  const base = new URL(backendUrl).pathname.replace(/\/$/, '')
  const nonce = randomKey()
  const action = `${request.method} ${pathname.slice(base.length)}${search}`
  const signature = await signatureOver({ nonce, mode, action, parameters: await request.text() })
  return { 'Desk-Nonce': nonce, 'Stripe-Signature': signature }
}

async function signIn({ backendUrl, userId, accountId, mode, roles }: Caller): Promise<Token> {
  const extra = { nonce: randomKey(), mode, stripe_roles: roles }
  // The signature covers exactly this text: extras first, then user, then account.
  const body = JSON.stringify({ ...extra, user_id: userId, account_id: accountId })
  const signature = await signatureOver(extra)
  const response = await fetch(`${backendUrl}/v1/auth/stripe-app`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => {
    throw networkProblem(backendUrl)
  })
  if (!response.ok) throw await fromResponse(response)
  const token = (await response.json()) as { access_token: string; expires_in: number }
  return { value: token.access_token, goodUntil: Date.now() + token.expires_in * 1000 - RENEW_BEFORE_MS }
}

export type AppSession = {
  /** The current token; a new one when it is old, or when `refused` names the token that the backend refused. */
  token(refused?: string): Promise<string>
}

/** Signs in when first asked, and keeps the token in memory only. Callers at the same time share one sign-in. */
export function createSession(caller: Caller): AppSession {
  let current: Promise<Token> | null = null
  const renew = () => {
    const next = signIn(caller)
    current = next
    next.catch(() => {
      if (current === next) current = null
    })
    return next
  }
  return {
    async token(refused) {
      const known = current ? await current : await renew()
      if (known.value !== refused && Date.now() < known.goodUntil) return known.value
      return (await renew()).value
    },
  }
}
