/** The one way to Stripe: our words in, plain objects out, every failure an AppError, every write with its key. */
import qs from 'qs'
import Stripe from 'stripe'
import type { Clock } from '../clock'
import type { Connection } from './connection'
import { AppError } from '../errors'
import { fromStripeError } from './errors'
import type { Probe } from './permissions'

/** What can be listed, and what each list is asked to expand. Canceled subscriptions belong to the history. */
const LISTS = {
  products: {},
  prices: { expand: ['data.tiers'] },
  coupons: { expand: ['data.applies_to'] },
  promotion_codes: {},
  customers: {},
  subscriptions: { status: 'all', expand: ['data.discounts.source.coupon', 'data.items.data.discounts'] },
  invoices: { expand: ['data.discounts.source.coupon', 'data.payments'] },
  payment_intents: {},
  charges: {},
  refunds: {},
  disputes: {},
  early_fraud_warnings: {},
  balance_transactions: {},
  payouts: {},
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
  /** The line of the account in scope. @throws AppError no_active_credential */
  connection: () => Promise<Connection>
  clock: Clock
}

export interface WriteOptions {
  /** Derived from our own record of the intent, the same on each retry. */
  idempotencyKey: string
}

/** `Stripe.Decimal`s become strings here, as they are on the wire. */
const plain = (value: unknown): StripeObject => JSON.parse(JSON.stringify(value)) as StripeObject

/** Where a resource is listed; an object is at its id below. */
export const pathOf = (resource: Resource | 'events'): string =>
  resource === 'early_fraud_warnings' ? '/v1/radar/early_fraud_warnings' : `/v1/${resource}`

export function createStripeGateway({ connection, clock }: GatewayOptions) {
  async function call<T>(work: (stripe: Stripe) => Promise<T>): Promise<T> {
    const { stripe, queue } = await connection()
    try {
      return await queue.add(() => work(stripe))
    } catch (error) {
      throw fromStripeError(error)
    }
  }

  const get = (path: string, params: Record<string, unknown>): Promise<RawAnswer> => {
    const query = qs.stringify(params)
    return call((stripe) => stripe.rawRequest('GET', query ? `${path}?${query}` : path))
  }

  const readAt = (headers: { [name: string]: string } | undefined): number => {
    const told = Date.parse(headers?.['date'] ?? '')
    return Math.floor((Number.isNaN(told) ? clock.now().getTime() : told) / 1000)
  }

  return {
    /** The account that the key belongs to. */
    async account(): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.accounts.retrieveCurrent()))
    },

    /** One page of 100, newest first. */
    async page(resource: Resource, startingAfter?: string): Promise<StripePage> {
      const answer = await get(pathOf(resource), {
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

    /** What the account holds now. Stripe gives it no id, because there is one for each account: it is called `balance`. */
    async balance(): Promise<{ object: StripeObject; readAt: number }> {
      const answer = await get('/v1/balance', {})
      return { object: { ...plain(answer), id: 'balance' }, readAt: readAt(answer.lastResponse.headers) }
    },

    /** When the account is paid out. */
    async balanceSettings(): Promise<Stripe.BalanceSettings> {
      return call((stripe) => stripe.balanceSettings.retrieve())
    },

    /** Events of these types, newest first; Stripe keeps 30 days. At most 20 types. */
    async eventPage(
      types: string[],
      startingAfter?: string,
    ): Promise<{ data: Stripe.Event[]; hasMore: boolean }> {
      const page = await call((stripe) =>
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
      return call(async (stripe) => {
        const lines = await stripe.invoices
          .listLineItems(invoice, { limit: 100 })
          .autoPagingToArray({ limit: 1_000 })
        return lines.map(plain)
      })
    },

    /** One page of 100 of what the next invoices will bill beside their periods: prorations of changes, above all. */
    async pendingItems(startingAfter?: string): Promise<{ data: Stripe.InvoiceItem[]; hasMore: boolean }> {
      const page = await call((stripe) =>
        stripe.invoiceItems.list({
          limit: 100,
          pending: true,
          ...(startingAfter === undefined ? {} : { starting_after: startingAfter }),
        }),
      )
      return {
        data: page.data.map((item) => plain(item) as StripeObject & Stripe.InvoiceItem),
        hasMore: page.has_more,
      }
    },

    /** The object as it is now, expanded as its list is. @throws AppError not_found */
    async retrieve(resource: Resource, id: string): Promise<StripeObject & { deleted?: boolean }> {
      const { expand = [] } = LISTS[resource] as { expand?: readonly string[] }
      const answer = await get(`${pathOf(resource)}/${encodeURIComponent(id)}`, {
        ...(expand.length > 0 ? { expand: expand.map((path) => path.replace(/^data\./, '')) } : {}),
      })
      return answer as StripeObject & RawAnswer
    },

    async createProduct(params: Stripe.ProductCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.products.create(params, options)))
    },

    async createPrice(params: Stripe.PriceCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.prices.create(params, options)))
    },

    /** Takes a product or a price out of sale; what was sold by it stays. */
    async archive(resource: 'products' | 'prices', id: string, options: WriteOptions): Promise<void> {
      await call<object>((stripe) => stripe[resource].update(id, { active: false }, options))
    },

    async createCustomer(params: Stripe.CustomerCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.customers.create(params, options)))
    },

    /**
     * Deletes a customer; its subscriptions end at once. Stripe takes no idempotency key here: repeating it changes
     * nothing. @throws AppError not_found where it was deleted before
     */
    async deleteCustomer(id: string): Promise<void> {
      await call((stripe) => stripe.customers.del(id))
    },

    async createSubscription(
      params: Stripe.SubscriptionCreateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.subscriptions.create(params, options)))
    },

    async createRefund(params: Stripe.RefundCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.refunds.create(params, options)))
    },

    /** Deletes a coupon; discounts that were given by it go on. */
    async deleteCoupon(id: string): Promise<void> {
      await call((stripe) => stripe.coupons.del(id))
    },

    async createCoupon(params: Stripe.CouponCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.coupons.create(params, options)))
    },

    async createPromotionCode(
      params: Stripe.PromotionCodeCreateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.promotionCodes.create(params, options)))
    },

    async updatePromotionCode(
      id: string,
      params: Stripe.PromotionCodeUpdateParams,
      options: WriteOptions,
    ): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.promotionCodes.update(id, params, options)))
    },

    /**
     * Registers a webhook address for all events of the account, or of those connected to it.
     * @returns its signing secret, told only now
     */
    async createWebhookEndpoint(
      params: { url: string; connect: boolean },
      options: WriteOptions,
    ): Promise<{ id: string; secret: string }> {
      const wanted = {
        ...params,
        enabled_events: ['*' as const],
        api_version: Stripe.API_VERSION as Stripe.WebhookEndpointCreateParams.ApiVersion,
      }
      const endpoint = await call((stripe) => stripe.webhookEndpoints.create(wanted, options))
      return { id: endpoint.id, secret: endpoint.secret ?? '' }
    },

    async deleteWebhookEndpoint(id: string): Promise<void> {
      await call((stripe) => stripe.webhookEndpoints.del(id))
    },

    /** Makes an account that is connected to the one in scope (Connect). */
    async createAccount(params: Stripe.AccountCreateParams, options: WriteOptions): Promise<StripeObject> {
      return plain(await call((stripe) => stripe.accounts.create(params, options)))
    },

    /** A link to the pages on which an account's owner answers what Stripe asks: single use, good for minutes. */
    async createAccountLink(
      params: Stripe.AccountLinkCreateParams,
      options: WriteOptions,
    ): Promise<{ url: string; expires_at: number }> {
      return call((stripe) => stripe.accountLinks.create(params, options))
    },

    /**
     * Asks whether the key has a permission.
     * @returns false when Stripe refuses for want of it; any other refusal comes after that check, and means yes
     */
    async has({ method, path }: Probe, options: WriteOptions): Promise<boolean> {
      try {
        await call((stripe) =>
          method === 'GET' ? stripe.rawRequest('GET', path) : stripe.rawRequest('POST', path, {}, options),
        )
        return true
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if (error.code === 'stripe_permission_missing') return false
        if (error.code === 'not_found' || error.code === 'stripe_refused') return true
        throw error
      }
    },
  }
}

export type StripeGateway = ReturnType<typeof createStripeGateway>
