/** Churn by reason (K9). */
import { apportion } from './apportion'
import { minorRateOn } from './fx'
import { ZERO, basisPoints, multiply, ratio } from './rational'
import type { ChurnReason, Currency, DayRollup, Rates } from './types'

export interface ChurnShare {
  customers: number
  /** Reporting minor units. */
  mrr: number
  /** Of all churned customers and MRR, basis points. */
  customers_share_bp: number | null
  mrr_share_bp: number | null
  /** Of the MRR at the start, basis points. */
  rate_bp: number | null
}

export type ChurnSplit = Record<ChurnReason, ChurnShare>

const REASONS = ['voluntary', 'involuntary', 'paused'] as const satisfies ChurnReason[]

/**
 * Churned MRR and customers by reason (K9). Per day and currency the reasons are rounded together, so that they add up
 * to the waterfall's churn. `startMrr` in reporting minor units.
 */
export function churnSplit(
  rollups: readonly DayRollup[],
  startMrr: number,
  rates: Rates,
  reportingCurrency: Currency,
): ChurnSplit {
  const mrr = { voluntary: 0, involuntary: 0, paused: 0 }
  const customers = { voluntary: 0, involuntary: 0, paused: 0 }
  for (const rollup of rollups) {
    for (const reason of REASONS) customers[reason] += rollup.churn[reason].customers
    for (const currency of Object.keys(rollup.currencies)) {
      const rate = minorRateOn(rates, currency, rollup.day, reportingCurrency) ?? ZERO
      const parts = REASONS.map((reason) => multiply(ratio(rollup.churn[reason].mrr[currency] ?? 0), rate))
      const { shares } = apportion(parts)
      for (const [index, reason] of REASONS.entries()) mrr[reason] += shares[index] ?? 0
    }
  }
  const sum = (values: Record<ChurnReason, number>) =>
    REASONS.reduce((total, reason) => total + values[reason], 0)
  const share = (reason: ChurnReason): ChurnShare => ({
    customers: customers[reason],
    mrr: mrr[reason],
    customers_share_bp: basisPoints(ratio(customers[reason]), ratio(sum(customers))),
    mrr_share_bp: basisPoints(ratio(mrr[reason]), ratio(sum(mrr))),
    rate_bp: basisPoints(ratio(mrr[reason]), ratio(startMrr)),
  })
  return { voluntary: share('voluntary'), involuntary: share('involuntary'), paused: share('paused') }
}
