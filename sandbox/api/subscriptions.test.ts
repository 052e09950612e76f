import { DAY } from './engine/calendar'
import { firstItem, startBilling, type Billing } from './testing/billing'
import { TEST_NOW } from './testing/start'

let billing: Billing
let stripe: Billing['stripe']
let monthly: Billing['monthly']
let dear: Billing['dear']
let yearly: Billing['yearly']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe, monthly, dear, yearly } = billing)
})
afterEach(() => billing.sandbox.close())

test('a subscription is billed at once and again every month on its anchor', async () => {
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id, quantity: 3 }],
  })
  expect(subscription).toMatchObject({ status: 'active', billing_cycle_anchor: TEST_NOW, currency: 'usd' })
  await billing.advance(65)
  const invoices = await billing.invoicesOf(subscription)
  expect(invoices.map((one) => [one.billing_reason, one.status, one.amount_paid])).toEqual([
    ['subscription_cycle', 'paid', 3_000],
    ['subscription_cycle', 'paid', 3_000],
    ['subscription_create', 'paid', 3_000],
  ])
  const starts = invoices.map((one) => new Date((one.lines.data[0]?.period.start ?? 0) * 1000).toISOString())
  expect(starts).toEqual(['2026-07-14T09:30:00.000Z', '2026-06-14T09:30:00.000Z', '2026-05-14T09:30:00.000Z'])
  expect(new Set(invoices.map(({ number }) => number)).size).toBe(3)
  expect(await billing.eventsAbout(invoices[0]?.id ?? '')).toEqual([
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
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
  })
  await billing.advance(15.5)
  await stripe.subscriptions.update(subscription.id, {
    items: [{ id: firstItem(subscription), price: dear.id, quantity: 2 }],
  })
  expect(await billing.invoicesOf(subscription)).toHaveLength(1)
  await billing.advance(20)
  const [renewal] = await billing.invoicesOf(subscription)
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
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: dear.id, quantity: 4 }],
  })
  const item = firstItem(subscription)
  await billing.advance(15.5)
  const update = (quantity: number, proration_behavior: 'always_invoice' | 'none') =>
    stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity }], proration_behavior })
  await update(6, 'always_invoice')
  await update(5, 'none')
  await update(1, 'always_invoice')
  const [down, up] = await billing.invoicesOf(subscription)
  expect([up?.billing_reason, up?.total, up?.amount_paid]).toEqual(['subscription_update', 3_000, 3_000])
  expect([down?.total, down?.amount_due, down?.ending_balance]).toEqual([-6_000, 0, -6_000])
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -6_000 })
  await billing.advance(20)
  const [renewal] = await billing.invoicesOf(subscription)
  expect([renewal?.total, renewal?.starting_balance, renewal?.amount_due]).toEqual([3_000, -6_000, 0])
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: -3_000 })
})

test('another interval begins a new period and is billed at once', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
  })
  await billing.advance(15.5)
  const changed = await stripe.subscriptions.update(subscription.id, {
    items: [{ id: firstItem(subscription), price: yearly.id }],
  })
  const [invoice] = await billing.invoicesOf(subscription)
  expect(invoice?.lines.data.map(({ amount }) => amount)).toEqual([-500, 10_000])
  expect(changed.billing_cycle_anchor).toBe(TEST_NOW + 15.5 * DAY)
})

test('a trial costs nothing, announces its end and is then billed', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
    trial_period_days: 14,
  })
  expect(subscription).toMatchObject({ status: 'trialing', trial_end: TEST_NOW + 14 * DAY })
  await billing.advance(15)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  expect((await billing.invoicesOf(subscription)).map(({ amount_paid }) => amount_paid)).toEqual([1_000, 0])
  expect(await billing.eventsAbout(subscription.id)).toContain('customer.subscription.trial_will_end')
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
  await billing.advance(8)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe(status)
  expect(await billing.eventsAbout(subscription.id)).toContain(event)
})

test('a card that fails at the start leaves the subscription incomplete, then expired', async () => {
  const customer = await billing.payer('pm_card_chargeCustomerFail')
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  expect(subscription.status).toBe('incomplete')
  await billing.advance(1)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('incomplete_expired')
  expect((await billing.invoicesOf(subscription))[0]?.status).toBe('void')
})

test('a card that fails later is tried five times, then the subscription is canceled', async () => {
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  const bad = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id })
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: bad.id } })
  await billing.advance(32)
  const due = await stripe.subscriptions.retrieve(subscription.id, { expand: ['latest_invoice', 'customer'] })
  expect(due.status).toBe('past_due')
  expect(due.customer).toMatchObject({ delinquent: true })
  expect(due.latest_invoice).toMatchObject({ status: 'open', attempt_count: 1, attempted: true })
  await billing.advance(30)
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

test('cancelling at the end can be taken back; at once it cannot', async () => {
  const customer = await billing.payer()
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
  await billing.advance(40)
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe('active')
  await stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })
  await billing.advance(31)
  const ended = await stripe.subscriptions.retrieve(subscription.id)
  expect(ended).toMatchObject({ status: 'canceled', ended_at: Date.UTC(2026, 6, 14, 9, 30) / 1000 })
  await expect(stripe.subscriptions.cancel(subscription.id)).rejects.toMatchObject({ statusCode: 404 })
  await expect(stripe.subscriptions.update(subscription.id, { description: 'x' })).rejects.toMatchObject({
    code: 'invalid_canceled_subscription_fields',
  })
  const other = await stripe.subscriptions.create({ customer: customer.id, items: [{ price: monthly.id }] })
  await billing.advance(15.5)
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
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
  })
  const paused = await stripe.subscriptions.update(subscription.id, { pause_collection: { behavior } })
  expect(paused).toMatchObject({ status: 'active', pause_collection: { behavior, resumes_at: null } })
  await billing.advance(32)
  expect((await billing.invoicesOf(subscription))[0]?.status).toBe(status)
  expect(
    (await stripe.subscriptions.update(subscription.id, { pause_collection: '' })).pause_collection,
  ).toBeNull()
})

test('deleting a customer ends its subscriptions', async () => {
  const customer = await billing.payer()
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

test('a trial that is ended on request is billed at once', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
    trial_period_days: 14,
  })
  await billing.advance(3)
  const ended = await stripe.subscriptions.update(subscription.id, { trial_end: 'now' })
  expect(ended).toMatchObject({ status: 'active', trial_end: TEST_NOW + 3 * DAY })
  expect((await billing.invoicesOf(subscription)).map(({ amount_paid }) => amount_paid)).toEqual([1_000, 0])
})

test('a date for prorations must lie in the running period', async () => {
  const subscription = await stripe.subscriptions.create({
    customer: (await billing.payer()).id,
    items: [{ price: monthly.id }],
  })
  await expect(
    stripe.subscriptions.update(subscription.id, { proration_date: TEST_NOW - DAY }),
  ).rejects.toMatchObject({ param: 'proration_date' })
})
