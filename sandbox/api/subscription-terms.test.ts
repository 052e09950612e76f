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
const date = (instant: number | null | undefined) =>
  new Date((instant ?? 0) * 1000).toISOString().slice(0, 19)

// The tests begin on 2026-05-14 at 09:30.

test('an anchor in the future bills the days until then in part', async () => {
  const anchor = Date.UTC(2026, 5, 1) / 1000
  const subscription = await billing.subscribe({ billing_cycle_anchor: anchor })
  const [first] = await billing.invoicesOf(subscription)
  // Of 31 days in May, 17 and 14.5 hours are left.
  expect(first?.lines.data.map(({ amount, period }) => [amount, date(period.end)])).toEqual([
    [568, '2026-06-01T00:00:00'],
  ])
  await billing.advance(50)
  const ends = (await billing.invoicesOf(subscription)).map(({ lines }) => date(lines.data[0]?.period.end))
  expect(ends).toEqual(['2026-08-01T00:00:00', '2026-07-01T00:00:00', '2026-06-01T00:00:00'])
  const free = await billing.subscribe({ billing_cycle_anchor: now() + 5 * DAY, proration_behavior: 'none' })
  expect((await billing.invoicesOf(free)).map(({ total }) => total)).toEqual([0])
  await expect(billing.subscribe({ billing_cycle_anchor: now() + 40 * DAY })).rejects.toThrow(
    'cannot be later than next natural billing date',
  )
})

test('a fixed day of the month holds over short months', async () => {
  const subscription = await billing.subscribe({
    billing_cycle_anchor_config: { day_of_month: 31, hour: 0, minute: 0, second: 0 },
  })
  expect(date(subscription.billing_cycle_anchor)).toBe('2026-05-31T00:00:00')
  expect(subscription.billing_cycle_anchor_config).toEqual({
    day_of_month: 31,
    month: null,
    hour: 0,
    minute: 0,
    second: 0,
  })
  await billing.advance(110)
  const ends = (await billing.invoicesOf(subscription)).map(({ lines }) =>
    date(lines.data[0]?.period.end).slice(5, 10),
  )
  expect(ends.reverse()).toEqual(['05-31', '06-30', '07-31', '08-31', '09-30'])
  await expect(
    billing.subscribe({
      billing_cycle_anchor_config: { day_of_month: 1 },
      billing_cycle_anchor: now() + DAY,
    }),
  ).rejects.toMatchObject({ code: 'parameters_exclusive' })
})

test.each([
  ['flexible', [452, 1_000, 1_000]],
  ['classic', [1_452, 1_000]],
] as const)('a start in the past is billed in %s mode', async (type, amounts) => {
  const start = Date.UTC(2026, 2, 31, 9, 30) / 1000
  const subscription = await billing.subscribe({ backdate_start_date: start, billing_mode: { type } })
  expect(subscription).toMatchObject({ start_date: start, billing_cycle_anchor: now() })
  expect(subscription.billing_mode.type).toBe(type)
  const [first] = await billing.invoicesOf(subscription)
  expect(first?.lines.data.map(({ amount }) => amount)).toEqual(amounts)
  expect(first?.lines.data.at(-1)?.period.start).toBe(now())
  const free = await billing.subscribe({ backdate_start_date: start, proration_behavior: 'none' })
  expect((await billing.invoicesOf(free))[0]?.total).toBe(1_000)
})

test('classic subscriptions have one interval and credit by list price, flexible ones by what was billed', async () => {
  const mixed = [{ price: billing.monthly.id }, { price: billing.yearly.id }]
  await expect(billing.subscribe({ items: mixed, billing_mode: { type: 'classic' } })).rejects.toThrow(
    'Found mismatch in interval field',
  )
  const both = await billing.subscribe({ items: mixed })
  expect(both.items.data.map(({ current_period_end }) => date(current_period_end).slice(0, 10))).toEqual([
    '2026-06-14',
    '2027-05-14',
  ])
  const credits: number[] = []
  for (const type of ['classic', 'flexible'] as const) {
    const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' })
    const subscription = await billing.subscribe({
      billing_mode: { type },
      discounts: [{ coupon: coupon.id }],
    })
    await stripe.subscriptions.update(subscription.id, {
      items: [{ id: firstItem(subscription), quantity: 2 }],
      proration_behavior: 'always_invoice',
    })
    credits.push((await billing.invoicesOf(subscription))[0]?.lines.data[0]?.amount ?? 0)
  }
  expect(credits).toEqual([-1_000, -500])
})

test('an end in the middle of a period gives the rest back', async () => {
  const subscription = await billing.subscribe({ cancel_at: now() + 15.5 * DAY })
  expect(subscription).toMatchObject({ cancel_at: now() + 15.5 * DAY, cancel_at_period_end: false })
  await billing.advance(16)
  const [last] = await billing.invoicesOf(subscription)
  expect(last).toMatchObject({ total: -500, status: 'paid' })
  expect(await stripe.customers.retrieve(String(subscription.customer))).toMatchObject({ balance: -500 })
  const kept = await billing.subscribe()
  await stripe.subscriptions.update(kept.id, { cancel_at: now() + DAY, proration_behavior: 'none' })
  await billing.advance(2)
  expect(await stripe.subscriptions.retrieve(kept.id)).toMatchObject({ status: 'canceled' })
  expect(await billing.invoicesOf(kept)).toHaveLength(1)
  const ends = await billing.subscribe({ cancel_at: 'max_period_end' })
  expect(ends.cancel_at).toBe(ends.items.data[0]?.current_period_end)
})

test('the billing cycle can begin anew', async () => {
  const subscription = await billing.subscribe()
  await billing.advance(15.5)
  const same = await stripe.subscriptions.update(subscription.id, {
    billing_cycle_anchor: { type: 'unchanged' },
  })
  expect(same.billing_cycle_anchor).toBe(subscription.billing_cycle_anchor)
  const anew = await stripe.subscriptions.update(subscription.id, { billing_cycle_anchor: { type: 'now' } })
  expect(anew.billing_cycle_anchor).toBe(now())
  expect((await billing.invoicesOf(subscription))[0]?.lines.data.map(({ amount }) => amount)).toEqual([
    -500, 1_000,
  ])
})

test('extra items are billed with the first invoice, or with the next one', async () => {
  const setup = await stripe.prices.create({
    product: String(billing.monthly.product),
    currency: 'usd',
    unit_amount: 400,
  })
  const subscription = await billing.subscribe({ add_invoice_items: [{ price: setup.id, quantity: 2 }] })
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ total: 1_800 })
  await stripe.subscriptions.update(subscription.id, { add_invoice_items: [{ price: setup.id }] })
  await billing.advance(31)
  expect((await billing.invoicesOf(subscription))[0]).toMatchObject({ total: 1_400 })
  await expect(billing.subscribe({ add_invoice_items: [{ price: billing.monthly.id }] })).rejects.toThrow(
    'type=one_time',
  )
})

test('trials can come from the price, and not twice', async () => {
  const price = await stripe.prices.create({
    product: String(billing.monthly.product),
    currency: 'usd',
    unit_amount: 400,
    recurring: { interval: 'month', trial_period_days: 9 },
  })
  const items = [{ price: price.id }]
  expect(await billing.subscribe({ items })).toMatchObject({ status: 'active', trial_end: null })
  expect(await billing.subscribe({ items, trial_from_plan: true })).toMatchObject({
    trial_end: now() + 9 * DAY,
  })
  await expect(
    billing.subscribe({ items, trial_from_plan: true, trial_period_days: 3 }),
  ).rejects.toMatchObject({
    param: 'trial_from_plan',
  })
})

test('a trial that begins in the middle of a period gives the rest back', async () => {
  const subscription = await billing.subscribe()
  await billing.advance(15.5)
  await stripe.subscriptions.update(subscription.id, { trial_end: now() + 5 * DAY })
  await billing.advance(6)
  const [renewal] = await billing.invoicesOf(subscription)
  expect(renewal?.lines.data.map(({ amount }) => amount)).toEqual([-500, 1_000])
})
