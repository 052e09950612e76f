/** Logistic regression on the named factors with an L2 penalty (Q3), by Newton's method from the same start. */
import { SCORECARD } from './risk'
import type { RiskModel } from './risk'
import { RISK_FACTORS } from './risk-factors'
import type { RiskFactor } from './risk-factors'

export interface Outcome {
  factors: readonly RiskFactor[]
  churned: boolean
}

/** What a weight of 1 costs, twice, in log-likelihood; the base is free. Weights of factors never seen stay 0. */
const PENALTY = 1
const MOST_STEPS = 50
const CLOSE = 1e-9

/** Customers with the same factors. */
interface Pattern {
  /** 1 for the base, then 1 or 0 for each factor. */
  x: number[]
  size: number
  churned: number
}

/** The weights of greatest penalised likelihood. Some of the outcomes, and not all, must have churned. */
export function fitRiskModel(outcomes: readonly Outcome[]): RiskModel {
  const all = patterns(outcomes)
  let w = [0, ...RISK_FACTORS.map(() => 0)]
  let loss = lossOf(all, w)
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const step = newtonStep(all, w)
    // A full step can overshoot where few churned; the loss is convex, so a shorter one lowers it.
    let size = 1
    let next = moved(w, step, size)
    while (lossOf(all, next) > loss && size > CLOSE) {
      size /= 2
      next = moved(w, step, size)
    }
    const former = loss
    loss = lossOf(all, next)
    if (loss >= former) break
    w = next
    if (former - loss < CLOSE) break
  }
  const weights = { ...SCORECARD.weights }
  for (const [index, factor] of RISK_FACTORS.entries()) weights[factor] = w[index + 1] ?? 0
  return { base: w[0] ?? 0, weights }
}

function patterns(outcomes: readonly Outcome[]): Pattern[] {
  const all = new Map<string, Pattern>()
  for (const { factors, churned } of outcomes) {
    const x = [1, ...RISK_FACTORS.map((factor) => (factors.includes(factor) ? 1 : 0))]
    const key = x.join('')
    const pattern = all.get(key) ?? { x, size: 0, churned: 0 }
    all.set(key, pattern)
    pattern.size += 1
    if (churned) pattern.churned += 1
  }
  return [...all.values()]
}

/** Negative penalised log-likelihood. */
function lossOf(all: readonly Pattern[], w: readonly number[]): number {
  const [, ...weights] = w
  return all.reduce(
    (sum, { x, size, churned }) => {
      const z = dot(x, w)
      // ln(1 + exp(z)) without overflow.
      return sum + size * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))) - churned * z
    },
    (PENALTY / 2) * dot(weights, weights),
  )
}

/** Solves Hessian x step = gradient. */
function newtonStep(all: readonly Pattern[], w: readonly number[]): number[] {
  const rows = w.map((weight, i) => {
    const penalty = i === 0 ? 0 : PENALTY
    return [...w.map((_, j) => (i === j ? penalty : 0)), penalty * weight]
  })
  for (const { x, size, churned } of all) {
    const p = 1 / (1 + Math.exp(-dot(x, w)))
    for (const [i, row] of rows.entries()) {
      if (x[i] === 0) continue
      const curvature = size * p * (1 - p)
      for (const [j, value] of x.entries()) row[j] = (row[j] ?? 0) + curvature * value
      row[x.length] = (row[x.length] ?? 0) + size * p - churned
    }
  }
  return solve(rows)
}

/** Gauss and Jordan; the matrix is positive definite, so every pivot is positive. The last column is the right side. */
function solve(rows: number[][]): number[] {
  for (const [i, pivotRow] of rows.entries()) {
    const pivot = pivotRow[i] ?? 1
    for (const row of rows) {
      if (row === pivotRow) continue
      const factor = (row[i] ?? 0) / pivot
      for (const [j, value] of pivotRow.entries()) row[j] = (row[j] ?? 0) - factor * value
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1))
}

function moved(w: readonly number[], step: readonly number[], size: number): number[] {
  return w.map((weight, index) => weight - size * (step[index] ?? 0))
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
