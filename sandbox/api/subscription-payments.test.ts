import { DAY } from './engine/calendar'
import { firstItem, startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterEach(() => billing.sandbox.close())

const now = () => billing.sandbox.engine.main.now

test('invoices that are sent make a subscription past due when nobody pays', async () => {
  const customer = await stripe.customers.create({ email: 'pays@example.com' })
  const params = { customer: customer.id, items: [{ price: billing.monthly.id }] }
  await expect(
    stripe.subscriptions.create({ ...params, collection_method: 'send_invoice' }),
  ).rejects.toMatchObject({ param: 'days_until_due' })
  const subscription = await stripe.subscriptions.create({
    ...params,
    collection_method: 'send_invoice',
    days_until_due: 5,
  })
  expect(subscription).toMatchObject({
    status: 'active',
    collection_method: 'send_invoice',
    days_until_due: 5,
  })
  const [draft] = await billing.invoicesOf(subscription)
  expect(draft).toMatchObject({ status: 'draft', due_date: now() + 5 * DAY })
  await billing.advance(6)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('past_due')
  await stripe.invoices.pay(draft?.id ?? '', { paid_out_of_band: true })
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  expect((await stripe.subscriptions.list({ collection_method: 'send_invoice' })).data).toHaveLength(1)
})

describe('when the payment fails', () => {
  const bad = 'pm_card_chargeCustomerFail'

  test('an error can be wanted instead of an incomplete subscription', async () => {
    const customer = await billing.payer(bad)
    const params = { customer: customer.id, items: [{ price: billing.monthly.id }] }
    await expect(
      stripe.subscriptions.create({ ...params, payment_behavior: 'error_if_incomplete' }),
    ).rejects.toMatchObject({ type: 'StripeCardError', statusCode: 402, code: 'card_declined' })
    expect((await stripe.subscriptions.list({ customer: customer.id, status: 'all' })).data).toEqual([])
    expect((await stripe.invoices.list({ customer: customer.id })).data).toEqual([])
    const trial = await stripe.subscriptions.create({
      ...params,
      payment_behavior: 'error_if_incomplete',
      trial_period_days: 3,
    })
    expect(trial.status).toBe('trialing')
  })

  test('a change can be refused as a whole', async () => {
    const subscription = await billing.subscribe()
    const card = await stripe.paymentMethods.attach(bad, { customer: String(subscription.customer) })
    await stripe.subscriptions.update(subscription.id, { default_payment_method: card.id })
    const change = {
      items: [{ id: firstItem(subscription), price: billing.dear.id }],
      proration_behavior: 'always_invoice' as const,
    }
    await expect(
      stripe.subscriptions.update(subscription.id, { ...change, payment_behavior: 'error_if_incomplete' }),
    ).rejects.toMatchObject({ code: 'card_declined' })
    const same = await stripe.subscriptions.retrieve(subscription.id)
    expect(same.items.data[0]?.price.id).toBe(billing.monthly.id)
    expect(await billing.invoicesOf(subscription)).toHaveLength(1)
    await stripe.subscriptions.update(subscription.id, change)
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'past_due' })
    await expect(
      stripe.subscriptions.update(subscription.id, { payment_behavior: 'pending_if_incomplete' }),
    ).rejects.toMatchObject({ param: 'payment_behavior' })
  })

  test('the first invoice can wait for somebody to pay it, for 23 hours', async () => {
    const customer = await stripe.customers.create({})
    const params = { customer: customer.id, items: [{ price: billing.monthly.id }] }
    await expect(stripe.subscriptions.create(params)).rejects.toMatchObject({ code: 'resource_missing' })
    const create = () =>
      stripe.subscriptions.create({
        ...params,
        payment_behavior: 'default_incomplete',
        payment_settings: { save_default_payment_method: 'on_subscription' },
        expand: ['latest_invoice.confirmation_secret'],
      })
    const subscription = await create()
    expect(subscription).toMatchObject({
      status: 'incomplete',
      latest_invoice: { status: 'open', attempted: false, confirmation_secret: { type: 'payment_intent' } },
    })
    const lost = await create()
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    const invoice = subscription.latest_invoice
    if (invoice === null || typeof invoice === 'string') throw new Error('no invoice')
    await stripe.invoices.pay(invoice.id, { payment_method: card.id })
    expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
      status: 'active',
      default_payment_method: card.id,
    })
    await billing.advance(32)
    expect((await billing.invoicesOf(subscription)).map(({ status }) => status)).toEqual(['paid', 'paid'])
    expect((await stripe.subscriptions.retrieve(lost.id)).status).toBe('incomplete_expired')
  })
})

test('items have routes of their own', async () => {
  const subscription = await billing.subscribe()
  const added = await stripe.subscriptionItems.create({
    subscription: subscription.id,
    price_data: {
      currency: 'usd',
      product: String(billing.monthly.product),
      unit_amount: 3_100,
      recurring: { interval: 'month' },
    },
    proration_behavior: 'none',
  })
  expect(added).toMatchObject({ quantity: 1, price: { unit_amount: 3_100, active: false } })
  expect(await stripe.subscriptionItems.update(added.id, { quantity: 2 })).toMatchObject({ quantity: 2 })
  expect(await stripe.subscriptionItems.retrieve(added.id)).toMatchObject({ subscription: subscription.id })
  expect(await stripe.subscriptionItems.del(added.id)).toMatchObject({ deleted: true })
  await expect(stripe.subscriptionItems.retrieve(added.id)).rejects.toMatchObject({ statusCode: 404 })
  await expect(stripe.subscriptionItems.del(firstItem(subscription))).rejects.toThrow(
    'at least one active plan',
  )
})

test('discounts of an item come before those of the subscription, and each ends in its own way', async () => {
  const tenth = await stripe.coupons.create({ percent_off: 10, duration: 'forever' })
  const fifty = await stripe.coupons.create({ amount_off: 50, currency: 'usd', duration: 'once' })
  const half = await stripe.coupons.create({ percent_off: 50, duration: 'once' })
  const subscription = await billing.subscribe({
    items: [
      { price: billing.monthly.id, discounts: [{ coupon: half.id }, { coupon: tenth.id }] },
      { price: billing.dear.id },
    ],
    discounts: [{ coupon: tenth.id }, { coupon: fifty.id }],
  })
  const [first] = await billing.invoicesOf(subscription)
  // 1000 less a half and a tenth is 450; with 3000 that makes 3450, less a tenth and 50 cents.
  expect(first).toMatchObject({ subtotal: 3_450, total: 3_055 })
  expect(first?.total_discount_amounts?.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([
    50, 50, 345, 500,
  ])
  await billing.advance(31)
  const [second] = await billing.invoicesOf(subscription)
  expect(second).toMatchObject({ subtotal: 3_900, total: 3_510 })
  const gone = await stripe.subscriptions.deleteDiscount(subscription.id)
  expect(gone).toMatchObject({ deleted: true, object: 'discount' })
  expect((await stripe.subscriptions.retrieve(subscription.id)).discounts).toEqual([])
  await expect(stripe.subscriptions.deleteDiscount(subscription.id)).rejects.toMatchObject({
    statusCode: 404,
  })
})
