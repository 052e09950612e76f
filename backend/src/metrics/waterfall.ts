/** The MRR waterfall: how the movements lead from one balance to the next (W6, W7). */
import { RunningBalance } from './balance'
import { addSums, convertedSums } from './converted'
import { convertSum } from './fx'
import { addDays, periodsOf } from './local-day'
import type { Interval } from './local-day'
import { emptySums, netCustomers, netOf } from './rollup'
import type { Currency, Day, DayRollup, Rates } from './types'
import { assertIdentities, totalOf } from './waterfall-row'
import type { Balance, WaterfallRow } from './waterfall-row'

export interface WaterfallInput {
  /** All of them from the first movement on, not only those of the range: they make the opening balance. */
  rollups: readonly DayRollup[]
  from: Day
  /** Inclusive, not before `from`. */
  to: Day
  interval: Interval
  rates: Rates
  reportingCurrency: Currency
  /** The running day of the account; without it every period counts as complete. */
  today?: Day
}

export interface Waterfall {
  rows: WaterfallRow[]
  /** The whole range as one row. */
  total: WaterfallRow
  /** Currencies left out on at least one day for want of a rate, sorted (C5). */
  fxMissing: Currency[]
}

/** Rows for each period of a range, in reporting minor units (W6). Throws when an identity of W7 does not hold. */
export function waterfall(input: WaterfallInput): Waterfall {
  const missing = new Set<Currency>()
  const running = new RunningBalance(input.rollups)
  const dayBefore = addDays(input.from, -1)
  running.advanceTo(dayBefore)
  let opening = balanceOn(dayBefore, running, input, missing)
  const rows: WaterfallRow[] = []
  for (const { date, end_date } of periodsOf(input.from, input.to, input.interval)) {
    const days = running.advanceTo(end_date)
    const closing = balanceOn(end_date, running, input, missing)
    const row = rowOf(input, { date, end_date, opening, closing, days }, missing)
    const foreign = Object.keys(running.mrr).some((currency) => currency !== input.reportingCurrency)
    assertIdentities(row, opening, closing, foreign)
    opening = { mrr: row.end, customers: row.customers_end }
    rows.push(row)
  }
  const [first] = rows
  const last = rows.at(-1)
  if (!first || !last) throw new RangeError(`the range from ${input.from} to ${input.to} is empty`)
  const total = totalOf(rows, first, last)
  assertIdentities(total, { mrr: first.start, customers: first.customers_start }, opening, true)
  return { rows, total, fxMissing: [...missing].sort() }
}

function balanceOn(
  day: Day,
  { mrr, customers }: RunningBalance,
  { rates, reportingCurrency }: WaterfallInput,
  missing: Set<Currency>,
): Balance {
  const { value, fxMissing } = convertSum(mrr, day, rates, reportingCurrency)
  for (const currency of fxMissing) missing.add(currency)
  return { mrr: value, customers }
}

function rowOf(
  { rates, reportingCurrency, today }: WaterfallInput,
  period: { date: Day; end_date: Day; opening: Balance; closing: Balance; days: readonly DayRollup[] },
  missing: Set<Currency>,
): WaterfallRow {
  const { date, end_date, opening, closing, days } = period
  const sums = emptySums()
  for (const day of days) addSums(sums, convertedSums(day, rates, reportingCurrency, missing))
  const sum = (field: keyof DayRollup['customers']) =>
    days.reduce((total, day) => total + day.customers[field], 0)
  const customers = {
    new: sum('new'),
    reactivated: sum('reactivated'),
    churned: sum('churned'),
    transferred_in: sum('transferred_in'),
    transferred_out: sum('transferred_out'),
  }
  return {
    date,
    end_date,
    start: opening.mrr,
    ...sums,
    fx: closing.mrr - opening.mrr - netOf(sums),
    end: closing.mrr,
    customers_start: opening.customers,
    customers_new: customers.new,
    customers_reactivated: customers.reactivated,
    customers_churned: customers.churned,
    customers_transferred_in: customers.transferred_in,
    customers_transferred_out: customers.transferred_out,
    customers_end: opening.customers + netCustomers(customers),
    reconstructed: days.some((day) => day.reconstructed),
    complete: today === undefined || end_date < today,
  }
}
