/** The forecast of a monthly figure: known changes on top of the best method that proved itself (FC1 to FC6). */
import { METHODS, backTest, best, intervalAround, methodsFor } from './backtest'
import type { BackTest, MethodName } from './backtest'
import { KNOWN_KINDS } from '../foreseen'
import { MAX_HORIZON } from './known'
import type { KnownLayer, KnownMonth } from './known'

export interface ForecastInput extends KnownLayer {
  /** Complete months, oldest first, in minor units at constant rates (section 14). */
  series: readonly number[]
}

/** A coming month in minor units, with the 80 % interval. */
export interface ForecastMonth {
  point: number
  lower: number
  upper: number
  /** The part of `point` that known facts add or take by then. */
  known: number
  /** What they change in this month, by kind. */
  changes: KnownMonth
}

export interface Forecast {
  /** Why there are no months: history is too short to test anything, or "same as last month" is as good (FC5). */
  hidden: 'too_short' | 'no_better_than_naive' | null
  method: MethodName | null
  months: ForecastMonth[]
  /** The back-tests of every method that was tried, the naive first. */
  tests: Omit<BackTest, 'trials'>[]
}

/** FC6: at most half the history and at most twelve months, never below 0. */
export function forecast({ series, knownPast, knownAhead, becomingKnown }: ForecastInput): Forecast {
  const y = withoutKnown(series, knownPast)
  const tests = methodsFor(y.length).map((method) => backTest(method, y))
  const shown = tests.map(({ trials: _, ...test }) => test)
  const chosen = best(tests)
  const method = METHODS.find(({ name }) => name === chosen?.method)
  if (!chosen || !method)
    return {
      hidden: tests.length === 0 ? 'too_short' : 'no_better_than_naive',
      method: null,
      months: [],
      tests: shown,
    }
  const fitted = method.fit(y)
  const months: ForecastMonth[] = []
  let known = 0
  let more = 0
  for (const [index, changes] of knownAhead.slice(0, horizonOf(series)).entries()) {
    const interval = intervalAround(fitted, index + 1, chosen.trials)
    // Holt-Winters goes no further than its errors have been seen.
    if (!interval) break
    for (const kind of KNOWN_KINDS) known += changes[kind]
    more += becomingKnown[index] ?? 0
    const [lower, upper] = interval
    const shownAt = (value: number) => Math.max(0, Math.round(value + more + known))
    months.push({
      point: shownAt(fitted.point(index + 1)),
      lower: shownAt(lower),
      upper: shownAt(upper),
      known,
      changes,
    })
  }
  return { hidden: null, method: method.name, months, tests: shown }
}

function horizonOf(series: readonly number[]): number {
  return Math.min(MAX_HORIZON, Math.floor(series.length / 2))
}

/** Section 14: the series as it would be had the known changes of the past been there all along, level with today. */
function withoutKnown(series: readonly number[], knownPast: readonly number[]): number[] {
  let later = 0
  return series
    .map((value, index) => ({ value, known: knownPast[index] ?? 0 }))
    .reverse()
    .map(({ value, known }) => {
      const without = value + later
      later += known
      return without
    })
    .reverse()
}
