import { shareOf, splitByWeight } from '../engine/money'
import type { CouponRecord, DiscountAmount, DiscountRecord, LineRecord } from '../store/records'

/** What discounts work on: an amount, its product, and whether it may be lowered at all. */
export interface Discountable {
  amount: number
  product: string | null
  discountable: boolean
  discount_amounts: DiscountAmount[]
}

/** What a coupon takes off in a currency; undefined where it takes off nothing fixed. */
export function amountOff(coupon: CouponRecord, currency: string): number | undefined {
  if (coupon.currency === currency) return coupon.amount_off ?? undefined
  return coupon.currency_options?.[currency]
}

/** Applies discounts in order, each to what the former left, and notes on each line what it gave. */
export function applyDiscounts(
  lines: readonly Discountable[],
  discounts: readonly DiscountRecord[],
  currency: string,
): DiscountAmount[] {
  return discounts.map(({ id, coupon }) => {
    const eligible = lines.filter(
      ({ discountable, amount, product }) =>
        discountable &&
        amount > 0 &&
        (coupon.applies_to.length === 0 || (product !== null && coupon.applies_to.includes(product))),
    )
    const left = eligible.map((line) => line.amount - given(line))
    const sum = left.reduce((total, amount) => total + amount, 0)
    const amount =
      coupon.percent_off === null
        ? Math.min(amountOff(coupon, currency) ?? 0, sum)
        : shareOf(sum, Math.round(coupon.percent_off * 10_000), 1_000_000)
    const parts = splitByWeight(amount, left)
    eligible.forEach((line, index) => {
      line.discount_amounts.push({ amount: parts[index] ?? 0, discount: id })
    })
    return { amount, discount: id }
  })
}

/** What the discounts took off a line. */
export function given(line: Discountable): number {
  return line.discount_amounts.reduce((total, { amount }) => total + amount, 0)
}

/** What a line's own discounts take off it. */
export function ownDiscount(line: LineRecord): number {
  return line.discount_amounts
    .filter(({ discount }) => line.discounts?.includes(discount))
    .reduce((sum, { amount }) => sum + amount, 0)
}
