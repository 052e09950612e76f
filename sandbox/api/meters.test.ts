import type Stripe from 'stripe'
import { DAY } from './engine/calendar'
import { startBilling, type Billing } from './testing/billing'

let billing: Billing
let stripe: Billing['stripe']
beforeEach(async () => {
  billing = await startBilling()
  ;({ stripe } = billing)
})
afterEach(() => billing.sandbox.close())

const now = () => billing.sandbox.engine.main.now

async function metered(formula: 'sum' | 'count' | 'last', unit_amount = 10) {
  const meter = await stripe.billing.meters.create({
    display_name: 'Calls',
    event_name: `calls_${formula}`,
    default_aggregation: { formula },
  })
  const price = await stripe.prices.create({
    product: String(billing.monthly.product),
    currency: 'usd',
    unit_amount,
    recurring: { interval: 'month', usage_type: 'metered', meter: meter.id },
  })
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
  })
  const use = (value: number, params: Partial<Stripe.Billing.MeterEventCreateParams> = {}) =>
    stripe.billing.meterEvents.create({
      event_name: meter.event_name,
      payload: { stripe_customer_id: customer.id, value: String(value) },
      ...params,
    })
  return { meter, price, customer, subscription, use }
}

test.each([
  ['sum', 1_000],
  ['count', 30],
  ['last', 500],
] as const)('the %s of the events of a period is billed at its end', async (formula, total) => {
  const { use, subscription } = await metered(formula)
  await use(20)
  await billing.advance(5)
  await use(30)
  await use(50)
  await billing.advance(27)
  await use(1_000)
  const [first] = await billing.invoicesOf(subscription)
  // The count is too small to charge, so that it waits; the total tells it all the same.
  expect(first).toMatchObject({ total, billing_reason: 'subscription_cycle' })
})

test('an event counts once, within its window of time, and can be taken back', async () => {
  const { meter, customer, use, subscription } = await metered('sum')
  const told = await use(70, { identifier: 'one', timestamp: now() - 60 })
  expect(told).toMatchObject({ identifier: 'one', timestamp: now() - 60, payload: { value: '70' } })
  await expect(use(70, { identifier: 'one' })).rejects.toMatchObject({ param: 'identifier' })
  await use(30, { identifier: 'two' })
  await expect(use(1, { timestamp: now() - 36 * DAY })).rejects.toMatchObject({ param: 'timestamp' })
  await expect(use(1, { timestamp: now() + 600 })).rejects.toMatchObject({ param: 'timestamp' })
  await expect(use(1, { event_name: 'other' })).rejects.toMatchObject({ code: 'resource_missing' })
  await expect(use(1, { payload: { value: '1' } })).rejects.toMatchObject({
    param: 'payload[stripe_customer_id]',
  })
  await expect(use(1, { payload: { stripe_customer_id: customer.id, value: 'many' } })).rejects.toMatchObject(
    { param: 'payload[value]' },
  )
  const day = Math.floor(now() / DAY) * DAY
  const range = { customer: customer.id, start_time: day, end_time: day + 2 * DAY }
  const whole = await stripe.billing.meters.listEventSummaries(meter.id, range)
  expect(whole.data).toMatchObject([{ aggregated_value: 100, start_time: day, meter: meter.id }])
  const byDay = await stripe.billing.meters.listEventSummaries(meter.id, {
    ...range,
    value_grouping_window: 'day',
  })
  expect(byDay.data.map(({ aggregated_value }) => aggregated_value)).toEqual([0, 100])
  await expect(
    stripe.billing.meters.listEventSummaries(meter.id, { ...range, start_time: day + 1 }),
  ).rejects.toMatchObject({ param: 'start_time' })
  const adjustment = { event_name: meter.event_name, type: 'cancel' as const, cancel: { identifier: 'two' } }
  expect(await stripe.billing.meterEventAdjustments.create(adjustment)).toMatchObject({ status: 'complete' })
  await expect(stripe.billing.meterEventAdjustments.create(adjustment)).rejects.toMatchObject({
    code: 'resource_missing',
  })
  const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
  // What happened before the subscription began is not its use.
  expect(preview.total).toBe(0)
})

test('what was used is billed when a subscription ends or pauses', async () => {
  const { use, subscription } = await metered('sum')
  await use(90)
  await billing.advance(1)
  await stripe.subscriptions.cancel(subscription.id, { invoice_now: true })
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ total: 900, status: 'paid' })
})

test('meters are changed, turned off and on, and listed', async () => {
  const { meter, price } = await metered('sum')
  expect(await stripe.billing.meters.update(meter.id, { display_name: 'Requests' })).toMatchObject({
    display_name: 'Requests',
  })
  const off = await stripe.billing.meters.deactivate(meter.id)
  expect(off).toMatchObject({ status: 'inactive', status_transitions: { deactivated_at: now() } })
  await expect(stripe.billing.meters.deactivate(meter.id)).rejects.toThrow('already inactive')
  const recurring = { interval: 'month' as const, usage_type: 'metered' as const }
  const create = (id: string) =>
    stripe.prices.create({
      product: String(price.product),
      currency: 'usd',
      unit_amount: 1,
      recurring: { ...recurring, meter: id },
    })
  await expect(create(meter.id)).rejects.toMatchObject({ param: 'recurring[meter]' })
  await expect(create('mtr_none')).rejects.toMatchObject({ code: 'resource_missing' })
  expect((await stripe.billing.meters.list({ status: 'inactive' })).data.map(({ id }) => id)).toEqual([
    meter.id,
  ])
  expect(await stripe.billing.meters.reactivate(meter.id)).toMatchObject({ status: 'active' })
  expect(await billing.eventsAbout(meter.id)).toEqual([
    'billing.meter.created',
    'billing.meter.updated',
    'billing.meter.deactivated',
    'billing.meter.reactivated',
  ])
  await expect(
    stripe.billing.meters.create({
      display_name: 'Twice',
      event_name: meter.event_name,
      default_aggregation: { formula: 'sum' },
    }),
  ).rejects.toMatchObject({ param: 'event_name' })
})
