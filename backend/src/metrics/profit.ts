/** What is left of revenue after fees and costs (P2 to P4). */
import { apportion } from './apportion'
import type { CostSums } from './costs'
import { basisPoints, ceil, multiply, ratio } from './rational'

/** Of one range, reporting minor units. */
export interface ProfitInput {
  gross_volume: number
  tax: number
  refunds: number
  disputes: number
  fees: number
  /** At the end of the range. */
  active_customers: number
  costs: Pick<CostSums, 'variable_costs' | 'fixed_costs'>
}

/** Reporting minor units. */
export interface Profit {
  /** P2. */
  net_revenue: number
  fees: number
  variable_costs: number
  /** P3: net revenue less fees and variable costs. */
  contribution: number
  contribution_bp: number | null
  fixed_costs: number
  /** P4: contribution less fixed costs. */
  operating_profit: number
  operating_margin_bp: number | null
  /** Customers whose contribution would pay the fixed costs; null unless there is one to speak of (P4). */
  break_even_customers: number | null
}

/** Contribution, operating profit and break-even of a range (P2 to P4). */
export function profit(input: ProfitInput): Profit {
  const { gross_volume, tax, refunds, disputes, fees, active_customers: customers } = input
  const { variable_costs, fixed_costs } = input.costs
  const net_revenue = gross_volume - tax - refunds - disputes
  const contribution = net_revenue - fees - variable_costs
  const operating_profit = contribution - fixed_costs
  return {
    net_revenue,
    fees,
    variable_costs,
    contribution,
    contribution_bp: basisPoints(ratio(contribution), ratio(net_revenue)),
    fixed_costs,
    operating_profit,
    operating_margin_bp: basisPoints(ratio(operating_profit), ratio(net_revenue)),
    break_even_customers:
      contribution > 0 && customers > 0 ? ceil(ratio(fixed_costs * customers, contribution)) : null,
  }
}

/** The fees of a range over its products, in proportion to their revenue (P4, per plan); they add up to `fees`. */
export function feesByProduct(fees: number, revenue: readonly number[]): number[] {
  const positive = revenue.map((amount) => Math.max(0, amount))
  const total = positive.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return revenue.map(() => 0)
  return apportion(positive.map((amount) => multiply(ratio(amount, total), ratio(fees)))).shares
}
