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
const month = { interval: 'month' as const }
const subscriptionOf = (schedule: Stripe.SubscriptionSchedule) => String(schedule.subscription)

async function twoPhases(params: Partial<Stripe.SubscriptionScheduleCreateParams> = {}) {
  const customer = await billing.payer()
  return stripe.subscriptionSchedules.create({
    customer: customer.id,
    start_date: 'now',
    phases: [
      { items: [{ price: billing.monthly.id, quantity: 2 }], duration: { ...month, interval_count: 2 } },
      { items: [{ price: billing.dear.id }], duration: month },
    ],
    ...params,
  })
}

test('phases follow each other, then the subscription is released', async () => {
  const schedule = await twoPhases({ metadata: { plan: 'ramp' } })
  expect(schedule).toMatchObject({
    status: 'active',
    end_behavior: 'release',
    current_phase: { start_date: now() },
    metadata: { plan: 'ramp' },
  })
  const id = subscriptionOf(schedule)
  const subscription = await stripe.subscriptions.retrieve(id, { expand: ['schedule'] })
  expect(subscription).toMatchObject({ status: 'active', schedule: { id: schedule.id } })
  await billing.advance(62)
  const second = await stripe.subscriptionSchedules.retrieve(schedule.id)
  expect(second.current_phase).toEqual({
    start_date: schedule.phases[1]?.start_date,
    end_date: schedule.phases[1]?.end_date,
  })
  const switched = await stripe.subscriptions.retrieve(id)
  expect(switched.items.data).toMatchObject([
    { id: subscription.items.data[0]?.id, price: { id: billing.dear.id }, quantity: 1 },
  ])
  await billing.advance(31)
  const totals = (await billing.invoicesOf(subscription)).map(({ total, lines }) => [
    total,
    lines.data.length,
  ])
  expect(totals).toEqual([
    [3_000, 1],
    [3_000, 1],
    [2_000, 1],
    [2_000, 1],
  ])
  expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
    status: 'released',
    subscription: null,
    released_subscription: id,
    current_phase: null,
  })
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ status: 'active', schedule: null })
  const events = (await stripe.events.list({ type: 'subscription_schedule.*', limit: 100 })).data
  expect(events.map(({ type }) => type).reverse()).toEqual([
    'subscription_schedule.expiring',
    'subscription_schedule.updated',
    'subscription_schedule.released',
  ])
})

test('a schedule can begin later, change in the middle of a period, and end with its subscription', async () => {
  const start = now() + 10 * DAY
  const customer = await billing.payer()
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'forever' })
  const schedule = await stripe.subscriptionSchedules.create({
    customer: customer.id,
    start_date: start,
    end_behavior: 'cancel',
    default_settings: { description: 'Ramp' },
    phases: [
      {
        items: [{ price: billing.monthly.id }],
        end_date: start + 15 * DAY,
        discounts: [{ coupon: coupon.id }],
      },
      {
        items: [{ price: billing.dear.id }],
        duration: { ...month, interval_count: 1 },
        proration_behavior: 'always_invoice',
        metadata: { phase: 'two' },
      },
    ],
  })
  expect(schedule).toMatchObject({ status: 'not_started', subscription: null, current_phase: null })
  expect((await stripe.coupons.retrieve(coupon.id)).times_redeemed).toBe(0)
  await billing.advance(11)
  const id = subscriptionOf(await stripe.subscriptionSchedules.retrieve(schedule.id))
  const subscription = await stripe.subscriptions.retrieve(id)
  expect(subscription).toMatchObject({
    start_date: start,
    description: 'Ramp',
    discounts: [expect.any(String)],
  })
  await billing.advance(15)
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ metadata: { phase: 'two' }, discounts: [] })
  const [change, first] = await billing.invoicesOf(subscription)
  expect(first?.total).toBe(500)
  // Of 31 days, 16 were left.
  expect(change?.lines.data.map(({ amount }) => amount)).toEqual([-258, 1_548])
  await billing.advance(31)
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({ status: 'canceled' })
  expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({ status: 'completed' })
})

test('a running subscription can be scheduled and then refuses to be cancelled by itself', async () => {
  const customer = await billing.payer()
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: billing.monthly.id, quantity: 3 }],
  })
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: subscription.id })
  const [phase] = schedule.phases
  expect(phase).toMatchObject({
    start_date: subscription.items.data[0]?.current_period_start,
    end_date: subscription.items.data[0]?.current_period_end,
    items: [{ price: billing.monthly.id, quantity: 3 }],
  })
  await expect(stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true })).rejects.toThrow(
    `managed by the subscription schedule \`${schedule.id}\``,
  )
  await expect(stripe.subscriptions.pause(subscription.id)).rejects.toThrow('attached schedules')
  await expect(stripe.subscriptionSchedules.create({ from_subscription: subscription.id })).rejects.toThrow(
    'already attached',
  )
  const updated = await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [
      {
        items: [{ price: billing.monthly.id, quantity: 3 }],
        start_date: phase?.start_date,
        end_date: phase?.end_date,
      },
      { items: [{ price: billing.yearly.id }], duration: { interval: 'year' } },
    ],
    end_behavior: 'cancel',
  })
  expect(updated.phases).toHaveLength(2)
  expect(await billing.invoicesOf(subscription)).toHaveLength(1)
  const preview = await stripe.invoices.createPreview({ subscription: subscription.id })
  expect(preview.total).toBe(10_000)
  await billing.advance(31.1)
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ total: 10_000, status: 'paid' })
})

test('a change of the current phase counts at once', async () => {
  const schedule = await twoPhases()
  const id = subscriptionOf(schedule)
  await billing.advance(15.5)
  const [first] = schedule.phases
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [
      {
        items: [{ price: billing.monthly.id, quantity: 4 }],
        start_date: first?.start_date,
        end_date: first?.end_date,
      },
    ],
    proration_behavior: 'always_invoice',
  })
  const subscription = await stripe.subscriptions.retrieve(id)
  expect((await billing.invoicesOf(subscription))[0]?.total).toBe(1_000)
  await expect(
    stripe.subscriptionSchedules.update(schedule.id, {
      phases: [{ items: [{ price: billing.monthly.id }], start_date: now() }],
    }),
  ).rejects.toMatchObject({ param: 'phases[0][start_date]' })
})

test('schedules are released, cancelled and listed', async () => {
  const released = await twoPhases()
  await stripe.subscriptionSchedules.release(released.id)
  await expect(stripe.subscriptionSchedules.release(released.id)).rejects.toThrow('`released` status')
  const canceled = await twoPhases()
  await billing.advance(15.5)
  expect(await stripe.subscriptionSchedules.cancel(canceled.id)).toMatchObject({
    status: 'canceled',
    canceled_at: now(),
  })
  const gone = await stripe.subscriptions.retrieve(subscriptionOf(canceled))
  expect(gone.status).toBe('canceled')
  expect((await billing.invoicesOf(gone))[0]?.total).toBe(-1_000)
  const ended = await twoPhases()
  await stripe.subscriptions.cancel(subscriptionOf(ended))
  expect(await stripe.subscriptionSchedules.retrieve(ended.id)).toMatchObject({ status: 'canceled' })
  const later = await twoPhases({ start_date: now() + DAY })
  expect((await stripe.subscriptionSchedules.list({ scheduled: true })).data.map(({ id }) => id)).toEqual([
    later.id,
  ])
  expect(await stripe.subscriptionSchedules.cancel(later.id)).toMatchObject({
    status: 'canceled',
    subscription: null,
  })
  expect((await stripe.subscriptionSchedules.list({ canceled_at: { gte: now() } })).data).toHaveLength(3)
})

test('what a schedule does not know is refused', async () => {
  const customer = await billing.payer()
  const create = (phase: object) =>
    stripe.subscriptionSchedules.create({
      customer: customer.id,
      start_date: 'now',
      phases: [{ items: [{ price: billing.monthly.id }], ...phase }],
    })
  await expect(create({ duration: month, end_date: now() + DAY })).rejects.toMatchObject({
    code: 'parameters_exclusive',
  })
  await expect(create({ end_date: now() - DAY })).rejects.toMatchObject({ param: 'phases[0][end_date]' })
  await expect(create({ transfer_data: { destination: 'acct_1' } })).rejects.toMatchObject({
    code: 'parameter_unknown',
  })
  await expect(
    stripe.subscriptionSchedules.create({ customer: customer.id, start_date: now() - DAY, phases: [] }),
  ).rejects.toMatchObject({ param: 'start_date' })
  const trial = await create({ trial: true, duration: month })
  expect(await stripe.subscriptions.retrieve(subscriptionOf(trial))).toMatchObject({ status: 'trialing' })
})
