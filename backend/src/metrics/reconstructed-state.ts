/** A subscription at one instant of its reconstructed history (C6). */
import { hasDiscount, nameOf } from './invoice-history'
import type { ItemHistory, Stretch, SubscriptionForHistory } from './invoice-history'
import { givesUpRevenue } from './standing'
import type { Instant, Subscription, SubscriptionItem } from './types'

export interface Coverage {
  counted: ItemHistory
  voided: ItemHistory
  drafts: ItemHistory
}

/** An item in force, with what told it. */
type Told = Stretch & { item: SubscriptionItem }

/** The state at an instant, and the ids of the Stripe objects that tell it. */
export function reconstructedState(
  subscription: SubscriptionForHistory,
  coverage: Coverage,
  at: Instant,
): { state: Subscription; causes: string[] } {
  const inForce = stretchesAt(coverage.counted, at)
  const ended =
    subscription.ended_at !== null && subscription.ended_at !== undefined && at >= subscription.ended_at
  const told = inForce.length > 0 ? inForce : lastStretches(coverage.counted, at)
  const standing = ended
    ? { status: 'canceled' }
    : inForce.length > 0
      ? running(subscription, told, at)
      : stopped(subscription, coverage, at)
  const state: Subscription = {
    id: subscription.id,
    customer: subscription.customer,
    currency: subscription.currency,
    ...standing,
    ...itemsAndDiscounts(told, subscription),
    ...taxes(told, subscription),
    ...cancellation(subscription, at, ended),
  }
  const invoices = ended ? [] : tellingInvoices(inForce, coverage, at)
  return { state, causes: [...new Set([...invoices, subscription.id])].sort() }
}

/**
 * When the end was asked for (M15): known if it came before the end itself and the customer, not a failed payment,
 * brought it about.
 */
export function requestedEnd(subscription: SubscriptionForHistory): Instant | null {
  const {
    canceled_at: at,
    ended_at: end,
    cancel_at,
    cancel_at_period_end,
    cancellation_details: details,
  } = subscription
  if (at === null || at === undefined || details?.reason?.startsWith('payment_')) return null
  if (end !== null && end !== undefined) return at < end ? at : null
  return cancel_at_period_end || (cancel_at !== null && cancel_at !== undefined) ? at : null
}

/** Those that put an item in or out just then, else those of all items in force; where nothing is billed, the uncounted. */
function tellingInvoices(
  inForce: readonly Told[],
  { counted, voided, drafts }: Coverage,
  at: Instant,
): string[] {
  const changed = [...counted.values()].flat().filter(({ start }) => start === at)
  const uncounted = inForce.length > 0 ? [] : [voided, drafts].flatMap((history) => stretchesAt(history, at))
  const telling = [...changed, ...uncounted]
  return (telling.length > 0 ? telling : inForce).flatMap(({ invoice }) => invoice ?? [])
}

function stretchesAt(history: ItemHistory, at: Instant): Told[] {
  const found: Told[] = []
  for (const stretches of history.values()) {
    const stretch = stretches.findLast(({ start }) => start <= at)
    if (stretch?.item && at < stretch.end) found.push({ ...stretch, item: stretch.item })
  }
  return found
}

/** What was billed last before an instant: the items of a subscription while it bills nothing. */
function lastStretches(history: ItemHistory, at: Instant): Told[] {
  const ends = [...history.values()].flat().filter((stretch) => stretch.item && stretch.end <= at)
  const last = Math.max(...ends.map(({ end }) => end))
  return stretchesAt(history, last - 1)
}

function running(
  subscription: SubscriptionForHistory,
  told: Told[],
  at: Instant,
): Pick<Subscription, 'status'> {
  const { trial_start: start, trial_end: end } = subscription
  const inTrial =
    start !== null && start !== undefined && end !== null && end !== undefined && start <= at && at < end
  return { status: inTrial || told.some(({ free }) => free) ? 'trialing' : 'active' }
}

/**
 * Why nothing is billed (W4). After the last period the subscription itself tells; before it, void invoices show
 * collection given up and drafts an unpaid subscription. Without either it was paused, since it lives on.
 */
function stopped(
  subscription: SubscriptionForHistory,
  { counted, voided, drafts }: Coverage,
  at: Instant,
): Pick<Subscription, 'status' | 'pause_collection'> {
  const { status, pause_collection: pause } = subscription
  const goesOn = [...counted.values()].flat().some(({ start }) => start > at)
  if (!goesOn && (status === 'unpaid' || status === 'paused')) return { status }
  if (!goesOn && pause && givesUpRevenue(subscription)) return { status: 'active', pause_collection: pause }
  if (stretchesAt(voided, at).length > 0) return { status: 'active', pause_collection: { behavior: 'void' } }
  return { status: stretchesAt(drafts, at).length > 0 ? 'unpaid' : 'paused' }
}

/**
 * Lines show an item's own discounts and the subscription's alike. What every item that it can apply to has belongs to
 * the subscription (else an amount would be taken once per item, and the customer's discount on top); the rest to items.
 */
function itemsAndDiscounts(
  told: readonly Told[],
  subscription: SubscriptionForHistory,
): Pick<Subscription, 'items' | 'discounts'> {
  const own = new Set(subscription.items.flatMap((item) => (item.discounts ?? []).map(nameOf)))
  const all = new Map(
    told.flatMap(({ discounts }) => discounts.map((discount) => [nameOf(discount), discount])),
  )
  const shared = [...all.values()].filter((discount) => {
    const products = discount.coupon.applies_to?.products
    const eligible = told.filter(({ item }) => !products || products.includes(item.price.product ?? ''))
    return !own.has(nameOf(discount)) && eligible.every((stretch) => hasDiscount(stretch, discount))
  })
  const sharedNames = new Set(shared.map(nameOf))
  const items = told.map(({ item, discounts }): SubscriptionItem => {
    const rates = subscription.items.find(({ id }) => id !== undefined && id === item.id)?.tax_rates
    const rest = discounts.filter((discount) => !sharedNames.has(nameOf(discount)))
    const { id, price, quantity } = item
    return {
      ...(id === undefined ? {} : { id }),
      price,
      ...(quantity === undefined ? {} : { quantity }),
      ...(rest.length > 0 ? { discounts: rest } : {}),
      ...(rates ? { tax_rates: rates } : {}),
    }
  })
  return { items, ...(shared.length > 0 ? { discounts: shared } : {}) }
}

function taxes(
  told: readonly Told[],
  { default_tax_rates, last_inclusive_tax }: SubscriptionForHistory,
): Pick<Subscription, 'default_tax_rates' | 'last_inclusive_tax'> {
  const shares = told.flatMap(({ tax }) => tax ?? [])
  const sum = (field: 'tax' | 'net') => shares.reduce((total, share) => total + share[field], 0)
  const last = shares.length > 0 ? { tax: sum('tax'), net: sum('net') } : (last_inclusive_tax ?? null)
  return {
    ...(default_tax_rates ? { default_tax_rates } : {}),
    ...(last ? { last_inclusive_tax: last } : {}),
  }
}

function cancellation(
  subscription: SubscriptionForHistory,
  at: Instant,
  ended: boolean,
): Pick<Subscription, 'cancel_at_period_end' | 'canceled_at' | 'ended_at' | 'cancellation_details'> {
  const requested = requestedEnd(subscription)
  if (!ended && (requested === null || at < requested)) return {}
  const { canceled_at, ended_at, cancellation_details } = subscription
  return {
    ...(requested === null ? {} : { cancel_at_period_end: true }),
    ...(canceled_at ? { canceled_at } : {}),
    ...(ended && ended_at ? { ended_at } : {}),
    ...(cancellation_details ? { cancellation_details } : {}),
  }
}
