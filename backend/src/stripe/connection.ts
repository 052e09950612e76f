/** One account's line to Stripe: the official client with a key, and the queue that keeps to the account's rate. */
import PQueue from 'p-queue'
import Stripe from 'stripe'

export interface Connection {
  stripe: Stripe
  queue: PQueue
}

/** By which key an account is reached. */
export interface Access {
  secretKey: string
  /** The connected account that a platform's key acts for; null for the key's own. */
  actsFor: string | null
}

export interface ConnectOptions {
  apiBase: URL
  /** Whether the other side limits the rate of requests. */
  limited: boolean
  /** Gets one line for each call; without payloads. */
  debug?: (entry: {
    method: string
    path: string
    status: number
    elapsedMs: number
    requestId: string
  }) => void
}

/** Share of Stripe's published limits that we use: 25 requests a second for a test key, 100 for a live one. */
const REQUESTS_PER_SECOND = { test: 20, live: 80 }

export const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live_/.test(secretKey)

/** Opens lines to Stripe's address; nothing is sent before the first call. */
export function createConnect({ apiBase, limited, debug }: ConnectOptions) {
  return ({ secretKey, actsFor }: Access): Connection => {
    const stripe = new Stripe(secretKey, {
      host: apiBase.hostname,
      port: apiBase.port || (apiBase.protocol === 'https:' ? 443 : 80),
      protocol: apiBase.protocol === 'https:' ? 'https' : 'http',
      timeout: 30_000,
      maxNetworkRetries: 2,
      telemetry: false,
      appInfo: { name: 'Revenue Desk' },
      ...(actsFor === null ? {} : { stripeAccount: actsFor }),
    })
    if (debug)
      stripe.on('response', ({ method, path, status, elapsed, request_id }: Stripe.ResponseEvent) =>
        debug({
          method,
          path: path.split('?')[0] ?? path,
          status,
          elapsedMs: elapsed,
          requestId: request_id,
        }),
      )
    const interval = limited
      ? { intervalCap: REQUESTS_PER_SECOND[isLiveKey(secretKey) ? 'live' : 'test'], interval: 1_000 }
      : {}
    return { stripe, queue: new PQueue({ concurrency: 8, ...interval }) }
  }
}
export type Connect = ReturnType<typeof createConnect>
