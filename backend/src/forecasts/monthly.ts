/** Monthly figures of the account in scope at constant rates, and what is known of them ahead (section 14). */
import type { Book } from '../analytics/book'
import { StandingModel } from '../analytics/model'
import { trusted } from '../database/query'
import { moneyRollups } from '../ledger/rollups'
import {
  addDays,
  addMonths,
  convert,
  convertSum,
  knownLayer,
  periodsOf,
  startOfNextPeriod,
  startOfPeriod,
  volume,
  type Currency,
  type Day,
  type Foreseen,
  type ForecastInput,
  type Month,
  type Rates,
} from '../metrics'
import { RunningBalance } from '../metrics/balance'
import type { Series } from './model'

/** Months of history that are looked at: what lies longer ago tells little of the next. */
const MAX_MONTHS = 60

export interface Monthly {
  months: Month[]
  input: ForecastInput
  fxMissing: Currency[]
}

const monthOf = (day: Day): Month => day.slice(0, 7)

/** The complete months from that of `first` on. */
function completeMonths(first: Day, today: Day) {
  const running = startOfPeriod(today, 'month')
  const earliest = addMonths(running, -MAX_MONTHS)
  const from = startOfPeriod(first, 'month')
  return [...periodsOf(from < earliest ? earliest : from, addDays(running, -1), 'month')]
}

/** The latest rate of each currency, for every day. */
const constant = (rates: Rates): Rates =>
  Object.fromEntries(
    Object.entries(rates).map(([currency, days]) => [
      currency,
      days.slice(-1).map(({ rate }) => ({ day: '0000-01-01', rate })),
    ]),
  )

/** MRR at the end of each month. */
async function monthlyMrr({ rollups, today, currency, ...book }: Book): Promise<Monthly> {
  const rates = constant(book.rates)
  const missing = new Set<Currency>()
  const periods = completeMonths(rollups[0]?.day ?? today, today)
  const balance = new RunningBalance(rollups)
  const series = periods.map(({ end_date: last }) => {
    balance.advanceTo(last)
    const { value, fxMissing } = convertSum(balance.mrr, last, rates, currency)
    for (const one of fxMissing) missing.add(one)
    return value
  })
  const months = periods.map(({ date }) => monthOf(date))
  const facts: Omit<Foreseen, 'subscription' | 'currency'>[] = []
  const from = periods[0]?.date ?? today
  const told = { foreseen: trusted({ $elemMatch: { day: { $gte: from } } }) }
  for await (const { foreseen } of StandingModel.find(told, { foreseen: 1 }).lean().cursor())
    for (const { kind, since, day, change, currency: own } of foreseen) {
      const converted = convert(change, own, today, rates, currency)
      if (converted !== null) facts.push({ kind, since, day, change: converted })
    }
  return { months, input: { series, ...knownLayer(facts, series.length, today) }, fxMissing: [...missing] }
}

/** Payments less refunds and disputes of each month, and the same less fees; from the first whole month on. */
async function monthlyMoney(
  { today, currency, ...book }: Book,
  timeZone: string,
): Promise<Record<'revenue' | 'cash', Monthly>> {
  const rates = constant(book.rates)
  const earliest = addMonths(startOfPeriod(today, 'month'), -MAX_MONTHS)
  const rollups = await moneyRollups({ from: earliest, to: today }, timeZone)
  const first = rollups[0]?.day ?? today
  const whole = startOfPeriod(first, 'month') === first ? first : startOfNextPeriod(first, 'month')
  const periods = completeMonths(whole, today)
  const sums = periods.map(({ date: from, end_date: to }) =>
    volume({ rollups, from, to, rates, reportingCurrency: currency }),
  )
  const months = periods.map(({ date }) => monthOf(date))
  const fxMissing = [...new Set(sums.flatMap(({ fx_missing }) => fx_missing))]
  const monthly = (series: number[]): Monthly => ({
    months,
    // when money comes in is not told by what is known of the MRR
    input: { series, ...knownLayer([], series.length, today) },
    fxMissing,
  })
  return {
    revenue: monthly(sums.map(({ net_revenue }) => net_revenue)),
    cash: monthly(sums.map(({ net_volume }) => net_volume)),
  }
}

/** All series of the account in scope, whose book it is. */
export async function monthlyOf(book: Book, timeZone: string): Promise<Record<Series, Monthly>> {
  return { mrr: await monthlyMrr(book), ...(await monthlyMoney(book, timeZone)) }
}
