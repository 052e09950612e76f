import { fitRiskModel } from './logistic'
import { aucBp } from './ranking'
import { SCORECARD, churnProbability } from './risk'
import type { RiskModel } from './risk'
import { RISK_FACTORS } from './risk-factors'
import { chooseRiskModel } from './risk-quality'
import type { Observation } from './risk-quality'

const DAY = 86_400

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Customers who leave as a model says, seen every ten days. */
function history(model: RiskModel, times: number, each: number): Observation[] {
  const random = numbers(1)
  return Array.from({ length: times }, (_, time) => time).flatMap((time) =>
    Array.from({ length: each }, () => {
      const factors = RISK_FACTORS.filter(() => random() < 0.2)
      return { at: time * 10 * DAY, factors, churned: random() < churnProbability(factors, model) }
    }),
  )
}

/** The opposite of what the scorecard assumes of two factors. */
const OTHER: RiskModel = {
  base: -2.5,
  weights: { ...SCORECARD.weights, past_due: -1, tenure_ge_24m: 2.5, failed_90d: 0, annual_renewal_far: 0 },
}

test('Q3: the regression finds the weights that the history was made with', () => {
  const fitted = fitRiskModel(history(OTHER, 20, 2000))
  expect(fitted.base).toBeCloseTo(OTHER.base, 0)
  for (const factor of RISK_FACTORS)
    expect(Math.abs(fitted.weights[factor] - OTHER.weights[factor])).toBeLessThan(0.2)
})

test('Q3: at the solution the slope of the penalised likelihood is 0', () => {
  const rows = history(SCORECARD, 6, 200)
  const fitted = fitRiskModel(rows)
  const excess = (of: (row: Observation) => boolean) =>
    rows.filter(of).reduce((sum, row) => sum + churnProbability(row.factors, fitted) - Number(row.churned), 0)
  expect(excess(() => true)).toBeCloseTo(0, 3)
  for (const factor of RISK_FACTORS)
    expect(excess(({ factors }) => factors.includes(factor)) + fitted.weights[factor]).toBeCloseTo(0, 3)
})

test('Q3: a factor that tells perfectly gets a finite weight, one that is never seen none', () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({
    factors: index < 50 ? (['past_due'] as const) : [],
    churned: index < 50,
  }))
  const { base, weights } = fitRiskModel(rows)
  expect(weights.past_due).toBeGreaterThan(3)
  expect(weights.past_due).toBeLessThan(20)
  expect(weights.failed_90d).toBe(0)
  expect(base).toBeLessThan(0)
})

test('Q4: where the regression ranks better on the months held out, it replaces the scorecard', () => {
  const { model, quality } = chooseRiskModel(history(OTHER, 20, 500))
  expect(quality.replaced).toBe(true)
  expect(model).not.toBe(SCORECARD)
  expect(quality.fitted_auc_bp).toBeGreaterThan(quality.scorecard_auc_bp ?? Infinity)
  expect(quality.tested?.auc_bp).toBe(quality.fitted_auc_bp)
  expect(quality.tested?.top_tenth_lift_bp).toBeGreaterThan(10_000)
  for (const { customers, expected_bp: expected, actual_bp: actual } of quality.tested?.calibration ?? []) {
    const p = expected / 10_000
    expect(Math.abs(actual / 10_000 - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / customers) + 0.01)
  }
})

test('Q4: below 0.60 the scorecard stays, however poor it is', () => {
  const nothing: RiskModel = { base: -2, weights: { ...SCORECARD.weights } }
  for (const factor of RISK_FACTORS) nothing.weights[factor] = 0
  const { model, quality } = chooseRiskModel(history(nothing, 20, 500))
  expect(quality.replaced).toBe(false)
  expect(model).toBe(SCORECARD)
  expect(Math.abs((quality.tested?.auc_bp ?? 0) - 5000)).toBeLessThan(600)
})

test('Q4: a regression that ranks better than the scorecard, and still poorly, does not replace it', () => {
  const faint: RiskModel = { base: -2, weights: { ...SCORECARD.weights } }
  for (const factor of RISK_FACTORS) faint.weights[factor] = factor === 'tenure_ge_24m' ? 0.6 : 0
  const { model, quality } = chooseRiskModel(history(faint, 20, 2000))
  expect(quality.fitted_auc_bp).toBeGreaterThan(quality.scorecard_auc_bp ?? Infinity)
  expect(quality.fitted_auc_bp).toBeLessThan(6000)
  expect(model).toBe(SCORECARD)
})

test('Q3: an observation is learnt from only if its outcome was known before the first that is tested', () => {
  const rows = history(OTHER, 20, 500)
  const { model, quality } = chooseRiskModel(rows)
  const testFrom = quality.tested?.from ?? NaN
  const churned = (row: Observation) => row.churned
  expect(rows.filter(({ at }) => at >= testFrom).filter(churned)).toHaveLength(quality.tested?.churned ?? -1)
  const learnt = rows.filter(({ at }) => at + 30 * DAY <= testFrom)
  expect(model).toEqual(fitRiskModel(learnt))
  // What lies in the gap, or in the test, changes nothing in what was learnt.
  const gap = rows.map((row) =>
    row.at > testFrom - 30 * DAY && row.at < testFrom ? { ...row, churned: false } : row,
  )
  expect(chooseRiskModel(gap).model).toEqual(model)
  const inverted = rows.map((row) => (row.at === 19 * 10 * DAY ? { ...row, factors: [] } : row))
  expect([SCORECARD, model]).toContainEqual(chooseRiskModel(inverted).model)
})

test('Q3: below 200 churn events nothing is fitted, and below 20 held out nothing is said', () => {
  const left = (count: number) =>
    Array.from({ length: 2 * count }, (_, index) => ({
      at: index * DAY,
      factors: index % 2 ? (['past_due'] as const) : [],
      churned: index % 2 === 1,
    }))
  const said = (count: number) => chooseRiskModel(left(count)).quality
  expect(said(199)).toMatchObject({ fitted_auc_bp: null, scorecard_auc_bp: 10_000, replaced: false })
  expect(said(200)).toMatchObject({ fitted_auc_bp: 10_000, scorecard_auc_bp: 10_000, replaced: false })
  expect(said(66).tested?.churned).toBe(20)
  expect(said(63)).toEqual({ tested: null, scorecard_auc_bp: null, fitted_auc_bp: null, replaced: false })
  expect(chooseRiskModel([])).toMatchObject({ model: SCORECARD, quality: { tested: null } })
})

test('a shuffled history cannot be ranked', () => {
  const rows = history(SCORECARD, 10, 1000)
  const shuffled = rows.map(({ factors }, index) => ({
    score: churnProbability(factors, SCORECARD),
    churned: rows[(index * 7919) % rows.length]?.churned ?? false,
  }))
  expect(Math.abs((aucBp(shuffled) ?? 0) - 5000)).toBeLessThan(300)
})
