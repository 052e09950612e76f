/** Churn and retention rates of a period (K3 to K9). */
import { churnSplit } from './churn-split'
import type { ChurnSplit } from './churn-split'
import { addSums, convertedSums } from './converted'
import { convertSum, minorRateOn } from './fx'
import { addDays } from './local-day'
import { ZERO, add, basisPoints, compare, multiply, ratio, round, subtract } from './rational'
import type { Rational } from './rational'
import { emptySums } from './rollup'
import { customerSpans } from './spans'
import type { CustomerSpan } from './spans'
import type { Currency, Day, DayRollup, Movement, Rates } from './types'

export interface RetentionInput {
  /** Per currency in minor units, at the end of the day before `from`. */
  startMrr: Record<Currency, number>
  /** Customers with MRR then. */
  startCustomers: number
  /** Those of the period, in any order; of a slice with the cells in it alone, and without those that have none. */
  movements: readonly Pick<Movement, 'customer' | 'day' | 'cells'>[]
  /** The days of the period. */
  rollups: readonly DayRollup[]
  from: Day
  rates: Rates
  reportingCurrency: Currency
}

/** Rates in basis points; null where the denominator is 0 (C1). */
export interface Retention {
  /** Customers there at the start and gone at the end, over those there at the start (K3). */
  customer_churn_bp: number | null
  logo_retention_bp: number | null
  nrr_bp: number | null
  grr_bp: number | null
  /** 1 - GRR and 1 - NRR (K6). */
  gross_revenue_churn_bp: number | null
  net_revenue_churn_bp: number | null
  /** By movements (K7). */
  gross_mrr_churn_bp: number | null
  net_mrr_churn_bp: number | null
  /** Null where nothing was lost: to be shown as "no losses" (K8). */
  quick_ratio_bp: number | null
  /** Sums of e and of min(e, s) over the customers of the start, at the rates of the start (K5, K6). */
  kept_mrr: number
  kept_mrr_gross: number
  /** Churn movements, as the waterfall counts them: a customer who left twice counts twice. */
  churned_customers: number
  /** The customers of K3: there at the start, gone at the end. */
  lost_customers: number
  /** K9. */
  churn_by_reason: ChurnSplit
  /** Currencies left out for want of a rate, sorted (C5). */
  fx_missing: Currency[]
}

/**
 * The rates of the period that starts with `from` and ends with its last movement (K3 to K9). In a slice, who moves to
 * another is no longer there at the end; rates by movements know no transfers (W8).
 */
export function retention(input: RetentionInput): Retention {
  const { startMrr, startCustomers, movements, rollups, from, rates, reportingCurrency } = input
  const missing = new Set<Currency>()
  const kept = keptRevenue(input, customerSpans(movements), missing)
  const start = convertSum(startMrr, addDays(from, -1), rates, reportingCurrency).value
  const sums = emptySums()
  for (const rollup of rollups) addSums(sums, convertedSums(rollup, rates, reportingCurrency, missing))
  const lost = sums.contraction + sums.churn
  const won = sums.expansion + sums.reactivation
  const customers = ratio(startCustomers)
  return {
    customer_churn_bp: basisPoints(ratio(kept.lostCustomers), customers),
    logo_retention_bp: basisPoints(ratio(startCustomers - kept.lostCustomers), customers),
    nrr_bp: basisPoints(kept.net, kept.start),
    grr_bp: basisPoints(kept.gross, kept.start),
    gross_revenue_churn_bp: basisPoints(subtract(kept.start, kept.gross), kept.start),
    net_revenue_churn_bp: basisPoints(subtract(kept.start, kept.net), kept.start),
    gross_mrr_churn_bp: basisPoints(ratio(lost), ratio(start)),
    net_mrr_churn_bp: basisPoints(ratio(lost - won), ratio(start)),
    quick_ratio_bp: basisPoints(ratio(sums.new + won), ratio(lost)),
    kept_mrr: round(kept.net),
    kept_mrr_gross: round(kept.gross),
    churned_customers: rollups.reduce((count, { customers: { churned } }) => count + churned, 0),
    lost_customers: kept.lostCustomers,
    churn_by_reason: churnSplit(rollups, start, rates, reportingCurrency),
    fx_missing: [...missing].sort(),
  }
}

interface KeptRevenue {
  /** Sum of s over S, of e over S and of min(e, s) over S, exact, at the rates of the start. */
  start: Rational
  net: Rational
  gross: Rational
  lostCustomers: number
}

/** K5, K6: a customer without a movement has e = s, so only those with one differ from the opening balance. */
function keptRevenue(
  { startMrr, from, rates, reportingCurrency }: RetentionInput,
  spans: Iterable<CustomerSpan>,
  missing: Set<Currency>,
): KeptRevenue {
  const startRates = new Map<Currency, Rational | null>()
  const valueOf = (currency: Currency, amount: number): Rational => {
    let rate = startRates.get(currency)
    if (rate === undefined) {
      rate = minorRateOn(rates, currency, addDays(from, -1), reportingCurrency)
      startRates.set(currency, rate)
    }
    if (rate === null && amount !== 0) missing.add(currency)
    return rate === null ? ZERO : multiply(ratio(amount), rate)
  }
  let start = ZERO
  for (const [currency, amount] of Object.entries(startMrr)) start = add(start, valueOf(currency, amount))
  let net = start
  let gross = start
  let lostCustomers = 0
  for (const { paidAtStart, paysAtEnd, deltas } of spans) {
    if (!paidAtStart) continue
    if (!paysAtEnd) lostCustomers += 1
    let change = ZERO
    for (const [currency, delta] of deltas) change = add(change, valueOf(currency, delta))
    net = add(net, change)
    if (compare(change, ZERO) < 0) gross = add(gross, change)
  }
  return { start, net, gross, lostCustomers }
}
