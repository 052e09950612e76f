/** Answers questions about money: revenue, fees, what customers owe. */
import { periodsOf } from '../metrics'
import { byName, compared, comparedWith, described, pick } from './answers'
import { coverage, rangeOf, type OpenBook, type Range, type Wanted } from './book'
import type { FigureName } from './definitions'
import { estimatedFees } from './fee-estimates'
import { evidenceTemplate } from './links'
import { moneyFigures, moneyOfDays, type Values } from './money'
import { FEES, RECEIVABLES, REVENUE, type MoneyQuery, type MoneySeriesQuery } from './money-schema'
import { receivablesOf } from './receivables'

export function moneyAnswers(open: OpenBook) {
  /** Some figures of each interval of a range, and of the range. */
  function series<N extends FigureName>(route: string, names: readonly N[]) {
    return async (query: MoneySeriesQuery & Wanted) => {
      const book = await open(query)
      const range = rangeOf(query, book.today)
      const rollups = await moneyOfDays(book, range)
      const estimates = names.some((name) => name === 'estimated_fees')
        ? await estimatedFees(book, range)
        : null
      const row = ({ from: date, to: end_date }: Range) => {
        const { values: moved, missing } = moneyFigures(book, { from: date, to: end_date }, rollups)
        const own = estimates?.rows.filter(({ day }) => day !== null && day >= date && day <= end_date)
        const values: Values = { ...moved, estimated_fees: own ? total(own) : null }
        const complete = end_date < book.today
        return { missing, row: { date, end_date, complete, reconstructed: false, ...pick(names, values) } }
      }
      const whole = row(range)
      return {
        object: 'list' as const,
        url: `/v1/analytics/${route}`,
        has_more: false,
        data: [...periodsOf(range.from, range.to, query.interval)].map(
          ({ date: from, end_date: to }) => row({ from, to }).row,
        ),
        total: whole.row,
        figures: described(byName(names), (name) => evidenceTemplate(book, name)),
        ...coverage(book, range, [...whole.missing, ...(estimates?.missing ?? [])]),
        estimated: (estimates?.rows.length ?? 0) > 0,
        reconstructed: false,
      }
    }
  }

  /** What stands at the end of a range, beside the one it is compared with. */
  async function receivables(query: MoneyQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const [now, then] = [await receivablesOf(book, range), await receivablesOf(book, before)]
    return {
      object: 'analytics.receivables' as const,
      ...coverage(book, before, [...now.missing, ...then.missing]),
      reconstructed: false,
      period: range,
      previous_period: before,
      figures: compared(book, range, RECEIVABLES, now.values, then.values),
    }
  }

  return { revenue: series('revenue', REVENUE), fees: series('fees', FEES), receivables }
}

const total = (rows: readonly { value: number }[]): number => rows.reduce((sum, { value }) => sum + value, 0)
