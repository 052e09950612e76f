/** Forecasts of monthly figures: worked out each night, kept as they were told (FC1 to FC6). */
import { coverage, forEachPart, type OpenBook, type Wanted } from '../analytics/book'
import type { Clock } from '../clock'
import { trusted, upserting } from '../database/query'
import { scopedId } from '../database/scope'
import { seconds } from '../http'
import {
  addMonths,
  convert,
  forecast,
  KNOWN_KINDS,
  startOfPeriod,
  type Currency,
  type ForecastInput,
  type KnownMonth,
  type Month,
} from '../metrics'
import { monthlyOf } from './monthly'
import { ForecastModel, SERIES, type ForecastDocument } from './model'
import type { Forecast, ForecastQuery } from './schema'

type Told = Pick<ForecastDocument, 'currency' | 'months' | 'input'>

const monthAfter = (month: Month, count: number): Month => addMonths(`${month}-01`, count).slice(0, 7)

/** Several accounts as one, which end with the same month; `into` gives an amount of one in the common currency. */
function together(all: readonly Told[], into: (amount: number, from: Currency) => number) {
  const months = [...new Set(all.flatMap((one) => one.months))].sort()
  const sum = (pick: (one: Told) => number | undefined): number =>
    all.reduce((total, one) => total + into(pick(one) ?? 0, one.currency), 0)
  const inMonth = (month: Month, of: 'series' | 'knownPast') =>
    sum((one) => one.input[of][one.months.indexOf(month)])
  const ahead = all[0]?.input.knownAhead ?? []
  const input: ForecastInput = {
    series: months.map((month) => inMonth(month, 'series')),
    knownPast: months.map((month) => inMonth(month, 'knownPast')),
    knownAhead: ahead.map((_, index) => {
      const row: KnownMonth = { scheduled_cancellation: 0, coupon_end: 0, phase_change: 0, trial: 0 }
      for (const kind of KNOWN_KINDS) row[kind] = sum((one) => one.input.knownAhead[index]?.[kind])
      return row
    }),
    becomingKnown: ahead.map((_, index) => sum((one) => Math.round(one.input.becomingKnown[index] ?? 0))),
  }
  return { months, input }
}

export function createForecastService({ clock, open }: { clock: Clock; open: OpenBook }) {
  const latest = (filter: Record<string, unknown>): Promise<ForecastDocument | null> =>
    ForecastModel.findOne(filter).sort({ takenAt: -1 }).lean().exec()

  return {
    /** Forecasts every series of the account in scope; a slot that is done stays as it is. @returns how many are shown */
    async compute(dueAt: Date): Promise<{ computed: number; shown: number }> {
      const book = await open({})
      const { today, currency } = book
      const timeZone = book.parts[0]?.account.definitions.timeZone ?? 'UTC'
      const until = addMonths(startOfPeriod(today, 'month'), -1).slice(0, 7)
      const monthly = await monthlyOf(book, timeZone)
      const counts = { computed: 0, shown: 0 }
      for (const series of SERIES) {
        const told = monthly[series]
        const result = forecast(told.input)
        const row = { series, takenAt: clock.now(), currency, until, ...told, result }
        const _id = scopedId(`${series}:${dueAt.toISOString()}`)
        const kept = await upserting(() =>
          ForecastModel.updateOne({ _id }, { $setOnInsert: row }, { upsert: true }),
        )
        counts.computed += kept.upsertedCount
        if (result.hidden === null) counts.shown += 1
      }
      return counts
    },

    /** The latest forecast of a series, or the one that held at a moment; of all accounts made of theirs together. */
    async get({
      series,
      at,
      ...wanted
    }: ForecastQuery & Pick<Wanted, 'account' | 'mode'>): Promise<Forecast> {
      const book = await open(wanted)
      const asked = {
        series,
        ...(at === undefined ? {} : { takenAt: trusted({ $lte: new Date(at * 1000) }) }),
      }
      const newest = await forEachPart(book, () => latest(asked))
      // where the month has turned for some accounts only, all are taken as of the month before
      const until = newest.map((row) => row?.until ?? '').sort()[0] ?? ''
      const rows = await forEachPart(book, () => latest({ ...asked, until: trusted({ $lte: until }) }))
      const found = rows.filter((row) => row !== null)
      const head = { object: 'analytics.forecast' as const, series }
      if (found.length < rows.length)
        return {
          ...head,
          ...coverage(book, { from: book.today, to: book.today }),
          computed: null,
          hidden: 'pending',
          method: null,
          data: [],
          history: [],
          known_changes: [],
          tests: [],
        }
      const missing = new Set(found.flatMap(({ fxMissing }) => fxMissing))
      const into = (amount: number, from: Currency): number => {
        const converted = convert(amount, from, book.today, book.rates, book.currency)
        if (converted === null) missing.add(from)
        return converted ?? 0
      }
      const [only] = found
      const asTold = found.length === 1 && only?.currency === book.currency ? only : null
      const { months, input } = asTold ?? together(found, into)
      const { hidden, method, months: coming, tests } = asTold?.result ?? forecast(input)
      const computed = Math.min(...found.map(({ takenAt }) => seconds(takenAt)))
      return {
        ...head,
        ...coverage(book, { from: `${months[0] ?? until}-01`, to: book.today }, [...missing]),
        as_of: computed,
        estimated: true,
        computed,
        hidden,
        method,
        data: coming.map(({ point, lower, upper, known }, index) => ({
          month: monthAfter(until, index + 1),
          value: point,
          lower,
          upper,
          known,
        })),
        history: months.map((month, index) => ({ month, value: input.series[index] ?? 0 })),
        known_changes:
          series === 'mrr'
            ? input.knownAhead.map((changes, index) => ({ month: monthAfter(until, index + 1), changes }))
            : [],
        tests,
      }
    },
  }
}
export type ForecastService = ReturnType<typeof createForecastService>
