import { addMonths } from '../engine/calendar'
import { isCouponValid } from '../render/catalogue'
import { makeId, type Account } from '../store/account'
import type {
  CouponRecord,
  DiscountRecord,
  PromotionCodeRecord,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from '../store/records'
import { couponEvents, discountEvents, promotionCodeEvents, subscriptionEvents } from './events'

/** A coupon that is to be redeemed, perhaps by a code. */
export interface Reduction {
  coupon: CouponRecord
  promotionCode: PromotionCodeRecord | null
}

/** The discounts of the given ids that hold now, in the order in which they apply. */
export function discountsOf(account: Account, ids: readonly string[] = []): DiscountRecord[] {
  return ids
    .flatMap((id) => account.store.discounts.get(id) ?? [])
    .filter(({ end }) => end === null || end > account.now)
}

/** What a discount is given to. */
export type DiscountHolder = Pick<
  DiscountRecord,
  'customer' | 'subscription' | 'subscription_item' | 'invoice' | 'invoice_item'
>

/** Redeems a coupon for something. Only what recurs has an end. */
export function createDiscount(
  account: Account,
  holder: DiscountHolder,
  { coupon, promotionCode }: Reduction,
): DiscountRecord {
  const recurs = holder.subscription !== null && coupon.duration === 'repeating'
  const discount = account.store.discounts.add({
    ...holder,
    id: makeId(account, 'di_'),
    created: account.now,
    coupon,
    promotion_code: promotionCode?.id ?? null,
    start: account.now,
    end: recurs ? addMonths(account.now, coupon.duration_in_months ?? 1) : null,
  })
  if (!account.rehearsal) redeem(account, coupon, promotionCode)
  return discount
}

function redeem(account: Account, coupon: CouponRecord, promotionCode: PromotionCodeRecord | null): void {
  const couponChanged = couponEvents.watch(account, coupon)
  coupon.times_redeemed += 1
  couponChanged()
  if (!promotionCode) return
  const codeChanged = promotionCodeEvents.watch(account, promotionCode)
  promotionCode.times_redeemed += 1
  codeChanged()
}

/**
 * Gives a subscription a coupon's discount and counts the redemption. The caller emits the subscription's event. What a
 * schedule promised is not given once the coupon is used up.
 */
export function attachDiscount(
  account: Account,
  subscription: SubscriptionRecord,
  reduction: Reduction,
): void {
  if (!isCouponValid(reduction.coupon, account.now)) return
  const { customer, id } = subscription
  const holder = { customer, subscription: id, subscription_item: null }
  const discount = createDiscount(account, holder, reduction)
  subscription.discounts.push(discount.id)
  discountEvents.emit(account, 'created', discount)
  if (discount.end !== null) {
    account.steps.add(discount.end, () => expireDiscount(account, subscription, discount))
  }
}

/** Gives one item of a subscription a coupon's discount. */
export function attachItemDiscount(
  account: Account,
  { customer, id }: SubscriptionRecord,
  item: SubscriptionItemRecord,
  reduction: Reduction,
): void {
  if (!isCouponValid(reduction.coupon, account.now)) return
  const holder = { customer, subscription: id, subscription_item: item.id }
  const discount = createDiscount(account, holder, reduction)
  item.discounts = [...(item.discounts ?? []), discount.id]
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

/** Takes the coupons that hold once off a subscription and its items, after an invoice has used them. */
export function useUpOnce(account: Account, subscription: SubscriptionRecord): void {
  for (const discount of discountsOf(account, subscription.discounts)) {
    if (discount.coupon.duration === 'once') detachDiscount(account, subscription, discount)
  }
  for (const item of subscription.items) {
    if (!item.discounts) continue
    const kept = discountsOf(account, item.discounts).filter(({ coupon }) => coupon.duration !== 'once')
    item.discounts = kept.map(({ id }) => id)
  }
}
