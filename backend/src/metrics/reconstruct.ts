/** The history of a subscription from before its first event, out of its invoices (C6). */
import { isMetered } from './line-amount'
import { itemHistory, keyOf } from './invoice-history'
import type { InvoiceForHistory, ItemHistory, SubscriptionForHistory } from './invoice-history'
import { reconstructedState, requestedEnd } from './reconstructed-state'
import type { Coverage } from './reconstructed-state'
import { givesUpRevenue } from './standing'
import type { Instant, SubscriptionVersion } from './types'

export type { InvoiceForHistory, InvoiceLineForHistory, SubscriptionForHistory } from './invoice-history'

/**
 * The versions of a subscription before its first event (C6), ascending, each `at` less than `before`.
 *
 * Lines that are not prorations give items, prices and quantities for their period. Debit prorations date a change in
 * mid-period: the new price or quantity holds from the start of that line, which is more exact than waiting for the
 * next renewal; a credit alone takes the item out. Drafts and void invoices do not count; a span without counted lines
 * is worth 0 until billing goes on. After the last line the items continue while the subscription lives. Nothing
 * happens before the subscription was created, even if it is backdated. Where no invoice is left at all, the
 * subscription as it is now stands in from its creation: it is opening balance, not new (W3).
 */
export function reconstructSubscription(input: {
  subscription: SubscriptionForHistory
  invoices: readonly InvoiceForHistory[]
  before: Instant
}): SubscriptionVersion[] {
  const { subscription, invoices, before } = input
  if (subscription.status.startsWith('incomplete')) return []
  const coverage: Coverage = {
    counted:
      invoices.length > 0
        ? itemHistory(invoices, ['open', 'paid', 'uncollectible'])
        : asItIsNow(subscription),
    voided: itemHistory(invoices, ['void']),
    drafts: itemHistory(invoices, ['draft']),
  }
  carryOn(coverage, subscription)
  if (subscription.status === 'unpaid') endAt(givenUpAt(invoices), coverage.counted)
  const versions: SubscriptionVersion[] = []
  let former = ''
  for (const at of breakpoints(coverage, subscription, before)) {
    const { state, causes } = reconstructedState(subscription, coverage, at)
    const signature = JSON.stringify(state)
    if (signature !== former) versions.push({ at, state, source: 'invoice_line', causes })
    former = signature
  }
  return versions
}

/** Ascending instants at which the state can differ, from the first counted line on. */
function breakpoints(coverage: Coverage, subscription: SubscriptionForHistory, before: Instant): Instant[] {
  const { created, trial_start, trial_end, ended_at } = subscription
  const spans = [coverage.counted, coverage.voided, coverage.drafts].flatMap((history) =>
    [...history.values()].flat(),
  )
  const first = Math.min(...[...coverage.counted.values()].flat().map(({ start }) => start))
  const from = Math.max(first, created)
  const end = ended_at ?? Infinity
  const instants = new Set<Instant>([from])
  for (const { start, end: stop } of spans) instants.add(start).add(stop)
  for (const at of [trial_start, trial_end, requestedEnd(subscription), ended_at]) {
    if (at !== null && at !== undefined) instants.add(at)
  }
  return [...instants].filter((at) => at >= from && at <= end && at < before).sort((a, b) => a - b)
}

/** The current items from the creation on, for want of any invoice. */
function asItIsNow({ items, discounts, created }: SubscriptionForHistory): ItemHistory {
  const history: ItemHistory = new Map()
  for (const item of items.filter(({ price }) => !isMetered(price))) {
    const all = [...(item.discounts ?? []), ...(discounts ?? [])]
    const stretch = {
      start: created,
      end: Infinity,
      item,
      discounts: all,
      prorated: false,
      free: false,
      tax: null,
      invoice: null,
      created,
    }
    history.set(keyOf({ subscription_item: item.id ?? null, price: item.price }), [stretch])
  }
  return history
}

/**
 * Extends what was billed last for as long as the subscription lives: for the items it still has, or, where none can be
 * recognised, for those billed longest. Not where collection has stopped since.
 */
function carryOn({ counted, voided, drafts }: Coverage, subscription: SubscriptionForHistory): void {
  const lasts = [...counted].flatMap(([key, stretches]) => {
    const last = stretches.at(-1)
    return last?.item ? [{ key, stretches, last }] : []
  })
  const until = Math.max(...lasts.map(({ last }) => last.end))
  const current = new Set(subscription.items.flatMap(({ id, price }) => [id, price.id]))
  const known = lasts.filter(({ key }) => current.has(key))
  const going = known.length > 0 ? known : lasts.filter(({ last }) => last.end === until)
  for (const { stretches, last } of going) {
    if (last.end === Infinity || hasStopped(last.end, [voided, drafts], subscription)) continue
    stretches.push({ ...last, start: last.end, end: Infinity, free: false })
  }
}

/** When Stripe gave the payment of a subscription up that is unpaid: at the last try of the first invoice since that nobody paid. */
function givenUpAt(invoices: readonly InvoiceForHistory[]): Instant {
  const finalized = invoices
    .filter(({ status }) => status !== 'draft' && status !== 'void')
    .sort((a, b) => a.created - b.created)
  const unpaid = finalized.slice(finalized.findLastIndex(({ status }) => status === 'paid') + 1)
  const tried = unpaid.map(({ last_failure: at = -Infinity }) => at).find((at) => at > -Infinity)
  return tried ?? Infinity
}

/** Nothing is billed any more from an instant on. */
function endAt(at: Instant, history: ItemHistory): void {
  for (const [key, stretches] of history)
    history.set(
      key,
      stretches
        .filter(({ start }) => start < at)
        .map((stretch) => ({ ...stretch, end: Math.min(stretch.end, at) })),
    )
}

/** Whether revenue had stopped when an item's last period was over. */
function hasStopped(
  at: Instant,
  uncounted: readonly ItemHistory[],
  subscription: SubscriptionForHistory,
): boolean {
  if (subscription.status === 'unpaid' || subscription.status === 'paused' || givesUpRevenue(subscription))
    return true
  // A draft after the last period of a living subscription is its next renewal, about to be finalized.
  if (subscription.status !== 'canceled') return false
  return uncounted.some((history) => [...history.values()].flat().some(({ start }) => start >= at))
}
