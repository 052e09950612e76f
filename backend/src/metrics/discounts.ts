/** Which discounts count (M8) and what they take off (M9). */
import { ONE, ZERO, compare, decimal, divide, multiply, ratio, subtract, sumOf } from './rational'
import type { Rational } from './rational'
import type { Coupon, Currency, Definitions, Discount, Instant, Subscription } from './types'

type Policy = Definitions['discountPolicy']

/** One licensed item while its monthly amount is worked out; `amount` is the running amount, minor units a month. */
export interface Line {
  amount: Rational
  readonly factor: Rational
  readonly product: string | undefined
  /** Ids of the coupons that were taken off. */
  readonly coupons: string[]
}

/** Durations that count under each policy (M8). */
const COUNTED: Record<Policy, readonly string[]> = {
  recurring: ['forever', 'repeating'],
  forever_only: ['forever'],
  all: ['forever', 'repeating', 'once'],
  list: [],
}

/** Whether a discount is attached at an instant: start <= at < end. */
export function isAttached({ start, end }: Discount, at: Instant): boolean {
  return (start === undefined || start <= at) && (end === undefined || end === null || at < end)
}

/**
 * The discounts that work on the subscription as a whole (M9): its own, or the customer's where it has none at that
 * instant; never both. Whether they count (M8) is another question: a `once` coupon also keeps the customer's out.
 */
export function subscriptionDiscounts(state: Subscription, own: Discount | null, at: Instant): Discount[] {
  const attached = state.discounts?.filter((discount) => isAttached(discount, at)) ?? []
  if (attached.length > 0) return attached
  return own && isAttached(own, at) ? [own] : []
}

/** All discounts on the subscription or one of its items at an instant, each once (M9). */
export function discountsOn(state: Subscription, own: Discount | null, at: Instant): Discount[] {
  const ofItems = state.items.flatMap(({ discounts = [] }) => discounts.filter((one) => isAttached(one, at)))
  return [...new Set([...subscriptionDiscounts(state, own, at), ...ofItems])]
}

/**
 * Takes discounts off lines, in array order on the running amounts (M9). An item's own discounts come with that one
 * line, the subscription's with all lines: an amount is then taken once, times the largest factor among them, and
 * spread in proportion.
 */
export function applyDiscounts(
  discounts: readonly Discount[],
  lines: readonly Line[],
  { at, currency, policy, flags }: { at: Instant; currency: Currency; policy: Policy; flags: string[] },
): void {
  for (const discount of discounts) {
    if (!COUNTED[policy].includes(discount.coupon.duration) || !isAttached(discount, at)) continue
    const { coupon } = discount
    const eligible = lines.filter(({ product }) => appliesTo(coupon, product))
    if (isSet(coupon.percent_off)) takePercent(decimal(coupon.percent_off), eligible)
    else if (!isSet(coupon.amount_off)) continue
    else if (isSet(coupon.currency) && coupon.currency !== currency) {
      flags.push('discount_currency_mismatch')
      continue
    } else takeAmount(coupon.amount_off, eligible)
    if (coupon.id !== undefined) for (const line of eligible) line.coupons.push(coupon.id)
  }
}

function appliesTo({ applies_to: only }: Coupon, product: string | undefined): boolean {
  return only === undefined || (product !== undefined && only.products.includes(product))
}

function takePercent(percent: Rational, lines: readonly Line[]): void {
  const rest = divide(subtract(ratio(100n), percent), ratio(100n))
  scale(lines, compare(rest, ZERO) > 0 ? rest : ZERO)
}

function takeAmount(amountOff: number, lines: readonly Line[]): void {
  const total = sumOf(lines.map(({ amount }) => amount))
  const largest = lines.reduce((most, { factor }) => (compare(factor, most) > 0 ? factor : most), ZERO)
  const off = multiply(ratio(amountOff), largest)
  if (compare(total, off) <= 0) scale(lines, ZERO)
  else scale(lines, subtract(ONE, divide(off, total)))
}

function scale(lines: readonly Line[], by: Rational): void {
  for (const line of lines) line.amount = multiply(line.amount, by)
}

function isSet<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined
}
