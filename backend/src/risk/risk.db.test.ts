import { startDesk, type Caller, type Desk } from '../../test/harness'
import { StandingModel } from '../analytics/model'
import type { CustomerProfile } from '../customers/schema'
import { convertSum, dayOf } from '../metrics'
import { loadRates } from '../fx/rates'
import { RiskModel, RiskRunModel } from './model'
import type { CustomerRisk, CustomerRiskList } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
})
afterAll(() => desk.close())

const get = async (query = '') => (await owner.get(`/v1/analytics/risk${query}`)).json<CustomerRiskList>()
const compute = (dueAt = desk.clock.now()) => desk.inAccount(() => desk.services.risk.compute(dueAt))

async function all(show: string): Promise<CustomerRisk[]> {
  const rows: CustomerRisk[] = []
  for (let after = ''; ;) {
    const page = await get(`?limit=100&show=${show}${after && `&starting_after=${after}`}`)
    rows.push(...page.data)
    if (!page.has_more) return rows
    after = page.data.at(-1)?.id ?? ''
  }
}

test('before the first run there is none, and it says so', async () => {
  expect(await get()).toMatchObject({ computed: null, model: null, quality: null, data: [], has_more: false })
})

test('every customer with MRR is scored or certain to end, by money at risk, with reasons in words', async () => {
  const { data } = await desk.standIn.stripe.subscriptions.list({ status: 'active', limit: 100 })
  const single = data.find(
    ({ customer, cancel_at_period_end: ending }) =>
      !ending && data.filter((other) => other.customer === customer).length === 1,
  )
  if (!single) throw new Error('The sample has no customer with one subscription')
  const ending = await desk.standIn.stripe.subscriptions.update(single.id, { cancel_at_period_end: true })
  await desk.sync()
  const slot = desk.clock.now()
  const counts = await compute(slot)
  const [predicted, certain] = [await all('predicted'), await all('certain')]
  expect(counts).toMatchObject({ predicted: predicted.length, certain: certain.length })

  const expected = await desk.inAccount(async () => {
    const [rates, standings] = await Promise.all([loadRates('usd'), StandingModel.find().lean()])
    const today = dayOf(desk.clock.seconds(), 'UTC')
    return standings
      .map(({ customer, mrr }): [string, number] => [customer, convertSum(mrr, today, rates, 'usd').value])
      .filter(([, mrr]) => mrr > 0)
  })
  const told = [...predicted, ...certain].map(({ customer, mrr }): [string, number] => [customer, mrr])
  expect(told.sort()).toEqual(expected.sort())

  expect(certain.find(({ customer }) => customer === single.customer)).toMatchObject({
    ends: dayOf(ending.cancel_at ?? 0, 'UTC'),
    probability_bp: null,
    band: null,
    reasons: [],
  })
  for (const row of certain) expect(row.money_at_risk).toBe(row.mrr)
  for (const row of predicted) {
    expect(row.ends).toBeNull()
    expect(row.money_at_risk).toBe(Math.round((row.mrr * (row.probability_bp ?? NaN)) / 10_000))
  }
  const money = predicted.map((row) => row.money_at_risk)
  expect(money).toEqual([...money].sort((a, b) => b - a))
  const explained = predicted.find(({ reasons }) => reasons.length > 0)
  expect(explained?.reasons[0]?.sentence).toMatch(/^[A-Z].*\.$/)

  const { totals, currency, model, computed, quality } = await get()
  for (const [band, sums] of Object.entries(totals)) {
    const own = [...predicted, ...certain].filter((row) => (row.band ?? 'certain') === band)
    const sum = (of: (row: CustomerRisk) => number) => own.reduce((total, row) => total + of(row), 0)
    expect(sums).toEqual({
      customers: own.length,
      mrr: sum((row) => row.mrr),
      money_at_risk: sum((row) => row.money_at_risk),
    })
  }
  // so few left that nothing can be said of how good it is, and nothing learnt
  expect([currency, model, computed, quality]).toEqual(['usd', 'scorecard', desk.clock.seconds(), null])

  expect(await compute(slot)).toEqual({ predicted: 0, certain: 0, observed: 0 })
  expect(await desk.inAccount(() => RiskModel.countDocuments({}))).toBe(told.length)
})

test('the profile of a customer has the same; the list names customers to those who may read them', async () => {
  const { customer_name, ...row } = (await get('?limit=1')).data[0] ?? { customer: '' }
  const profile = (await owner.get(`/v1/customers/${row.customer}`)).json<CustomerProfile>()
  expect(profile.risk).toEqual(row)
  expect(customer_name).toBe(profile.name)
  const scopes = ['analytics:read']
  const made = await owner.post('/v1/api_keys', { name: 'Figures', scopes, mode: 'test' })
  const figures = desk.with(made.json<{ key: string }>().key)
  const { data } = (await figures.get('/v1/analytics/risk?limit=1')).json<CustomerRiskList>()
  expect(data).toEqual([{ ...row, customer_name: null }])
  const unpaid = await desk.inAccount(async () => StandingModel.findOne({ mrr: {} }).lean())
  expect((await owner.get(`/v1/customers/${unpaid?.customer}`)).json()).toMatchObject({ risk: null })
})

test('the next run takes the place of the former; its quality stays', async () => {
  const before = await get()
  desk.clock.advance(86_400)
  await compute()
  const after = await get()
  expect(after.computed).toBe(desk.clock.seconds())
  expect(after.data[0]?.id).not.toBe(before.data[0]?.id)
  const [rows, runs] = await desk.inAccount(() =>
    Promise.all([RiskModel.distinct('run'), RiskRunModel.countDocuments({})]),
  )
  expect([rows.length, runs]).toEqual([1, 2])
  expect((await owner.get(`/v1/analytics/risk?starting_after=${before.data[0]?.id}`)).statusCode).toBe(400)
})
