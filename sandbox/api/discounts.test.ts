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
