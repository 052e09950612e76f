import type { Tour } from './tour'

/** Products, prices, coupons and promotion codes. */
export const catalogueTour: Tour = async ({ sandbox, stripe }) => {
  const soon = sandbox.engine.main.now + 86_400
  const product = await stripe.products.create({
    id: 'prod_tour',
    name: 'Tour',
    active: true,
    description: 'All that a product has',
    images: ['https://example.com/a.png'],
    marketing_features: [{ name: 'Fast' }],
    metadata: { tour: 'yes' },
    shippable: false,
    statement_descriptor: 'TOUR',
    tax_code: 'txcd_10103001',
    unit_label: 'seat',
    url: 'https://example.com',
  })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 1_000,
    recurring: { interval: 'month', interval_count: 1, usage_type: 'licensed', trial_period_days: 7 },
    nickname: 'Monthly',
    lookup_key: 'tour',
    metadata: { tour: 'yes' },
    tax_behavior: 'exclusive',
    active: true,
    billing_scheme: 'per_unit',
    transform_quantity: { divide_by: 5, round: 'up' },
  })
  await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    billing_scheme: 'tiered',
    tiers_mode: 'graduated',
    tiers: [
      { up_to: 10, unit_amount: 500 },
      { up_to: 'inf', unit_amount_decimal: '12.5' as never, flat_amount: 100 },
    ],
    recurring: { interval: 'month' },
    expand: ['tiers'],
  })
  await stripe.prices.list({
    product: product.id,
    active: true,
    currency: 'usd',
    type: 'recurring',
    limit: 2,
  })
  await stripe.prices.retrieve(price.id, { expand: ['product'] })
  await stripe.prices.update(price.id, {
    nickname: '',
    metadata: { tour: '' },
    active: true,
    lookup_key: 'tour2',
  })
  await stripe.products.list({ active: true, ids: [product.id], limit: 1 })
  await stripe.products.retrieve(product.id)
  await stripe.products.update(product.id, { name: 'Tour 2', default_price: price.id })
  const coupon = await stripe.coupons.create({
    id: 'TOUR',
    percent_off: 12.5,
    duration: 'repeating',
    duration_in_months: 3,
    max_redemptions: 10,
    redeem_by: soon,
    name: 'Tour',
    metadata: { tour: 'yes' },
    applies_to: { products: [product.id] },
    expand: ['applies_to'],
  })
  const dollars = await stripe.coupons.create({
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 400 } },
  })
  await stripe.coupons.update(dollars.id, {
    currency_options: { jpy: { amount_off: 60 } },
    expand: ['currency_options'],
  })
  await stripe.coupons.retrieve(coupon.id)
  await stripe.coupons.update(coupon.id, { name: 'Tour 2', metadata: { tour: '' } })
  await stripe.coupons.list({ limit: 2, created: { lte: soon } })
  const customer = await stripe.customers.create({})
  const code = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'TOUR20',
    customer: customer.id,
    expires_at: soon - 10,
    max_redemptions: 3,
    metadata: { tour: 'yes' },
    restrictions: { first_time_transaction: true, minimum_amount: 100, minimum_amount_currency: 'usd' },
    active: true,
  })
  await stripe.promotionCodes.retrieve(code.id, { expand: ['promotion.coupon'] })
  await stripe.promotionCodes.update(code.id, {
    active: false,
    metadata: { tour: '' },
    restrictions: { currency_options: { eur: { minimum_amount: 100 } } },
  })
  await stripe.promotionCodes.list({
    code: 'TOUR20',
    active: false,
    coupon: coupon.id,
    customer: customer.id,
  })
  await stripe.coupons.del(coupon.id)
  const unsold = await stripe.products.create({ name: 'Never sold' })
  await stripe.products.del(unsold.id)
}
