/**
 * MRR from the stand-in's lists, written apart from the engine on purpose: the monthly value of licensed items less
 * running recurring coupons, of active and past due subscriptions, in exact fractions with one rounding at the end.
 */
import type Stripe from 'stripe'

type Fraction = [numerator: bigint, denominator: bigint]

const PER_MONTH: Record<string, Fraction> = {
  day: [365n, 12n],
  week: [52n, 12n],
  month: [1n, 1n],
  year: [1n, 12n],
}

const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const round = ([a, b]: Fraction): number => Number((2n * a + b) / (2n * b))

function decimal(text: string): Fraction {
  const [whole = '0', fraction = ''] = text.split('.')
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)]
}

function itemAmount(
  { price, quantity = 1 }: Stripe.SubscriptionItem,
  tiers: Map<string, Stripe.Price.Tier[]>,
): Fraction {
  if (price.recurring?.usage_type === 'metered') return [0n, 1n]
  const own = tiers.get(price.id)
  const count = BigInt(quantity)
  if (!own) return times(decimal(String(price.unit_amount_decimal ?? price.unit_amount)), [count, 1n])
  const of = ({ unit_amount, flat_amount }: Stripe.Price.Tier, units: bigint): Fraction => [
    BigInt(unit_amount ?? 0) * units + BigInt(flat_amount ?? 0),
    1n,
  ]
  if (price.tiers_mode === 'volume') {
    const tier = own.find(({ up_to }) => up_to === null || quantity <= up_to)
    return tier ? of(tier, count) : [0n, 1n]
  }
  let sum: Fraction = [0n, 1n]
  let from = 0
  for (const tier of own) {
    if (from > 0 && quantity <= from) break
    const upTo = Math.min(quantity, tier.up_to ?? Infinity)
    sum = plus(sum, of(tier, BigInt(upTo - from)))
    from = upTo
  }
  return sum
}

const intervalFactor = ({ recurring }: Stripe.Price): Fraction =>
  times(PER_MONTH[recurring?.interval ?? 'month'] ?? [1n, 1n], [1n, BigInt(recurring?.interval_count ?? 1)])

function discounted(
  monthly: Fraction,
  factor: Fraction,
  discounts: Stripe.Discount[],
  now: number,
): Fraction {
  return discounts.reduce((left, { source, start, end }): Fraction => {
    const coupon = source.coupon as Stripe.Coupon
    const counts =
      coupon.duration === 'forever' ||
      (coupon.duration === 'repeating' && start <= now && (end === null || now < end))
    if (!counts) return left
    const [a, b] =
      coupon.percent_off === null
        ? times([-BigInt(coupon.amount_off ?? 0), 1n], factor)
        : times(left, times(decimal(String(coupon.percent_off)), [-1n, 100n]))
    const [rest, unit] = plus(left, [a, b])
    return rest < 0n ? [0n, 1n] : [rest, unit]
  }, monthly)
}

/** Minor units per currency, as the stand-in's lists have it at `now` (seconds). */
export async function ownMrr(stripe: Stripe, now: number): Promise<Record<string, number>> {
  const tiers = new Map<string, Stripe.Price.Tier[]>()
  for await (const price of stripe.prices.list({ limit: 100, expand: ['data.tiers'] }))
    if (price.tiers) tiers.set(price.id, price.tiers)
  const sums: Record<string, number> = {}
  for await (const subscription of stripe.subscriptions.list({
    limit: 100,
    expand: ['data.discounts.source.coupon'],
  })) {
    if (!['active', 'past_due'].includes(subscription.status)) continue
    const items = subscription.items.data
    const monthly = items.reduce(
      (sum, item) => plus(sum, times(itemAmount(item, tiers), intervalFactor(item.price))),
      [0n, 1n] as Fraction,
    )
    const [first] = items
    const discounts = subscription.discounts.filter((discount) => typeof discount !== 'string')
    const value = round(discounted(monthly, first ? intervalFactor(first.price) : [1n, 1n], discounts, now))
    sums[subscription.currency] = (sums[subscription.currency] ?? 0) + value
  }
  return sums
}

/** Each currency at the day's rate, rounded, then added up (C5). `perEuro`: units of each currency per euro. */
export function reportedMrr(
  own: Record<string, number>,
  perEuro: Record<string, string>,
  currency: string,
): number {
  const rate: Record<string, number> = { eur: 1 }
  for (const [code, units] of Object.entries(perEuro)) rate[code] = Number(units)
  const decimals = (code: string) => (code === 'jpy' ? 0 : 2)
  return Object.entries(own).reduce((sum, [code, value]) => {
    const scale = 10 ** (decimals(currency) - decimals(code))
    return sum + Math.round(value * ((rate[currency] ?? NaN) / (rate[code] ?? NaN)) * scale)
  }, 0)
}
