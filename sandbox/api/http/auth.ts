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

/** A key as messages may show it. */
export function masked(key: string): string {
  if (key.length <= 12) return '*'.repeat(key.length)
  return `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`
}

/** Who asks: the account that a request acts on, and what its key may do there. */
export interface Caller {
  account: Account
  key: string
  /** What a restricted key may do; null for a secret key, which may do everything. */
  permissions: readonly string[] | null
}

/** Finds who asks: the key must be known, and the account that the request names one that exists. */
export function authenticate(engine: Engine, headers: Headers): Caller {
  const key = givenKey(headers)
  if (key === undefined || key === '') {
    throw new StripeProblem({
      status: 401,
      type: 'invalid_request_error',
      message:
        "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    })
  }
  const holder = holderOf(engine, key)
  if (!holder) {
    throw new StripeProblem({
      status: 401,
      type: 'invalid_request_error',
      message: `Invalid API Key provided: ${masked(key)}`,
    })
  }
  return { ...holder, key, account: namedAccount(holder.account, header(headers, 'stripe-account'), key) }
}

function holderOf(engine: Engine, key: string): Omit<Caller, 'key'> | undefined {
  for (const account of [engine.main, engine.live]) {
    if (key === account.secretKey) return { account, permissions: null }
    const restricted = account.store.restrictedKeys.lastWithKey('secret', key)
    if (restricted) return { account, permissions: restricted.permissions }
  }
  return undefined
}

/** The account that a request names; an account can name itself and those that are connected to it. */
export function namedAccount(own: Account, named: string | undefined, key: string): Account {
  const account = named === undefined || named === own.id ? own : own.connected.get(named)
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
