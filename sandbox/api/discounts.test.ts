import type Stripe from 'stripe'
import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
let monthly: Billing['monthly']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe, monthly } = billing)
})
afterEach(() => billing.sandbox.close())

test('coupons reduce once, for some months or for good, also by promotion code', async () => {
  const once = await stripe.coupons.create({ percent_off: 50, duration: 'once' })
  const months = await stripe.coupons.create({
    amount_off: 200,
    currency: 'usd',
    duration: 'repeating',
    duration_in_months: 2,
  })
  const code = await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: months.id },
    code: 'TwoMonths',
  })
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
    discounts: [{ coupon: once.id }, { promotion_code: code.id }],
  })
  expect(subscription.discounts).toHaveLength(1)
  await billing.advance(95)
  const totals = (await billing.invoicesOf(subscription)).map(({ total }) => total).reverse()
  expect(totals).toEqual([300, 800, 1_000, 1_000])
  expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([])
  expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ times_redeemed: 1 })
  await expect(
    stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: once.id }, code: 'TWOMONTHS' }),
  ).rejects.toMatchObject({ param: 'code' })
  await stripe.promotionCodes.update(code.id, { active: false })
  await expect(
    stripe.subscriptions.update(subscription.id, { discounts: [{ promotion_code: code.id }] }),
  ).rejects.toMatchObject({ code: 'promotion_code_not_redeemable' })
})

test('a discount can be given and taken later, and an empty list leaves it', async () => {
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
  })
  const given = await stripe.subscriptions.update(subscription.id, { discounts: [{ coupon: coupon.id }] })
  expect(given.discounts).toHaveLength(1)
  expect((await stripe.subscriptions.update(subscription.id, { discounts: [] })).discounts).toEqual(
    given.discounts,
  )
  expect((await stripe.subscriptions.update(subscription.id, { discounts: '' })).discounts).toEqual([])
})

describe('a promotion code', () => {
  const codeFor = async (
    params: Partial<Stripe.PromotionCodeCreateParams> = {},
    coupon: Stripe.CouponCreateParams = { percent_off: 10, duration: 'once' },
  ) => {
    const { id } = await stripe.coupons.create(coupon)
    return stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: id }, ...params })
  }
  const subscribe = async (code: Stripe.PromotionCode, customer?: Stripe.Customer) =>
    stripe.subscriptions.create({
      customer: (customer ?? (await billing.payer())).id,
      items: [{ price: monthly.id, quantity: 2 }],
      discounts: [{ promotion_code: code.id }],
    })
  const refusal = { statusCode: 400, param: 'discounts[0][promotion_code]' }

  test('may belong to one customer, or to new ones', async () => {
    const customer = await billing.payer()
    const own = await codeFor({ customer: customer.id })
    await expect(subscribe(own)).rejects.toMatchObject(refusal)
    await subscribe(own, customer)
    const fresh = await codeFor({ restrictions: { first_time_transaction: true } })
    await expect(subscribe(fresh, customer)).rejects.toMatchObject({
      ...refusal,
      code: 'promotion_code_customer_not_first_time',
    })
    await subscribe(fresh)
  })

  test('may ask for a minimum, in each currency', async () => {
    const minimum = (minimum_amount: number) =>
      codeFor({ restrictions: { minimum_amount, minimum_amount_currency: 'usd' } })
    await subscribe(await minimum(2_000))
    await expect(subscribe(await minimum(2_001))).rejects.toMatchObject(refusal)
    const euros = await codeFor({ restrictions: { minimum_amount: 1, minimum_amount_currency: 'eur' } })
    await expect(subscribe(euros)).rejects.toMatchObject(refusal)
    const both = await stripe.promotionCodes.update(euros.id, {
      restrictions: { currency_options: { usd: { minimum_amount: 10 } } },
    })
    expect(both.restrictions).toMatchObject({ currency_options: { usd: { minimum_amount: 10 } } })
    await subscribe(euros)
  })

  test('ends with its time, its number of uses, or its coupon', async () => {
    const { now } = billing.sandbox.engine.main
    const short = await codeFor({ expires_at: now + 3_600 })
    const once = await codeFor({ max_redemptions: 1 })
    const late = await codeFor({}, { percent_off: 10, redeem_by: now + 3_600 })
    await subscribe(once)
    await expect(subscribe(once)).rejects.toMatchObject({ ...refusal, code: 'promotion_code_not_redeemable' })
    await billing.advance(1)
    await expect(subscribe(short)).rejects.toMatchObject(refusal)
    await expect(subscribe(late)).rejects.toMatchObject(refusal)
  })
})

test('a coupon has a limit, also within one request', async () => {
  const coupon = await stripe.coupons.create({ percent_off: 10, max_redemptions: 2 })
  const customer = await billing.payer()
  const subscribe = (times: number) =>
    stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: monthly.id, discounts: [{ coupon: coupon.id }] }],
      discounts: Array.from({ length: times - 1 }, () => ({ coupon: coupon.id })),
    })
  await expect(subscribe(3)).rejects.toMatchObject({ code: 'coupon_expired' })
  await subscribe(2)
  expect(await stripe.coupons.retrieve(coupon.id)).toMatchObject({ times_redeemed: 2, valid: false })
  await expect(subscribe(1)).rejects.toMatchObject({ code: 'coupon_expired' })
})

test('an amount is taken off in the currencies that the coupon knows, and only from its products', async () => {
  const coupon = await stripe.coupons.create({
    amount_off: 500,
    currency: 'usd',
    currency_options: { eur: { amount_off: 400 } },
    applies_to: { products: [String(monthly.product)] },
  })
  expect(await stripe.coupons.retrieve(coupon.id, { expand: ['currency_options'] })).toMatchObject({
    currency_options: { eur: { amount_off: 400 } },
  })
  const customer = await stripe.customers.create({})
  const totals: number[] = []
  for (const currency of ['usd', 'eur'] as const) {
    const invoice = await stripe.invoices.create({
      customer: customer.id,
      currency,
      discounts: [{ coupon: coupon.id }],
    })
    const price_data = { currency, unit_amount: 900, product: String(monthly.product) }
    await stripe.invoiceItems.create({ customer: customer.id, invoice: invoice.id, price_data })
    await stripe.invoiceItems.create({ customer: customer.id, invoice: invoice.id, amount: 50, currency })
    totals.push((await stripe.invoices.retrieve(invoice.id)).total)
  }
  expect(totals).toEqual([450, 550])
  await expect(
    stripe.invoices.create({ customer: customer.id, currency: 'jpy', discounts: [{ coupon: coupon.id }] }),
  ).rejects.toMatchObject({ param: 'discounts[0][coupon]' })
  await expect(
    stripe.coupons.create({ percent_off: 5, currency_options: { eur: { amount_off: 1 } } }),
  ).rejects.toMatchObject({ param: 'currency_options' })
})
