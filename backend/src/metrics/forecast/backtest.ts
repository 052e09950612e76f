/** How well a method would have forecast the months that are known by now (FC5). */
import type { Fit } from './fit'
import { MAX_HORIZON } from './known'
import { drift, linear, naive } from './lines'
import { SEASON, holt, holtWinters } from './smoothing'

export type MethodName = 'naive' | 'drift' | 'linear' | 'holt' | 'holt_damped' | 'holt_winters'

interface Method {
  name: MethodName
  /** How many months of history it is tried from (FC1), and how many it must have to learn from. */
  from: number
  train: number
  fit: (y: readonly number[]) => Fit
}

export const METHODS: readonly Method[] = [
  { name: 'naive', from: 4, train: 3, fit: naive },
  { name: 'drift', from: 4, train: 3, fit: drift },
  { name: 'linear', from: 4, train: 3, fit: linear },
  { name: 'holt', from: 12, train: 6, fit: (y) => holt(y, 1) },
  { name: 'holt_damped', from: 12, train: 6, fit: (y) => holt(y, 0.9) },
  { name: 'holt_winters', from: 24, train: 2 * SEASON, fit: holtWinters },
]

/** FC5: fewer cases say nothing. */
const MIN_ORIGINS = 3
/** The latest are as many as it takes, and the work stays bounded however long the history is. */
const MAX_ORIGINS = 24

/** One forecast that was made from the first `origin` months, for `step` months later. */
export interface Trial {
  origin: number
  step: number
  actual: number
  expected: number
  naive: number
  /** The 80 % interval; null where too few errors were known by then. */
  interval: [low: number, high: number] | null
}

/** Errors of a method at one distance. MAE in minor units, the rest in basis points. */
export interface StepErrors {
  step: number
  origins: number
  mae: number
  /** Months with an actual of 0 left out; null where there are no others. */
  mape_bp: number | null
  /** Of the MAE of the naive forecast over the same months; null where that is 0. */
  mae_vs_naive_bp: number | null
  /** How often the 80 % interval held the actual; null where there was none. */
  coverage_bp: number | null
}

export interface BackTest {
  method: MethodName
  steps: StepErrors[]
  /** The MAE over these distances together, of that of the naive forecast; null where that is 0. */
  mae_vs_naive_bp: number | null
  trials: Trial[]
}

/** FC1, FC5: the methods that a history of so many months allows, and allows to be tested. */
export function methodsFor(months: number): Method[] {
  const furthest = Math.max(...stepsFor(months))
  return METHODS.filter(({ from, train }) => months >= from && months - train - (furthest - 1) >= MIN_ORIGINS)
}

/** FC5: a rolling origin; each forecast knows only the months before it. Minor units, oldest month first. */
export function backTest(method: Method, y: readonly number[]): BackTest {
  const trials: Trial[] = []
  const first = Math.max(method.train, y.length - MAX_ORIGINS)
  for (let origin = first; origin < y.length; origin += 1) {
    const fitted = method.fit(y.slice(0, origin))
    for (const [index, actual] of y.slice(origin, origin + MAX_HORIZON).entries()) {
      const step = index + 1
      const past = trials.filter((trial) => trial.origin + trial.step <= origin)
      const interval = intervalAround(fitted, step, past)
      trials.push({ origin, step, actual, expected: fitted.point(step), naive: y[origin - 1] ?? 0, interval })
    }
  }
  const steps = stepsFor(y.length)
  const tested = trials.filter(({ step }) => steps.includes(step))
  return {
    method: method.name,
    steps: steps.map((step) => errorsAt(step, trials)),
    mae_vs_naive_bp: shareOf(absolute(tested), absolute(tested, 'naive')),
    trials,
  }
}

/** The 80 % interval, by the method's spread or by the 10th and 90th percentile of its errors (FC4). */
export function intervalAround(
  fitted: Fit,
  step: number,
  trials: readonly Trial[],
): [low: number, high: number] | null {
  const point = fitted.point(step)
  if (fitted.halfWidth) return [point - fitted.halfWidth(step), point + fitted.halfWidth(step)]
  const errors = trials
    .filter((trial) => trial.step === step)
    .map(({ actual, expected }) => actual - expected)
  if (errors.length < MIN_ORIGINS) return null
  errors.sort((a, b) => a - b)
  // A method that was always too low still forecasts its own point.
  return [point + Math.min(0, percentile(errors, 0.1)), point + Math.max(0, percentile(errors, 0.9))]
}

/** FC5: the method of least error, if that is at most 95 % of the naive one's and at no distance above it. */
export function best(tests: readonly BackTest[]): BackTest | null {
  let chosen: BackTest | null = null
  let least = 9501
  for (const test of tests) {
    const share = test.mae_vs_naive_bp ?? Infinity
    if (share >= least || test.steps.some((step) => (step.mae_vs_naive_bp ?? Infinity) > 10_000)) continue
    chosen = test
    least = share
  }
  return chosen
}

/** FC5: one month ahead, and three from a year of history on. */
function stepsFor(months: number): number[] {
  return months >= 12 ? [1, 3] : [1]
}

function errorsAt(step: number, all: readonly Trial[]): StepErrors {
  const trials = all.filter((trial) => trial.step === step)
  const relative = trials.flatMap(({ actual, expected }) =>
    actual === 0 ? [] : [Math.abs((actual - expected) / actual)],
  )
  const held = trials.flatMap(({ actual, interval }) =>
    interval ? [interval[0] <= actual && actual <= interval[1] ? 1 : 0] : [],
  )
  return {
    step,
    origins: trials.length,
    mae: trials.length === 0 ? 0 : Math.round(absolute(trials) / trials.length),
    mape_bp: shareOf(
      relative.reduce((sum, error) => sum + error, 0),
      relative.length,
    ),
    mae_vs_naive_bp: shareOf(absolute(trials), absolute(trials, 'naive')),
    coverage_bp: shareOf(
      held.reduce<number>((sum, one) => sum + one, 0),
      held.length,
    ),
  }
}

/** The sum of the absolute errors, of the method or of the naive forecast. */
function absolute(trials: readonly Trial[], of: 'expected' | 'naive' = 'expected'): number {
  return trials.reduce((sum, trial) => sum + Math.abs(trial.actual - trial[of]), 0)
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000)
}

/** Of at least one value, ascending. Few values give their extremes: an interval is rather too wide than too narrow. */
function percentile(sorted: readonly number[], p: number): number {
  const rank = Math.min(Math.max(p * (sorted.length + 1), 1), sorted.length) - 1
  const below = sorted[Math.floor(rank)] ?? 0
  const above = sorted[Math.ceil(rank)] ?? 0
  return below + (above - below) * (rank % 1)
}
