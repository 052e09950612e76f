import fc from 'fast-check'
import { examples } from '../../../test/metric-examples'
import { runs } from '../arbitraries'
import { METHODS, backTest, best, intervalAround, methodsFor } from './backtest'
import { forecast } from './forecast'
import { knownLayer } from './known'
import type { KnownMonth } from './known'

const NOTHING_KNOWN = knownLayer([], 0, '2026-01-01')
const alone = (series: number[]) => forecast({ ...NOTHING_KNOWN, series })

/** A seeded ripple, so that a series has noise and the test none. */
const ripple = (index: number) => ((index * 7919) % 13) - 6

const growing = (months: number) =>
  Array.from({ length: months }, (_, t) => 10_000 + 500 * t + 20 * ripple(t))

interface BackTestExpected {
  errors: Record<string, { mae: number; mape_bp: number }>
  chosen: string
}

test.each(examples<{ y: number[]; methods: string[] }, BackTestExpected>('backtest'))(
  'FC5: %s',
  (_name, { input, expected }) => {
    const tests = METHODS.filter(({ name }) => input.methods.includes(name)).map((method) =>
      backTest(method, input.y),
    )
    const errors = tests.map(({ method, steps: [one] }) => [method, { mae: one?.mae, mape_bp: one?.mape_bp }])
    expect(Object.fromEntries(errors)).toEqual(expected.errors)
    expect(best(tests)?.method).toBe(expected.chosen)
  },
)

test.each([
  [3, []],
  // Three months to learn from leave fewer than three to be tested on.
  [5, []],
  [6, ['naive', 'drift', 'linear']],
  [11, ['naive', 'drift', 'linear']],
  [12, ['naive', 'drift', 'linear', 'holt', 'holt_damped']],
  [28, ['naive', 'drift', 'linear', 'holt', 'holt_damped']],
  [29, ['naive', 'drift', 'linear', 'holt', 'holt_damped', 'holt_winters']],
])('FC1, FC5: with %d months these methods are tried: %j', (months, expected) => {
  expect(methodsFor(months).map(({ name }) => name)).toEqual(expected)
})

test('FC5: from twelve months on three months ahead is tested too', () => {
  expect(alone(growing(11)).tests[0]?.steps.map(({ step, origins }) => [step, origins])).toEqual([[1, 8]])
  const year = alone(growing(12)).tests[0]
  expect(year?.steps.map(({ step, origins }) => [step, origins])).toEqual([
    [1, 9],
    [3, 7],
  ])
})

test('a forecast is made from the months before its origin only', () => {
  const series = growing(16)
  const changed = series.with(-1, 0)
  for (const method of methodsFor(16)) {
    const seen = (y: number[]) =>
      backTest(method, y).trials.map(({ origin, step, expected }) => [origin, step, expected])
    expect(seen(changed)).toEqual(seen(series))
  }
})

test('FC5: months without anything are left out of MAPE and stay in MAE', () => {
  const [one] = backTest(naiveMethod(), [100, 100, 100, 0, 100]).steps
  expect(one).toEqual({
    step: 1,
    origins: 2,
    mae: 100,
    mape_bp: 10_000,
    mae_vs_naive_bp: 10_000,
    coverage_bp: 0,
  })
})

test('FC5: coverage counts the months that the 80 % interval held', () => {
  // The first three are level, so nothing but the same again is within; after the jump the interval is wide.
  const [one] = backTest(naiveMethod(), [100, 100, 100, 100, 200, 210]).steps
  expect(one?.coverage_bp).toBe(6667)
})

test('FC4: without a spread of its own the interval is what nine errors of ten were within', () => {
  const fit = { point: () => 1000, halfWidth: null }
  const trials = (errors: number[], step = 2) =>
    errors.map((error) => ({ origin: 1, step, actual: 500 + error, expected: 500, naive: 0, interval: null }))
  const nineteen = Array.from({ length: 19 }, (_, index) => ((index * 8) % 19) * 10 - 90)
  expect(intervalAround(fit, 2, trials(nineteen))).toEqual([920, 1080])
  expect(intervalAround(fit, 2, [...trials([-10, 20, 30]), ...trials([-500, 500], 1)])).toEqual([990, 1030])
  expect(intervalAround(fit, 2, trials([-10, 20]))).toBeNull()
  // Always too low, or always too high: the point itself stays within.
  expect(intervalAround(fit, 2, trials([50, 60, 70]))).toEqual([1000, 1070])
  expect(intervalAround(fit, 2, trials([-50, -60, -70]))).toEqual([930, 1000])
})

test('FC5: an interval is tested with the errors that were known by then', () => {
  const winters = METHODS.find(({ name }) => name === 'holt_winters') ?? naiveMethod()
  const { trials } = backTest(winters, growing(32))
  const there = (step: number) =>
    trials.filter((trial) => trial.step === step).map(({ interval }) => interval !== null)
  expect(there(1)).toEqual([false, false, false, true, true, true, true, true])
  expect(there(3)).toEqual([false, false, false, false, false, true])
})

test('FC5: the latest two years of origins are enough', () => {
  const [one] = backTest(naiveMethod(), growing(60)).steps
  expect(one?.origins).toBe(24)
})

test('FC5: a method must beat the naive by 5 % over all, and be worse at no distance', () => {
  const test = (
    all: number | null,
    one: number,
    three: number | null,
    method: 'drift' | 'linear' = 'drift',
  ) => ({
    method,
    trials: [],
    mae_vs_naive_bp: all,
    steps: [stepErrors(1, one), stepErrors(3, three)],
  })
  expect(best([test(9500, 10_000, 9000)])?.method).toBe('drift')
  expect(best([test(9501, 9501, 9501)])).toBeNull()
  expect(best([test(8000, 10_001, 7000)])).toBeNull()
  expect(best([test(8000, 7000, 10_001)])).toBeNull()
  expect(best([test(8000, 7000, null)])).toBeNull()
  expect(best([test(null, 5000, 5000)])).toBeNull()
  expect(best([test(8000, 9000, 7000), test(7999, 8000, 7999, 'linear')])?.method).toBe('linear')
  expect(best([test(8000, 9000, 7000), test(8000, 8000, 8000, 'linear')])?.method).toBe('drift')
})

test('FC5: the errors of both distances count together', () => {
  const naive = backTest(naiveMethod(), growing(14))
  expect(naive.mae_vs_naive_bp).toBe(10_000)
  const drift = backTest(METHODS[1] ?? naiveMethod(), growing(14))
  const shares = drift.steps.map(({ mae_vs_naive_bp: share }) => share ?? 0)
  expect(drift.mae_vs_naive_bp).toBeGreaterThan(Math.min(...shares))
  expect(drift.mae_vs_naive_bp).toBeLessThan(Math.max(...shares))
})

test('a flat history is hidden: no method is better than last month', () => {
  for (const months of [6, 12, 36]) {
    const flat = alone(Array.from({ length: months }, () => 50_000))
    expect(flat).toMatchObject({ hidden: 'no_better_than_naive', method: null, months: [] })
    for (const error of flat.tests[0]?.steps ?? [])
      expect(error).toMatchObject({ mae: 0, mae_vs_naive_bp: null })
  }
})

test('a history that goes nowhere is hidden too', () => {
  const series = Array.from({ length: 24 }, (_, t) => 50_000 + 1000 * ripple(t * t))
  expect(alone(series).hidden).toBe('no_better_than_naive')
})

test('too short a history is hidden with that reason', () => {
  expect(alone([])).toEqual({ hidden: 'too_short', method: null, months: [], tests: [] })
  expect(alone(growing(5)).hidden).toBe('too_short')
})

test('a steady growth is shown, with half the months of the history and at most twelve', () => {
  for (const [months, horizon] of [
    [6, 3],
    [13, 6],
    [24, 12],
    [40, 12],
  ] as const) {
    const shown = alone(growing(months))
    expect(shown.hidden).toBeNull()
    expect(shown.months).toHaveLength(horizon)
    const [first] = shown.months
    expect(Math.abs((first?.point ?? 0) - (10_000 + 500 * months))).toBeLessThan(300)
  }
})

test('a season is found, and shown as far as its errors have been seen three times', () => {
  const season = (t: number) => 3000 * Math.sin((t / 6) * Math.PI)
  const series = Array.from({ length: 36 }, (_, t) => Math.round(50_000 + season(t) + 20 * ripple(t)))
  const shown = alone(series)
  expect(shown.method).toBe('holt_winters')
  expect(shown.months).toHaveLength(10)
  shown.months.forEach(({ point, lower, upper }, index) => {
    expect(Math.abs(point - (50_000 + season(36 + index)))).toBeLessThan(500)
    expect(lower).toBeLessThanOrEqual(point)
    expect(upper).toBeGreaterThanOrEqual(point)
  })
  const tested = shown.tests.find(({ method }) => method === 'holt_winters')
  expect(tested?.steps.every(({ coverage_bp: coverage }) => coverage !== null)).toBe(true)
})

test('FC6: neither the forecast nor its interval is below 0', () => {
  const falling = Array.from({ length: 12 }, (_, t) => 12_000 - 1000 * t + 10 * ripple(t))
  const { months } = alone(falling)
  expect(months).toHaveLength(6)
  expect(months.at(-1)).toMatchObject({ point: 0, lower: 0 })
})

const month = (changes: Partial<KnownMonth> = {}): KnownMonth => ({
  scheduled_cancellation: 0,
  coupon_end: 0,
  phase_change: 0,
  trial: 0,
  ...changes,
})

test('section 14: known facts are a layer of their own on top of the forecast', () => {
  const series = growing(24)
  const knownAhead = [
    month(),
    month({ scheduled_cancellation: -900, trial: 450 }),
    month({ coupon_end: 250 }),
    ...Array.from({ length: 10 }, () => month()),
  ]
  const plain = alone(series)
  const layered = forecast({ ...NOTHING_KNOWN, series, knownAhead })
  const expected = [0, -450, -200, ...Array.from({ length: 9 }, () => -200)]
  expect(layered.months.map(({ known }) => known)).toEqual(expected)
  layered.months.forEach(({ point, lower, known }, index) => {
    expect(Math.abs(point - known - (plain.months[index]?.point ?? NaN))).toBeLessThanOrEqual(1)
    expect(Math.abs(lower - known - (plain.months[index]?.lower ?? NaN))).toBeLessThanOrEqual(1)
  })
  expect(layered.months[1]?.changes).toEqual(knownAhead[1])
  expect(layered.tests).toEqual(plain.tests)
})

test('section 14: what was known in the past is not taken for the trend', () => {
  const series = growing(24)
  const jump = (t: number) => (t >= 20 ? 4000 : 0)
  const jumped = series.map((value, t) => value + jump(t))
  const knownPast = series.map((_, t) => jump(t) - jump(t - 1))
  const shown = forecast({ ...NOTHING_KNOWN, series: jumped, knownPast })
  const plain = alone(series)
  expect(shown.method).toBe(plain.method)
  expect(shown.months.map(({ point }) => point)).toEqual(plain.months.map(({ point }) => point + 4000))
})

test('every history gives whole amounts within their interval, and the same again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 40 }), (series) => {
      const one = alone(series)
      expect(one.hidden === null).toBe(one.months.length > 0)
      for (const { point, lower, upper } of one.months) {
        expect([point, lower, upper].every(Number.isSafeInteger)).toBe(true)
        expect(0 <= lower && lower <= point && point <= upper).toBe(true)
      }
      expect(one.months.length).toBeLessThanOrEqual(Math.min(12, series.length / 2))
      expect(alone(series)).toEqual(one)
    }),
    runs(process.env, 25),
  )
})

test('the size of the amounts does not change the method, and the forecast grows with them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 6, maxLength: 20 }),
      (series) => {
        const one = alone(series)
        const large = alone(series.map((value) => value * 16))
        expect(large.method).toBe(one.method)
        one.months.forEach(({ point }, index) =>
          expect(Math.abs((large.months[index]?.point ?? NaN) - 16 * point)).toBeLessThanOrEqual(8),
        )
      },
    ),
    runs(process.env, 25),
  )
})

function naiveMethod() {
  const [naive] = METHODS
  if (!naive) throw new Error('there is no method')
  return naive
}

function stepErrors(step: number, share: number | null) {
  return { step, origins: 9, mae: 1, mape_bp: 1, mae_vs_naive_bp: share, coverage_bp: null }
}
