import type { Engine } from '../engine/engine'
import { API_VERSION } from '../api-version'
import type { Account } from '../store/account'
import { invalid, StripeProblem } from './errors'

export type Headers = Record<string, string | string[] | undefined>

/** One header's value. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

function givenKey(headers: Headers): string | undefined {
  const authorization = header(headers, 'authorization') ?? ''
  const [scheme, value = ''] = authorization.split(' ')
  if (scheme === 'Bearer') return value.trim()
  if (scheme === 'Basic') return Buffer.from(value, 'base64').toString().split(':')[0]
  return undefined
}

function masked(key: string): string {
  if (key.length <= 12) return '*'.repeat(key.length)
  return `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`
}

/** The account that a request acts on: its key must be known, and the account that it names one that exists. */
export function authenticate(engine: Engine, secretKey: string, headers: Headers): Account {
  const key = givenKey(headers)
  if (key === undefined || key === '') {
    throw new StripeProblem({
      status: 401,
      type: 'invalid_request_error',
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    })
  }
  if (key !== secretKey) {
    throw new StripeProblem({
      status: 401,
      type: 'invalid_request_error',
      message: `Invalid API Key provided: ${masked(key)}`,
    })
  }
  const named = header(headers, 'stripe-account')
  if (named === undefined) return engine.main
  const account = engine.accountOf(named)
  if (account) return account
  throw invalid(
    `The provided key '${masked(key)}' does not have access to account '${named}' (or that account does not exist). Application access may have been revoked.`,
    { code: 'account_invalid', status: 403 },
  )
}

/** Refuses any version of the API but the one that the stand-in speaks. */
export function checkVersion(headers: Headers): void {
  const version = header(headers, 'stripe-version')
  if (version === undefined || version === API_VERSION) return
  throw invalid(`Invalid Stripe API version: ${version}. This stand-in speaks ${API_VERSION} only.`)
}
