import type { Account } from '../store/account'
import type { SubscriptionRecord } from '../store/records'

/** When a subscription shall end: at an instant, or with the first or the last of its running periods. */
export type End = number | 'min_period_end' | 'max_period_end'

/** The instant that an end means. */
export function instantOf({ items }: SubscriptionRecord, end: End): number {
  if (typeof end === 'number') return end
  const ends = items.map((item) => item.current_period_end)
  return end === 'min_period_end' ? Math.min(...ends) : Math.max(...ends)
}

/** Notes that a subscription ends with its running period. */
export function planCancellation(account: Account, subscription: SubscriptionRecord): void {
  subscription.cancel_at_period_end = true
  subscription.canceled_at = account.now
  subscription.cancel_at = instantOf(subscription, 'max_period_end')
  subscription.cancellation.reason = 'cancellation_requested'
}

/** Notes when a subscription ends. */
export function planEnd(account: Account, subscription: SubscriptionRecord, end: End, credits = true): void {
  subscription.cancel_at = instantOf(subscription, end)
  subscription.canceled_at = account.now
  subscription.cancel_at_period_end = false
  subscription.cancellation.reason = 'cancellation_requested'
  if (credits) delete subscription.ends_without_credit
  else subscription.ends_without_credit = true
}

/** Takes a planned cancellation back. */
export function withdrawCancellation(subscription: SubscriptionRecord): void {
  subscription.cancel_at_period_end = false
  subscription.canceled_at = null
  subscription.cancel_at = null
  subscription.cancellation = { comment: null, feedback: null, reason: null }
  delete subscription.ends_without_credit
}
