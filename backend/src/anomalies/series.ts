/** The daily figures that are watched, of the account in scope. */
import type { Book, Range } from '../analytics/book'
import { moneyFigures, moneyOfDays } from '../analytics/money'
import { trusted } from '../database/query'
import {
  dayOf,
  endOfDay,
  periodsOf,
  startOfDay,
  type Currency,
  type Day,
  type DayRollup,
  type DayValue,
} from '../metrics'
import { convertedSums } from '../metrics/converted'
import { netOf } from '../metrics/rollup'
import { ChargeModel } from '../payments/model'
import type { Series } from './model'

/** Of a failed charge, what is read. */
const FIELDS = {
  'object.created': 1,
  'object.customer': 1,
  'object.failure_code': 1,
  'object.outcome.reason': 1,
  'object.payment_method_details.card.country': 1,
}

export type MrrSeries = Exclude<Series, 'gross_volume' | 'failed_payments'>

/** What a day's movements add up to, of the whole or of a slice; null without a rate of one of its currencies. */
export function ofMovements(
  series: MrrSeries,
  rollup: DayRollup | undefined,
  { rates, currency }: Book,
): number | null {
  if (!rollup) return 0
  if (series === 'new_customers') return rollup.customers.new
  const missing = new Set<Currency>()
  const sums = convertedSums(rollup, rates, currency, missing)
  if (missing.size > 0) return null
  return series === 'churned_mrr' ? sums.churn : netOf(sums)
}

/** A payment that failed, as far as drivers are made of it. */
interface Failure {
  /** Seconds. */
  created: number
  customer: string | null
  /** What the bank said, or else Stripe: the bank's answer tells more. */
  reason: string | null
  /** Of the card. */
  country: string | null
}

/** The payments that failed on these days. */
export async function* failures({ from, to }: Range, timeZone: string): AsyncGenerator<Failure> {
  const filter = {
    'object.created': trusted({ $gte: startOfDay(from, timeZone), $lt: endOfDay(to, timeZone) }),
    'object.status': 'failed',
  }
  for await (const { object } of ChargeModel.find(filter).select(FIELDS).lean().cursor())
    yield {
      created: object.created,
      customer: typeof object.customer === 'string' ? object.customer : null,
      reason: object.outcome?.reason ?? object.failure_code,
      country: object.payment_method_details?.card?.country ?? null,
    }
}

/** Every series from the first day of the range on of which anything is known; a day on which nothing happened is 0. */
export async function dailySeries(
  book: Book,
  range: Range,
  timeZone: string,
): Promise<Record<Series, DayValue[]>> {
  const money = await moneyOfDays(book, range)
  const first = [book.rollups[0]?.day, money[0]?.day].filter((day) => day !== undefined).sort()[0]
  const from = first !== undefined && first > range.from ? first : range.from
  const days =
    first === undefined || from > range.to
      ? []
      : [...periodsOf(from, range.to, 'day')].map(({ date }) => date)

  const failed = new Map<Day, number>()
  for await (const { created } of failures(range, timeZone)) {
    const day = dayOf(created, timeZone)
    failed.set(day, (failed.get(day) ?? 0) + 1)
  }
  const moved = new Map(book.rollups.map((rollup) => [rollup.day, rollup]))
  const paid = new Map(money.map((rollup) => [rollup.day, rollup]))
  const volumeOn = (day: Day): number | null => {
    const rollup = paid.get(day)
    const { values, missing } = moneyFigures(book, { from: day, to: day }, rollup ? [rollup] : [])
    return missing.length > 0 ? null : values.gross_volume
  }
  const series = (valueOn: (day: Day) => number | null) => days.map((day) => ({ day, value: valueOn(day) }))
  return {
    net_new_mrr: series((day) => ofMovements('net_new_mrr', moved.get(day), book)),
    churned_mrr: series((day) => ofMovements('churned_mrr', moved.get(day), book)),
    new_customers: series((day) => ofMovements('new_customers', moved.get(day), book)),
    gross_volume: series(volumeOn),
    failed_payments: series((day) => failed.get(day) ?? 0),
  }
}
