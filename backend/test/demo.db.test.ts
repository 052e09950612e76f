/** What must hold on the sample business's whole history: 2,000 customers over two years. */
import type { Forecast } from '../src/forecasts/schema'
import { aucBp } from '../src/metrics/ranking'
import type { CustomerRiskList } from '../src/risk/schema'
import { testClock } from './clock'
import { startDesk, type Caller, type Desk } from './harness'
import { customerChurnBp, independentWorth, movementsOf, type Movements } from './independent-movements'

/** Of a customer that decides to go, in the scenario's own words. */
const LEFT = new Set(['cancelAtEnd', 'cancelNow'])

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ size: 'demo' })
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
}, 600_000)
afterAll(() => desk.close())

describe('movements and churn equal', () => {
  const CURRENCIES = ['usd', 'eur', 'jpy']
  type Rows = { data: (Movements & { date: string; start: number })[] }
  const lists = async (query: string, currency: string) => {
    const slice = `slice=currency:${currency}&currency=${currency}`
    return (await owner.get(`/v1/analytics/mrr_movements?${query}&${slice}`)).json<Rows>().data
  }
  const churnOf = async (from: string, to: string) =>
    (await owner.get(`/v1/analytics/churn?from=${from}&to=${to}`)).json<{ customer_churn_bp: number }>()
      .customer_churn_bp
  const plain = ({ new: fresh, expansion, contraction, churn, reactivation }: Movements) => ({
    new: fresh,
    expansion,
    contraction: Math.abs(contraction),
    churn: Math.abs(churn),
    reactivation,
  })
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  const today = testClock().now().toISOString().slice(0, 10)

  test('those of the scenario, month by month, from the first customer on', async () => {
    const truth = await desk.standIn.truthRows()
    // of several on a day the last counts
    const worth = [...new Map(truth.map((row) => [`${row.customer} ${row.day}`, row])).values()]
    const first = worth.map(({ day }) => day).sort()[0] ?? ''
    for (const currency of CURRENCIES) {
      const meant = movementsOf(
        worth.filter((row) => row.currency === currency),
        (day) => day.slice(0, 7),
      )
      const rows = await lists(`interval=month&from=${first}&to=${today}`, currency)
      expect(rows.length).toBeGreaterThan(20)
      for (const row of rows)
        expect([currency, row.date, plain(row)]).toEqual([
          currency,
          row.date,
          meant.get(row.date.slice(0, 7)) ?? {
            new: 0,
            expansion: 0,
            contraction: 0,
            churn: 0,
            reactivation: 0,
          },
        ])
    }
    for (const [from, to] of [
      ['2025-02-01', '2025-02-28'],
      ['2025-09-01', '2025-11-30'],
      ['2026-04-01', '2026-04-30'],
    ] as const)
      expect(await churnOf(from, to)).toBe(customerChurnBp(worth, dayBefore(from), to))
  })

  test('those of a script that knows Stripe’s lists alone, day by day, as far as the events reach', async () => {
    const days = Array.from({ length: 29 }, (_, index) =>
      new Date(Date.parse(today) - (28 - index) * 86_400_000).toISOString().slice(0, 10),
    )
    const [start = '', from = ''] = days
    const worth = await independentWorth(desk.standIn.stripe, days)
    const paidBefore = new Set<string>()
    for await (const { customer, created, lines } of desk.standIn.stripe.invoices.list({ limit: 100 }))
      if (created < Date.parse(start) / 1000 && lines.data.some(({ amount }) => amount > 0))
        paidBefore.add(String(customer))
    for (const currency of CURRENCIES) {
      const own = worth.filter((row) => row.currency === currency)
      const meant = movementsOf(own, (day) => day, paidBefore)
      const rows = await lists(`interval=day&from=${from}&to=${today}`, currency)
      expect(rows).toHaveLength(28)
      const opening = own.filter(({ day }) => day === start).reduce((sum, { value }) => sum + value, 0)
      expect(rows[0]?.start).toBe(opening)
      for (const row of rows)
        expect([currency, row.date, plain(row)]).toEqual([
          currency,
          row.date,
          meant.get(row.date) ?? { new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 },
        ])
    }
    expect(await churnOf(from, today)).toBe(customerChurnBp(worth, start, today))
  })
})

test('the MRR forecast is shown, and beats the naive one', async () => {
  await desk.inAccount(() => desk.services.forecasts.compute(desk.clock.now()))
  const told = (await owner.get('/v1/analytics/forecasts')).json<Forecast>()
  expect(told.hidden).toBeNull()
  expect(told.data).toHaveLength(12)
  const chosen = told.tests.find(({ method }) => method === told.method)
  expect(chosen?.mae_vs_naive_bp).toBeLessThanOrEqual(9500)
  for (const { mae_vs_naive_bp: share } of chosen?.steps ?? []) expect(share).toBeLessThan(10_000)
})

test('the risk score ranks who left, no better than the chances that the sample was made with', async () => {
  await desk.inAccount(() => desk.services.risk.compute(desk.clock.now()))
  const { quality } = (await owner.get('/v1/analytics/risk')).json<CustomerRiskList>()
  const decisions = await desk.standIn.decisions()
  const chances = aucBp(decisions.map(({ risk_bp: score, turn }) => ({ score, churned: LEFT.has(turn) })))
  expect(quality?.auc_bp).toBeGreaterThanOrEqual(6000)
  expect(quality?.auc_bp).toBeLessThanOrEqual(chances ?? 0)
})
