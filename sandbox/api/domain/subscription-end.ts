import type { Account } from '../store/account'
import type { SubscriptionRecord } from '../store/records'
import { invoiceEvents, scheduleEvents, subscriptionEvents } from './events'

export interface Ending {
  reason: 'cancellation_requested' | 'payment_failed' | 'payment_disputed'
  feedback?: string | null
  comment?: string | null
}

/** Whether nothing more happens to a subscription. */
export function hasEnded({ status }: SubscriptionRecord): boolean {
  return status === 'canceled' || status === 'incomplete_expired'
}

/** Ends a subscription now. Its open invoices are not collected any more. */
export function endSubscription(account: Account, subscription: SubscriptionRecord, ending: Ending): void {
  if (hasEnded(subscription)) return
  subscription.status = 'canceled'
  subscription.ended_at = account.now
  // For a cancellation at the period's end, `canceled_at` stays the instant of the request.
  subscription.canceled_at ??= account.now
  subscription.cancellation.reason = ending.reason
  if (ending.feedback !== undefined) subscription.cancellation.feedback = ending.feedback
  if (ending.comment !== undefined) subscription.cancellation.comment = ending.comment
  subscription.renewal += 1
  for (const invoice of account.store.invoices.withKey('subscription', subscription.id)) {
    if ((invoice.status !== 'open' && invoice.status !== 'draft') || !invoice.auto_advance) continue
    const changed = invoiceEvents.watch(account, invoice)
    invoice.auto_advance = false
    invoice.next_payment_attempt = null
    invoice.automatically_finalizes_at = null
    changed()
  }
  subscriptionEvents.emit(account, 'deleted', subscription)
  endSchedule(account, subscription, ending)
}

/** A schedule ends with its subscription. */
function endSchedule(account: Account, { schedule: id }: SubscriptionRecord, { reason }: Ending): void {
  const schedule = account.store.schedules.get(id ?? '')
  if (schedule?.status !== 'active') return
  const changed = scheduleEvents.watch(account, schedule)
  schedule.status = 'canceled'
  schedule.canceled_at = account.now
  changed()
  scheduleEvents.emit(account, reason === 'payment_failed' ? 'aborted' : 'canceled', schedule)
}
