/** Answers questions about revenue: opens the book, asks `metrics/`, says what the answer covers and is made of. */
import { ALL_ACCOUNTS, type AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { upserting } from '../database/query'
import { scopedId, type Mode } from '../database/scope'
import { AppError } from '../errors'
import { seconds, type Page } from '../http'
import {
  addDays,
  addMonths,
  cohortRetention,
  rational,
  waterfall,
  type Currency,
  type Day,
  type DayRollup,
  type WaterfallRow,
} from '../metrics'
import { byName, compared, comparedWith, described, pick } from './answers'
import {
  coverage,
  createBooks,
  DEFAULT_DAYS,
  forEachPart,
  monthRange,
  once,
  rangeOf,
  type Book,
  type Range,
  type Wanted,
} from './book'
import { FIGURES, type FigureName } from './definitions'
import { explain } from './explain'
import { namesOf } from './names'
import { evidenceLink, evidenceTemplate } from './links'
import { SnapshotModel, type SnapshotDocument } from './model'
import type { Values } from './money'
import { moneyAnswers } from './money-service'
import {
  figuresOfRow,
  lifetime,
  ofIntervals,
  ofPeriod,
  periodOf,
  retentionOf,
  rowsOf,
  standingsOf,
} from './periods'
import { createReconciliation } from './reconciliation'
import { dimensionsOf } from './rollups'
import {
  ARPA,
  BREAKDOWN,
  GROWTH,
  LTV,
  OVERVIEW_FIGURES,
  QUICK_RATIO,
  RETENTION,
  type AccountFigures,
  type Churn,
  type EvidenceQuery,
  type KnownRangeQuery,
  type MovementRow,
  type Overview,
  type RangeQuery,
  type SeriesQuery,
  type Snapshot,
} from './schema'
import { mergeSlices, slicesIn } from './selection'

/** Slices of a breakdown that are named one by one. */
const MAX_SLICES = 200

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

  async function overview(query: KnownRangeQuery & Wanted): Promise<Overview> {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const [now, then, standings] = await Promise.all([
      periodOf(book, range),
      periodOf(book, before),
      standingsOf(book),
    ])
    return {
      object: 'analytics.overview',
      ...coverage(book, before, [...now.missing, ...then.missing]),
      period: range,
      previous_period: before,
      figures: compared(book, range, OVERVIEW_FIGURES, { ...now.values, ...standings }, then.values),
    }
  }

  async function churn(query: KnownRangeQuery & Wanted): Promise<Churn> {
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
      figures: described(CHURN, (name) => evidenceLink(book, name, range)),
    }
  }

  /** Some figures of each interval; those that look at each customer take a reading of the movements. */
  function series<N extends FigureName>(route: string, names: readonly N[], customers = false) {
    return async (query: SeriesQuery & Wanted) => {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      const [{ figures, missing }, { total }] = await Promise.all([
        ofIntervals(book, range, query.interval, customers),
        rowsOf(book, range, query.interval),
      ])
      const whole = customers ? await ofPeriod(book, range) : { figures: figuresOfRow(total), missing: [] }
      const row = ({ date, end_date, complete, reconstructed }: WaterfallRow, values: Values) => ({
        date,
        end_date,
        complete,
        reconstructed,
        ...pick(names, values),
      })
      return {
        object: 'list' as const,
        url: `/v1/analytics/${route}`,
        has_more: false,
        data: figures.map((one) => row(one.row, one.figures)),
        total: row(total, whole.figures),
        figures: described(byName(names), (name) => evidenceTemplate(book, name)),
        ...coverage(book, range, [...missing, ...whole.missing]),
      }
    }
  }

  async function ltv(query: KnownRangeQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const values = async (own: Range): Promise<Values> => {
      const { ltv: value, ltv_60m, churn_bp, arpa } = await lifetime(book, own)
      const { total } = await rowsOf(book, { from: own.to, to: own.to }, 'day')
      return { ltv: value, ltv_60m, pooled_churn: churn_bp, arpa, active_customers: total.customers_end }
    }
    const [now, then] = await Promise.all([values(range), values(before)])
    return {
      object: 'analytics.ltv' as const,
      ...coverage(book, before),
      period: range,
      previous_period: before,
      basis: 'revenue' as const,
      figures: compared(book, range, LTV, now, then),
    }
  }

  /** The day roll-ups of each slice of a dimension, of all accounts of the book together. */
  const slicesBy = (book: Book, dimension: string) =>
    once(book, `slices:${dimension}`, async () => {
      const parts = await forEachPart(book, ({ view }) => slicesIn(view, dimension))
      return parts.reduce((sum, part) => mergeSlices(sum, part), new Map<string, DayRollup[]>())
    })

  async function cohorts(query: RangeQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf({ from: query.from ?? addMonths(book.today, -12), ...query }, book.today)
    const [from, to] = [range.from.slice(0, 7), range.to.slice(0, 7)]
    const { rates, currency: reportingCurrency, today } = book
    const found = cohortRetention({
      cohorts: await slicesBy(book, 'cohort'),
      from,
      to,
      rates,
      reportingCurrency,
      today,
    })
    return {
      object: 'list' as const,
      url: '/v1/analytics/cohorts',
      has_more: false,
      data: found.cohorts.map((cohort) => ({
        ...cohort,
        evidence: evidenceLink(book, 'new_customers', monthRange(cohort.month), `cohort:${cohort.month}`),
      })),
      averages: found.averages,
      ...coverage(book, range, found.fx_missing),
    }
  }

  /** The figures of a range for each slice of a dimension, the largest MRR first. */
  async function breakdown({ by, ...query }: RangeQuery & Wanted & { by: string }) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const known = dimensionsOf(book.parts.flatMap(({ account }) => account.metadataKeys ?? []))
    if (!known.includes(by)) {
      const message = `must be one of ${known.join(', ')}`
      throw new AppError('invalid_request', `by ${message}`, {
        errors: [{ pointer: '/querystring/by', message }],
      })
    }
    const missing = new Set<Currency>()
    const slices = await slicesBy(book, by)
    const rows = [...slices].flatMap(([value, rollups]) => {
      const { rates, currency: reportingCurrency, today } = book
      const { total, fxMissing } = waterfall({
        rollups,
        ...range,
        interval: 'month',
        rates,
        reportingCurrency,
        today,
      })
      for (const currency of fxMissing) missing.add(currency)
      const untouched = total.start === 0 && total.end === 0 && total.customers_start === 0
      return untouched && total.new + total.reactivation + total.transfer_in === 0
        ? []
        : [{ value, figures: figuresOfRow(total) }]
    })
    rows.sort((a, b) => b.figures.mrr - a.figures.mrr || (a.value < b.value ? -1 : 1))
    const { total } = await rowsOf(book, range, 'month')
    const named = rows.slice(0, MAX_SLICES)
    const names = await namesOf(
      book,
      by,
      named.map(({ value }) => value),
    )
    return {
      object: 'list' as const,
      url: '/v1/analytics/breakdown',
      has_more: rows.length > MAX_SLICES,
      data: named.map(({ value, figures }) => ({
        value,
        name: names.get(value) ?? null,
        share_bp: rational.basisPoints(rational.ratio(figures.mrr), rational.ratio(total.end)),
        ...pick(BREAKDOWN, figures),
        evidence: evidenceLink(book, 'mrr', range, `${by}:${value}`),
      })),
      figures: described(byName(BREAKDOWN), (name) => evidenceLink(book, name, range)),
      overlapping: by === 'coupon',
      ...coverage(book, range, [...missing], by),
    }
  }

  return {
    open,
    ...moneyAnswers(open),
    overview,
    churn,
    growth: series('growth', GROWTH),
    retention: series('retention', RETENTION, true),
    arpa: series('arpa', ARPA),
    quickRatio: series('quick_ratio', QUICK_RATIO),
    ltv,
    cohorts,
    breakdown,
    reconciliation: createReconciliation({ clock, open }),
    evidence: async (query: EvidenceQuery & Wanted) => explain(await open(query), query),

    /** What every figure is. */
    definitions() {
      const data = Object.entries(FIGURES).map(([id, { title, unit, text, rules }]) => ({
        id,
        object: 'analytics.figure' as const,
        title,
        unit,
        definition: text,
        rules: [...rules],
      }))
      return { object: 'list' as const, url: '/v1/analytics/figures', has_more: false, data }
    },

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
        figures: described(MRR, (name) => evidenceTemplate(book, name)),
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
        figures: described(MOVEMENTS, (name) => evidenceTemplate(book, name)),
        ...coverage(book, range, missing),
      }
    },

    /** A row for each account in one mode that whoever asks may ask about, in one currency: what the figures of all are made of. */
    async byAccount(query: KnownRangeQuery & { mode: Mode }) {
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
      const range = { from: addDays(day, 1 - DEFAULT_DAYS), to: day }
      const figures = kind === 'revenue' ? await overview(range) : await churn(range)
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
  }
}
export type AnalyticsService = ReturnType<typeof createAnalyticsService>

const MRR = { value: 'mrr', customers: 'active_customers' } as const satisfies Record<string, FigureName>

/** The fields of the waterfall, by the figure that each is. */
const MOVEMENTS = {
  start: 'start_mrr',
  new: 'new_mrr',
  expansion: 'expansion_mrr',
  contraction: 'contraction_mrr',
  churn: 'churned_mrr',
  reactivation: 'reactivation_mrr',
  transfer_in: 'transfer_in_mrr',
  transfer_out: 'transfer_out_mrr',
  fx: 'fx_mrr',
  end: 'mrr',
  customers_start: 'start_customers',
  customers_new: 'new_customers',
  customers_reactivated: 'reactivated_customers',
  customers_churned: 'churned_customers',
  customers_end: 'active_customers',
} as const satisfies Record<string, FigureName>

const CHURN = {
  customer_churn_bp: 'customer_churn',
  nrr_bp: 'nrr',
  grr_bp: 'grr',
  gross_mrr_churn_bp: 'gross_mrr_churn',
  net_mrr_churn_bp: 'net_mrr_churn',
  churned_customers: 'churned_customers',
  'voluntary.customers': 'voluntary_churned_customers',
  'voluntary.mrr': 'voluntary_churned_mrr',
  'involuntary.customers': 'involuntary_churned_customers',
  'involuntary.mrr': 'involuntary_churned_mrr',
  'paused.customers': 'paused_churned_customers',
  'paused.mrr': 'paused_churned_mrr',
} as const satisfies Record<string, FigureName>
