import { HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { CustomerRecord, Metadata, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { attachDiscount, type Reduction } from './discounts'
import { customerEvents, subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { voidInvoice } from './invoice-close'
import { finalizeAndCollect } from './invoice-collect'
import { isMetered, periodLines, priceOf } from './invoice-lines'
import { periodEnd, scheduleRenewal, scheduleTrialNotice } from './subscription-renew'

export interface NewItem {
  price: string
  quantity: number
  metadata?: Metadata
  usage?: number
}

export interface NewSubscription {
  customer: CustomerRecord
  currency: string
  items: NewItem[]
  trialEnd?: number | null
  reductions?: Reduction[]
  metadata?: Metadata
  description?: string | null
  defaultPaymentMethod?: string | null
  missingPaymentMethod?: SubscriptionRecord['missing_payment_method']
  cancelAtPeriodEnd?: boolean
  dunningEnd?: SubscriptionRecord['dunning_end']
}

/** Starts a subscription: its first invoice is made, finalised and collected at once. */
export function createSubscription(account: Account, wanted: NewSubscription): SubscriptionRecord {
  const subscription = newSubscription(account, wanted)
  subscription.items = wanted.items.map((item) => newItem(account, subscription, item))
  account.store.subscriptions.add(subscription)
  for (const reduction of wanted.reductions ?? []) attachDiscount(account, subscription, reduction)
  if (wanted.customer.currency === null) {
    const changed = customerEvents.watch(account, wanted.customer)
    wanted.customer.currency = wanted.currency
    changed()
  }
  if (wanted.cancelAtPeriodEnd) planCancellation(account, subscription)
  billStart(account, subscription)
  subscriptionEvents.emit(account, 'created', subscription)
  scheduleRenewal(account, subscription)
  scheduleTrialNotice(account, subscription)
  return subscription
}

function newSubscription(account: Account, wanted: NewSubscription): SubscriptionRecord {
  const { now } = account
  const trialEnd = wanted.trialEnd ?? null
  return {
    id: makeId(account, 'sub_'),
    created: now,
    customer: wanted.customer.id,
    currency: wanted.currency,
    status: trialEnd === null ? 'active' : 'trialing',
    start_date: now,
    billing_cycle_anchor: trialEnd ?? now,
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    ended_at: null,
    cancellation: { comment: null, feedback: null, reason: null },
    collection_method: 'charge_automatically',
    days_until_due: null,
    default_payment_method: wanted.defaultPaymentMethod ?? null,
    description: wanted.description ?? null,
    discounts: [],
    items: [],
    latest_invoice: null,
    metadata: wanted.metadata ?? {},
    pause_collection: null,
    paused_at: null,
    trial_start: trialEnd === null ? null : now,
    trial_end: trialEnd,
    missing_payment_method: wanted.missingPaymentMethod ?? 'create_invoice',
    ...(wanted.dunningEnd ? { dunning_end: wanted.dunningEnd } : {}),
    renewal: 0,
  }
}

/** An item that begins now; during a trial its period is the trial. */
export function newItem(
  account: Account,
  subscription: SubscriptionRecord,
  wanted: NewItem,
): SubscriptionItemRecord {
  const { now } = account
  const trialing = subscription.trial_end !== null && subscription.trial_end > now
  return {
    id: makeId(account, 'si_'),
    created: now,
    price: wanted.price,
    quantity: wanted.quantity,
    metadata: wanted.metadata ?? {},
    current_period_start: now,
    current_period_end: trialing
      ? (subscription.trial_end ?? now)
      : periodEnd(account, subscription.billing_cycle_anchor, wanted, now),
    billed: null,
    usage: wanted.usage ?? 0,
  }
}

function billStart(account: Account, subscription: SubscriptionRecord): void {
  const trial = subscription.status === 'trialing'
  const lines = subscription.items.flatMap((item) => {
    const period = { start: item.current_period_start, end: item.current_period_end }
    const quantity = isMetered(priceOf(account, item)) ? 0 : item.quantity
    return periodLines(account, item, period, quantity, trial)
  })
  const invoice = draftInvoice(account, subscription, {
    reason: 'subscription_create',
    lines,
    period: { start: account.now, end: account.now },
    advance: 'now',
  })
  if (finalizeAndCollect(account, invoice) || trial) return
  subscription.status = 'incomplete'
  // An unpaid first invoice holds a subscription open for 23 hours.
  account.steps.add(account.now + 23 * HOUR, () => {
    if (subscription.status !== 'incomplete') return
    const changed = subscriptionEvents.watch(account, subscription)
    subscription.status = 'incomplete_expired'
    subscription.ended_at = account.now
    subscription.renewal += 1
    changed()
    if (invoice.status === 'open') voidInvoice(account, invoice)
  })
}

/** Notes that a subscription ends with its running period. */
export function planCancellation(account: Account, subscription: SubscriptionRecord): void {
  subscription.cancel_at_period_end = true
  subscription.canceled_at = account.now
  subscription.cancel_at = Math.max(...subscription.items.map((item) => item.current_period_end))
  subscription.cancellation.reason = 'cancellation_requested'
}

/** Takes a planned cancellation back. */
export function withdrawCancellation(subscription: SubscriptionRecord): void {
  subscription.cancel_at_period_end = false
  subscription.canceled_at = null
  subscription.cancel_at = null
  subscription.cancellation = { comment: null, feedback: null, reason: null }
}
