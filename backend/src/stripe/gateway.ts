/** The one way to Stripe: our words in, plain objects out, every failure an AppError, every write with its key. */
import PQueue from 'p-queue'
import qs from 'qs'
import Stripe from 'stripe'
import type { Clock } from '../clock'
import { fromStripeError } from './errors'

/** What can be listed, and what each list is asked to expand. Canceled subscriptions belong to the history. */
const LISTS = {
  products: {},
  prices: { expand: ['data.tiers'] },
  coupons: { expand: ['data.applies_to'] },
  promotion_codes: {},
  customers: {},
  subscriptions: { status: 'all', expand: ['data.discounts.source.coupon', 'data.items.data.discounts'] },
  invoices: { expand: ['data.discounts.source.coupon'] },
  payment_intents: {},
  charges: {},
  refunds: {},
  balance_transactions: {},
} as const satisfies Record<string, Record<string, unknown>>

export type Resource = keyof typeof LISTS
export const RESOURCES = Object.keys(LISTS) as Resource[]

/** A Stripe object as it came, with decimals as strings. */
export interface StripeObject {
  id: string
  object: string
  [field: string]: unknown
}

export interface StripePage {
  data: StripeObject[]
  hasMore: boolean
  /** Stripe's own time of the answer, seconds: what was read includes every event created before it. */
  readAt: number
}

/** As it came over the wire: decimals are strings already. */
interface RawAnswer {
  lastResponse: { headers: Record<string, string> }
  [field: string]: unknown
}

export interface GatewayOptions {
  secretKey: string
  apiBase: URL
  clock: Clock
  /** Requests a second; null where the other side sets no limit. */
  requestsPerSecond: number | null
  /** Gets one line for each call; without payloads. */
  debug?: (entry: {
    method: string
    path: string
    status: number
    elapsedMs: number
    requestId: string
  }) => void
}

export interface WriteOptions {
  /** Derived from our own record of the intent, the same on each retry. */
  idempotencyKey: string
}

/** `Stripe.Decimal`s become strings here, as they are on the wire. */
const plain = (value: unknown): StripeObject => JSON.parse(JSON.stringify(value)) as StripeObject

const PATHS: Record<Resource, string> = Object.fromEntries(
  RESOURCES.map((name) => [name, `/v1/${name}`]),
) as Record<Resource, string>

export function createStripeGateway({ secretKey, apiBase, clock, requestsPerSecond, debug }: GatewayOptions) {
  const stripe = new Stripe(secretKey, {
    host: apiBase.hostname,
    port: apiBase.port || (apiBase.protocol === 'https:' ? 443 : 80),
    protocol: apiBase.protocol === 'https:' ? 'https' : 'http',
    timeout: 30_000,
    maxNetworkRetries: 2,
    telemetry: false,
    appInfo: { name: 'Revenue Desk' },
  })
  if (debug)
    stripe.on('response', ({ method, path, status, elapsed, request_id }: Stripe.ResponseEvent) =>
      debug({ method, path: path.split('?')[0] ?? path, status, elapsedMs: elapsed, requestId: request_id }),
    )
  const queue = new PQueue({
    concurrency: 8,
    ...(requestsPerSecond === null ? {} : { intervalCap: requestsPerSecond, interval: 1_000 }),
  })

  async function call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await queue.add(work)
    } catch (error) {
      throw fromStripeError(error)
    }
  }

  const get = (path: string, params: Record<string, unknown>): Promise<RawAnswer> => {
    const query = qs.stringify(params)
    return call(() => stripe.rawRequest('GET', query ? `${path}?${query}` : path))
  }

  const readAt = (headers: { [name: string]: string } | undefined): number => {
    const told = Date.parse(headers?.['date'] ?? '')
    return Math.floor((Number.isNaN(told) ? clock.now().getTime() : told) / 1000)
  }

  return {
    /** The account that the key belongs to. */
    async account(): Promise<StripeObject> {
      return plain(await call(() => stripe.accounts.retrieveCurrent()))
    },

    /** One page of 100, newest first. */
    async page(resource: Resource, startingAfter?: string): Promise<StripePage> {
      const answer = await get(PATHS[resource], {
        limit: 100,
        ...LISTS[resource],
        ...(startingAfter === undefined ? {} : { starting_after: startingAfter }),
      })
      return {
        data: answer['data'] as StripeObject[],
        hasMore: answer['has_more'] === true,
        readAt: readAt(answer.lastResponse.headers),
      }
    },

    /** Events of these types, newest first; Stripe keeps 30 days. At most 20 types. */
    async eventPage(
      types: string[],
      startingAfter?: string,
    ): Promise<{ data: Stripe.Event[]; hasMore: boolean }> {
      const page = await call(() =>
        stripe.events.list({
          limit: 100,
          types,
          ...(startingAfter === undefined ? {} : { starting_after: startingAfter }),
        }),
      )
      return {
        data: page.data.map((event) => plain(event) as StripeObject & Stripe.Event),
        hasMore: page.has_more,
      }
    },

    /** All lines of an invoice, where the invoice itself carries only the first. */
    async invoiceLines(invoice: string): Promise<StripeObject[]> {
      return call(async () => {
        const lines = await stripe.invoices
          .listLineItems(invoice, { limit: 100 })
          .autoPagingToArray({ limit: 1_000 })
        return lines.map(plain)
      })
    },

    /** The object as it is now, expanded as its list is. @throws AppError not_found */
    async retrieve(resource: Resource, id: string): Promise<StripeObject & { deleted?: boolean }> {
      const { expand = [] } = LISTS[resource] as { expand?: readonly string[] }
      const answer = await get(`${PATHS[resource]}/${encodeURIComponent(id)}`, {
        ...(expand.length > 0 ? { expand: expand.map((path) => path.replace(/^data\./, '')) } : {}),
      })
      return answer as StripeObject & RawAnswer
    },

    async createProduct(params: Stripe.ProductCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call(() => stripe.products.create(params, options)))
    },

    async createPrice(params: Stripe.PriceCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call(() => stripe.prices.create(params, options)))
    },

    /** Takes a product or a price out of sale; what was sold by it stays. */
    async archive(resource: 'products' | 'prices', id: string, options: WriteOptions): Promise<void> {
      await call<object>(() => stripe[resource].update(id, { active: false }, options))
    },

    async createCustomer(params: Stripe.CustomerCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call(() => stripe.customers.create(params, options)))
    },

    /** Deletes a customer; its subscriptions end at once. */
    async deleteCustomer(id: string): Promise<void> {
      await call(() => stripe.customers.del(id))
    },

    async createSubscription(
      params: Stripe.SubscriptionCreateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call(() => stripe.subscriptions.create(params, options)))
    },

    async createRefund(params: Stripe.RefundCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call(() => stripe.refunds.create(params, options)))
    },

    /** Deletes a coupon; discounts that were given by it go on. */
    async deleteCoupon(id: string): Promise<void> {
      await call(() => stripe.coupons.del(id))
    },

    async createCoupon(params: Stripe.CouponCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call(() => stripe.coupons.create(params, options)))
    },

    async createPromotionCode(
      params: Stripe.PromotionCodeCreateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call(() => stripe.promotionCodes.create(params, options)))
    },

    async updatePromotionCode(
      id: string,
      params: Stripe.PromotionCodeUpdateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call(() => stripe.promotionCodes.update(id, params, options)))
    },

    /** Registers our webhook address for all events. @returns its signing secret, told only now. */
    async createWebhookEndpoint(url: string, options: WriteOptions): Promise<{ id: string; secret: string }> {
      const endpoint = await call(() =>
        stripe.webhookEndpoints.create(
          {
            url,
            enabled_events: ['*'],
            api_version: Stripe.API_VERSION as Stripe.WebhookEndpointCreateParams.ApiVersion,
          },
          options,
        ),
      )
      return { id: endpoint.id, secret: endpoint.secret ?? '' }
    },
  }
}

export type StripeGateway = ReturnType<typeof createStripeGateway>
