import type Stripe from 'stripe'
import { isObject, parseJson } from '../json'
import { rawGet, type TestSandbox } from './start'

/** Months per period of each interval, by the definitions of the metric reference (M3). */
const MONTHS: Record<string, number> = { month: 1, year: 12, week: 12 / 52, day: 12 / 365 }

function listPrice(price: Stripe.Price, quantity: number): number {
  const units = (amount: Stripe.Decimal | null | undefined) => Number(String(amount ?? 0))
  if (price.billing_scheme !== 'tiered') return units(price.unit_amount_decimal) * quantity
  const tiers = price.tiers ?? []
  if (price.tiers_mode === 'volume') {
    const tier = tiers.find((one) => one.up_to === null || quantity <= one.up_to)
    return units(tier?.unit_amount_decimal) * quantity + units(tier?.flat_amount_decimal)
  }
  let sum = 0
  let below = 0
  for (const tier of tiers) {
    const end = tier.up_to ?? Infinity
    if (quantity > below) {
      sum +=
        (Math.min(quantity, end) - below) * units(tier.unit_amount_decimal) + units(tier.flat_amount_decimal)
    }
    below = end
  }
  return sum
}

/** MRR of a subscription from what the lists say: list price × quantity by month, less recurring coupons. */
function monthly(subscription: Stripe.Subscription, prices: Map<string, Stripe.Price>): number {
  if (subscription.status !== 'active' && subscription.status !== 'past_due') return 0
  let amount = 0
  let longest = 0
  for (const item of subscription.items.data) {
    const price = prices.get(item.price.id)
    if (!price?.recurring || price.recurring.usage_type === 'metered') continue
    const factor = 1 / ((MONTHS[price.recurring.interval] ?? NaN) * price.recurring.interval_count)
    longest = Math.max(longest, factor)
    amount += listPrice(price, item.quantity ?? 1) * factor
  }
  for (const discount of subscription.discounts) {
    if (typeof discount === 'string') throw new Error('Discounts must be expanded')
    const coupon = discount.source.coupon
    if (coupon === null || typeof coupon === 'string') throw new Error('Coupons must be expanded')
    if (coupon.duration === 'once') continue
    amount =
      coupon.percent_off === null
        ? amount - (coupon.amount_off ?? 0) * longest
        : amount * (1 - coupon.percent_off / 100)
  }
  return Math.round(Math.max(amount, 0) + 1e-6)
}

async function lastTruth(sandbox: TestSandbox): Promise<Map<string, number>> {
  const { text } = await rawGet(sandbox, '/_sandbox/truth')
  const last = new Map<string, number>()
  for (const line of text.trim().split('\n')) {
    const row = parseJson(line)
    if (isObject(row)) last.set(String(row['customer']), Number(row['value']))
  }
  return last
}

/** Compares the truth log with an independent sum over the lists. */
export async function compareWithTruth(sandbox: TestSandbox): Promise<{ customers: number; paying: number }> {
  const { stripe } = sandbox
  const prices = new Map<string, Stripe.Price>()
  for await (const price of stripe.prices.list({ limit: 100, expand: ['data.tiers'] }))
    prices.set(price.id, price)
  const mrr = new Map<string, number>()
  const listing = { status: 'all', limit: 100, expand: ['data.discounts.source.coupon'] } as const
  for await (const one of stripe.subscriptions.list({ ...listing, expand: [...listing.expand] })) {
    const customer = String(one.customer)
    mrr.set(customer, (mrr.get(customer) ?? 0) + monthly(one, prices))
  }
  const truth = await lastTruth(sandbox)
  for (const [customer, value] of mrr) expect([customer, value]).toEqual([customer, truth.get(customer) ?? 0])
  for (const customer of truth.keys()) expect(mrr.has(customer)).toBe(true)
  return { customers: mrr.size, paying: [...mrr.values()].filter((value) => value > 0).length }
}
