import { examples, expectFigures } from '../../test/metric-examples'
import { lifetimeValue } from './index'
import type { LtvInput } from './index'

test.each(examples<LtvInput>('ltv'))('example: %s', (_name, { input, expected }) => {
  expectFigures({ ...lifetimeValue(input) }, expected)
})

const months = (...counts: [start: number, lost: number][]) =>
  counts.map(([start, lost]) => ({ start, lost }))

test('L1: the last six months are pooled', () => {
  const six = months([100, 1], [100, 2], [100, 3], [100, 4], [100, 5], [200, 6])
  expect(
    lifetimeValue({ months: [...months([10, 10]), ...six], mrr_end: 7000, active_end: 10 }),
  ).toMatchObject({
    churn_bp: 300,
    ltv: 23333,
  })
})

test('L2, L3: margin once costs are entered, one rounding at the end', () => {
  const margin = { contribution: 2, net_revenue: 3 }
  const figures = lifetimeValue({
    months: months([100, 1]),
    mrr_end: 100,
    active_end: 7,
    margin,
    cac: 100,
  })
  expect(figures).toEqual({
    churn_bp: 100,
    arpa: 14,
    ltv: 952,
    ltv_60m: 571,
    basis: 'contribution',
    cac_payback_milli: 10500,
  })
})

test('L2: where nobody was lost there is no lifetime value, but one of five years', () => {
  const figures = lifetimeValue({ months: months([100, 0]), mrr_end: 5000, active_end: 10 })
  expect(figures).toMatchObject({ churn_bp: 0, ltv: null, ltv_60m: 30000, basis: 'revenue' })
})

test('without customers, months, revenue or anything earned there is no figure', () => {
  const nobody = lifetimeValue({ months: months([10, 10]), mrr_end: 0, active_end: 0, cac: 100 })
  expect(nobody).toMatchObject({ arpa: null, ltv: null, ltv_60m: null, cac_payback_milli: null })
  const young = lifetimeValue({ months: [], mrr_end: 5000, active_end: 10 })
  expect(young).toMatchObject({ churn_bp: null, arpa: 500, ltv: null, ltv_60m: null })
  const some = { months: months([10, 1]), mrr_end: 5000, active_end: 10, cac: 100 }
  expect(lifetimeValue({ ...some, margin: { contribution: 0, net_revenue: 0 } }).ltv).toBeNull()
  const losing = lifetimeValue({ ...some, margin: { contribution: -1, net_revenue: 10 } })
  expect(losing).toMatchObject({ ltv: -500, cac_payback_milli: null })
})
