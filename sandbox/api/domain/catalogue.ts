import { makeId, type Account } from '../store/account'
import type { CouponRecord, PriceRecord, ProductRecord, PromotionCodeRecord } from '../store/records'
import { couponEvents, priceEvents, productEvents, promotionCodeEvents } from './events'

type New<T extends { created: number }, Required extends keyof T> = Partial<T> & Pick<T, Required>

/** A new product. */
export function createProduct(account: Account, fields: New<ProductRecord, 'name'>): ProductRecord {
  const product = account.store.products.add({
    id: fields.id ?? makeId(account, 'prod_'),
    created: account.now,
    updated: account.now,
    active: true,
    description: null,
    metadata: {},
    images: [],
    marketing_features: [],
    default_price: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    unit_label: null,
    url: null,
    ...fields,
  })
  productEvents.emit(account, 'created', product)
  return product
}

/** A new price of a product. */
export function createPrice(account: Account, fields: New<PriceRecord, 'product' | 'currency'>): PriceRecord {
  const price = account.store.prices.add({
    id: makeId(account, 'price_'),
    created: account.now,
    active: true,
    nickname: null,
    lookup_key: null,
    metadata: {},
    unit_amount_decimal: null,
    billing_scheme: 'per_unit',
    tiers_mode: null,
    tiers: [],
    transform_quantity: null,
    tax_behavior: 'unspecified',
    recurring: null,
    ...fields,
  })
  priceEvents.emit(account, 'created', price)
  return price
}

/** A new coupon; without an id it gets one like Stripe's. */
export function createCoupon(account: Account, fields: New<CouponRecord, 'duration'>): CouponRecord {
  const coupon = account.store.coupons.add({
    id: fields.id ?? account.ids.token(8),
    created: account.now,
    name: null,
    percent_off: null,
    amount_off: null,
    currency: null,
    duration_in_months: null,
    max_redemptions: null,
    redeem_by: null,
    times_redeemed: 0,
    metadata: {},
    applies_to: [],
    ...fields,
  })
  couponEvents.emit(account, 'created', coupon)
  return coupon
}

/** A new promotion code; without a code it gets a random one. */
export function createPromotionCode(
  account: Account,
  fields: New<PromotionCodeRecord, 'coupon'>,
): PromotionCodeRecord {
  const promotionCode = account.store.promotionCodes.add({
    id: makeId(account, 'promo_'),
    created: account.now,
    code: fields.code ?? account.ids.token(8).toUpperCase(),
    active: true,
    customer: null,
    expires_at: null,
    max_redemptions: null,
    times_redeemed: 0,
    metadata: {},
    first_time_transaction: false,
    minimum_amount: null,
    minimum_amount_currency: null,
    ...fields,
  })
  promotionCodeEvents.emit(account, 'created', promotionCode)
  return promotionCode
}
