/** Answers questions about revenue: loads roll-ups and movements, asks `metrics/`, says what the answer covers. */
import { ALL_ACCOUNTS, type AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { upserting } from '../database/query'
import { scopedId, type Mode } from '../database/scope'
import { seconds, type Page } from '../http'
import { addVolumes, volume } from '../ledger/service'
import {
  addDays,
  pointInTime,
  retention,
  waterfall,
  type Day,
  type Interval,
  type Movement,
  type WaterfallRow,
} from '../metrics'
import { RunningBalance } from '../metrics/balance'
import {
  coverage,
  createBooks,
  DEFAULT_DAYS,
  forEachPart,
  once,
  previousOf,
  rangeOf,
  type Book,
  type Range,
  type Wanted,
} from './book'
import { FxDayModel, SnapshotModel, type SnapshotDocument } from './model'
import { selected } from './selection'
import type {
  AccountFigures,
  MovementRow,
  Churn,
  Figure,
  Overview,
  RangeQuery,
  SeriesQuery,
  Snapshot,
} from './schema'

/** Transfers are between slices: without one there are none to show (W8). */
function shown({ slices }: Book, row: WaterfallRow): MovementRow {
  if (slices.length > 0) return row
  const {
    transfer_in: _in,
    transfer_out: _out,
    customers_transferred_in: _came,
    customers_transferred_out: _went,
    ...rest
  } = row
  return rest
}

export function createAnalyticsService({ clock, accounts }: { clock: Clock; accounts: AccountService }) {
  const open = createBooks({ clock, accounts })

  const retentionOf = (book: Book, range: Range) =>
    once(book, `retention:${range.from}:${range.to}`, () => readRetention(book, range))

  async function readRetention(book: Book, { from, to }: Range) {
    const balance = new RunningBalance(book.rollups)
    balance.advanceTo(addDays(from, -1))
    const startMrr = { ...balance.mrr }
    const startCustomers = balance.customers
    const movements: Pick<Movement, 'customer' | 'day' | 'cells'>[] = []
    await forEachPart(book, async ({ account, view }) => {
      for await (const some of selected(view, from, to))
        for (const movement of some.movements) {
          const cells = movement.cells.filter((cell) => some.matches(cell, movement))
          // two accounts may know a customer by the same id
          const customer = `${account.accountId}:${movement.customer}`
          if (cells.length > 0) movements.push({ customer, day: movement.day, cells })
        }
    })
    return retention({
      startMrr,
      startCustomers,
      movements,
      rollups: balance.advanceTo(to),
      from,
      rates: book.rates,
      reportingCurrency: book.currency,
    })
  }

  /** What moved on the balance belongs to no part of the MRR: a slice has none. */
  async function moneyOf({ slices, ...book }: Book, { from, to }: Range) {
    if (slices.length > 0)
      return { net_revenue: null, gross_volume: null, refunds: null, fees: null, fxMissing: [] }
    const { rates, currency } = book
    const volumes = await forEachPart(book, ({ account }) =>
      volume(from, to, account.definitions.timeZone, rates, currency),
    )
    return volumes.reduce(addVolumes)
  }

  const period = (book: Book, range: Range) =>
    once(book, `period:${range.from}:${range.to}`, () => readPeriod(book, range))

  async function readPeriod(book: Book, range: Range) {
    const { rates, currency, rollups, today } = book
    const rates_ = await retentionOf(book, range)
    const money = await moneyOf(book, range)
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

  type Period = Omit<Awaited<ReturnType<typeof readPeriod>>, 'fxMissing'>
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

  async function overview(query: RangeQuery & Wanted): Promise<Overview> {
    const book = await open(query)
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

  async function churn(query: RangeQuery & Wanted): Promise<Churn> {
    const book = await open(query)
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

  const rowsOf = (book: Book, range: Range, interval: Interval) =>
    once(book, `rows:${range.from}:${range.to}:${interval}`, () => {
      const { rollups, rates, currency, today } = book
      return Promise.resolve(
        waterfall({ rollups, ...range, interval, rates, reportingCurrency: currency, today }),
      )
    })

  return {
    overview,
    churn,

    async mrr(query: SeriesQuery & Wanted) {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      const { rows, fxMissing: missing } = await rowsOf(book, range, query.interval)
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

    async mrrMovements(query: SeriesQuery & Wanted) {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      const { rows, total, fxMissing: missing } = await rowsOf(book, range, query.interval)
      return {
        object: 'list' as const,
        url: '/v1/analytics/mrr_movements',
        has_more: false,
        data: rows.map((row) => shown(book, row)),
        total: shown(book, total),
        ...coverage(book, range, missing),
      }
    },

    /** A row for each account in one mode that whoever asks may ask about, in one currency: what the figures of all are made of. */
    async byAccount(query: RangeQuery & { mode: Mode }) {
      const all = await open({ ...query, account: ALL_ACCOUNTS })
      const data = await forEachPart(all, async ({ account }): Promise<AccountFigures> => {
        const { object: _object, ...figures } = await overview({ ...query, currency: all.currency })
        return {
          object: 'analytics.account_figures',
          account: account.accountId,
          name: account.name,
          mode: query.mode,
          ...figures,
        }
      })
      return { object: 'list' as const, url: '/v1/analytics/accounts', has_more: false, data }
    },

    /** Freezes the figures of a closed day; a day that is frozen stays as it is. @returns whether it was frozen now */
    async freeze(kind: SnapshotDocument['kind'], day: Day): Promise<boolean> {
      const from = addDays(day, 1 - DEFAULT_DAYS)
      const figures = kind === 'revenue' ? await overview({ from, to: day }) : await churn({ from, to: day })
      const row = { $setOnInsert: { kind, day, takenAt: clock.now(), figures } }
      const frozen = await upserting(() =>
        SnapshotModel.updateOne({ _id: scopedId(`${day}:${kind}`) }, row, { upsert: true }),
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
