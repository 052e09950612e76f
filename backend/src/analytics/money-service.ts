/** Answers questions about money: revenue, fees, disputes, cash, what customers owe, and what became of trials. */
import { periodsOf } from '../metrics'
import { byName, compared, comparedWith, described, pick } from './answers'
import { coverage, rangeOf, type Book, type OpenBook, type Range, type Wanted } from './book'
import { cashFlowOf, fundsOf } from './cash'
import type { FigureName } from './definitions'
import { disputesOf, openDisputesOf } from './disputes'
import { estimatedFees } from './fee-estimates'
import { evidenceTemplate } from './links'
import { networksOf } from './networks'
import { moneyFigures, moneyOfDays, type Values } from './money'
import {
  CASH,
  CASH_FLOW,
  DISPUTES,
  FEES,
  RECEIVABLES,
  REVENUE,
  TRIAL_FIGURES,
  TRIALS,
  type MoneyIntervalsQuery,
  type MoneyQuery,
  type MoneySeriesQuery,
} from './money-schema'
import { standingsOf } from './periods'
import { receivablesOf } from './receivables'
import { trialsOf } from './trials'

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

  /** What there is and what came and went (F1 to F3, F5), with what is owed. */
  async function cash(query: MoneyIntervalsQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const { values: held, missing, ...now } = await fundsOf(book)
    const flow = await cashFlowOf(book, range, query.interval)
    const flowBefore = await cashFlowOf(book, before)
    const [owed, owedBefore] = [await receivablesOf(book, range), await receivablesOf(book, before)]
    const lacking = [flow, flowBefore, owed, owedBefore].flatMap((one) => one.missing)
    return {
      object: 'analytics.cash' as const,
      ...coverage(book, before, [...missing, ...lacking]),
      estimated: now.expected_payouts.length > 0,
      reconstructed: false,
      period: range,
      previous_period: before,
      figures: compared(
        ...[book, range, CASH],
        { ...held, ...flow.total, ...owed.values },
        { ...flowBefore.total, ...owedBefore.values },
      ),
      ...now,
      flow: intervals(book, CASH_FLOW, flow.rows),
    }
  }

  /** X1 to X6: disputes of a range, those that wait, and how near the networks' limits are. */
  async function disputes(query: MoneyQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const [now, then] = [await disputesOf(book, range), await disputesOf(book, before)]
    const { open_disputes: _open, open_disputes_amount: _amount, ...past } = then.values
    return {
      object: 'analytics.disputes' as const,
      ...coverage(book, before, [...now.missing, ...then.missing]),
      estimated: true,
      reconstructed: false,
      period: range,
      previous_period: before,
      figures: compared(book, range, DISPUTES, now.values, past),
      networks: await networksOf(book, range),
      open: await openDisputesOf(book),
    }
  }

  /** T1, T2: what became of trials, in all and by when they ended. */
  async function trials(query: MoneyIntervalsQuery & Wanted) {
    const book = await open(query)
    const range = rangeOf(query, book.today)
    const before = comparedWith(query, range)
    const valuesOf = await trialsOf(book, before.from)
    const cohorts = [...periodsOf(range.from, range.to, query.interval)].map(({ date, end_date }) => ({
      ...{ from: date, to: end_date },
      values: valuesOf({ from: date, to: end_date }),
    }))
    return {
      object: 'analytics.trials' as const,
      ...coverage(book, before),
      reconstructed: false,
      period: range,
      previous_period: before,
      figures: compared(
        ...[book, range, TRIAL_FIGURES],
        { ...valuesOf(range), ...(await standingsOf(book)) },
        valuesOf(before),
      ),
      cohorts: intervals(book, TRIALS, cohorts),
    }
  }

  return {
    ...{ cash, disputes, receivables, trials },
    revenue: series('revenue', REVENUE),
    fees: series('fees', FEES),
  }
}

/** Some figures of each interval of an answer. */
const intervals = <N extends FigureName>(
  book: Book,
  names: readonly N[],
  rows: readonly (Range & { values: Values })[],
) => ({
  data: rows.map(({ from: date, to: end_date, values }) => {
    const complete = end_date < book.today
    return { date, end_date, complete, reconstructed: false, ...pick(names, values) }
  }),
  figures: described(byName(names), (name) => evidenceTemplate(book, name)),
})

const total = (rows: readonly { value: number }[]): number => rows.reduce((sum, { value }) => sum + value, 0)
