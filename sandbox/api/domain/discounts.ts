import { addMonths } from '../engine/calendar'
import { shareOf, splitByWeight } from '../engine/money'
import { makeId, type Account } from '../store/account'
import type { CouponRecord, DiscountRecord, PromotionCodeRecord, SubscriptionRecord } from '../store/records'
import { couponEvents, discountEvents, promotionCodeEvents, subscriptionEvents } from './events'

/** What discounts work on: an amount, its product, and whether it may be lowered at all. */
export interface Discountable {
  amount: number
  product: string
  discountable: boolean
  discount_amounts: { amount: number; discount: string }[]
}

/** The discounts of a subscription in the order in which they apply. */
export function discountsOf(account: Account, subscription: SubscriptionRecord): DiscountRecord[] {
  return subscription.discounts.flatMap((id) => account.store.discounts.get(id) ?? [])
}

/** Applies discounts in order, each to what the former left, and notes on each line what it gave. */
export function applyDiscounts(
  lines: readonly Discountable[],
  discounts: readonly DiscountRecord[],
): { amount: number; discount: string }[] {
  return discounts.map(({ id, coupon }) => {
    const eligible = lines.filter(
      (line) =>
        line.discountable &&
        line.amount > 0 &&
        (coupon.applies_to.length === 0 || coupon.applies_to.includes(line.product)),
    )
    const left = eligible.map((line) => line.amount - given(line))
    const sum = left.reduce((total, amount) => total + amount, 0)
    const amount =
      coupon.percent_off === null
        ? Math.min(coupon.amount_off ?? 0, sum)
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

/** Gives a subscription a coupon's discount and counts the redemption. The caller emits the subscription's event. */
export function attachDiscount(
  account: Account,
  subscription: SubscriptionRecord,
  coupon: CouponRecord,
  promotionCode: PromotionCodeRecord | null,
): DiscountRecord {
  const end = coupon.duration === 'repeating' ? addMonths(account.now, coupon.duration_in_months ?? 1) : null
  const discount = account.store.discounts.add({
    id: makeId(account, 'di_'),
    created: account.now,
    coupon,
    promotion_code: promotionCode?.id ?? null,
    customer: subscription.customer,
    subscription: subscription.id,
    subscription_item: null,
    start: account.now,
    end,
  })
  subscription.discounts.push(discount.id)
  const couponChanged = couponEvents.watch(account, coupon)
  coupon.times_redeemed += 1
  couponChanged()
  if (promotionCode) {
    const codeChanged = promotionCodeEvents.watch(account, promotionCode)
    promotionCode.times_redeemed += 1
    codeChanged()
  }
  discountEvents.emit(account, 'created', discount)
  if (end !== null) account.steps.add(end, () => expireDiscount(account, subscription, discount))
  return discount
}

function expireDiscount(account: Account, subscription: SubscriptionRecord, discount: DiscountRecord): void {
  if (!subscription.discounts.includes(discount.id) || subscription.status === 'canceled') return
  const changed = subscriptionEvents.watch(account, subscription)
  detachDiscount(account, subscription, discount)
  changed()
}

/** Takes a discount off a subscription. The caller emits the subscription's event. */
export function detachDiscount(
  account: Account,
  subscription: SubscriptionRecord,
  discount: DiscountRecord,
): void {
  subscription.discounts = subscription.discounts.filter((id) => id !== discount.id)
  discountEvents.emit(account, 'deleted', discount)
}
