import { startDesk, type Caller, type Desk } from '../../test/harness'
import { AuditEntryModel } from '../audit/model'
import { storeVersions } from '../database/mirror'
import { runInScope } from '../database/scope'
import { costsOf } from '../metrics'
import { syncState } from '../sync/state'
import type { Cost } from './schema'

let desk: Desk
let analyst: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  analyst = await desk.as('finance_analyst')
  const object = { id: 'prod_1', object: 'product', name: 'Pro' }
  await desk.inAccount(() =>
    storeVersions('products', [{ id: 'prod_1', version: 1, deleted: false, object }], true),
  )
})
afterAll(() => desk.close())

const from = '2026-01-01'
const enter = async (body: object) => {
  const answer = await analyst.post('/v1/costs', body)
  expect([answer.statusCode, answer.payload]).toEqual([201, expect.any(String)])
  return answer.json<Cost>()
}
const end = (id: string, until: string) => analyst.post(`/v1/costs/${id}/end`, { until })

test('costs of every kind are entered, listed, ended, and are what costsOf takes (P1)', async () => {
  const share = await enter({ kind: 'percent_of_revenue', percent_bp: 1000, from })
  const own = await enter({ kind: 'percent_of_revenue', percent_bp: 2000, product: 'prod_1', from })
  await enter({ kind: 'per_customer_month', amount: 310, from })
  await enter({ kind: 'per_transaction', amount: 10, from })
  const rent = await enter({ kind: 'fixed_monthly', amount: 31_000, category: ' rent ', from })
  expect(share).toMatchObject({ percent_bp: 1000, amount: null, currency: null, product: null, until: null })
  expect(own).toMatchObject({ percent_bp: 2000, product: 'prod_1' })
  expect(rent).toMatchObject({ percent_bp: null, amount: 31_000, currency: 'usd', category: 'rent', from })
  const { data } = (await analyst.get('/v1/costs')).json<{ data: Cost[] }>()
  expect(data).toHaveLength(5)
  expect(data).toContainEqual(rent)

  const base = { day: '2026-01-10', net_revenue: 10_000, active_customers: 2, transactions: 3 }
  const sums = async () => {
    const costs = await desk.inAccount(() => desk.services.costs.entered())
    return costsOf(costs, [base, { ...base, product: 'prod_1' }], { from: '2026-01-10', to: '2026-01-10' })
  }
  expect(await sums()).toEqual({
    ...{ percent_of_revenue: 3000, per_customer: 40, per_transaction: 60, variable_costs: 3100 },
    ...{ fixed: { rent: 1000 }, fixed_costs: 1000 },
  })

  expect((await end(rent.id, '2026-01-10')).json()).toEqual({ ...rent, until: '2026-01-10' })
  expect((await sums()).fixed_costs).toBe(0)
  expect((await end(rent.id, '2026-01-11')).json()).toMatchObject({ until: '2026-01-11' })
  expect((await sums()).fixed_costs).toBe(1000)
  // what was entered by mistake
  expect((await end(rent.id, from)).statusCode).toBe(200)
  expect((await end(rent.id, from)).statusCode).toBe(200)
  expect((await sums()).fixed_costs).toBe(0)
  const entries = await runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ 'target.id': rent.id }).lean(),
  )
  expect(entries.map(({ action }) => action).sort()).toEqual(['cost.created', ...Array(3).fill('cost.ended')])
  expect((await desk.inAccount(() => syncState())).figuresVersion).toBe(0)
})

test.each([
  ['a share above all', { kind: 'percent_of_revenue', percent_bp: 10_001, from }, '/body/percent_bp'],
  ['an amount of nothing', { kind: 'per_transaction', amount: 0, from }, '/body/amount'],
  ['a fixed cost for nothing', { kind: 'fixed_monthly', amount: 1, category: ' ', from }, '/body/category'],
  [
    'a product that is not there',
    { kind: 'per_transaction', amount: 1, product: 'prod_2', from },
    '/body/product',
  ],
  ['30 February', { kind: 'per_transaction', amount: 1, from: '2026-02-30' }, '/body/from'],
])('%s is refused', async (_name, body, pointer) => {
  const answer = await analyst.post('/v1/costs', body)
  const { errors } = answer.json<{ errors: { pointer: string }[] }>()
  expect([answer.statusCode, errors[0]?.pointer]).toEqual([400, pointer])
})

test('the end is not before the beginning, and a fixed cost has no product', async () => {
  const { id } = await enter({ kind: 'per_transaction', amount: 10, from })
  expect((await end(id, '2025-12-31')).json()).toMatchObject({ errors: [{ pointer: '/body/until' }] })
  const fixed = { kind: 'fixed_monthly', amount: 1, category: 'rent', product: 'prod_1', from }
  expect((await analyst.post('/v1/costs', fixed)).statusCode).toBe(400)
  expect((await (await desk.as('read_only')).post('/v1/costs', fixed)).statusCode).toBe(403)
})
