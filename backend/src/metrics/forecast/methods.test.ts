import { examples, expectFigures } from '../../../test/metric-examples'
import type { Fit } from './fit'
import { drift, linear, naive } from './lines'
import { holt, holtState, holtWinters } from './smoothing'
import { t90 } from './student'

const ahead = (fit: Fit, months: number) => Array.from({ length: months }, (_, index) => fit.point(index + 1))

/** Made-up months without a pattern, so that no residual is 0. */
const RAGGED = [100, 130, 90, 160, 120, 180, 150, 155, 210, 170]

test.each(examples<{ y: number[]; horizon: number }, Record<string, number | number[]>>('linear'))(
  'FC2: %s',
  (_name, { input, expected, tolerance }) => {
    const fit = linear(input.y)
    const width = (h: number) => fit.halfWidth?.(h) ?? NaN
    const figures: Record<string, number[]> = {
      slope_milli: [fit.slope * 1000],
      point: ahead(fit, input.horizon),
      lower: ahead(fit, input.horizon).map((point, index) => point - width(index + 1)),
      upper: ahead(fit, input.horizon).map((point, index) => point + width(index + 1)),
    }
    for (const [name, values] of Object.entries(expected))
      for (const [index, value] of [values].flat().entries())
        expect(Math.abs((figures[name]?.[index] ?? NaN) - value)).toBeLessThanOrEqual(tolerance ?? 0)
  },
)

interface HoltInput {
  y: number[]
  alpha: string
  beta_star: string
  horizon: number
}

test.each(examples<HoltInput>('holt'))('FC3: %s', (_name, { input, expected }) => {
  const { level, trend } = holtState(input.y, {
    alpha: Number(input.alpha),
    betaStar: Number(input.beta_star),
    phi: 1,
  })
  expectFigures(
    { level, trend, point: ahead(holt([...input.y, 4000, 5000], 1), 2).map((v) => v - 2000) },
    expected,
  )
})

test('FC4: the naive forecast is the last month, wider with the square root of the distance', () => {
  const fit = naive([100, 130, 90])
  expect(ahead(fit, 2)).toEqual([90, 90])
  // sigma = sqrt((30^2 + 40^2) / 2), t(2) = 1.8856
  expect(fit.halfWidth?.(1)).toBeCloseTo(1.8856 * Math.sqrt(1250), 1)
  expect(fit.halfWidth?.(4)).toBeCloseTo(2 * (fit.halfWidth?.(1) ?? NaN), 9)
})

test('FC4: drift goes on by the mean change, and its spread grows faster than the naive one', () => {
  const fit = drift([100, 130, 90, 160])
  expect(ahead(fit, 3)).toEqual([180, 200, 220])
  // Residuals 10, -60, 50 with 2 degrees of freedom, three changes seen.
  const sigma = Math.sqrt((100 + 3600 + 2500) / 2)
  expect(fit.halfWidth?.(3)).toBeCloseTo(1.8856 * sigma * Math.sqrt(3 * (1 + 3 / 3)), 1)
})

test('FC3: undamped, the spread is the closed form', () => {
  const fit = holt(RAGGED, 1)
  const a = fit.alpha
  const b = fit.alpha * fit.betaStar
  const one = fit.halfWidth?.(1) ?? NaN
  for (const h of [2, 3, 7, 12]) {
    const growth = Math.sqrt(1 + (h - 1) * (a * a + a * b * h + (b * b * h * (2 * h - 1)) / 6))
    expect((fit.halfWidth?.(h) ?? NaN) / one).toBeCloseTo(growth, 9)
  }
})

test('FC3: the unit of the spread is the residuals, less two parameters and two starting values', () => {
  for (const phi of [1, 0.9]) {
    const fit = holt(RAGGED, phi)
    const { sse } = holtState(RAGGED, { alpha: fit.alpha, betaStar: fit.betaStar, phi })
    expect(fit.halfWidth?.(1)).toBeCloseTo(t90(6) * Math.sqrt(sse / 6), 9)
  }
})

test('FC3: the damped recursion, by hand', () => {
  // f = 118, l = 119, b = 18.5; then f = 135.65, l = 132.825, b = 15.2375
  const state = holtState([100, 120, 130], { alpha: 0.5, betaStar: 0.5, phi: 0.9 })
  expect(state.level).toBeCloseTo(132.825, 9)
  expect(state.trend).toBeCloseTo(15.2375, 9)
  expect(state.sse).toBeCloseTo(2 ** 2 + 5.65 ** 2, 9)
})

test('FC3: damped, the trend fades by a tenth a month', () => {
  const steps = ahead(holt(RAGGED, 0.9), 6).map((point, index, all) => point - (all[index - 1] ?? NaN))
  for (let index = 2; index < steps.length; index += 1)
    expect((steps[index] ?? NaN) / (steps[index - 1] ?? NaN)).toBeCloseTo(0.9, 9)
})

test('the parameters are those of the least squared error on the grid', () => {
  const { alpha, betaStar } = holt(RAGGED, 1)
  const least = holtState(RAGGED, { alpha, betaStar, phi: 1 }).sse
  for (const a of [0.05, 0.25, 0.5, 0.75, 0.95])
    for (const b of [0.05, 0.25, 0.5, 0.75, 0.95])
      expect(holtState(RAGGED, { alpha: a, betaStar: b, phi: 1 }).sse).toBeGreaterThanOrEqual(least)
})

const SEASON = [0, 40, 90, 20, -30, -60, -80, -20, 10, 60, 20, -50]
const seasonal = (months: number, slope: number) =>
  Array.from({ length: months }, (_, t) => 1000 + slope * t + (SEASON[t % 12] ?? 0))

test('FC4: Holt-Winters goes on with a season that repeats, from the month where the history ends', () => {
  const fit = holtWinters(seasonal(29, 0))
  expect(fit.halfWidth).toBeNull()
  seasonal(41, 0)
    .slice(29)
    .forEach((expected, index) => expect(fit.point(index + 1)).toBeCloseTo(expected, 6))
})

test('FC4: Holt-Winters goes on with a gentle trend under the season', () => {
  const fit = holtWinters(seasonal(60, 2))
  seasonal(72, 2)
    .slice(60)
    .forEach((expected, index) => expect(Math.abs(fit.point(index + 1) - expected)).toBeLessThan(20))
})

test('FC4: Holt-Winters is the recursion as it is written, at the best point of the grid', () => {
  const y = Array.from({ length: 33 }, (_, t) => 1000 + 12 * t + (SEASON[t % 12] ?? 0) + ((t * t * 31) % 97))
  const average = (from: number) => y.slice(from, from + 12).reduce((sum, value) => sum + value, 0) / 12
  const run = (a: number, bStar: number, g: number) => {
    const l = [average(0)]
    const b = [(average(12) - average(0)) / 12]
    const s = y.slice(0, 12).map((value) => value - average(0))
    let sse = 0
    y.slice(12).forEach((value, i) => {
      const [level, trend, season] = [l[i] ?? NaN, b[i] ?? NaN, s[i] ?? NaN]
      sse += (value - level - trend - season) ** 2
      l.push(a * (value - season) + (1 - a) * (level + trend))
      b.push(bStar * ((l[i + 1] ?? NaN) - level) + (1 - bStar) * trend)
      s.push(g * (value - level - trend) + (1 - g) * season)
    })
    const ends = [l.at(-1) ?? NaN, b.at(-1) ?? NaN] as const
    return { sse, points: [1, 2, 12].map((h) => ends[0] + h * ends[1] + (s[20 + h] ?? NaN)) }
  }
  const grid = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)
  const runs = grid.flatMap((a) => grid.flatMap((b) => grid.map((g) => run(a, b, g))))
  const least = runs.reduce((best, one) => (one.sse < best.sse ? one : best))
  const fit = holtWinters(y)
  for (const [index, h] of [1, 2, 12].entries())
    expect(fit.point(h)).toBeCloseTo(least.points[index] ?? NaN, 6)
})
