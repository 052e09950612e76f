/** Slices, and figures as of a moment: against the facts themselves. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { customerState, dayOf } from '../metrics'
import { customersWithFacts, loadHistories } from './facts'
import { FactModel, MovementModel } from './model'
import { NONE } from './rollups'
import type { Overview } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

const get = async <T>(path: string) => {
  const answer = await owner.get(`/v1/analytics/${path}`)
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer.json<T>()
}
const overview = async (query: string) => (await get<Overview>(`overview?${query}`)).figures

type Slice = Record<string, number | null> & { value: string; name: string | null; share_bp: number | null }
const breakdown = (query: string) => get<{ data: Slice[]; overlapping: boolean }>(`breakdown?${query}`)
const sum = (rows: Slice[], field: string) => rows.reduce((total, row) => total + Number(row[field] ?? 0), 0)

const RANGE = 'from=2025-08-01&to=2026-05-14'
const ADDITIVE = {
  mrr: 'mrr',
  new_mrr: 'new_mrr',
  expansion_mrr: 'expansion_mrr',
  contraction_mrr: 'contraction_mrr',
  churned_mrr: 'churned_mrr',
  reactivation_mrr: 'reactivation_mrr',
} as const

test.each(['product', 'price', 'interval', 'currency', 'country', 'cohort'])(
  'the slices by %s add up to the whole, and what leaves one enters another',
  async (by) => {
    const whole = await overview(RANGE)
    const { data } = await breakdown(`by=${by}&${RANGE}`)
    expect(data.length).toBeGreaterThan(1)
    const off = (a: number, b: number | null | undefined) => Math.abs(a - (b ?? NaN))
    // a conversion is rounded once for each slice and day
    for (const [field, name] of Object.entries(ADDITIVE))
      expect([field, off(sum(data, field), whole[name].value) <= 300]).toEqual([field, true])
    expect(off(sum(data, 'transfer_in_mrr'), sum(data, 'transfer_out_mrr'))).toBeLessThanOrEqual(300)
    if (by === 'price') expect(sum(data, 'transfer_in_mrr')).toBeGreaterThan(0)
    if (by === 'country' || by === 'cohort') expect(sum(data, 'transfer_in_mrr')).toBe(0)
    expect(Math.abs(sum(data, 'share_bp') - 10_000)).toBeLessThanOrEqual(data.length)
  },
)

test('a slice asked for is the row of the breakdown; two together are both; coupons may overlap', async () => {
  const { data } = await breakdown(`by=product&${RANGE}`)
  for (const { value, name, mrr, new_mrr, transfer_out_mrr } of data) {
    expect(name).toMatch(/\w/)
    const own = await overview(`${RANGE}&slice=product:${value}`)
    expect([own.mrr.value, own.new_mrr.value]).toEqual([mrr, new_mrr])
    expect([own.net_revenue, own.net_revenue.value]).toEqual([
      expect.objectContaining({ evidence: null }),
      null,
    ])
    const monthly = await overview(`${RANGE}&slice=product:${value}&slice=interval:month`)
    const yearly = await overview(`${RANGE}&slice=product:${value}&slice=interval:year`)
    const { data: intervals } = await breakdown(`by=interval&${RANGE}&slice=product:${value}`)
    expect(intervals.find((one) => one.value === 'month')?.['mrr'] ?? 0).toBe(monthly.mrr.value)
    expect(Math.abs((monthly.mrr.value ?? 0) + (yearly.mrr.value ?? 0) - (mrr ?? 0))).toBeLessThanOrEqual(3)
    const { total } = await get<{ total: { transfer_out?: number } }>(
      `mrr_movements?${RANGE}&interval=month&slice=product:${value}`,
    )
    expect(total.transfer_out).toBe(transfer_out_mrr)
  }
  expect((await get<{ total: object }>(`mrr_movements?${RANGE}`)).total).not.toHaveProperty('transfer_in')
  const coupons = await breakdown(`by=coupon&${RANGE}`)
  expect(coupons.overlapping).toBe(true)
  expect(coupons.data.map(({ value }) => value)).toContain(NONE)
})

test('a slice of nothing is nothing; one by an unknown dimension is refused by name', async () => {
  expect((await overview('slice=product:prod_none')).mrr.value).toBe(0)
  for (const path of ['overview?slice=colour:red', 'breakdown?by=colour', 'breakdown?by=metadata.plan']) {
    const answer = await owner.get(`/v1/analytics/${path}`)
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
    expect(answer.body).toContain('product, price, interval')
  }
})

/** MRR in dollars at an instant, straight from the facts of customers who pay in dollars alone. */
async function factsAt(at: number): Promise<number> {
  return desk.inAccount(async () => {
    const { definitions } = desk.account
    let total = 0
    for await (const customers of customersWithFacts(250))
      for (const history of (await loadHistories(customers)).values())
        total += customerState(history, definitions, at).byCurrency['usd'] ?? 0
    return total
  })
}

test('`at` gives the figures of that second, in the middle of a day too', async () => {
  const moved = await desk.inAccount(() =>
    MovementModel.find({ knownTo: null, reconstructed: false }).sort({ day: -1 }).limit(6).lean(),
  )
  const instants: number[] = []
  for (const { customer, day } of moved) {
    const facts = await desk.inAccount(() => FactModel.find({ customer, object: 'subscription' }).lean())
    const at = facts
      .map(({ effectiveAt }) => effectiveAt.getTime() / 1000)
      .find((one) => dayOf(one, 'UTC') === day)
    if (at !== undefined) instants.push(at - 1, at, at + 3600)
  }
  expect(instants.length).toBeGreaterThan(8)
  const seen = new Set<number>()
  for (const at of instants) {
    const { mrr } = await overview(`at=${at}&slice=currency:usd`)
    expect([at, mrr.value]).toEqual([at, await factsAt(at)])
    seen.add(mrr.value ?? 0)
    const { data } = await get<{ data: { date: string; value: number }[] }>(`mrr?at=${at}&slice=currency:usd`)
    expect(data.at(-1)).toMatchObject({ date: dayOf(at, 'UTC'), value: mrr.value })
  }
  expect(seen.size).toBeGreaterThan(3)
})
