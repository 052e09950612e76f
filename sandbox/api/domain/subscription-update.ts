import type { Account } from '../store/account'
import type { LineRecord, Metadata, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { attachDiscount, detachDiscount, discountsOf, type Reduction } from './discounts'
import { subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { finalizeAndCollect } from './invoice-collect'
import { pendingItems } from './invoice-items'
import { isMetered, netAmounts, periodLines, priceOf } from './invoice-lines'
import { credit, debit } from './proration'
import { newItem, planCancellation, withdrawCancellation, type NewItem } from './subscription-create'
import { endSubscription, type Ending } from './subscription-end'
import { periodEnd, renewNow, scheduleRenewal, scheduleTrialNotice } from './subscription-renew'

export type ProrationBehavior = 'create_prorations' | 'always_invoice' | 'none'

export interface ItemChange {
  /** The item to change; without it a new one is added. */
  item: SubscriptionItemRecord | null
  price?: string
  quantity?: number
  metadata?: Metadata
  deleted?: boolean
}

export interface SubscriptionChange {
  items?: ItemChange[]
  prorationBehavior?: ProrationBehavior
  prorationDate?: number
  cancelAtPeriodEnd?: boolean
  /** An instant, or null to take it back. */
  cancelAt?: number | null
  feedback?: string | null
  comment?: string | null
  /** The discounts that it shall have: kept ones and new coupons. */
  discounts?: { kept: string[]; added: Reduction[] }
  metadata?: Metadata
  description?: string | null
  defaultPaymentMethod?: string | null
  trialEnd?: number | 'now'
  pauseCollection?: SubscriptionRecord['pause_collection']
  missingPaymentMethod?: SubscriptionRecord['missing_payment_method']
}

/** Changes a subscription the way the API's update does, with one `updated` event for all of it. */
export function updateSubscription(
  account: Account,
  subscription: SubscriptionRecord,
  change: SubscriptionChange,
): void {
  const changed = subscriptionEvents.watch(account, subscription)
  changePlainFields(account, subscription, change)
  if (change.discounts) changeDiscounts(account, subscription, change.discounts)
  if (change.trialEnd !== undefined) changeTrial(account, subscription, change.trialEnd)
  if (change.items) changeItems(account, subscription, change.items, change)
  changeCancellation(account, subscription, change)
  changed()
  if (change.trialEnd === 'now' && subscription.status === 'trialing') renewNow(account, subscription)
  else scheduleRenewal(account, subscription)
}

function changePlainFields(
  account: Account,
  subscription: SubscriptionRecord,
  change: SubscriptionChange,
): void {
  if (change.metadata) subscription.metadata = change.metadata
  if (change.description !== undefined) subscription.description = change.description
  if (change.defaultPaymentMethod !== undefined)
    subscription.default_payment_method = change.defaultPaymentMethod
  if (change.missingPaymentMethod) subscription.missing_payment_method = change.missingPaymentMethod
  if (change.pauseCollection !== undefined) {
    subscription.pause_collection = change.pauseCollection
    const resumesAt = change.pauseCollection?.resumes_at ?? null
    if (resumesAt !== null) {
      account.steps.add(resumesAt, () => {
        if (subscription.pause_collection?.resumes_at !== resumesAt) return
        const changed = subscriptionEvents.watch(account, subscription)
        subscription.pause_collection = null
        changed()
      })
    }
  }
}

function changeCancellation(
  account: Account,
  subscription: SubscriptionRecord,
  change: SubscriptionChange,
): void {
  if (change.cancelAtPeriodEnd === true && !subscription.cancel_at_period_end) {
    planCancellation(account, subscription)
  }
  if (change.cancelAtPeriodEnd === false && subscription.cancel_at_period_end)
    withdrawCancellation(subscription)
  if (change.cancelAt === null && subscription.cancel_at !== null) withdrawCancellation(subscription)
  if (typeof change.cancelAt === 'number') {
    subscription.cancel_at = change.cancelAt
    subscription.canceled_at = account.now
    subscription.cancel_at_period_end = false
    subscription.cancellation.reason = 'cancellation_requested'
  }
  if (change.feedback !== undefined) subscription.cancellation.feedback = change.feedback
  if (change.comment !== undefined) subscription.cancellation.comment = change.comment
}

function changeDiscounts(
  account: Account,
  subscription: SubscriptionRecord,
  { kept, added }: { kept: string[]; added: Reduction[] },
): void {
  for (const discount of discountsOf(account, subscription.discounts)) {
    if (!kept.includes(discount.id)) detachDiscount(account, subscription, discount)
  }
  for (const reduction of added) attachDiscount(account, subscription, reduction)
}

/** A trial that ends now is renewed by the caller; one that is moved moves the running periods' end. */
function changeTrial(account: Account, subscription: SubscriptionRecord, trialEnd: number | 'now'): void {
  const end = trialEnd === 'now' ? account.now : trialEnd
  if (trialEnd === 'now' && subscription.status !== 'trialing') return
  if (subscription.status !== 'trialing') {
    subscription.trial_start = account.now
    subscription.status = 'trialing'
  }
  subscription.trial_end = end
  subscription.billing_cycle_anchor = end
  for (const item of subscription.items) item.current_period_end = end
  scheduleTrialNotice(account, subscription)
}

function changeItems(
  account: Account,
  subscription: SubscriptionRecord,
  changes: ItemChange[],
  { prorationBehavior = 'create_prorations', prorationDate = account.now }: SubscriptionChange,
): void {
  const before = new Map(subscription.items.map((item) => [item.id, { ...item }]))
  const intervalsBefore = intervalsOf(account, subscription)
  for (const change of changes) changeItem(account, subscription, change)
  if (subscription.status === 'trialing' || subscription.status === 'incomplete') return
  const restarts = intervalsOf(account, subscription) !== intervalsBefore
  if (restarts) subscription.billing_cycle_anchor = account.now
  const net = netAmounts(account, subscription)
  for (const old of before.values()) {
    const item = subscription.items.find((one) => one.id === old.id)
    if (item && item.price === old.price && item.quantity === old.quantity && !restarts) continue
    if (prorationBehavior !== 'none') credit(account, subscription, old, prorationDate)
    if (item) item.billed = null
  }
  for (const item of subscription.items) {
    if (item.billed || isMetered(priceOf(account, item))) continue
    if (restarts) continue
    if (prorationBehavior !== 'none') debit(account, subscription, item, net.get(item.id) ?? 0, prorationDate)
    else
      item.billed = { amount: net.get(item.id) ?? 0, invoice: subscription.latest_invoice ?? '', lines: [] }
  }
  if (restarts) restartPeriods(account, subscription)
  else if (prorationBehavior === 'always_invoice' && hasPending(account, subscription)) {
    invoiceNow(account, subscription, [])
  }
}

function changeItem(account: Account, subscription: SubscriptionRecord, change: ItemChange): void {
  const { item } = change
  if (!item) {
    if (change.price === undefined) return
    const wanted: NewItem = {
      price: change.price,
      quantity: change.quantity ?? 1,
      metadata: change.metadata ?? {},
    }
    subscription.items.push(newItem(account, subscription, wanted))
    return
  }
  if (change.deleted) {
    subscription.items = subscription.items.filter((one) => one !== item)
    return
  }
  if (change.price !== undefined) item.price = change.price
  if (change.quantity !== undefined) item.quantity = change.quantity
  if (change.metadata) item.metadata = change.metadata
}

function intervalsOf(account: Account, subscription: SubscriptionRecord): string {
  const intervals = subscription.items.map((item) => {
    const recurring = priceOf(account, item).recurring
    return `${recurring?.interval_count}${recurring?.interval}`
  })
  return [...new Set(intervals)].sort().join(' ')
}

/** Another interval starts new periods now and bills them at once. */
function restartPeriods(account: Account, subscription: SubscriptionRecord): void {
  const lines = subscription.items.flatMap((item) => {
    item.current_period_start = account.now
    item.current_period_end = periodEnd(account, account.now, item, account.now)
    if (isMetered(priceOf(account, item))) return []
    return periodLines(account, item, { start: account.now, end: item.current_period_end }, item.quantity)
  })
  invoiceNow(account, subscription, lines)
}

function hasPending(account: Account, subscription: SubscriptionRecord): boolean {
  return pendingItems(account, subscription, (one) => one === subscription.id).length > 0
}

function invoiceNow(account: Account, subscription: SubscriptionRecord, lines: LineRecord[]): void {
  const start = Math.min(...subscription.items.map((item) => item.current_period_start))
  const invoice = draftInvoice(account, subscription, {
    reason: 'subscription_update',
    lines,
    period: { start, end: account.now },
    advance: subscription.status === 'unpaid' ? 'never' : 'now',
  })
  finalizeAndCollect(account, invoice)
}

/** Cancels a subscription at once, on request crediting the unused time or billing what is pending. */
export function cancelNow(
  account: Account,
  subscription: SubscriptionRecord,
  ending: Ending & { prorate?: boolean; invoiceNow?: boolean },
): void {
  if (ending.prorate) for (const item of subscription.items) credit(account, subscription, item, account.now)
  if (ending.invoiceNow && hasPending(account, subscription)) invoiceNow(account, subscription, [])
  endSubscription(account, subscription, ending)
}
