/** What needs somebody, who moved MRR most, and what came last: against the copies, and against the evidence. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import type { Evidence } from '../analytics/schema'
import { storeVersions } from '../database/mirror'
import { ApprovalModel } from '../approvals/model'
import { runInScope } from '../database/scope'
import { RiskModel } from '../risk/model'
import type { Activity, Movers, NeedsAttention } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await desk.importRates()
  await desk.sync()
}, 120_000)
afterAll(() => desk.close())

const get = async <T>(path: string, caller = owner) => {
  const answer = await caller.get(`/v1/analytics/${path}`)
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer.json<T>()
}
const attention = async (kind: string, query = '', caller = owner) =>
  (await get<NeedsAttention>(`needs_attention${query}`, caller)).data.find((one) => one.kind === kind)

let stored = 0
const store = (collection: 'invoices' | 'disputes' | 'charges' | 'customers', id: string, object: object) =>
  desk.inAccount(() => {
    stored += 1
    const whole = { id, created: desk.clock.seconds() + stored, ...object }
    return storeVersions(
      collection,
      [{ id, version: desk.clock.seconds() + stored, deleted: false, object: whole }],
      true,
    )
  })

const UNPAID = {
  ...{ status: 'open', attempted: true, collection_method: 'charge_automatically' },
  ...{ customer: 'cus_late', currency: 'usd', amount_remaining: 900 },
}

describe('what needs somebody', () => {
  test('failed payments: tried, charged automatically and still open, in one currency, the largest named', async () => {
    await store('customers', 'cus_late', { email: 'late@example.com', name: null })
    const before = await attention('failed_payments')
    await store('invoices', 'in_1', UNPAID)
    await store('invoices', 'in_2', { ...UNPAID, amount_remaining: 999_999_999 })
    await store('invoices', 'in_3', { ...UNPAID, attempted: false })
    await store('invoices', 'in_4', { ...UNPAID, status: 'paid' })
    await store('invoices', 'in_5', { ...UNPAID, collection_method: 'send_invoice' })
    await store('invoices', 'in_6', { ...UNPAID, currency: 'eur', amount_remaining: 100 })
    await store('invoices', 'in_7', { ...UNPAID, currency: 'xaf', amount_remaining: 7 })
    const after = await attention('failed_payments')
    expect((after?.count ?? 0) - (before?.count ?? 0)).toBe(4)
    const [euros, { fx_missing }] = [
      (await attention('failed_payments', '?currency=eur'))?.amount ?? 0,
      await get<NeedsAttention>('needs_attention'),
    ]
    const added = (after?.amount ?? 0) - (before?.amount ?? 0)
    expect(added).toBeGreaterThan(900 + 999_999_999 + 100)
    expect(added).toBeLessThan(900 + 999_999_999 + 200)
    expect(euros).toBeLessThan(added)
    expect(fx_missing).toContain('xaf')
    expect(after?.cases[0]).toEqual({
      ...{ id: 'in_2', account: desk.account.accountId },
      ...{ customer: 'cus_late', customer_name: 'late@example.com' },
      ...{ amount: 999_999_999, currency: 'usd', due: null },
    })
    expect(after?.cases.length).toBeLessThanOrEqual(3)
  })

  test('disputes that wait for an answer, the earliest deadline first, with whose payment it is', async () => {
    expect(await attention('disputes')).toBeUndefined()
    await store('charges', 'ch_disputed', {
      customer: 'cus_late',
      currency: 'usd',
      amount: 5,
      status: 'succeeded',
    })
    const dispute = { charge: 'ch_disputed', payment_intent: 'pi_disputed', currency: 'usd' }
    const waiting = { ...dispute, status: 'needs_response', amount: 500 }
    await store('disputes', 'dp_1', { ...waiting, evidence_details: { due_by: 2_000_000_000 } })
    await store('disputes', 'dp_2', {
      ...{ ...waiting, status: 'warning_needs_response', payment_intent: null, amount: 70 },
      evidence_details: { due_by: 1_900_000_000 },
    })
    await store('disputes', 'dp_3', { ...waiting, status: 'under_review', evidence_details: { due_by: 1 } })
    expect(await attention('disputes')).toMatchObject({
      ...{ count: 2, amount: 570, due: 1_900_000_000 },
      cases: [
        { id: 'ch_disputed', customer: 'cus_late', amount: 70, due: 1_900_000_000 },
        { id: 'pi_disputed', customer_name: 'late@example.com', amount: 500, due: 2_000_000_000 },
      ],
    })
    expect((await get<NeedsAttention>('needs_attention')).data[0]?.kind).toBe('disputes')
  })

  test('approvals, for those who may see them', async () => {
    const sales = await desk.as('sales')
    const mayApprove = (await sales.get('/v1/approvals')).statusCode === 200
    await runInScope({ workspaceId: desk.workspaceId }, async () => {
      const at = desk.clock.now()
      const asked = { kind: 'role_grant', parameters: {}, parametersHash: 'T', description: 'T' }
      const one = { ...asked, requestedBy: 'mem_x', status: 'pending' as const, createdAt: at, attempts: 0 }
      const expiresAt = new Date(at.getTime() + 3_600_000)
      await ApprovalModel.create([
        { _id: 'apr_1', ...one, expiresAt },
        { _id: 'apr_2', ...one, expiresAt: at },
      ])
    })
    expect(await attention('approvals')).toMatchObject({ count: 1, amount: null, cases: [] })
    expect((await attention('approvals', '', sales)) !== undefined).toBe(mayApprove)
  })

  test('cards that expire before the next charge, as the daily run of the risk found them', async () => {
    await desk.inAccount(() => desk.services.risk.compute(desk.clock.now()))
    const rows = await desk.inAccount(() => RiskModel.find().lean())
    const told = rows.filter(({ factors }) => factors.includes('card_expiring'))
    for (const { cardExpires } of told) expect(cardExpires).toBe(true)
    await desk.inAccount(() => RiskModel.updateMany({}, { $set: { cardExpires: false } }))
    expect(await attention('expiring_cards')).toBeUndefined()
    const [most, least] = [...rows].sort((a, b) => b.mrr - a.mrr)
    for (const row of [least, most])
      await desk.inAccount(() =>
        RiskModel.updateOne({ _id: row?._id ?? '' }, { $set: { cardExpires: true } }),
      )
    expect(await attention('expiring_cards')).toMatchObject({
      ...{ count: 2, amount: (least?.mrr ?? 0) + (most?.mrr ?? 0) },
      cases: [{ id: most?.customer }, { id: least?.customer }],
    })
  })
})

test('the top movers are the customers with the largest sums of the evidence', async () => {
  const range = 'from=2025-09-01&to=2026-05-31'
  const movers = await get<Movers>(`movers?${range}`)
  for (const [kind, figure] of Object.entries({
    new: 'new_mrr',
    expansion: 'expansion_mrr',
    churn: 'churned_mrr',
  })) {
    const { data, evidence } = movers[kind as 'new']
    expect(evidence).toContain(`figure=${figure}`)
    const sums = new Map<string, number>()
    let after = ''
    for (let more = true; more;) {
      const page = await get<Evidence>(`evidence?figure=${figure}&${range}&limit=100${after}`)
      for (const { customer, value } of page.data)
        sums.set(customer ?? '', (sums.get(customer ?? '') ?? 0) + value)
      more = page.has_more
      after = `&starting_after=${page.data.at(-1)?.id}`
    }
    const largest = [...sums.values()].sort((a, b) => b - a).slice(0, 3)
    expect([kind, data.map(({ value }) => value)]).toEqual([kind, largest])
    for (const { customer, value, customer_name } of data) {
      expect(sums.get(customer ?? '')).toBe(value)
      expect(customer_name).not.toBeNull()
    }
  }
  expect(movers.new.data.length).toBe(3)
  const slice = await get<Movers>(`movers?${range}&slice=currency%3Azzz`)
  expect([slice.new.data, slice.churn.data]).toEqual([[], []])
})

test('what there is, and what came last', async () => {
  const { stripe } = desk.standIn
  const [products, subscriptions] = [
    await stripe.products.list({ limit: 100, active: true }),
    await stripe.subscriptions.list({ limit: 5, status: 'all' }),
  ]
  const charge = { customer: 'cus_late', currency: 'jpy', amount: 1000, status: 'succeeded', disputed: false }
  await store('charges', 'ch_back', {
    ...charge,
    refunded: false,
    amount_refunded: 400,
    payment_intent: null,
  })
  await store('charges', 'ch_last', {
    ...charge,
    status: 'failed',
    refunded: false,
    amount_refunded: 0,
    payment_intent: 'pi_last',
  })
  const found = await get<Activity>('activity?from=2026-01-01&to=2026-05-31')
  expect(found.counts.products).toBe(products.data.length)
  expect(found.subscriptions.map(({ id }) => id).sort()).toEqual(
    subscriptions.data.map(({ id }) => id).sort(),
  )
  for (const { products: names } of found.subscriptions) expect(names.join()).toMatch(/^[A-Z]/)
  expect(found.payments).toHaveLength(5)
  expect(found.payments.slice(0, 2)).toMatchObject([
    { id: 'pi_last', customer_name: 'late@example.com', amount: 1000, currency: 'jpy', status: 'failed' },
    { id: 'ch_back', status: 'partially_refunded' },
  ])
  const all = await stripe.subscriptions
    .list({ limit: 100, status: 'all' })
    .autoPagingToArray({ limit: 10_000 })
  const ended = all.filter(({ status }) => status === 'canceled' || status === 'incomplete_expired')
  expect(found.counts.subscriptions).toBe(all.length - ended.length)
  const { total } = await get<{ total: { payments: number } }>(
    'revenue?from=2026-01-01&to=2026-05-31&interval=month',
  )
  expect(found.figures.payments.value).toBe(total.payments)
})

test('names are for those who may read customers', async () => {
  const role = (await owner.post('/v1/roles', { name: 'Figures', permissions: ['analytics:read'] })).json<{
    id: string
  }>()
  const caller = await desk.as(role.id)
  const [movers, activity, open] = [
    await get<Movers>('movers', caller),
    await get<Activity>('activity', caller),
    await attention('failed_payments', '', caller),
  ]
  const rows = [...movers.new.data, ...activity.payments, ...activity.subscriptions, ...(open?.cases ?? [])]
  expect(rows.length).toBeGreaterThan(5)
  for (const { customer_name } of rows) expect(customer_name).toBeNull()
})

test('all accounts together, each case with its own', async () => {
  await desk.connect('acct_second')
  const { data } = await get<NeedsAttention>('needs_attention?account=all&mode=test')
  expect(data.find(({ kind }) => kind === 'failed_payments')?.cases[0]).toMatchObject({
    ...{ id: 'in_2', account: desk.account.accountId },
  })
  const alone = await get<Activity>('activity')
  const together = await get<Activity>('activity?account=all&mode=test')
  expect(together.counts).toEqual(alone.counts)
  expect((await get<Movers>('movers?account=all&mode=test')).new).toMatchObject({
    data: (await get<Movers>('movers')).new.data,
  })
})
