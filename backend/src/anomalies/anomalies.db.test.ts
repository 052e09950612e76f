/** A business with a week of its own, in which four things happen that do not happen every day. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { recordFacts, type Fact } from '../analytics/facts'
import type { Evidence } from '../analytics/schema'
import { storeVersions } from '../database/mirror'
import { addDays, dayOf, startOfDay, type Day } from '../metrics'
import { AnomalyModel } from './model'
import type { AnomalyList } from './schema'

const DAYS = 120
/** Days ago: the largest order and its payment; its cancellation; payments that were refused. */
const [ORDERED, CANCELLED, REFUSED] = [6, 3, 2]

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const daysAgo = (days: number): Day => addDays(dayOf(desk.clock.seconds(), 'UTC'), -days)
const noonOf = (day: Day): number => startOfDay(day, 'UTC') + 43_200
const list = async (query = '', caller = owner) => {
  const answer = await caller.get(`/v1/analytics/anomalies${query}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<AnomalyList>()
}
const compute = (account = desk.account) => desk.inAccount(() => desk.services.anomalies.compute(), account)

const told = { source: 'event' as const, causes: ['evt_1'] }
const price = (id: string, product: string): Fact => ({
  ...told,
  object: 'price',
  objectId: id,
  customer: null,
  effectiveAt: 1,
  data: { id, product, unit_amount: 1000, recurring: { interval: 'month', interval_count: 1 } },
})
const subscription = (customer: string, of: string, quantity: number, at: number, ended?: number): Fact => ({
  ...told,
  object: 'subscription',
  objectId: `sub_${customer}`,
  customer,
  effectiveAt: ended ?? at,
  data: {
    id: `sub_${customer}`,
    customer,
    status: ended ? 'canceled' : 'active',
    currency: 'usd',
    items: [{ id: `si_${customer}`, price: of, quantity, discounts: [], tax_rates: [] }],
    discounts: [],
    default_tax_rates: [],
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: ended ?? null,
    ended_at: ended ?? null,
    cancellation_details: { reason: ended ? 'cancellation_requested' : null, feedback: null },
    pause_collection: null,
    created: at,
    start_date: at,
    trial_start: null,
    trial_end: null,
  },
})

async function subscribe(...facts: Fact[]): Promise<void> {
  await recordFacts(facts, desk.clock)
  const customers = facts.map(({ customer }) => customer).filter((one) => one !== null)
  await desk.services.figures.recompute([...new Set(customers)])
}

const copies = (name: 'charges' | 'balance_transactions', objects: { id: string }[]) =>
  storeVersions(
    name,
    objects.map((object) => ({ id: object.id, version: 1, deleted: false, object })),
    false,
  )

/** Payments of a customer at these instants; `amount` null: they failed. */
async function pay(customer: string, amount: number | null, at: number[]): Promise<void> {
  const charges = at.map((created, index) => ({
    id: `ch_${customer}_${created}_${index}`,
    created,
    customer,
    status: amount === null ? 'failed' : 'succeeded',
    failure_code: amount === null ? 'card_declined' : null,
    outcome: { reason: amount === null ? 'insufficient_funds' : null },
    payment_method_details: { card: { country: 'US' } },
  }))
  await copies('charges', charges)
  if (amount === null) return
  await desk.services.figures.storeMoney(at, () =>
    copies(
      'balance_transactions',
      charges.map(({ id, created }) => ({
        ...{ id: `txn_${id}`, source: id, created, currency: 'usd', reporting_category: 'charge' },
        ...{ amount, fee: 0, net: amount },
      })),
    ),
  )
}

/** New customers, payments and failures of every day, a little more on some. */
async function quietMonths(): Promise<void> {
  const days = Array.from({ length: DAYS }, (_, index) => noonOf(daysAgo(DAYS - index)))
  const facts = days.flatMap((at, index) =>
    Array.from({ length: 1 + (index % 3) }, (_, one) =>
      subscription(`cus_${index}_${one}`, 'price_a', 3 + ((index * 7) % 5), at),
    ),
  )
  await subscribe(price('price_a', 'prod_a'), ...facts)
  for (const [index, at] of days.entries())
    await pay(`cus_${index}_0`, 10_000 + ((index * 37) % 11) * 100, [at])
  for (const more of [0, 1])
    await pay(
      `cus_late_${more}`,
      null,
      days.filter((_, index) => (index * 5) % 3 >= more),
    )
}

test('before the first run nothing is said, and it says so; of a business without history too', async () => {
  expect(await list()).toMatchObject({ hidden: 'pending', computed: null, data: [] })
  expect(await compute()).toEqual({ checked: 0, flagged: 0 })
  expect(await list()).toMatchObject({ hidden: 'too_short', computed: desk.clock.seconds(), data: [] })
})

test('quiet months flag nothing', async () => {
  await desk.inAccount(quietMonths)
  const { checked, flagged } = await compute()
  expect(checked).toBe(5 * (DAYS - 42))
  expect(flagged).toBe(0)
  expect(await list()).toMatchObject({ hidden: null, data: [] })
}, 60_000)

test('an order, its payment, refused payments and a cancellation are found, each with its driver', async () => {
  const [ordered, cancelled, refused] = [ORDERED, CANCELLED, REFUSED].map((days) =>
    noonOf(daysAgo(days)),
  ) as [number, number, number]
  await desk.inAccount(async () => {
    await subscribe(price('price_b', 'prod_b'), subscription('cus_big', 'price_b', 400, ordered))
    await subscribe(subscription('cus_big', 'price_b', 400, ordered, cancelled))
    await pay('cus_big', 400_000, [ordered + 5])
    await pay(
      'cus_thief',
      null,
      Array.from({ length: 30 }, (_, index) => refused + index),
    )
  })
  await compute()
  const { data, has_more } = await list()
  expect(has_more).toBe(false)
  expect(data.map(({ day, series, departure }) => [day, series, departure])).toEqual([
    [daysAgo(REFUSED), 'failed_payments', 'high'],
    [daysAgo(CANCELLED), 'net_new_mrr', 'low'],
    [daysAgo(CANCELLED), 'churned_mrr', 'high'],
    [daysAgo(ORDERED), 'net_new_mrr', 'high'],
    [daysAgo(ORDERED), 'gross_volume', 'high'],
  ])
  const [failed, lost, churned, won, paid] = data
  const driversOf = (one = failed) => one?.drivers.map(({ by, key, change }) => [by, key, change])
  expect(driversOf(failed)?.slice(0, 1)).toEqual([['customer', 'cus_thief', 30]])
  expect(driversOf(failed)).toContainEqual(['reason', 'insufficient_funds', failed?.actual])
  expect(driversOf(lost)).toEqual([
    ['customer', 'cus_big', -400_000],
    ['product', 'prod_b', -400_000],
    ['price', 'price_b', -400_000],
  ])
  expect(driversOf(churned)).toEqual([
    ['customer', 'cus_big', 400_000],
    ['product', 'prod_b', 400_000],
    ['price', 'price_b', 400_000],
    ['reason', 'voluntary', 400_000],
  ])
  expect(driversOf(won)).toContainEqual(['customer', 'cus_big', 400_000])
  expect(won?.drivers[0]?.share_bp).toBeGreaterThan(9500)
  expect(driversOf(paid)?.[0]).toEqual(['transaction', `txn_ch_cus_big_${ordered + 5}_0`, 400_000])
  expect(driversOf(paid)).toContainEqual(['customer', 'cus_big', 400_000])

  for (const { actual, lower, upper, evidence, drivers } of data) {
    expect(actual < lower || actual > upper).toBe(true)
    if (evidence !== null) expect(await valueOf(evidence)).toBe(actual)
    for (const { by, change, evidence: own } of drivers) {
      if (own === null) continue
      expect(await valueOf(own)).toBe(by === 'customer' || by === 'transaction' ? actual : change)
    }
  }
})

const valueOf = async (link: string) => (await owner.get(link)).json<Evidence>().value

test('pages, one series, a range', async () => {
  const all = (await list()).data.map(({ id }) => id)
  const pages: string[] = []
  for (let after = ''; ;) {
    const { data, has_more } = await list(`?limit=2${after}`)
    pages.push(...data.map(({ id }) => id))
    after = `&starting_after=${pages.at(-1)}`
    if (!has_more) break
  }
  expect(pages).toEqual(all)
  expect((await list('?series=net_new_mrr')).data).toHaveLength(2)
  expect((await list(`?from=${daysAgo(CANCELLED)}`)).data).toHaveLength(3)
  expect((await owner.get('/v1/analytics/anomalies?starting_after=nobody')).statusCode).toBe(400)
})

test('all accounts make one list, which is pending while one of them is', async () => {
  const other = await desk.connect('acct_other')
  const own = await list(`?from=${daysAgo(120)}`)
  const all = () => list(`?account=all&mode=test&from=${daysAgo(120)}`)
  expect(await all()).toMatchObject({ hidden: 'pending', data: own.data })
  await compute(other)
  expect(await all()).toMatchObject({ hidden: null, data: own.data })
})

test('a repeated run says the same; each next one judges anew, but for days long closed', async () => {
  const before = await list()
  await Promise.all([compute(), compute()])
  expect(await list()).toEqual(before)

  // a day without any payment: less happened than usual, and nothing in particular drove it
  desk.clock.advance(86_400)
  await compute()
  const [quiet, ...others] = (await list()).data
  expect(quiet).toMatchObject({ series: 'gross_volume', actual: 0, departure: 'low', drivers: [] })
  expect(others).toEqual(before.data)

  await desk.inAccount(() => pay('cus_late_payer', 10_500, [noonOf(daysAgo(1))]))
  await compute()
  expect((await list()).data).toEqual(before.data)

  // beyond the days of a session: the rows themselves
  const kept = () => desk.inAccount(() => AnomalyModel.find({ day: before.data.at(-1)?.day ?? '' }).lean())
  const rows = await kept()
  expect(rows).toHaveLength(2)
  desk.clock.advance(95 * 86_400)
  await compute()
  expect(await kept()).toEqual(rows)
})
