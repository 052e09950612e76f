/** What must hold on the sample business's whole history: 2,000 customers over two years. */
import type { Forecast } from '../src/forecasts/schema'
import { aucBp } from '../src/metrics/ranking'
import type { CustomerRiskList } from '../src/risk/schema'
import { startDesk, type Caller, type Desk } from './harness'

/** Of a customer that decides to go, in the scenario's own words. */
const LEFT = new Set(['cancelAtEnd', 'cancelNow'])

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ size: 'demo' })
  owner = await desk.as('owner')
  await desk.inAccount(async () => desk.services.fx.importFile(await desk.standIn.rates()))
  await desk.sync()
}, 600_000)
afterAll(() => desk.close())

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
