/** Exponential smoothing: Holt's linear trend, damped or not, and Holt and Winters' with a season of a year (FC3, FC4). */
import { mean, unitHalfWidth } from './fit'
import type { Fit } from './fit'

export const SEASON = 12

/** FC4: 0.05 to 0.95. */
const GRID = Array.from({ length: 19 }, (_, index) => (index + 1) / 20)

interface Holt {
  alpha: number
  betaStar: number
  /** 1 undamped. */
  phi: number
}

interface Smoothed {
  level: number
  trend: number
  /** Sum of the squares of the one-step errors. */
  sse: number
}

/** Level and trend after the last of at least two values (FC3). */
export function holtState(y: readonly number[], { alpha, betaStar, phi }: Holt): Smoothed {
  const [first = 0, second = 0] = y
  let level = first
  let trend = second - first
  let sse = 0
  for (const value of y.slice(1)) {
    const expected = level + phi * trend
    const next = alpha * value + (1 - alpha) * expected
    trend = betaStar * (next - level) + (1 - betaStar) * phi * trend
    level = next
    sse += (value - expected) ** 2
  }
  return { level, trend, sse }
}

/** Holt's method with the parameters of least squared error; phi 1 is undamped (FC3). At least five values. */
export function holt(y: readonly number[], phi: number): Fit & { alpha: number; betaStar: number } {
  const fits = GRID.flatMap((alpha) =>
    GRID.map((betaStar) => ({ alpha, betaStar, ...holtState(y, { alpha, betaStar, phi }) })),
  )
  const { alpha, betaStar, level, trend, sse } = fits.reduce((best, fit) => (fit.sse < best.sse ? fit : best))
  /** phi + ... + phi^h */
  const weight = (h: number) => (phi === 1 ? h : (phi * (1 - phi ** h)) / (1 - phi))
  // Two smoothing parameters and two starting values were taken from the data.
  const unit = unitHalfWidth(sse, y.length - 4)
  return {
    alpha,
    betaStar,
    point: (h) => level + weight(h) * trend,
    // The sum of which FC3 gives the closed form where phi is 1: what an error of today adds j months on.
    halfWidth: (h) => {
      let variance = 1
      for (let j = 1; j < h; j += 1) variance += (alpha + alpha * betaStar * weight(j)) ** 2
      return unit * Math.sqrt(variance)
    },
  }
}

/** Additive Holt-Winters with the parameters of least squared error (FC4). At least two seasons. */
export function holtWinters(y: readonly number[]): Fit {
  const first = y.slice(0, SEASON)
  const start = mean(first)
  const startTrend = (mean(y.slice(SEASON, 2 * SEASON)) - start) / SEASON
  const smooth = (alpha: number, betaStar: number, gamma: number) => {
    const seasonals = first.map((value) => value - start)
    let level = start
    let trend = startTrend
    let sse = 0
    for (let t = SEASON; t < y.length; t += 1) {
      const value = y[t] ?? 0
      const seasonal = seasonals[t % SEASON] ?? 0
      const expected = level + trend
      const next = alpha * (value - seasonal) + (1 - alpha) * expected
      trend = betaStar * (next - level) + (1 - betaStar) * trend
      level = next
      seasonals[t % SEASON] = gamma * (value - expected) + (1 - gamma) * seasonal
      sse += (value - expected - seasonal) ** 2
    }
    return { level, trend, seasonals, sse }
  }
  let best = smooth(0.05, 0.05, 0.05)
  for (const alpha of GRID)
    for (const betaStar of GRID)
      for (const gamma of GRID) {
        const fit = smooth(alpha, betaStar, gamma)
        if (fit.sse < best.sse) best = fit
      }
  const { level, trend, seasonals } = best
  return {
    point: (h) => level + h * trend + (seasonals[(y.length + h - 1) % SEASON] ?? 0),
    halfWidth: null,
  }
}
