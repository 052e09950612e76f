/** The forecasts that are straight lines: naive, drift and least squares (FC2, FC4). */
import { mean, sumOfSquares, unitHalfWidth } from './fit'
import type { Fit } from './fit'

/** "Same as last month" (FC4). At least two values. */
export function naive(y: readonly number[]): Fit {
  const changes = differences(y)
  const unit = unitHalfWidth(sumOfSquares(changes), changes.length)
  const last = y.at(-1) ?? 0
  return { point: () => last, halfWidth: (h) => unit * Math.sqrt(h) }
}

/** The mean change of a month goes on (FC4). At least three values. */
export function drift(y: readonly number[]): Fit {
  const changes = differences(y)
  const slope = mean(changes)
  const unit = unitHalfWidth(sumOfSquares(changes.map((change) => change - slope)), changes.length - 1)
  const last = y.at(-1) ?? 0
  return {
    point: (h) => last + slope * h,
    halfWidth: (h) => unit * Math.sqrt(h * (1 + h / changes.length)),
  }
}

/** Least squares on t = 1..n (FC2). At least three values. */
export function linear(y: readonly number[]): Fit & { slope: number } {
  const n = y.length
  const middle = (n + 1) / 2
  const average = mean(y)
  const sxx = sumOfSquares(y.map((_, index) => index + 1 - middle))
  const slope = y.reduce((sum, value, index) => sum + (index + 1 - middle) * (value - average), 0) / sxx
  const at = (t: number) => average + slope * (t - middle)
  const unit = unitHalfWidth(sumOfSquares(y.map((value, index) => value - at(index + 1))), n - 2)
  return {
    slope,
    point: (h) => at(n + h),
    halfWidth: (h) => unit * Math.sqrt(1 + 1 / n + (n + h - middle) ** 2 / sxx),
  }
}

function differences(y: readonly number[]): number[] {
  return y.slice(1).map((value, index) => value - (y[index] ?? 0))
}
