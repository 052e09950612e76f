import type Stripe from 'stripe'
import { DAY } from './engine/calendar'
import { startBilling, type Billing } from './testing/billing'
import { TEST_NOW } from './testing/start'

let billing: Billing

beforeAll(async () => {
  billing = await startBilling()
})
afterAll(() => billing.sandbox.close())

async function onClock(frozen_time: number): Promise<{
  clock: Stripe.TestHelpers.TestClock
  customer: Stripe.Customer
  subscription: Stripe.Subscription
}> {
  const { stripe, monthly } = billing
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time })
  const customer = await stripe.customers.create({
    test_clock: clock.id,
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  })
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: monthly.id }],
  })
  return { clock, customer, subscription }
}

test('what belongs to a clock lives by its time, and nothing else does', async () => {
  const { stripe, invoicesOf, sandbox } = billing
  const start = Date.UTC(2028, 0, 31) / 1000
  const { clock, customer, subscription } = await onClock(start)
  expect(subscription.created).toBe(start)
  expect(subscription.test_clock).toBe(clock.id)
  const advancing = await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + 59 * DAY })
  expect(advancing).toMatchObject({
    status: 'advancing',
    frozen_time: start,
    status_details: { advancing: { target_frozen_time: start + 59 * DAY } },
  })
  const ready = await stripe.testHelpers.testClocks.retrieve(clock.id)
  expect(ready).toMatchObject({ status: 'ready', frozen_time: start + 59 * DAY })
  const invoices = await invoicesOf(subscription)
  expect(invoices.map(({ created }) => new Date(created * 1000).toISOString().slice(0, 10))).toEqual([
    '2028-02-29',
    '2028-01-31',
  ])
  expect(invoices.map(({ status }) => status)).toEqual(['paid', 'paid'])
  expect(invoices[0]?.test_clock).toBe(clock.id)
  const other = await billing.payer()
  expect(other.created).toBe(TEST_NOW)
  expect(sandbox.engine.main.now).toBe(TEST_NOW)
  expect(customer.test_clock).toBe(clock.id)
})

test('lists leave out what belongs to a clock unless it is asked for', async () => {
  const { stripe } = billing
  const { clock, customer, subscription } = await onClock(TEST_NOW)
  const ids = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id)
  expect(ids(await stripe.customers.list({ limit: 100 }))).not.toContain(customer.id)
  expect(ids(await stripe.customers.list({ test_clock: clock.id }))).toEqual([customer.id])
  expect(ids(await stripe.subscriptions.list({ limit: 100 }))).not.toContain(subscription.id)
  expect(ids(await stripe.subscriptions.list({ test_clock: clock.id }))).toEqual([subscription.id])
  expect(ids(await stripe.subscriptions.list({ customer: customer.id }))).toEqual([subscription.id])
})

test('a list over instants that do not rise is still filtered by them', async () => {
  const { stripe } = billing
  const { subscription: future } = await onClock(TEST_NOW + 400 * DAY)
  const { subscription: past } = await onClock(TEST_NOW - 4_000 * DAY)
  const found = async (created: Stripe.RangeQueryParam) => {
    const ids: string[] = []
    for await (const one of stripe.invoices.list({ created, limit: 1 })) ids.push(one.id ?? '')
    return ids
  }
  expect(await found({ gt: TEST_NOW + 300 * DAY, lt: TEST_NOW + 420 * DAY })).toEqual([future.latest_invoice])
  expect(await found({ lt: TEST_NOW - 3_900 * DAY })).toEqual([past.latest_invoice])
})

test('a clock moves forward only, by two periods of its shortest subscription at most', async () => {
  const { stripe } = billing
  const { clock } = await onClock(TEST_NOW)
  const advance = (days: number) =>
    stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: TEST_NOW + days * DAY })
  await expect(advance(0)).rejects.toMatchObject({ param: 'frozen_time', statusCode: 400 })
  await expect(advance(70)).rejects.toMatchObject({ param: 'frozen_time', statusCode: 400 })
  await advance(61)
})

test('a clock takes three customers, tells its events, and takes its customers with it', async () => {
  const { stripe, eventsAbout } = billing
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: TEST_NOW })
  const customers = []
  for (let count = 0; count < 3; count += 1)
    customers.push(await stripe.customers.create({ test_clock: clock.id }))
  await expect(stripe.customers.create({ test_clock: clock.id })).rejects.toMatchObject({
    param: 'test_clock',
  })
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: TEST_NOW + 700 * DAY })
  await stripe.testHelpers.testClocks.del(clock.id)
  await expect(stripe.testHelpers.testClocks.retrieve(clock.id)).rejects.toMatchObject({ statusCode: 404 })
  const gone = await stripe.customers.retrieve(customers[0]?.id ?? '')
  expect(gone.deleted).toBe(true)
  expect(await eventsAbout(clock.id)).toEqual([
    'test_helpers.test_clock.created',
    'test_helpers.test_clock.advancing',
    'test_helpers.test_clock.ready',
    'test_helpers.test_clock.deleted',
  ])
})
