/** Which versions of a subscription hold, in which order, and since when it is past due. */
import type { MrrContext } from './mrr'
import type { CustomerHistory, Discount, Instant, Subscription, SubscriptionVersion } from './types'

/** A version in force: from `at` until the next one of the same subscription. */
export interface Phase {
  at: Instant
  version: SubscriptionVersion
  /** The version that began the current run of past_due (M13). */
  pastDueFrom: SubscriptionVersion | null
  /** The last status before the subscription was canceled (W4). */
  lastLiveStatus: string | null
}

/** The phases of each subscription, in ascending order of its id. */
export function phasesBySubscription({ versions }: CustomerHistory): Map<string, Phase[]> {
  const groups = new Map<string, SubscriptionVersion[]>()
  for (const version of versions) {
    const group = groups.get(version.state.id)
    if (group) group.push(version)
    else groups.set(version.state.id, [version])
  }
  const ids = groups.size > 1 ? [...groups.keys()].sort() : groups.keys()
  const phases = new Map<string, Phase[]>()
  for (const id of ids) phases.set(id, toPhases(effectiveVersions(groups.get(id) ?? [])))
  return phases
}

/**
 * The versions that hold, ascending, one per instant. Where events or a listing exist they win: what invoice lines
 * tell from then on is dropped (C6). At the same second an event wins over a listing, then the later in the array.
 */
export function effectiveVersions(versions: readonly SubscriptionVersion[]): SubscriptionVersion[] {
  let observedFrom = Infinity
  for (const { at, source } of versions) if (source !== 'invoice_line' && at < observedFrom) observedFrom = at
  const known = versions.filter(({ at, source }) => source !== 'invoice_line' || at < observedFrom)
  known.sort((a, b) => a.at - b.at || Number(a.source === 'event') - Number(b.source === 'event'))
  return known.filter((version, index) => version.at !== known[index + 1]?.at)
}

function toPhases(versions: readonly SubscriptionVersion[]): Phase[] {
  let pastDueFrom: SubscriptionVersion | null = null
  let lastLiveStatus: string | null = null
  return versions.map((version) => {
    const { status } = version.state
    pastDueFrom = status === 'past_due' ? (pastDueFrom ?? version) : null
    if (status !== 'canceled') lastLiveStatus = status
    return { at: version.at, version, pastDueFrom, lastLiveStatus }
  })
}

/** The customer's own discounts ascending, one per instant; at the same second the later in the array. */
export function customerDiscounts({ discounts }: CustomerHistory): CustomerHistory['discounts'] {
  if (discounts.length === 0) return discounts
  const sorted = [...discounts].sort((a, b) => a.at - b.at)
  return sorted.filter((entry, index) => entry.at !== sorted[index + 1]?.at)
}

/** The customer's own discount in force; `sorted` as `customerDiscounts` gives it. */
export function customerDiscountAt(sorted: CustomerHistory['discounts'], at: Instant): Discount | null {
  let discount: Discount | null = null
  for (const entry of sorted) {
    if (entry.at > at) break
    discount = entry.discount
  }
  return discount
}

/** Each subscription that has begun by an instant as it then is, with what else its MRR depends on; ascending by id. */
export function* subscriptionsAt(
  history: CustomerHistory,
  at: Instant,
): Generator<{ state: Subscription; context: MrrContext }> {
  const customerDiscount = customerDiscountAt(customerDiscounts(history), at)
  for (const phases of phasesBySubscription(history).values()) {
    const phase = phases.findLast((one) => one.at <= at)
    if (!phase) continue
    const pastDueSince = phase.pastDueFrom?.at ?? null
    yield { state: phase.version.state, context: { customerDiscount, pastDueSince } }
  }
}
