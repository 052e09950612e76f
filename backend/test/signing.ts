/** Signatures as Stripe makes them, by hand: the code under test must not check itself. */
import { createHmac } from 'node:crypto'

export const WEBHOOK_SECRET = 'whsec_of_the_tests'
export const APP_SECRET = 'absec_of_the_tests'

export const sign = (payload: string, secret: string, at: number): string =>
  `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex')}`

export interface SignedRequest {
  payload: string
  headers: Record<string, string>
}

/** A webhook delivery of `event`, signed at `at` seconds. */
export function signWebhook(event: unknown, at: number, secret = WEBHOOK_SECRET): SignedRequest {
  const payload = typeof event === 'string' ? event : JSON.stringify(event)
  return {
    payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': sign(payload, secret, at) },
  }
}

export interface AppClaims {
  nonce: string
  mode: string
  stripe_roles: { id: string }[]
  user_id: string
  account_id: string
}

/** What a view asks for with a signature. */
export interface AppAction {
  nonce: string
  mode: string
  action: string
  parameters: string
  user_id: string
  account_id: string
}

/** The headers of a signed request of the views, signed at `at` seconds over the action and its parameters. */
export function signAction(asked: AppAction, at: number, secret = APP_SECRET): Record<string, string> {
  const { nonce, mode, action, parameters, user_id, account_id } = asked
  const text = JSON.stringify({ nonce, mode, action, parameters, user_id, account_id })
  return {
    'content-type': 'application/json',
    'desk-nonce': nonce,
    'stripe-signature': sign(text, secret, at),
  }
}

/** A sign-in of the views, signed at `at` seconds over the exact body: extras first, then user and account. */
export function signAppRequest(claims: AppClaims, at: number, secret = APP_SECRET): SignedRequest {
  const { nonce, mode, stripe_roles, user_id, account_id } = claims
  const payload = JSON.stringify({ nonce, mode, stripe_roles, user_id, account_id })
  return {
    payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': sign(payload, secret, at) },
  }
}
