/** MRR by a second way, from Stripe's lists alone: what the engine's figures are held against. */
import type Stripe from 'stripe'

/** Billing periods in a month, by interval (metrics.md M3). */
const PER_MONTH: Record<string, number> = { month: 1, year: 1 / 12, week: 52 / 12, day: 365 / 12 }

const units = (amount: unknown): number => Number(String(amount ?? 0))

function listAmount(price: Stripe.Price, quantity: number): number {
  if (price.billing_scheme !== 'tiered') return units(price.unit_amount_decimal) * quantity
  const tiers = price.tiers ?? []
  if (price.tiers_mode === 'volume') {
    const tier = tiers.find(({ up_to }) => up_to === null || quantity <= up_to)
    return units(tier?.unit_amount_decimal) * quantity + units(tier?.flat_amount_decimal)
  }
  let [sum, below] = [0, 0]
  for (const tier of tiers) {
    if (quantity <= below) break
    const reached = Math.min(quantity, tier.up_to ?? Infinity)
    sum += (reached - below) * units(tier.unit_amount_decimal) + units(tier.flat_amount_decimal)
    below = reached
  }
  return sum
}

/** What a subscription bills per month, in minor units; its discounts and their coupons must be expanded. */
export function monthly(subscription: Stripe.Subscription, prices: Map<string, Stripe.Price>): number {
  if (subscription.status !== 'active' && subscription.status !== 'past_due') return 0
  let [amount, most] = [0, 0]
  for (const {
    price: { id },
    quantity,
  } of subscription.items.data) {
    const price = prices.get(id)
    if (!price?.recurring || price.recurring.usage_type === 'metered') continue
    const periods = (PER_MONTH[price.recurring.interval] ?? NaN) / price.recurring.interval_count
    most = Math.max(most, periods)
    amount += listAmount(price, quantity ?? 1) * periods
  }
  for (const discount of subscription.discounts) {
    const coupon = typeof discount === 'string' ? null : discount.source.coupon
    if (coupon === null || typeof coupon === 'string')
      throw new Error('Discounts and coupons must be expanded')
    if (coupon.duration === 'once') continue
    amount =
      coupon.percent_off === null
        ? amount - (coupon.amount_off ?? 0) * most
        : amount * (1 - coupon.percent_off / 100)
  }
  return Math.round(Math.max(amount, 0) + 1e-6)
}

/** All prices, with their tiers. */
export async function listedPrices(stripe: Stripe): Promise<Map<string, Stripe.Price>> {
  const prices = new Map<string, Stripe.Price>()
  for await (const price of stripe.prices.list({ limit: 100, expand: ['data.tiers'] }))
    prices.set(price.id, price)
  return prices
}

/** What each customer with MRR pays a month now, in minor units. */
export async function independentMrr(
  stripe: Stripe,
): Promise<Map<string, { value: number; currency: string }>> {
  const prices = await listedPrices(stripe)
  const customers = new Map<string, { value: number; currency: string }>()
  const expand = ['data.discounts.source.coupon']
  for await (const one of stripe.subscriptions.list({ status: 'all', limit: 100, expand })) {
    const value = monthly(one, prices)
    const customer = String(one.customer)
    if (value > 0)
      customers.set(customer, {
        value: (customers.get(customer)?.value ?? 0) + value,
        currency: one.currency,
      })
  }
  return customers
}

export function sumByCurrency(rows: Iterable<{ value: number; currency: string }>): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { value, currency } of rows) if (value !== 0) sums[currency] = (sums[currency] ?? 0) + value
  return sums
}
