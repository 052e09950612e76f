/** Cohorts: what became of the customers who began in the same month (R1 to R4). */
import { RunningBalance } from './balance'
import { convertSum } from './fx'
import { addDays, addMonths } from './local-day'
import { ZERO, add, basisPoints, multiply, ratio } from './rational'
import type { Currency, Day, DayRollup, Month, Rates } from './types'

/** Below this many customers one of them moves the rates by a tenth or more (R4). */
const SMALL = 10

export interface CohortsInput {
  /** Per cohort the day roll-ups of its customers' movements, from the first on; whose `new` movement falls in it (R1). */
  cohorts: ReadonlyMap<Month, readonly DayRollup[]>
  /** First and last cohort, and last month looked at; both inclusive. */
  from: Month
  to: Month
  rates: Rates
  reportingCurrency: Currency
  /** The running day of the account. */
  today: Day
}

/** A cohort at the end of a calendar month, or of `today` while that month runs. */
export interface CohortMonth {
  month: Month
  customers: number
  /** Reporting minor units at the rate of the cohort's own month. */
  mrr: number
  /** Of the cohort's size and of its initial MRR (R3). */
  customer_bp: number | null
  revenue_bp: number | null
  complete: boolean
}

export interface Cohort {
  month: Month
  size: number
  /** MRR at the end of each customer's first day (R2), reporting minor units. */
  initial_mrr: number
  /** Too few customers to read rates from (R4). */
  small: boolean
  /** Month 0 is the cohort's own. */
  months: CohortMonth[]
}

/** Month k of all cohorts that have completed it, weighted by their size (R4). */
export interface CohortAverage {
  cohorts: number
  size: number
  customer_bp: number | null
  revenue_bp: number | null
}

export interface Cohorts {
  cohorts: Cohort[]
  /** By k. */
  averages: CohortAverage[]
  /** Currencies without a rate in a cohort's month, sorted; their MRR is left out (C5). */
  fx_missing: Currency[]
}

/** Retention of customers and of revenue by cohort and month, cohorts ascending (R2 to R4). */
export function cohortRetention(input: CohortsInput): Cohorts {
  const missing = new Set<Currency>()
  const cohorts = [...input.cohorts]
    .filter(([month]) => month >= input.from && month <= input.to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, rollups]) => cohortOf(month, rollups, input, missing))
  return { cohorts, averages: averagesOf(cohorts), fx_missing: [...missing].sort() }
}

function cohortOf(
  month: Month,
  rollups: readonly DayRollup[],
  { to, rates, reportingCurrency, today }: CohortsInput,
  missing: Set<Currency>,
): Cohort {
  const valued = (mrr: Record<Currency, number>): number => {
    const { value, fxMissing } = convertSum(mrr, lastDayOf(month), rates, reportingCurrency)
    for (const currency of fxMissing) missing.add(currency)
    return value
  }
  const begun: Record<Currency, number> = {}
  let size = 0
  for (const { currencies, customers } of rollups) {
    size += customers.new
    for (const [currency, sums] of Object.entries(currencies))
      begun[currency] = (begun[currency] ?? 0) + sums.new
  }
  const initial = valued(begun)
  const running = new RunningBalance(rollups)
  const months: CohortMonth[] = []
  for (let at = month; at <= to && at <= today.slice(0, 7); at = monthAfter(at)) {
    const end = lastDayOf(at)
    running.advanceTo(end < today ? end : today)
    const { customers } = running
    const mrr = valued(running.mrr)
    months.push({
      month: at,
      customers,
      mrr,
      customer_bp: basisPoints(ratio(customers), ratio(size)),
      revenue_bp: basisPoints(ratio(mrr), ratio(initial)),
      complete: end < today,
    })
  }
  return { month, size, initial_mrr: initial, small: size < SMALL, months }
}

function averagesOf(cohorts: readonly Cohort[]): CohortAverage[] {
  const longest = Math.max(0, ...cohorts.map(({ months }) => months.length))
  const averages: CohortAverage[] = []
  for (let k = 0; k < longest; k += 1) {
    let [count, size, customers, sizeWithMrr, revenue] = [0, 0, 0, 0, ZERO]
    for (const cohort of cohorts) {
      const month = cohort.months[k]
      if (!month?.complete) continue
      count += 1
      size += cohort.size
      customers += month.customers
      if (cohort.initial_mrr === 0) continue
      sizeWithMrr += cohort.size
      revenue = add(revenue, multiply(ratio(month.mrr, cohort.initial_mrr), ratio(cohort.size)))
    }
    averages.push({
      cohorts: count,
      size,
      customer_bp: basisPoints(ratio(customers), ratio(size)),
      revenue_bp: basisPoints(revenue, ratio(sizeWithMrr)),
    })
  }
  return averages
}

function lastDayOf(month: Month): Day {
  return addDays(addMonths(`${month}-01`, 1), -1)
}

function monthAfter(month: Month): Month {
  return addMonths(`${month}-01`, 1).slice(0, 7)
}
