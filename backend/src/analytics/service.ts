/** Answers questions about revenue: loads roll-ups and movements, asks `metrics/`, says what the answer covers. */
import { trusted } from '../database/query'
import type { AccountService } from '../accounts/service'
import type { AccountDocument } from '../accounts/model'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { scopedId } from '../database/scope'
import { AppError } from '../errors'
import { seconds, type Page } from '../http'
import { volume } from '../ledger/service'
import {
  addDays,
  balances,
  dayOf,
  daysBetween,
  pointInTime,
  retention,
  waterfall,
  type Currency,
  type Day,
  type DayRollup,
  type Interval,
  type Rates,
  type WaterfallRow,
} from '../metrics'
import { RunningBalance } from '../metrics/balance'
import type { SyncStateDocument } from '../sync/model'
import { syncState } from '../sync/state'
import { FxDayModel, MovementModel, RollupModel, SnapshotModel, type SnapshotDocument } from './model'
import { loadRates } from './rates'
import type { Churn, Figure, Overview, RangeQuery, SeriesQuery, Snapshot } from './schema'

/** Days of the default range, ending today. */
const DEFAULT_DAYS = 30
/** Longest range that may be asked for (bar E6). */
const MAX_DAYS = 5 * 366
/** Accounts whose roll-ups are held in memory. */
const MAX_CACHED = 100

/** All that an account's figures are made of, valid for one version of them. */
interface Book {
  version: string
  account: AccountDocument
  state: SyncStateDocument
  currency: Currency
  rates: Rates
  rollups: DayRollup[]
  today: Day
}

interface Range {
  from: Day
  to: Day
}

export function createAnalyticsService({ clock, accounts }: { clock: Clock; accounts: AccountService }) {
  const books = new Map<string, Omit<Book, 'state' | 'account' | 'today'>>()

  async function open(wanted: Currency | undefined): Promise<Book> {
    const [account, state] = await Promise.all([accounts.current(), syncState()])
    const { definitions } = account
    const currency = wanted ?? definitions.reportingCurrency
    const key = scopedId(currency)
    const version = `${state.figuresVersion}.${state.ratesVersion}.${JSON.stringify(definitions)}`
    let book = books.get(key)
    if (book?.version !== version) {
      const [rates, rollups] = await Promise.all([
        loadRates(currency),
        RollupModel.find().sort({ day: 1 }).lean(),
      ])
      if (books.size >= MAX_CACHED) books.delete(books.keys().next().value ?? '')
      book = { version, currency, rates, rollups }
      books.set(key, book)
    }
    return { ...book, account, state, today: dayOf(seconds(clock.now()), definitions.timeZone) }
  }

  function rangeOf({ from, to }: RangeQuery, today: Day): Range {
    const end = to ?? today
    const start = from ?? addDays(end, 1 - DEFAULT_DAYS)
    const refuse = (pointer: string, message: string) =>
      new AppError('invalid_request', `${pointer.split('/').pop()} ${message}`, {
        errors: [{ pointer, message }],
      })
    if (!isDay(start)) throw refuse('/querystring/from', 'must be a day that exists')
    if (!isDay(end)) throw refuse('/querystring/to', 'must be a day that exists')
    if (start > end) throw refuse('/querystring/from', 'must not be after to')
    if (daysBetween(start, end) >= MAX_DAYS)
      throw refuse('/querystring/from', `must be less than ${MAX_DAYS} days before to`)
    return { from: start, to: end }
  }

  const previousOf = ({ from, to }: Range): Range => ({
    from: addDays(from, -1 - daysBetween(from, to)),
    to: addDays(from, -1),
  })

  const fxMissing = ({ state, rates, currency }: Book): Currency[] =>
    state.currencies.filter((one) => one !== currency && !rates[one]).sort()

  const coverage = (book: Book, { from }: Range, missing: Currency[] = []) => ({
    currency: book.currency,
    as_of: book.state.asOf ? seconds(book.state.asOf) : null,
    complete: book.state.complete,
    fx_missing: [...new Set([...fxMissing(book), ...missing])].sort(),
    estimated: false,
    reconstructed:
      book.state.eventsFrom !== null &&
      from < dayOf(seconds(book.state.eventsFrom), book.account.definitions.timeZone),
  })

  async function retentionOf(book: Book, { from, to }: Range) {
    const balance = new RunningBalance(book.rollups)
    balance.advanceTo(addDays(from, -1))
    const movements = await MovementModel.find({
      knownTo: null,
      day: trusted({ $gte: from, $lte: to }),
    }).lean()
    return retention({
      startMrr: { ...balance.mrr },
      startCustomers: balance.customers,
      movements,
      from,
      rates: book.rates,
      reportingCurrency: book.currency,
    })
  }

  async function period(book: Book, range: Range) {
    const { rates, currency, rollups, account, today } = book
    const [rates_, money] = await Promise.all([
      retentionOf(book, range),
      volume(range.from, range.to, account.definitions.timeZone, rates, currency),
    ])
    const { total } = waterfall({
      rollups,
      ...range,
      interval: 'day',
      rates,
      reportingCurrency: currency,
      today,
    })
    const { arr, arpa } = pointInTime({ mrr: total.end, activeCustomers: total.customers_end })
    return {
      mrr: total.end,
      arr,
      net_revenue: money.net_revenue,
      gross_volume: money.gross_volume,
      refunds: money.refunds,
      fees: money.fees,
      active_customers: total.customers_end,
      new_customers: total.customers_new,
      churned_customers: total.customers_churned,
      arpa,
      customer_churn: rates_.customer_churn_bp,
      gross_mrr_churn: rates_.gross_mrr_churn_bp,
      net_mrr_churn: rates_.net_mrr_churn_bp,
      nrr: rates_.nrr_bp,
      grr: rates_.grr_bp,
      quick_ratio: rates_.quick_ratio_bp,
      new_mrr: total.new,
      expansion_mrr: total.expansion,
      contraction_mrr: total.contraction,
      churned_mrr: total.churn,
      reactivation_mrr: total.reactivation,
      net_new_mrr: total.new + total.expansion + total.reactivation - total.contraction - total.churn,
      fxMissing: money.fxMissing,
    }
  }

  type Period = Omit<Awaited<ReturnType<typeof period>>, 'fxMissing'>
  const UNITS: Record<keyof Period, Figure['unit']> = {
    mrr: 'minor',
    arr: 'minor',
    net_revenue: 'minor',
    gross_volume: 'minor',
    refunds: 'minor',
    fees: 'minor',
    active_customers: 'count',
    new_customers: 'count',
    churned_customers: 'count',
    arpa: 'minor',
    customer_churn: 'bp',
    gross_mrr_churn: 'bp',
    net_mrr_churn: 'bp',
    nrr: 'bp',
    grr: 'bp',
    quick_ratio: 'bp',
    new_mrr: 'minor',
    expansion_mrr: 'minor',
    contraction_mrr: 'minor',
    churned_mrr: 'minor',
    reactivation_mrr: 'minor',
    net_new_mrr: 'minor',
  }

  async function overview(query: RangeQuery): Promise<Overview> {
    const book = await open(query.currency)
    const range = rangeOf(query, book.today)
    const before = previousOf(range)
    const [now, then] = await Promise.all([period(book, range), period(book, before)])
    const figure = (name: keyof Period): Figure => ({
      value: now[name],
      previous: then[name],
      unit: UNITS[name],
    })
    const names = Object.keys(UNITS) as (keyof Period)[]
    return {
      object: 'analytics.overview',
      ...coverage(book, before, [...now.fxMissing, ...then.fxMissing]),
      period: range,
      previous_period: before,
      figures: Object.fromEntries(names.map((name) => [name, figure(name)])) as Overview['figures'],
    }
  }

  async function churn(query: RangeQuery): Promise<Churn> {
    const book = await open(query.currency)
    const range = rangeOf(query, book.today)
    const { churn_by_reason: split, ...rates } = await retentionOf(book, range)
    return {
      object: 'analytics.churn',
      ...coverage(book, range, rates.fx_missing),
      period: range,
      customer_churn_bp: rates.customer_churn_bp,
      nrr_bp: rates.nrr_bp,
      grr_bp: rates.grr_bp,
      gross_mrr_churn_bp: rates.gross_mrr_churn_bp,
      net_mrr_churn_bp: rates.net_mrr_churn_bp,
      churned_customers: rates.churned_customers,
      ...split,
    }
  }

  function rowsOf(book: Book, range: Range, interval: Interval) {
    const { rollups, rates, currency, today } = book
    return waterfall({ rollups, ...range, interval, rates, reportingCurrency: currency, today })
  }

  return {
    overview,
    churn,

    async mrr(query: SeriesQuery) {
      const book = await open(query.currency)
      const range = rangeOf(query, book.today)
      const { rows, fxMissing: missing } = rowsOf(book, range, query.interval)
      const data = rows.map(({ end_date, end, customers_end, complete }: WaterfallRow) => ({
        date: end_date,
        value: end,
        customers: customers_end,
        complete,
      }))
      return {
        object: 'list' as const,
        url: '/v1/analytics/mrr',
        has_more: false,
        data,
        ...coverage(book, range, missing),
      }
    },

    async mrrMovements(query: SeriesQuery) {
      const book = await open(query.currency)
      const range = rangeOf(query, book.today)
      const { rows, total, fxMissing: missing } = rowsOf(book, range, query.interval)
      return {
        object: 'list' as const,
        url: '/v1/analytics/mrr_movements',
        has_more: false,
        data: rows,
        total,
        ...coverage(book, range, missing),
      }
    },

    /** MRR at the end of each of these days, for one customer's own movements. */
    async balancesOf(rollups: DayRollup[], days: Day[]) {
      const { rates, currency } = await open(undefined)
      return { currency, rows: balances(rollups, days, rates, currency) }
    },

    /** Freezes the figures of a closed day; a day that is frozen stays as it is. @returns whether it was frozen now */
    async freeze(kind: SnapshotDocument['kind'], day: Day): Promise<boolean> {
      const from = addDays(day, 1 - DEFAULT_DAYS)
      const figures = kind === 'revenue' ? await overview({ from, to: day }) : await churn({ from, to: day })
      const frozen = await SnapshotModel.updateOne(
        { _id: scopedId(`${day}:${kind}`) },
        { $setOnInsert: { kind, day, takenAt: clock.now(), figures } },
        { upsert: true },
      )
      return frozen.upsertedCount > 0
    },

    async snapshots({ kind, ...page }: Page & { kind?: SnapshotDocument['kind'] }) {
      const { rows, has_more } = await pageOf(SnapshotModel, kind === undefined ? {} : { kind }, page)
      const data = rows.map((row): Snapshot => ({
        id: row._id,
        object: 'snapshot',
        kind: row.kind,
        day: row.day,
        taken: seconds(row.takenAt),
        figures: row.figures,
      }))
      return { object: 'list' as const, url: '/v1/analytics/snapshots', has_more, data }
    },

    async fxRates(page: Page) {
      const { rows, has_more } = await pageOf(FxDayModel, {}, page)
      const data = rows.map(({ _id, day, perEuro }) => ({
        id: _id,
        object: 'fx_rate' as const,
        day,
        per_euro: perEuro,
      }))
      return { object: 'list' as const, url: '/v1/fx_rates', has_more, data }
    },
  }
}
export type AnalyticsService = ReturnType<typeof createAnalyticsService>

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
