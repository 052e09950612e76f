/** Costs that the user entered, over a range of days (P1). Nothing is guessed. */
import { addDays, daysBetween, periodsOf, startOfNextPeriod, startOfPeriod } from './local-day'
import { ZERO, add, multiply, ratio, round } from './rational'
import type { Rational } from './rational'
import type { Day } from './types'

export const COST_KINDS = [
  'percent_of_revenue',
  'per_customer_month',
  'per_transaction',
  'fixed_monthly',
] as const
export type CostKind = (typeof COST_KINDS)[number]
type VariableKind = Exclude<CostKind, 'fixed_monthly'>

/** A cost as entered. Of those in force at once with the same kind, category and product, all count. */
export interface Cost {
  kind: CostKind
  /** Basis points of `percent_of_revenue`, reporting minor units of the others. */
  value: number
  /** What a fixed cost is for. */
  category?: string | null
  /** Applies to this product, instead of the costs of the same kind without a product; never fixed. */
  product?: string | null
  from: Day
  /** The first day without it. */
  until?: Day | null
}

/** What costs are made of: a day, or a product's part of it. Money in reporting minor units. */
export interface CostBase {
  day: Day
  product?: string | null
  /** P2. */
  net_revenue: number
  /** At the end of the day. */
  active_customers: number
  transactions: number
}

/** Reporting minor units. */
export interface CostSums {
  percent_of_revenue: number
  per_customer: number
  per_transaction: number
  /** The three together. */
  variable_costs: number
  /** By category; '' for costs without one. */
  fixed: Record<string, number>
  fixed_costs: number
}

/**
 * The costs of the days `from` to `to`, both included. A monthly cost counts for each day with the share that the day has
 * of its calendar month; each line is rounded once.
 */
export function costsOf(
  costs: readonly Cost[],
  bases: readonly CostBase[],
  { from, to }: { from: Day; to: Day },
): CostSums {
  const sums: Record<VariableKind, Rational> = {
    percent_of_revenue: ZERO,
    per_customer_month: ZERO,
    per_transaction: ZERO,
  }
  for (const base of bases) {
    if (base.day < from || base.day > to) continue
    for (const { kind, value } of variableCosts(costs, base)) {
      sums[kind] = add(sums[kind], multiply(ratio(value), amountOf(kind, base)))
    }
  }
  const fixed = new Map<string, Rational>()
  for (const { category, value, ...cost } of costs) {
    if (cost.kind !== 'fixed_monthly') continue
    const name = category ?? ''
    fixed.set(name, add(fixed.get(name) ?? ZERO, multiply(ratio(value), monthsOf(cost, from, to))))
  }
  const lines = [...fixed].map(([name, sum]): [string, number] => [name, round(sum)])
  const variable = {
    percent_of_revenue: round(sums.percent_of_revenue),
    per_customer: round(sums.per_customer_month),
    per_transaction: round(sums.per_transaction),
  }
  return {
    ...variable,
    variable_costs: variable.percent_of_revenue + variable.per_customer + variable.per_transaction,
    fixed: Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1))),
    fixed_costs: lines.reduce((sum, [, line]) => sum + line, 0),
  }
}

/** In force on the day, per kind those of the product where there are any. */
function variableCosts(
  costs: readonly Cost[],
  { day, product }: CostBase,
): { kind: VariableKind; value: number }[] {
  const found: { kind: VariableKind; value: number }[] = []
  for (const kind of COST_KINDS) {
    if (kind === 'fixed_monthly') continue
    const inForce = costs.filter(
      (cost) => cost.kind === kind && cost.from <= day && (!cost.until || day < cost.until),
    )
    const own = inForce.filter((cost) => product && cost.product === product)
    const general = inForce.filter((cost) => !cost.product)
    for (const { value } of own.length > 0 ? own : general) found.push({ kind, value })
  }
  return found
}

function amountOf(
  kind: VariableKind,
  { day, net_revenue, active_customers, transactions }: CostBase,
): Rational {
  if (kind === 'percent_of_revenue') return ratio(net_revenue, 10_000)
  if (kind === 'per_customer_month') return ratio(active_customers, daysOfMonth(day))
  return ratio(transactions)
}

/** How many months of a range a cost is in force, each day with its share of its month. */
function monthsOf({ from: begun, until }: Pick<Cost, 'from' | 'until'>, from: Day, to: Day): Rational {
  const last = until && until <= to ? addDays(until, -1) : to
  let months = ZERO
  for (const { date, end_date } of periodsOf(begun > from ? begun : from, last, 'month'))
    months = add(months, ratio(daysBetween(date, end_date) + 1, daysOfMonth(date)))
  return months
}

function daysOfMonth(day: Day): number {
  return daysBetween(startOfPeriod(day, 'month'), startOfNextPeriod(day, 'month'))
}
