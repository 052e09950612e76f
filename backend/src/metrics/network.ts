/** Where an account stands towards the card networks' limits (X3 to X6). Estimates: networks count for themselves. */
import { networkLimits } from './network-limits'
import type { NetworkLimit, NetworkProgramme, NetworkRegion, NetworkTier } from './network-limits'
import { basisPoints, ceil, compare, ratio } from './rational'
import type { Rational } from './rational'
import type { Month } from './types'

/** What a programme counts in a month. */
export interface NetworkCounts {
  programme: NetworkProgramme
  month: Month
  region?: NetworkRegion
  /** Visa: fraud reports and disputes, each for itself. Mastercard: chargebacks, or those for fraud. */
  count: number
  /** Visa: settled card-not-present payments of the month. Mastercard: payments of the month before. */
  payments: number
  /** Value of the counted items, US cents. */
  amount_usd?: number
  /** Those of the payments that had 3-D Secure. */
  three_d_secure?: number
}

/** Amber at half of a limit, red at 80 % (X6). */
export type Light = 'green' | 'amber' | 'red'

export interface LimitStanding {
  limit: NetworkLimit
  reached: boolean
  light: Light
  /** Disputes until count and ratio are reached, with the payments as they are; 0 where they are. */
  further: number
}

export interface NetworkStanding {
  count: number
  payments: number
  ratio_bp: number | null
  /** The highest tier that is reached. */
  tier: NetworkTier | null
  limits: LimitStanding[]
}

/** Compared with the exact ratio (X6): 2.996 % is below a limit of 3 %. */
export function networkStanding(counts: NetworkCounts): NetworkStanding {
  const { programme, month, region, count, payments } = counts
  const limits = networkLimits(programme, month, region).map((limit): LimitStanding => {
    const share = (percent: number) => reaches(counts, limit, ratio(percent, 100))
    return {
      limit,
      reached: share(100),
      light: share(80) ? 'red' : share(50) ? 'amber' : 'green',
      further: Math.max(0, limit.count - count, ceil(ratio(limit.ratio_bp * payments, 10_000)) - count),
    }
  })
  return {
    count,
    payments,
    ratio_bp: basisPoints(ratio(count), ratio(payments)),
    tier: limits.findLast(({ reached }) => reached)?.limit.tier ?? null,
    limits,
  }
}

/** Whether all conditions of a limit are met to this share; a tier needs its count and its ratio alike. */
function reaches(counts: NetworkCounts, limit: NetworkLimit, share: Rational): boolean {
  const { count, payments, amount_usd = 0, three_d_secure = 0 } = counts
  if (payments === 0 || payments < (limit.payments ?? 0)) return false
  const { three_d_secure_bp: secured } = limit
  if (secured !== undefined && three_d_secure * 10_000 >= secured * payments) return false
  return [
    ratio(count, limit.count),
    ratio(count * 10_000, payments * limit.ratio_bp),
    ...(limit.amount_usd === undefined ? [] : [ratio(amount_usd, limit.amount_usd)]),
  ].every((part) => compare(part, share) >= 0)
}

/** Months below all tiers after which Mastercard lets a merchant go (X4). */
const MONTHS_TO_LEAVE = 3

/** The tier that an account is still held in, given those of its months, oldest first (X4); null outside. */
export function heldTier(months: readonly (NetworkTier | null)[]): NetworkTier | null {
  return months.slice(-MONTHS_TO_LEAVE).findLast((tier) => tier !== null) ?? null
}
