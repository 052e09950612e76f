import type Stripe from 'stripe'
import { startSandbox, TEST_NOW, type TestSandbox } from './testing/start'

const DAY = 86_400

let sandbox: TestSandbox
let stripe: Stripe
let product: Stripe.Product
let monthly: Stripe.Price
let dear: Stripe.Price
let yearly: Stripe.Price

beforeEach(async () => {
  sandbox = await startSandbox({ seed: 'billing' })
  stripe = sandbox.stripe
  product = await stripe.products.create({ name: 'Desk' })
  const price = (unit_amount: number, interval: 'month' | 'year') =>
    stripe.prices.create({ product: product.id, currency: 'usd', unit_amount, recurring: { interval } })
  ;[monthly, dear, yearly] = await Promise.all([
    price(1_000, 'month'),
    price(3_000, 'month'),
    price(10_000, 'year'),
  ])
})
afterEach(() => sandbox.close())

async function payer(card = 'pm_card_visa'): Promise<Stripe.Customer> {
  return stripe.customers.create({ payment_method: card, invoice_settings: { default_payment_method: card } })
}

async function advance(days: number): Promise<void> {
  await fetch(`${sandbox.url}/_sandbox/advance`, {
    method: 'POST',
    body: JSON.stringify({ seconds: days * DAY }),
  })
}

async function invoicesOf(subscription: Stripe.Subscription): Promise<Stripe.Invoice[]> {
  return (await stripe.invoices.list({ subscription: subscription.id, limit: 100 })).data
}

async function eventsAbout(id: string): Promise<string[]> {
  const all = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 })
  return all
    .filter((one) => 'id' in one.data.object && one.data.object.id === id)
    .map(({ type }) => type)
    .reverse()
}

const firstItem = (subscription: Stripe.Subscription) => subscription.items.data[0]?.id ?? ''

test('a subscription is billed at once and again every month on its anchor', async () => {
  const customer = await payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id, quantity: 3 }],
  })
  expect(subscription).toMatchObject({ status: 'active', billing_cycle_anchor: TEST_NOW, currency: 'usd' })
  await advance(65)
  const invoices = await invoicesOf(subscription)
  expect(invoices.map((one) => [one.billing_reason, one.status, one.amount_paid])).toEqual([
    ['subscription_cycle', 'paid', 3_000],
    ['subscription_cycle', 'paid', 3_000],
    ['subscription_create', 'paid', 3_000],
  ])
  const starts = invoices.map((one) => new Date((one.lines.data[0]?.period.start ?? 0) * 1000).toISOString())
  expect(starts).toEqual(['2026-07-14T09:30:00.000Z', '2026-06-14T09:30:00.000Z', '2026-05-14T09:30:00.000Z'])
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(3)
  expect(await eventsAbout(invoices[0]?.id ?? '')).toEqual([
    'invoice.created',
    'invoice.updated',
    'invoice.finalized',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
  ])
})

test('an upgrade in the middle of a period credits what was paid and charges the rest, on the next invoice', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
  })
  await advance(15.5)
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: firstItem(subscription), price: dear.id, quantity: 2 }],
  })
  expect(await invoicesOf(subscription)).toHaveLength(1)
  await advance(20)
  const [renewal] = await invoicesOf(subscription)
  const lines = renewal?.lines.data.map((one) => [
    one.amount,
    one.parent?.subscription_item_details?.proration,
    one.quantity,
  ])
  expect(lines).toEqual([
    [-500, true, 1],
    [3_000, true, 2],
    [6_000, false, 2],
  ])
  expect(renewal?.total).toBe(8_500)
  expect(
    renewal?.lines.data[0]?.parent?.subscription_item_details?.proration_details?.credited_items?.invoice,
  ).toBe(String(subscription.latest_invoice))
})

test('prorations can be billed at once or left out, and a downgrade leaves credit', async () => {
  const customer = await payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: dear.id, quantity: 4 }],
  })
  const item = firstItem(subscription)
  await advance(15.5)
  const update = (quantity: number, proration_behavior: 'always_invoice' | 'none') =>
    stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity }], proration_behavior })
  await update(6, 'always_invoice')
  await update(5, 'none')
  await update(1, 'always_invoice')
  const [down, up] = await invoicesOf(subscription)
  expect([up?.billing_reason, up?.total, up?.amount_paid]).toEqual(['subscription_update', 3_000, 3_000])
  expect([down?.total, down?.amount_due, down?.ending_balance]).toEqual([-6_000, 0, -6_000])
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -6_000 })
  await advance(20)
  const [renewal] = await invoicesOf(subscription)
  expect([renewal?.total, renewal?.starting_balance, renewal?.amount_due]).toEqual([3_000, -6_000, 0])
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -3_000 })
})

test('another interval begins a new period and is billed at once', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
  })
  await advance(15.5)
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: firstItem(subscription), price: yearly.id }],
  })
  const [invoice] = await invoicesOf(subscription)
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([-500, 10_000])
  expect(changed.billing_cycle_anchor).toBe(TEST_NOW + 15.5 * DAY)
})

test('a trial costs nothing, announces its end and is then billed', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
    trial_period_days: 14,
  })
  expect(subscription).toMatchObject({ status: 'trialing', trial_end: TEST_NOW + 14 * DAY })
  await advance(15)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  expect((await invoicesOf(subscription)).map(({ amount_paid }) => amount_paid)).toEqual([1_000, 0])
  expect(await eventsAbout(subscription.id)).toContain('customer.subscription.trial_will_end')
})

test.each([
  ['cancel', 'canceled', 'customer.subscription.deleted'],
  ['pause', 'paused', 'customer.subscription.paused'],
  ['create_invoice', 'past_due', 'customer.subscription.updated'],
] as const)('a trial without a card ends with %s', async (missing_payment_method, status, event) => {
  const customer = await stripe.customers.create({})
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
    trial_period_days: 7,
    trial_settings: { end_behavior: { missing_payment_method } },
  })
  await advance(8)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe(status)
  expect(await eventsAbout(subscription.id)).toContain(event)
})

test('a card that fails at the start leaves the subscription incomplete, then expired', async () => {
  const customer = await payer('pm_card_chargeCustomerFail')
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  expect(subscription.status).toBe('incomplete')
  await advance(1)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete_expired')
  expect((await invoicesOf(subscription))[0]?.status).toBe('void')
})

test('a card that fails later is tried five times, then the subscription is canceled', async () => {
  const customer = await payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } })
  await advance(32)
  const due = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice', 'customer'] })
  expect(due.status).toBe('past_due')
  expect(due.customer).toMatchObject({ delinquent: true })
  expect(due.latest_invoice).toMatchObject({ status: 'open', attempt_count: 1, attempted: true })
  await advance(30)
  const over = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice'] })
  expect(over).toMatchObject({ status: 'canceled', cancellation_details: { reason: 'payment_failed' } })
  expect(over.latest_invoice).toMatchObject({
    status: 'uncollectible',
    attempt_count: 5,
    next_payment_attempt: null,
  })
  const failed = await stripe.charges.list({ customer: customer.id, limit: 10 })
  expect(failed.data.filter(({ status }) => status === 'failed')).toHaveLength(5)
})

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
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
    discounts: [{ coupon: once.id }, { promotion_code: code.id }],
  })
  expect(subscription.discounts).toHaveLength(1)
  await advance(95)
  const totals = (await invoicesOf(subscription)).map(({ total }) => total).reverse()
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
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
  })
  const given = await stripe.subscriptions.update(subscription.id, { discounts: [{ coupon: coupon.id }] })
  expect(given.discounts).toHaveLength(1)
  expect((await stripe.subscriptions.update(subscription.id, { discounts: [] })).discounts).toEqual(
    given.discounts,
  )
  expect((await stripe.subscriptions.update(subscription.id, { discounts: '' })).discounts).toEqual([])
})

test('cancelling at the end can be taken back; at once it cannot', async () => {
  const customer = await payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  const planned = await stripe.subscriptions.update(subscription.id, {
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'unused', comment: 'Too quiet' },
  })
  expect(planned).toMatchObject({
    status: 'active',
    cancel_at_period_end: true,
    cancellation_details: { feedback: 'unused' },
  })
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: false })
  await advance(40)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
  await advance(31)
  const ended = await stripe.subscriptions.retrieve(subscription.id)
  expect(ended).toMatchObject({ status: 'canceled', ended_at: Date.UTC(2026, 6, 14, 9, 30) / 1000 })
  await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({ statusCode: 404 })
  await expect(stripe.subscriptions.update(subscription.id, { description: 'x' })).rejects.toMatchObject({
    code: 'invalid_canceled_subscription_fields',
  })
  const other = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
  await advance(15.5)
  const gone = await stripe.subscriptions.cancel(other.id, { prorate: true, invoice_now: true })
  expect(gone.status).toBe('canceled')
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -500 })
})

test.each([
  ['void', 'void'],
  ['mark_uncollectible', 'uncollectible'],
  ['keep_as_draft', 'draft'],
] as const)('paused collection by %s', async (behavior, status) => {
  const subscription = await stripe.subscriptions.create({
    customer: (await payer()).id,
    items: [{ price: monthly.id }],
  })
  const paused = await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } })
  expect(paused).toMatchObject({ status: 'active', pause_collection: { behavior, resumes_at: null } })
  await advance(32)
  expect((await invoicesOf(subscription))[0]?.status).toBe(status)
  expect(
    (await stripe.subscriptions.update(subscription.id, { pause_collection: '' })).pause_collection,
  ).toBeNull()
})

test('refunds come back in parts, never more than was paid', async () => {
  const customer = await payer()
  await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
  const charge = (await stripe.charges.list({ customer: customer.id })).data[0]?.id ?? ''
  await stripe.refunds.create({ charge, amount: 400, reason: 'requested_by_customer' })
  await expect(stripe.refunds.create({ charge, amount: 700 })).rejects.toMatchObject({
    statusCode: 400,
    param: 'amount',
  })
  const rest = await stripe.refunds.create({ charge }, { idempotencyKey: 'rest' })
  expect(rest.amount).toBe(600)
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_already_refunded' })
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ refunded: true, amount_refunded: 1_000 })
  expect(await eventsAbout(charge)).toEqual([
    'charge.succeeded',
    'charge.updated',
    'charge.refunded',
    'charge.updated',
    'charge.refunded',
  ])
})

test('deleting a customer ends its subscriptions', async () => {
  const customer = await payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  expect(await stripe.customers.del(customer.id)).toEqual(
    expect.objectContaining({ id: customer.id, deleted: true }),
  )
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('canceled')
  expect((await stripe.customers.list({ limit: 3 })).data.map(({ id }) => id)).not.toContain(customer.id)
})
