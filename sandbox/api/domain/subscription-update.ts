import type { Account } from '../store/account'
import type { Metadata, SubscriptionRecord } from '../store/records'
import { attachDiscount, detachDiscount, discountsOf, type Reduction } from './discounts'
import { subscriptionEvents } from './events'
import { credit } from './proration'
import { planCancellation, planEnd, withdrawCancellation, type End } from './subscription-cancel'
import { endSubscription, type Ending } from './subscription-end'
import { billNow, hasPending, settleNow, type InvoicePayment } from './subscription-invoice'
import { changeItems, type ItemChange, type ProrationBehavior } from './subscription-items'
import { renewNow, scheduleRenewal, scheduleTrialNotice, usageLines } from './subscription-renew'

export type { ItemChange, ProrationBehavior } from './subscription-items'

export interface SubscriptionChange {
  items?: ItemChange[]
  prorationBehavior?: ProrationBehavior
  prorationDate?: number
  /** Whether new periods begin now. */
  restart?: boolean
  payment?: InvoicePayment
  cancelAtPeriodEnd?: boolean
  /** An end, or null to take it back. */
  cancelAt?: End | null
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
  taxRates?: string[]
  collection?: { method: SubscriptionRecord['collection_method']; daysUntilDue: number | null }
  savesMethod?: boolean
  /** Makes what is to be billed once, with the next invoice. */
  addItems?: (subscription: SubscriptionRecord) => void
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
  change.addItems?.(subscription)
  if (change.trialEnd !== undefined) changeTrial(account, subscription, change.trialEnd, change)
  const { prorationBehavior: behavior = 'create_prorations', prorationDate: instant = account.now } = change
  const invoice =
    change.items || change.restart
      ? changeItems(account, subscription, change.items ?? [], { behavior, instant }, change.restart)
      : undefined
  changeCancellation(account, subscription, change)
  changed()
  if (invoice) settleNow(account, subscription, invoice, change.payment)
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
  if (change.taxRates) subscription.default_tax_rates = change.taxRates
  if (change.savesMethod !== undefined) subscription.saves_method = change.savesMethod
  if (change.collection) {
    subscription.collection_method = change.collection.method
    subscription.days_until_due = change.collection.daysUntilDue
  }
  if (change.pauseCollection === undefined) return
  subscription.pause_collection = change.pauseCollection
  const resumesAt = change.pauseCollection?.resumes_at ?? null
  if (resumesAt === null) return
  account.steps.add(resumesAt, () => {
    if (subscription.pause_collection?.resumes_at !== resumesAt) return
    const changed = subscriptionEvents.watch(account, subscription)
    subscription.pause_collection = null
    changed()
  })
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
  if (change.cancelAt !== undefined && change.cancelAt !== null) {
    planEnd(account, subscription, change.cancelAt, change.prorationBehavior !== 'none')
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

/**
 * A trial that ends now is renewed by the caller; one that is moved moves the running periods' end. A trial that begins
 * in the middle of a period gives back what was billed for the rest of it.
 */
function changeTrial(
  account: Account,
  subscription: SubscriptionRecord,
  trialEnd: number | 'now',
  { prorationBehavior }: SubscriptionChange,
): void {
  const end = trialEnd === 'now' ? account.now : trialEnd
  if (trialEnd === 'now' && subscription.status !== 'trialing') return
  if (subscription.status !== 'trialing') {
    for (const item of subscription.items) {
      if (prorationBehavior !== 'none') credit(account, subscription, item, account.now)
      item.billed = null
    }
    subscription.trial_start = account.now
    subscription.status = 'trialing'
  }
  subscription.trial_end = end
  subscription.billing_cycle_anchor = end
  delete subscription.anchor_config
  for (const item of subscription.items) item.current_period_end = end
  scheduleTrialNotice(account, subscription)
}

/** Cancels a subscription at once, on request crediting the unused time or billing use and what is pending. */
export function cancelNow(
  account: Account,
  subscription: SubscriptionRecord,
  ending: Ending & { prorate?: boolean; invoiceNow?: boolean },
): void {
  // Nothing was paid yet for a subscription that is incomplete.
  if (ending.prorate && subscription.status !== 'incomplete') {
    for (const item of subscription.items) credit(account, subscription, item, account.now)
  }
  if (ending.invoiceNow) {
    const changed = subscriptionEvents.watch(account, subscription)
    const lines = usageLines(account, subscription)
    const isBilled = lines.length > 0 || hasPending(account, subscription)
    const invoice = isBilled ? billNow(account, subscription, lines) : undefined
    changed()
    if (invoice) settleNow(account, subscription, invoice)
  }
  endSubscription(account, subscription, ending)
}
