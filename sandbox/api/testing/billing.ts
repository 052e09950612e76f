import type Stripe from 'stripe'
import { DAY } from '../engine/calendar'
import { startSandbox, type TestSandbox } from './start'

/** A stand-in with a product at three prices, and what tests of billing do all the time. */
export interface Billing {
  sandbox: TestSandbox
  stripe: Stripe
  monthly: Stripe.Price
  dear: Stripe.Price
  yearly: Stripe.Price
  /** A customer with a test card that pays by default. */
  payer(card?: string): Promise<Stripe.Customer>
  advance(days: number): Promise<void>
  /** Subscribes a new customer, monthly unless the parameters say otherwise. */
  subscribe(params?: Partial<Stripe.SubscriptionCreateParams>, card?: string): Promise<Stripe.Subscription>
  /** A subscription's invoices, newest first. */
  invoicesOf(subscription: Stripe.Subscription): Promise<Stripe.Invoice[]>
  /** The types of the events about an object, oldest first. */
  eventsAbout(id: string): Promise<string[]>
}

export const firstItem = (subscription: Stripe.Subscription) => subscription.items.data[0]?.id ?? ''

/** Starts a stand-in for tests of billing. */
export async function startBilling(): Promise<Billing> {
  const sandbox = await startSandbox({ seed: 'billing', size: 'empty' })
  const { stripe } = sandbox
  const product = await stripe.products.create({ name: 'Desk' })
  const price = (unit_amount: number, interval: 'month' | 'year') =>
    stripe.prices.create({ product: product.id, currency: 'usd', unit_amount, recurring: { interval } })
  const monthly = await price(1_000, 'month')
  const payer = (card = 'pm_card_visa') =>
    stripe.customers.create({ payment_method: card, invoice_settings: { default_payment_method: card } })
  return {
    sandbox,
    stripe,
    monthly,
    dear: await price(3_000, 'month'),
    yearly: await price(10_000, 'year'),
    payer,
    async subscribe(params = {}, card) {
      const { id } = await payer(card)
      return stripe.subscriptions.create({ customer: id, items: [{ price: monthly.id }], ...params })
    },
    advance: (days) => sandbox.advance(Math.round(days * DAY)),
    invoicesOf: async (subscription) =>
      (await stripe.invoices.list({ subscription: subscription.id, limit: 100 })).data,
    async eventsAbout(id) {
      const all = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 })
      const about = all.filter((one) => 'id' in one.data.object && one.data.object.id === id)
      return about.map(({ type }) => type).reverse()
    },
  }
}
