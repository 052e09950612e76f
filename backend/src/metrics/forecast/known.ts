/** Future changes that are known already: the layer of its own of a forecast (section 14). */
export const KNOWN_KINDS = ['scheduled_cancellation', 'coupon_end', 'phase_change', 'trial'] as const
export type KnownKind = (typeof KNOWN_KINDS)[number]

export interface KnownFact {
  kind: KnownKind
  /** The coming month in which it takes effect, from 1. */
  month: number
  /** Signed change of the monthly value, minor units. */
  change: number
  /** Basis points: 10000 for what is certain, the conversion rate for a trial. */
  probability_bp: number
}

/** What the facts of a coming month change in it, expected value in minor units. */
export type KnownMonth = Record<KnownKind, number>

/** One row for each of the coming months; facts that lie further ahead are left out. */
export function knownChanges(facts: readonly KnownFact[], months: number): KnownMonth[] {
  const sums = Array.from({ length: months }, () => ({
    scheduled_cancellation: 0,
    coupon_end: 0,
    phase_change: 0,
    trial: 0,
  }))
  for (const { kind, month, change, probability_bp: probability } of facts) {
    const row = sums[month - 1]
    if (row) row[kind] += change * probability
  }
  // Adding 0 keeps a negative zero out of the results.
  for (const row of sums) for (const kind of KNOWN_KINDS) row[kind] = Math.round(row[kind] / 10_000) + 0
  return sums
}
