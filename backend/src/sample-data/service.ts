/** Sample data in an account's test mode, so that a desk on a fresh Stripe account has something to show. */
import type { AuditService } from '../audit/service'
import { currentAccount } from '../database/scope'
import { AppError } from '../errors'
import { newId } from '../http'
import type { Clock } from '../clock'
import type { Resource, StripeGateway, StripeObject } from '../stripe/gateway'
import { COUPON, CUSTOMERS, MARK, PRICES, PRODUCTS, type SampleCustomer } from './plan'

export interface SampleDataDeps {
  clock: Clock
  audit: AuditService
  stripe: StripeGateway
}

export interface SampleCounts {
  products: number
  prices: number
  coupons: number
  customers: number
}

const isSample = ({ metadata }: StripeObject): boolean =>
  typeof metadata === 'object' && metadata !== null && MARK in metadata

export function createSampleDataService({ clock, audit, stripe }: SampleDataDeps) {
  function refuseLive(): void {
    if (currentAccount().mode !== 'live') return
    throw new AppError('live_mode_refused', 'Sample data is made in test mode and sandboxes only')
  }

  async function* samples(resource: Resource): AsyncGenerator<StripeObject> {
    for (let after: string | undefined, more = true; more;) {
      const { data, hasMore } = await stripe.page(resource, after)
      yield* data.filter(isSample)
      after = data.at(-1)?.id
      more = hasMore && after !== undefined
    }
  }

  /** Each step of a run has a key of its own: a repeated request makes nothing twice. */
  const keysOf = (run: string) => (step: string) => ({
    idempotencyKey: `${currentAccount().accountId}:${run}:${step}`,
  })

  async function createCustomer(
    wanted: SampleCustomer,
    {
      key,
      prices,
      coupon,
      run,
    }: { key: ReturnType<typeof keysOf>; prices: Map<string, string>; coupon: string; run: string },
  ): Promise<void> {
    const { name, card, country } = wanted
    const customer = await stripe.createCustomer(
      {
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
        address: { country },
        payment_method: card,
        invoice_settings: { default_payment_method: card },
        metadata: { [MARK]: run },
      },
      key(`customer:${name}`),
    )
    const subscription = await stripe.createSubscription(
      {
        customer: customer.id,
        items: [{ price: prices.get(wanted.price), quantity: wanted.quantity }],
        ...(wanted.trialDays === undefined ? {} : { trial_period_days: wanted.trialDays }),
        ...(wanted.discounted ? { discounts: [{ coupon }] } : {}),
        ...(wanted.cancelsAtPeriodEnd ? { cancel_at_period_end: true } : {}),
        metadata: { [MARK]: run },
        expand: ['latest_invoice.payments'],
      },
      key(`subscription:${name}`),
    )
    const paid = paymentOf(subscription)
    if (wanted.refund !== undefined && paid !== undefined) {
      await stripe.createRefund(
        { payment_intent: paid, amount: wanted.refund, reason: 'requested_by_customer' },
        key(`refund:${name}`),
      )
    }
  }

  return {
    /**
     * Makes the sample in the current account. @returns how many objects of each kind it made
     * @throws AppError live_mode_refused
     */
    async create(): Promise<SampleCounts> {
      refuseLive()
      const run = newId('smp', clock.now())
      const key = keysOf(run)
      const metadata = { [MARK]: run }
      const products = new Map<string, string>()
      for (const [name, title] of Object.entries(PRODUCTS)) {
        const product = await stripe.createProduct({ name: title, metadata }, key(`product:${name}`))
        products.set(name, product.id)
      }
      const prices = new Map<string, string>()
      for (const { key: name, product, unitAmount, interval } of PRICES) {
        const price = await stripe.createPrice(
          {
            product: products.get(product),
            currency: 'usd',
            unit_amount: unitAmount,
            recurring: { interval },
            metadata,
          },
          key(`price:${name}`),
        )
        prices.set(name, price.id)
      }
      const { name, percentOff, months } = COUPON
      const coupon = await stripe.createCoupon(
        { name, percent_off: percentOff, duration: 'repeating', duration_in_months: months, metadata },
        key('coupon'),
      )
      for (const wanted of CUSTOMERS) await createCustomer(wanted, { key, prices, coupon: coupon.id, run })
      const made = { products: products.size, prices: prices.size, coupons: 1, customers: CUSTOMERS.length }
      await audit.record({
        action: 'sample_data.created',
        target: { type: 'account', id: currentAccount().accountId },
        after: { run, ...made },
      })
      return made
    },

    /**
     * Takes every sample object off the current account again: customers with their subscriptions and coupons are
     * deleted, products and prices archived, because Stripe keeps what was sold.
     * @returns how many objects of each kind it took off; @throws AppError live_mode_refused
     */
    async clear(): Promise<SampleCounts> {
      refuseLive()
      const gone: SampleCounts = { products: 0, prices: 0, coupons: 0, customers: 0 }
      for await (const { id } of samples('customers')) {
        await stripe.deleteCustomer(id)
        gone.customers += 1
      }
      for await (const { id } of samples('coupons')) {
        await stripe.deleteCoupon(id)
        gone.coupons += 1
      }
      const key = keysOf(newId('smp', clock.now()))
      for (const resource of ['prices', 'products'] as const) {
        for await (const { id, active } of samples(resource)) {
          if (active !== true) continue
          await stripe.archive(resource, id, key(id))
          gone[resource] += 1
        }
      }
      await audit.record({
        action: 'sample_data.cleared',
        target: { type: 'account', id: currentAccount().accountId },
        after: { ...gone },
      })
      return gone
    },
  }
}
export type SampleDataService = ReturnType<typeof createSampleDataService>

/** The payment intent that paid a subscription's first invoice, if one did. */
function paymentOf(subscription: StripeObject): string | undefined {
  const invoice = subscription['latest_invoice'] as
    { payments?: { data: { status: string; payment: { payment_intent?: string } }[] } } | string | null
  if (invoice === null || typeof invoice === 'string') return undefined
  return invoice.payments?.data.find(({ status }) => status === 'paid')?.payment.payment_intent
}
