import type { Json, JsonObject } from '../json'
import type {
  CouponRecord,
  DiscountRecord,
  PriceRecord,
  ProductRecord,
  PromotionCodeRecord,
  TierRecord,
} from '../store/records'

export function renderProduct(product: ProductRecord): JsonObject {
  return {
    id: product.id,
    object: 'product',
    active: product.active,
    created: product.created,
    default_price: product.default_price,
    description: product.description,
    images: [...product.images],
    livemode: false,
    marketing_features: product.marketing_features.map((name) => ({ name })),
    metadata: { ...product.metadata },
    name: product.name,
    package_dimensions: null,
    shippable: product.shippable,
    statement_descriptor: product.statement_descriptor,
    tax_code: product.tax_code,
    tax_details: null,
    type: 'service',
    unit_label: product.unit_label,
    updated: product.updated,
    url: product.url,
  }
}

/** The whole amount of a decimal string, null when it is not whole. */
export function wholeAmount(decimal: string | null): number | null {
  const value = decimal === null ? NaN : Number(decimal)
  return Number.isInteger(value) ? value : null
}

export function renderPrice(price: PriceRecord): JsonObject {
  return {
    id: price.id,
    object: 'price',
    active: price.active,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: price.lookup_key,
    metadata: { ...price.metadata },
    nickname: price.nickname,
    product: price.product,
    recurring: price.recurring ? { ...price.recurring } : null,
    tax_behavior: price.tax_behavior,
    tiers_mode: price.tiers_mode,
    transform_quantity: price.transform_quantity ? { ...price.transform_quantity } : null,
    type: price.recurring ? 'recurring' : 'one_time',
    unit_amount: wholeAmount(price.unit_amount_decimal),
    unit_amount_decimal: price.unit_amount_decimal,
  }
}

/** The tiers of a price, which answers leave out unless expanded. */
export function renderTiers(tiers: readonly TierRecord[]): Json[] {
  return tiers.map((tier) => ({
    flat_amount: wholeAmount(tier.flat_amount_decimal),
    flat_amount_decimal: tier.flat_amount_decimal,
    unit_amount: wholeAmount(tier.unit_amount_decimal),
    unit_amount_decimal: tier.unit_amount_decimal,
    up_to: tier.up_to,
  }))
}

/** The older form of a recurring price, which subscription items still carry. */
export function renderPlan(price: PriceRecord): JsonObject {
  const recurring = price.recurring
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: wholeAmount(price.unit_amount_decimal),
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: recurring?.interval ?? 'month',
    interval_count: recurring?.interval_count ?? 1,
    livemode: false,
    metadata: { ...price.metadata },
    meter: recurring?.meter ?? null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: price.tiers_mode,
    transform_usage: price.transform_quantity ? { ...price.transform_quantity } : null,
    trial_period_days: recurring?.trial_period_days ?? null,
    usage_type: recurring?.usage_type ?? 'licensed',
  }
}

/** Whether a coupon can still be redeemed. */
export function isCouponValid(coupon: CouponRecord, now: number): boolean {
  if (coupon.redeem_by !== null && coupon.redeem_by <= now) return false
  return coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions
}

export function renderCoupon(coupon: CouponRecord, now: number): JsonObject {
  return {
    id: coupon.id,
    object: 'coupon',
    amount_off: coupon.amount_off,
    created: coupon.created,
    currency: coupon.currency,
    duration: coupon.duration,
    duration_in_months: coupon.duration_in_months,
    livemode: false,
    max_redemptions: coupon.max_redemptions,
    metadata: { ...coupon.metadata },
    name: coupon.name,
    percent_off: coupon.percent_off,
    redeem_by: coupon.redeem_by,
    times_redeemed: coupon.times_redeemed,
    valid: isCouponValid(coupon, now),
  }
}

/** Whether a promotion code can be redeemed: it and its coupon must be usable. */
export function isPromotionCodeActive(
  code: PromotionCodeRecord,
  coupon: CouponRecord | undefined,
  now: number,
): boolean {
  if (!code.active || !coupon || !isCouponValid(coupon, now)) return false
  if (code.expires_at !== null && code.expires_at <= now) return false
  return code.max_redemptions === null || code.times_redeemed < code.max_redemptions
}

/** Amounts in further currencies. */
export function renderOptions(options: Record<string, number>, amount: string): JsonObject {
  return Object.fromEntries(
    Object.entries(options).map(([currency, value]) => [currency, { [amount]: value }]),
  )
}

export function renderPromotionCode(
  code: PromotionCodeRecord,
  coupon: CouponRecord | undefined,
  now: number,
): JsonObject {
  return {
    id: code.id,
    object: 'promotion_code',
    active: isPromotionCodeActive(code, coupon, now),
    code: code.code,
    created: code.created,
    customer: code.customer,
    customer_account: null,
    expires_at: code.expires_at,
    livemode: false,
    max_redemptions: code.max_redemptions,
    metadata: { ...code.metadata },
    promotion: { coupon: code.coupon, type: 'coupon' },
    restrictions: {
      first_time_transaction: code.first_time_transaction,
      minimum_amount: code.minimum_amount,
      minimum_amount_currency: code.minimum_amount_currency,
      ...(code.currency_options
        ? { currency_options: renderOptions(code.currency_options, 'minimum_amount') }
        : {}),
    },
    times_redeemed: code.times_redeemed,
  }
}

export function renderDiscount(discount: DiscountRecord): JsonObject {
  return {
    id: discount.id,
    object: 'discount',
    checkout_session: null,
    customer: discount.customer,
    customer_account: null,
    end: discount.end,
    invoice: discount.invoice ?? null,
    invoice_item: discount.invoice_item ?? null,
    promotion_code: discount.promotion_code,
    source: { coupon: discount.coupon.id, type: 'coupon' },
    start: discount.start,
    subscription: discount.subscription,
    subscription_item: discount.subscription_item,
  }
}

export function renderDeletedDiscount(discount: DiscountRecord): JsonObject {
  const { end: _end, ...rest } = renderDiscount(discount)
  return { ...rest, deleted: true }
}
