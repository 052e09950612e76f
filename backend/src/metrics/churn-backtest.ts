/** Predicted beside actual churn of the months that are known by now, and beside "as many as last month" (S5). */
import { expectedLosses, lifeTable } from './hazard'
import type { Duration } from './hazard'
import { addDays, addMonths } from './local-day'
import { completedMonths } from './tenure'
import type { Day } from './types'

/** One unbroken run of days on which a customer had MRR, on one interval of billing. */
export interface Spell {
  joined: Day
  /** The first day without; null while it goes on. */
  left: Day | null
  /** The day on which that end was scheduled; null where it was not. */
  scheduled: Day | null
}

export interface ChurnMonth {
  /** Its first day. */
  month: Day
  predicted_milli: number
  actual: number
  naive: number
}

export interface ChurnBackTest {
  months: ChurnMonth[]
  /** Mean absolute error in thousandths of a customer. */
  mae_milli: number
  naive_mae_milli: number
}

/** S5. */
const MONTHS = 6

/**
 * The last six calendar months before the one that starts with `until`, each from what was known when it began.
 * Null where one of them began without a customer, or with none to learn from.
 */
export function churnBackTest(spells: readonly Spell[], until: Day): ChurnBackTest | null {
  const starts = Array.from({ length: MONTHS }, (_, index) => addMonths(until, index - MONTHS))
  const months: ChurnMonth[] = []
  for (const month of starts) {
    const active = activeAt(spells, month)
    const predicted = expectedLosses(lifeTable(durations(spells, month)), active)
    if (active.length === 0 || !predicted) return null
    const actual = leaversOf(spells, month).length
    const naive = leaversOf(spells, addMonths(month, -1)).length
    months.push({ month, predicted_milli: predicted.customers_milli, actual, naive })
  }
  const mae = (error: (month: ChurnMonth) => number) =>
    Math.round(months.reduce((sum, month) => sum + Math.abs(error(month)), 0) / MONTHS)
  return {
    months,
    mae_milli: mae(({ predicted_milli: predicted, actual }) => predicted - actual * 1000),
    naive_mae_milli: mae(({ naive, actual }) => (naive - actual) * 1000),
  }
}

/** What was known of the spells when the day `at` began (S1). */
export function durations(spells: readonly Spell[], at: Day): Duration[] {
  return spells
    .filter(({ joined }) => joined < at)
    .map(({ joined, left }) =>
      left === null || left >= at
        ? { tenure: tenureAt(joined, at), left: false }
        : { tenure: tenureAt(joined, left) + 1, left: true },
    )
}

function activeAt(spells: readonly Spell[], at: Day) {
  const next = addMonths(at, 1)
  return spells
    .filter(({ joined, left }) => joined < at && (left === null || left >= at))
    .map(({ joined, left, scheduled }) => ({
      tenure: tenureAt(joined, at),
      mrr: 0,
      scheduled: left !== null && left < next && scheduled !== null && scheduled < at,
    }))
}

/** There when the month began, and gone before the next. */
function leaversOf(spells: readonly Spell[], month: Day): Spell[] {
  const next = addMonths(month, 1)
  return spells.filter(({ joined, left }) => joined < month && left !== null && left >= month && left < next)
}

/** Months completed when the day `at` began: who leaves on a monthly renewal has not completed the month before it. */
function tenureAt(joined: Day, at: Day): number {
  return completedMonths(joined, addDays(at, -1))
}
