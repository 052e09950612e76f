/** The shifted-beta-geometric curve of survival for long horizons (S4). */

export interface SurvivalCurve {
  alpha: number
  beta: number
  /** The share that is still there after `month` months, in basis points. */
  survivalBp: (month: number) => number
}

interface Observed {
  at_risk: number
  churned: number
}

/** ln(alpha + beta), from customers who differ without limit to customers who are all alike. */
const SPREAD = { from: -6, to: 12, step: 0.25 }
const HALVINGS = 60

/**
 * The curve of greatest likelihood, given who was there and who left in each month of tenure from 1 on; customers who
 * are still there count as far as they have come. Null where nobody has left, or fewer than two months were observed.
 */
export function survivalCurve(rows: readonly Observed[]): SurvivalCurve | null {
  if (rows.length < 2 || rows.every(({ churned }) => churned === 0)) return null
  const likelihoodAt = (spread: number) => likelihood(rows, split(rows, Math.exp(spread)))
  let best = SPREAD.from
  for (let spread = SPREAD.from; spread <= SPREAD.to; spread += SPREAD.step)
    if (likelihoodAt(spread) > likelihoodAt(best)) best = spread
  // Between the neighbours of the best the likelihood has one peak: thirds are cut off until it is found.
  let low = best - SPREAD.step
  let high = best + SPREAD.step
  for (let cut = 0; cut < HALVINGS; cut += 1) {
    const third = (high - low) / 3
    if (likelihoodAt(low + third) < likelihoodAt(high - third)) low += third
    else high -= third
  }
  const { alpha, beta } = split(rows, Math.exp((low + high) / 2))
  const survivalBp = (month: number) => {
    let survival = 1
    for (let t = 1; t <= month; t += 1) survival *= (beta + t - 1) / (alpha + beta + t - 1)
    return Math.round(survival * 10_000)
  }
  return { alpha, beta, survivalBp }
}

/** Of a given alpha + beta the split of greatest likelihood: where its slope in alpha, which only falls, is 0. */
function split(rows: readonly Observed[], total: number): { alpha: number; beta: number } {
  const left = rows.reduce((sum, { churned }) => sum + churned, 0)
  let low = 0
  let high = total
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const alpha = (low + high) / 2
    const stayed = rows.reduce(
      (sum, { at_risk: n, churned: d }, index) => sum + (n - d) / (total - alpha + index),
      0,
    )
    if (left / alpha > stayed) low = alpha
    else high = alpha
  }
  const alpha = (low + high) / 2
  return { alpha, beta: total - alpha }
}

function likelihood(rows: readonly Observed[], { alpha, beta }: { alpha: number; beta: number }): number {
  return rows.reduce((sum, { at_risk: n, churned: d }, index) => {
    const leave = alpha / (alpha + beta + index)
    return sum + (d > 0 ? d * Math.log(leave) : 0) + (n > d ? (n - d) * Math.log(1 - leave) : 0)
  }, 0)
}
