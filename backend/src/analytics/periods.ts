/** The figures of periods: of a range, and of each interval in it. */
import {
  addDays,
  addMonths,
  convertSum,
  lifetimeValue,
  newSaleValue,
  pointInTime,
  rational,
  retention,
  startOfPeriod,
  waterfall,
  type Currency,
  type Day,
  type Interval,
  type Movement,
  type WaterfallRow,
} from '../metrics'
import { RunningBalance } from '../metrics/balance'
import { forEachPart, monthRange, once, type Book, type Range } from './book'
import { FIGURES, type FigureName, type Made } from './definitions'
import { cashFlowOf, fundsOf } from './cash'
import { disputesOf } from './disputes'
import { estimatedFees } from './fee-estimates'
import { StandingModel, type StandingDocument } from './model'
import { moneyOf, type Values } from './money'
import { CASH_FLOW, DISPUTES, FUNDS, NETWORK_FIGURES, RECEIVABLES, TRIALS } from './money-schema'
import { receivablesOf } from './receivables'
import { selected } from './selection'
import { trialsOf } from './trials'

/** Months over which churn is pooled (L1). */
const POOLED_MONTHS = 6

const { basisPoints, ratio } = rational

/** The intervals of a range (W6, W7). */
export const rowsOf = (book: Book, range: Range, interval: Interval) =>
  once(book, `rows:${range.from}:${range.to}:${interval}`, () => {
    const { rollups, rates, currency, today } = book
    return Promise.resolve(
      waterfall({ rollups, ...range, interval, rates, reportingCurrency: currency, today }),
    )
  })

/** The rates of a range (K3 to K9). */
export const retentionOf = (book: Book, range: Range) =>
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

/** What an interval's row says without looking at single customers. */
export function figuresOfRow(row: WaterfallRow) {
  const { arr, arpa } = pointInTime({ mrr: row.end, activeCustomers: row.customers_end })
  const gained = row.new + row.expansion + row.reactivation
  const lost = row.contraction + row.churn
  const netLost = lost - row.expansion - row.reactivation
  const over = (part: number, whole: number) => basisPoints(ratio(part), ratio(whole))
  return {
    mrr: row.end,
    start_mrr: row.start,
    arr,
    active_customers: row.customers_end,
    start_customers: row.customers_start,
    arpa,
    new_mrr: row.new,
    expansion_mrr: row.expansion,
    contraction_mrr: row.contraction,
    churned_mrr: row.churn,
    reactivation_mrr: row.reactivation,
    transfer_in_mrr: row.transfer_in,
    transfer_out_mrr: row.transfer_out,
    net_new_mrr: gained - lost + row.transfer_in - row.transfer_out,
    fx_mrr: row.fx,
    gained_mrr: gained,
    lost_mrr: lost,
    net_lost_mrr: netLost,
    new_customers: row.customers_new,
    reactivated_customers: row.customers_reactivated,
    churned_customers: row.customers_churned,
    gross_mrr_churn: over(lost, row.start),
    net_mrr_churn: over(netLost, row.start),
    quick_ratio: over(gained, lost),
    new_sale_value: newSaleValue({ newMrr: row.new, newCustomers: row.customers_new }),
    mrr_change: row.end - row.start,
    mrr_growth: over(row.end - row.start, row.start),
    customer_change: row.customers_end - row.customers_start,
    customer_growth: over(row.customers_end - row.customers_start, row.customers_start),
  } satisfies Partial<Record<FigureName, number | null>>
}

type Kept = Awaited<ReturnType<typeof retentionOf>>

function ofCustomers(kept: Kept, startCustomers: number) {
  const { voluntary, involuntary, paused } = kept.churn_by_reason
  return {
    lost_customers: kept.lost_customers,
    kept_customers: startCustomers - kept.lost_customers,
    kept_mrr: kept.kept_mrr,
    kept_mrr_gross: kept.kept_mrr_gross,
    customer_churn: kept.customer_churn_bp,
    logo_retention: kept.logo_retention_bp,
    nrr: kept.nrr_bp,
    grr: kept.grr_bp,
    gross_revenue_churn: kept.gross_revenue_churn_bp,
    net_revenue_churn: kept.net_revenue_churn_bp,
    voluntary_churned_mrr: voluntary.mrr,
    voluntary_churned_customers: voluntary.customers,
    involuntary_churned_mrr: involuntary.mrr,
    involuntary_churned_customers: involuntary.customers,
    paused_churned_mrr: paused.mrr,
    paused_churned_customers: paused.customers,
  } satisfies Partial<Record<FigureName, number | null>>
}

export type RowFigures = ReturnType<typeof figuresOfRow>
export type PeriodFigures = RowFigures & ReturnType<typeof ofCustomers>

interface Of<T> {
  figures: T
  missing: Currency[]
}

/** All figures of a range. */
export async function ofPeriod(book: Book, range: Range): Promise<Of<PeriodFigures>> {
  const [kept, { total, fxMissing }] = await Promise.all([
    retentionOf(book, range),
    rowsOf(book, range, 'month'),
  ])
  return {
    figures: { ...figuresOfRow(total), ...ofCustomers(kept, total.customers_start) },
    missing: [...new Set([...kept.fx_missing, ...fxMissing])],
  }
}

/** The same for each interval of a range; `customers` asks for what needs a look at each of them. */
export async function ofIntervals(
  book: Book,
  range: Range,
  interval: Interval,
  customers: boolean,
): Promise<Of<{ row: WaterfallRow; figures: RowFigures & Partial<PeriodFigures> }[]>> {
  const { rows, fxMissing } = await rowsOf(book, range, interval)
  const missing = new Set(fxMissing)
  const figures = []
  for (const row of rows) {
    const own = figuresOfRow(row)
    if (!customers) {
      figures.push({ row, figures: own })
      continue
    }
    const kept = await retentionOf(book, { from: row.date, to: row.end_date })
    for (const currency of kept.fx_missing) missing.add(currency)
    figures.push({ row, figures: { ...own, ...ofCustomers(kept, row.customers_start) } })
  }
  return { figures, missing: [...missing] }
}

const FIELDS = { trial_mrr: 'trial', at_risk_mrr: 'atRisk', committed_mrr: 'committed' } as const

/** What stands with customers now: no part of the past has it, and no slice. */
export async function standingsOf(book: Book): Promise<Values> {
  if (book.slices.length > 0 || book.asked.at !== undefined || book.asked.known_at !== undefined) return {}
  return once(book, 'standings', async () => {
    const sums: Values = {}
    for (const [name, field] of Object.entries(FIELDS) as [
      keyof typeof FIELDS,
      keyof StandingDocument & string,
    ][]) {
      const byCurrency: Record<Currency, number> = {}
      await forEachPart(book, async () => {
        const rows = await StandingModel.aggregate<{ _id: Currency; amount: number }>([
          { $project: { amounts: { $objectToArray: `$${field}` } } },
          { $unwind: '$amounts' },
          { $group: { _id: '$amounts.k', amount: { $sum: '$amounts.v' } } },
        ])
        for (const { _id, amount } of rows) byCurrency[_id] = (byCurrency[_id] ?? 0) + amount
      })
      sums[name] = convertSum(byCurrency, book.today, book.rates, book.currency).value
    }
    return sums
  })
}

export const periodOf = (book: Book, range: Range) =>
  once(book, `period:${range.from}:${range.to}`, async () => {
    const [{ figures, missing }, money] = await Promise.all([ofPeriod(book, range), moneyOf(book, range)])
    const values: Values = { ...figures, ...money.values }
    return { values, missing: [...missing, ...money.missing] }
  })

/** The six complete months up to a day, oldest first; the month that holds it only where the day ends it. */
export function pooledMonths(to: Day, today: Day): Range[] {
  const running = startOfPeriod(addDays(to < today ? to : addDays(today, -1), 1), 'month')
  return Array.from({ length: POOLED_MONTHS }, (_, index) =>
    monthRange(addMonths(running, index - POOLED_MONTHS).slice(0, 7)),
  )
}

/** L1: churn of the six complete months before the range's end, pooled. */
export async function lifetime(book: Book, { to }: Range) {
  const { total } = await rowsOf(book, { from: to, to }, 'day')
  const months = []
  for (const range of pooledMonths(to, book.today)) {
    const { lost_customers } = await retentionOf(book, range)
    const { total: own } = await rowsOf(book, range, 'month')
    months.push({ start: own.customers_start, lost: lost_customers })
  }
  return lifetimeValue({ months, mrr_end: total.end, active_end: total.customers_end })
}

/** Figures that are worked out apart from the others. */
const OWN_VALUES: {
  names: readonly FigureName[]
  of: (book: Book, range: Range) => Promise<{ values: Values }>
}[] = [
  { names: RECEIVABLES, of: receivablesOf },
  { names: FUNDS, of: fundsOf },
  { names: CASH_FLOW, of: async (book, range) => ({ values: (await cashFlowOf(book, range)).total }) },
  { names: [...DISPUTES, ...NETWORK_FIGURES], of: disputesOf },
  { names: TRIALS, of: async (book, range) => ({ values: (await trialsOf(book, range.from))(range) }) },
]

/** The value of any figure of a period. */
export async function valueOf(book: Book, range: Range, name: FigureName): Promise<number | null> {
  if (name in FIELDS) return (await standingsOf(book))[name] ?? null
  if (name === 'ltv' || name === 'ltv_60m' || name === 'pooled_churn') {
    const found = await lifetime(book, range)
    return name === 'pooled_churn' ? found.churn_bp : found[name]
  }
  const made: Made = FIGURES[name].made
  const own = OWN_VALUES.find(({ names }) => names.includes(name))
  if (own) return (await own.of(book, range)).values[name] ?? null
  if (made.of === 'estimates') {
    const found = await estimatedFees(book, range)
    return found && found.rows.reduce((sum, { value }) => sum + value, 0)
  }
  return (await periodOf(book, range)).values[name] ?? null
}
