/** How often payments are disputed, and how it ends (X1, X2). */
import { dayOf } from './local-day'
import { basisPoints, ratio } from './rational'
import type { Day, Instant } from './types'

/** A Stripe dispute with the time of its payment. */
export interface Dispute {
  charge: string
  charge_created: Instant
  created: Instant
  status: string
}

export interface DisputeRatesInput {
  disputes: readonly Dispute[]
  /** Successful card payments of the range. */
  payments: number
  /** Local days, both inclusive. */
  from: Day
  to: Day
  timeZone: string
}

export interface DisputeRates {
  payments: number
  /** Disputes opened in the range; inquiries are none. */
  opened: number
  won: number
  lost: number
  /** Payments of the range that were disputed since. */
  disputed_payments: number
  /** X1, by count. */
  activity_bp: number | null
  /** X2, by count: rises for about 120 days after the range. */
  dispute_rate_bp: number | null
  /** Of those opened in the range that are decided. */
  win_rate_bp: number | null
}

/** A bank only asks so far: no dispute (X1). */
export function isInquiry({ status }: Pick<Dispute, 'status'>): boolean {
  return status.startsWith('warning_')
}

/** Whether a dispute is neither decided nor was prevented; inquiries are none. */
export function isOpenDispute(dispute: Pick<Dispute, 'status'>): boolean {
  return !isInquiry(dispute) && !['won', 'lost', 'prevented'].includes(dispute.status)
}

/** Dispute activity, dispute rate and win rate of a range (X1, X2). */
export function disputeRates({ disputes, payments, from, to, timeZone }: DisputeRatesInput): DisputeRates {
  const inRange = (at: Instant) => {
    const day = dayOf(at, timeZone)
    return day >= from && day <= to
  }
  const real = disputes.filter((one) => !isInquiry(one))
  const opened = real.filter(({ created }) => inRange(created))
  const won = opened.filter(({ status }) => status === 'won').length
  const lost = opened.filter(({ status }) => status === 'lost').length
  const disputed = new Set(
    real.filter(({ charge_created }) => inRange(charge_created)).map(({ charge }) => charge),
  )
  return {
    payments,
    opened: opened.length,
    won,
    lost,
    disputed_payments: disputed.size,
    activity_bp: basisPoints(ratio(opened.length), ratio(payments)),
    dispute_rate_bp: basisPoints(ratio(disputed.size), ratio(payments)),
    win_rate_bp: basisPoints(ratio(won), ratio(won + lost)),
  }
}
