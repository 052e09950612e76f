import { foldMovements } from './rollup'
import { churnAsBaremetrics, churnAsPolar, churnAsStripe, newSaleValue, pointInTime } from './point-in-time'
import { retention } from './retention'
import type { ChurnReason, Movement, MovementType, Rates } from './types'

const RATES: Rates = {
  eur: [
    { day: '2026-01-01', rate: '1.10' },
    { day: '2026-02-10', rate: '2' },
  ],
}

function movement(
  customer: string,
  day: string,
  type: MovementType,
  before: number,
  after: number,
  given: Partial<Movement> & { currency?: string } = {},
): Movement {
  const { currency = 'usd', ...rest } = given
  const reason: ChurnReason | null = type === 'churn' ? 'voluntary' : null
  const shared = { feedback: null, causes: [], subscriptions: [], reconstructed: false, reason }
  const amount = after - before
  const changes = rest.changes ?? [{ currency, before, after }]
  const cells = changes.map((change) => ({
    price: null,
    product: null,
    interval: 'month',
    coupons: [],
    ...change,
  }))
  return { customer, day, type, cells, amount, ...shared, ...rest, changes }
}

const kept = (
  movements: Movement[],
  startMrr: Record<string, number>,
  startCustomers: number,
  rates = RATES,
) =>
  retention({
    startMrr,
    startCustomers,
    movements,
    rollups: foldMovements(movements),
    from: '2026-02-01',
    rates,
    reportingCurrency: 'usd',
  })

test('K3 leaves out who came and went, and who left and came back', () => {
  const figures = kept(
    [
      movement('a', '2026-02-10', 'reactivation', 0, 800),
      movement('a', '2026-02-03', 'churn', 1000, 0),
      movement('b', '2026-02-04', 'churn', 2000, 0),
      movement('n', '2026-02-05', 'new', 0, 500),
      movement('n', '2026-02-06', 'churn', 500, 0),
      movement('r', '2026-02-07', 'reactivation', 0, 300),
    ],
    { usd: 4000 },
    3,
  )
  expect(figures).toMatchObject({
    customer_churn_bp: 3333,
    logo_retention_bp: 6667,
    lost_customers: 1,
    churned_customers: 3,
    nrr_bp: 4500,
    grr_bp: 4500,
    gross_revenue_churn_bp: 5500,
    net_revenue_churn_bp: 5500,
    gross_mrr_churn_bp: 8750,
    net_mrr_churn_bp: 6000,
    quick_ratio_bp: 4571,
  })
})

test('K5, K6: growth counts in net only, and per customer over the whole period', () => {
  const figures = kept(
    [
      movement('a', '2026-02-03', 'contraction', 1000, 400),
      movement('a', '2026-02-13', 'expansion', 400, 1500),
      movement('b', '2026-02-03', 'expansion', 1000, 3000),
      movement('b', '2026-02-13', 'contraction', 3000, 900),
    ],
    { usd: 2000 },
    2,
  )
  expect([figures.nrr_bp, figures.grr_bp]).toEqual([12_000, 9500])
})

test('K5: what a customer has at the end is valued at the rates of the start', () => {
  const euros = { currency: 'eur' }
  const figures = kept(
    [movement('a', '2026-02-20', 'contraction', 1000, 500, euros)],
    { eur: 2000, usd: 800 },
    2,
  )
  expect(figures.nrr_bp).toBe(8167)
  // By movements: 500 euros at 2.00 over 30.00 at the start.
  expect(figures.gross_mrr_churn_bp).toBe(3333)
  const both = movement('a', '2026-02-20', 'contraction', 1000, 500, {
    changes: [
      { currency: 'eur', before: 1000, after: 500 },
      { currency: 'usd', before: 0, after: 500 },
    ],
  })
  expect(kept([both], { eur: 1000 }, 1).grr_bp).toBe(9545)
})

test('K5: the rates of the start are those of the day before', () => {
  const doubled: Rates = {
    eur: [
      { day: '2026-01-31', rate: '1' },
      { day: '2026-02-01', rate: '2' },
    ],
  }
  const lost = [movement('a', '2026-02-20', 'churn', 1000, 0, { currency: 'eur' })]
  expect(kept(lost, { eur: 1000, usd: 1000 }, 2, doubled)).toMatchObject({
    nrr_bp: 5000,
    gross_mrr_churn_bp: 10_000,
  })
})

test('C1: no rate without a denominator; K8: null when nothing was lost', () => {
  const figures = kept([movement('n', '2026-02-05', 'new', 0, 500)], {}, 0)
  expect(figures).toMatchObject({
    customer_churn_bp: null,
    logo_retention_bp: null,
    nrr_bp: null,
    grr_bp: null,
    gross_revenue_churn_bp: null,
    gross_mrr_churn_bp: null,
    net_mrr_churn_bp: null,
    quick_ratio_bp: null,
  })
  expect(figures.churn_by_reason.voluntary).toEqual({
    customers: 0,
    mrr: 0,
    customers_share_bp: null,
    mrr_share_bp: null,
    rate_bp: null,
  })
})

test('K7: net churn by movements may be negative', () => {
  expect(
    kept([movement('a', '2026-02-03', 'expansion', 1000, 1500)], { usd: 2000 }, 2).net_mrr_churn_bp,
  ).toBe(-2500)
})

test('K9: churn by reason, as shares and as rates of the start, adds up', () => {
  const euros = (customer: string, reason: ChurnReason) =>
    movement(customer, '2026-02-03', 'churn', 5, 0, { currency: 'eur', reason })
  const { churn_by_reason: split } = kept(
    [
      euros('a', 'voluntary'),
      euros('b', 'involuntary'),
      euros('c', 'paused'),
      movement('d', '2026-02-04', 'churn', 83, 0, { reason: 'involuntary' }),
    ],
    { usd: 983, eur: 15 },
    9,
  )
  expect([split.voluntary.mrr, split.involuntary.mrr, split.paused.mrr]).toEqual([6, 6 + 83, 5])
  expect([split.voluntary.customers, split.involuntary.customers, split.paused.customers]).toEqual([1, 2, 1])
  expect(split.involuntary).toMatchObject({ customers_share_bp: 5000, mrr_share_bp: 8900, rate_bp: 890 })
})

test('C5: currencies without a rate at the start are left out and named', () => {
  const figures = kept(
    [movement('a', '2026-02-03', 'churn', 700, 0, { currency: 'gbp' })],
    { gbp: 700, usd: 1000 },
    2,
  )
  expect(figures).toMatchObject({ nrr_bp: 10_000, fx_missing: ['gbp'] })
})

test('K1, K2 and the new-sale value', () => {
  expect(pointInTime({ mrr: 1001, activeCustomers: 2 })).toEqual({ arr: 12_012, arpa: 501 })
  expect(pointInTime({ mrr: 0, activeCustomers: 0 })).toEqual({ arr: 0, arpa: null })
  expect(newSaleValue({ newMrr: 1000, newCustomers: 3 })).toBe(333)
  expect(newSaleValue({ newMrr: 0, newCustomers: 0 })).toBeNull()
})

test('K4: the other formulas', () => {
  expect(churnAsStripe({ churned: 3, start: 90, new: 10 })).toBe(300)
  expect(churnAsBaremetrics({ cancelled: 3, activeBefore: 90 })).toBe(333)
  expect(churnAsPolar({ cancellationRequests: 4, start: 80 })).toBe(500)
  expect(churnAsStripe({ churned: 0, start: 0, new: 0 })).toBeNull()
})
