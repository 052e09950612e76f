/** Lifetime value (L1 to L3). */
import { ZERO, basisPoints, compare, divide, multiply, ratio, round } from './rational'
import type { Rational } from './rational'

/** Months over which churn is pooled (L1), and the cap of a lifetime (L3). */
const POOLED_MONTHS = 6
const MOST_MONTHS = 60

export interface LtvInput {
  /** Complete months, oldest first: customers at the start, and those of them lost by the end (K3). */
  months: readonly { start: number; lost: number }[]
  /** Reporting minor units, and customers with MRR, both at the end. */
  mrr_end: number
  active_end: number
  /** P3, in reporting minor units, once costs are entered; without it all revenue counts. */
  margin?: { contribution: number; net_revenue: number }
  /** What a new customer costs to win, reporting minor units. */
  cac?: number
}

export interface Ltv {
  churn_bp: number | null
  /** Reporting minor units per month. */
  arpa: number | null
  /** Reporting minor units; null without customers and where none was lost (L2). */
  ltv: number | null
  /** With the lifetime capped at 60 months (L3). */
  ltv_60m: number | null
  /** What `ltv` is made of (L2): all revenue, or what costs leave of it. */
  basis: 'revenue' | 'contribution'
  /** Thousandths of a month until a customer has paid back the CAC (L3); null where nothing is earned. */
  cac_payback_milli: number | null
}

/** Exact until one rounding at the end of each figure (L2). */
export function lifetimeValue({ months, mrr_end, active_end, margin, cac }: LtvInput): Ltv {
  const pooled = months.slice(-POOLED_MONTHS)
  const start = ratio(pooled.reduce((sum, month) => sum + month.start, 0))
  const lost = ratio(pooled.reduce((sum, month) => sum + month.lost, 0))
  const arpa = quotient(ratio(mrr_end), ratio(active_end))
  const kept = margin ? quotient(ratio(margin.contribution), ratio(margin.net_revenue)) : ratio(1)
  const earned = arpa && kept && multiply(arpa, kept)
  const lifetime = quotient(start, lost)
  const cap = ratio(MOST_MONTHS)
  const capped = lifetime && compare(lifetime, cap) < 0 ? lifetime : compare(start, ZERO) > 0 ? cap : null
  return {
    churn_bp: basisPoints(lost, start),
    arpa: arpa && round(arpa),
    ltv: earned && lifetime && round(multiply(earned, lifetime)),
    ltv_60m: earned && capped && round(multiply(earned, capped)),
    basis: margin ? 'contribution' : 'revenue',
    cac_payback_milli:
      cac === undefined || !earned || compare(earned, ZERO) <= 0
        ? null
        : round(divide(ratio(cac * 1000), earned)),
  }
}

function quotient(a: Rational, b: Rational): Rational | null {
  return b.n === 0n ? null : divide(a, b)
}
