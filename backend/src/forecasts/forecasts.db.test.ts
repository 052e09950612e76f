import { signWebhook } from '../../test/signing'
import { startDesk, until, type Caller, type Desk } from '../../test/harness'
import { recordFacts } from '../analytics/facts'
import { MovementModel } from '../analytics/model'
import { loadRates } from '../fx/rates'
import { startOfDay, addMonths, convertSum, dayOf, type Day } from '../metrics'
import { InboxModel } from '../sync/model'
import { ForecastModel } from './model'
import type { Forecast } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
})
afterAll(() => desk.close())

const get = async (query = '', caller = owner) =>
  (await caller.get(`/v1/analytics/forecasts${query}`)).json<Forecast>()
const compute = (dueAt = desk.clock.now()) => desk.inAccount(() => desk.services.forecasts.compute(dueAt))
const today = (): Day => dayOf(desk.clock.seconds(), 'UTC')
const values = ({ history }: Forecast) => history.map(({ value }) => value)

test('before the first run there is none, and it says so', async () => {
  expect(await get()).toMatchObject({ hidden: 'pending', computed: null, data: [], history: [] })
})

test('the history of MRR is what the movements left at each month end, all at the latest rates', async () => {
  const slot = desk.clock.now()
  expect(await compute(slot)).toMatchObject({ computed: 3 })
  const told = await get()
  const [first, last] = [told.history[0]?.month ?? '', told.history.at(-1)?.month ?? '']
  expect(last).toBe(addMonths(today(), -1).slice(0, 7))
  expect(told.history.length).toBeGreaterThanOrEqual(11)
  const expected = await desk.inAccount(async () => {
    const rows = await MovementModel.find({ knownTo: null }).sort({ day: 1 }).lean()
    const rates = await loadRates('usd')
    expect(rows[0]?.day.slice(0, 7)).toBe(first)
    return told.history.map(({ month }) => {
      const sums: Record<string, number> = {}
      for (const { day, changes } of rows)
        if (day.slice(0, 7) <= month)
          for (const { currency, before, after } of changes)
            sums[currency] = (sums[currency] ?? 0) + after - before
      return convertSum(sums, today(), rates, 'usd').value
    })
  })
  expect(values(told)).toEqual(expected)

  expect(told).toMatchObject({
    series: 'mrr',
    complete: true,
    estimated: true,
    computed: desk.clock.seconds(),
  })
  expect(told.data.map(({ month }) => month)).toEqual(
    told.data.map((_, index) => addMonths(today(), index).slice(0, 7)),
  )
  expect(told.data.length).toBeLessThanOrEqual(told.history.length / 2)
  expect(told.tests[0]).toMatchObject({ method: 'naive', mae_vs_naive_bp: 10_000 })

  expect(await compute(slot)).toMatchObject({ computed: 0 })
  expect(await desk.inAccount(() => ForecastModel.countDocuments({ series: 'mrr' }))).toBe(1)
})

test.each([
  ['revenue', 'net_revenue', 0],
  ['cash', 'net_revenue', 1],
] as const)(
  'the history of %s is what the balance says of each whole month',
  async (series, figure, less) => {
    const { history } = await get(`?series=${series}&currency=usd`)
    const { month, value } = history.at(-1) ?? { month: '', value: 0 }
    const to = new Date(Date.parse(`${addMonths(`${month}-01`, 1)}T00:00:00Z`) - 1).toISOString().slice(0, 10)
    const { figures } = (await owner.get(`/v1/analytics/overview?from=${month}-01&to=${to}`)).json<{
      figures: Record<string, { value: number }>
    }>()
    const expected = (figures[figure]?.value ?? 0) - less * (figures['fees']?.value ?? 0)
    // the overview converts each day at its own rate
    expect(Math.abs(value / expected - 1)).toBeLessThan(0.05)
    expect(value).not.toBe(0)
  },
)

test('a cancellation that is asked for today is in the known changes of its month; the former forecast stays as it was', async () => {
  const { data } = await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 100 })
  const yearly = data.find(
    ({ cancel_at_period_end, currency, discounts, items: { data: own } }) =>
      !cancel_at_period_end &&
      currency === 'usd' &&
      discounts.length === 0 &&
      own[0]?.price.recurring?.interval === 'year' &&
      own[0].current_period_end > desk.clock.seconds() + 70 * 86_400 &&
      own[0].current_period_end < desk.clock.seconds() + 300 * 86_400,
  )
  if (!yearly) throw new Error('The sample has no yearly plan')
  const before = await get()
  const asked = desk.clock.seconds()
  desk.clock.advance(86_400)
  const ending = await desk.standIn.stripe.subscriptions.update(yearly.id, { cancel_at_period_end: true })
  const [event] = (await desk.standIn.stripe.events.list({ type: 'customer.subscription.updated', limit: 1 }))
    .data
  const signed = signWebhook(event ?? {}, desk.clock.seconds())
  await desk.app.inject({ method: 'POST', url: '/webhooks/stripe', ...signed })
  desk.services.worker.start()
  await until(
    async () => (await desk.inAccount(() => InboxModel.countDocuments({ status: 'pending' }))) === 0,
  )
  await compute()
  const after = await get()
  const month = dayOf(ending.cancel_at ?? 0, 'UTC').slice(0, 7)
  const lossIn = (told: Forecast) =>
    told.known_changes.find((row) => row.month === month)?.changes.scheduled_cancellation ?? 0
  const mrr = (await owner.get(`/v1/customers/${String(yearly.customer)}`)).json<{
    subscriptions: { id: string; mrr: number }[]
  }>()
  expect(lossIn(after) - lossIn(before)).toBe(
    -(mrr.subscriptions.find(({ id }) => id === yearly.id)?.mrr ?? NaN),
  )
  expect(await get(`?at=${asked}`)).toEqual(before)
  expect(await get(`?at=${asked - 1}`)).toMatchObject({ hidden: 'pending' })
})

test('all accounts together are the sum of each, in the currency asked for; none is left out', async () => {
  const id = String(
    (await desk.standIn.act('accounts', { name: 'Sudwind', country: 'DE', size: 'small' }))['id'],
  )
  await desk.inAccount(() => desk.services.onboarding.installed(id))
  await desk.services.onboarding.drain()
  await desk.services.sync.drain()
  expect(await get('?account=all&mode=test')).toMatchObject({ hidden: 'pending', data: [] })
  const second = (await desk.services.accounts.find(id, 'test')) ?? desk.account
  await desk.inAccount(() => desk.services.forecasts.compute(desk.clock.now()), second)
  const [one, two] = [await get('?currency=eur'), await get(`?account=${id}&currency=eur`)]
  const all = await get('?account=all&mode=test&currency=eur')
  expect(all.currency).toBe('eur')
  const sums = new Map<string, number>()
  for (const { month, value } of [...one.history, ...two.history])
    sums.set(month, (sums.get(month) ?? 0) + value)
  expect(all.history).toEqual([...sums].sort().map(([month, value]) => ({ month, value })))
  expect(all.known_changes[0]?.changes.scheduled_cancellation).toBe(
    (one.known_changes[0]?.changes.scheduled_cancellation ?? 0) +
      (two.known_changes[0]?.changes.scheduled_cancellation ?? 0),
  )
})

test('a business that stays as it is gets no forecast: the last month says as much', async () => {
  const account = await desk.connect('acct_flat')
  const at = startOfDay(addMonths(today(), -20), 'UTC')
  await desk.inAccount(async () => {
    const price = { id: 'price_1', unit_amount: 4000, recurring: { interval: 'month' } }
    const shared = { effectiveAt: at, source: 'event' as const, causes: ['evt_1'] }
    await recordFacts(
      [
        { ...shared, object: 'price', objectId: 'price_1', customer: null, data: price },
        {
          ...shared,
          object: 'subscription',
          objectId: 'sub_1',
          customer: 'cus_1',
          data: {
            id: 'sub_1',
            customer: 'cus_1',
            status: 'active',
            currency: 'usd',
            items: [{ id: 'si_1', price: 'price_1', quantity: 3, discounts: [], tax_rates: [] }],
            discounts: [],
            default_tax_rates: [],
            cancel_at_period_end: false,
            cancel_at: null,
            canceled_at: null,
            ended_at: null,
            cancellation_details: { reason: null, feedback: null },
            pause_collection: null,
            created: at,
            start_date: at,
            trial_start: null,
            trial_end: null,
          },
        },
      ],
      desk.clock,
    )
    await desk.services.figures.recompute(['cus_1'])
    expect(await desk.services.forecasts.compute(desk.clock.now())).toEqual({ computed: 3, shown: 0 })
  }, account)
  const flat = await get('?account=acct_flat')
  expect(flat).toMatchObject({ hidden: 'no_better_than_naive', method: null, data: [] })
  expect(values(flat)).toEqual(Array.from({ length: 20 }, () => 12_000))
  expect(await get('?account=acct_flat&series=cash')).toMatchObject({ hidden: 'too_short', history: [] })
})
