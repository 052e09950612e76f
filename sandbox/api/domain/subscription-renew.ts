import { DAY, HOUR } from '../engine/calendar'
import type { Account } from '../store/account'
import type { InvoiceRecord, LineRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { finalizeAndCollect } from './invoice-collect'
import { pendingItems } from './invoice-items'
import { isMetered, periodLines, priceOf } from './invoice-lines'
import { usedUnits } from './meters'
import { payingMethod } from './payments'
import { credit } from './proration'
import { endSubscription, hasEnded } from './subscription-end'
import { periodEnd } from './subscription-periods'
import { announceRenewal } from './upcoming'

/** Three days before a trial ends, Stripe says so. */
const TRIAL_NOTICE = 3 * DAY

/** When the running periods of a subscription end, or the subscription itself. */
export function renewalOf(subscription: SubscriptionRecord): number {
  const ends = subscription.items.map((item) => item.current_period_end)
  return Math.min(...ends, subscription.cancel_at ?? Infinity)
}

/** Plans the next renewal of a subscription and forgets the one planned before. */
export function scheduleRenewal(account: Account, subscription: SubscriptionRecord): void {
  subscription.renewal += 1
  const planned = subscription.renewal
  // A subscription that is paused, and not about to be resumed, has no next period.
  if (subscription.status === 'paused' && subscription.resumption === undefined) return
  const at = renewalOf(subscription)
  if (!Number.isFinite(at)) return
  const due = () => {
    if (subscription.renewal !== planned || hasEnded(subscription)) return
    if (subscription.status === 'paused') account.steps.add(account.now + DAY, due)
    else if (subscription.status !== 'incomplete') renew(account, subscription)
  }
  account.steps.add(Math.max(at, account.now), due)
  announceRenewal(account, subscription, at, renew)
}

/** Announces the end of a trial three days before. */
export function scheduleTrialNotice(account: Account, subscription: SubscriptionRecord): void {
  const end = subscription.trial_end
  if (end === null) return
  account.steps.add(Math.max(end - TRIAL_NOTICE, account.now), () => {
    if (subscription.status === 'trialing' && subscription.trial_end === end) {
      subscriptionEvents.emit(account, 'trial_will_end', subscription)
    }
  })
}

/** Ends the running period now, on request: what it bills is collected at once. */
export function renewNow(account: Account, subscription: SubscriptionRecord): void {
  const invoice = renew(account, subscription)
  if (invoice) finalizeAndCollect(account, invoice)
}

/** What happens at the end of a period: the subscription ends, or the next period is billed by the invoice returned. */
export function renew(account: Account, subscription: SubscriptionRecord): InvoiceRecord | undefined {
  const { now } = account
  if (subscription.cancel_at !== null && subscription.cancel_at <= now) {
    finish(account, subscription)
    return undefined
  }
  const changed = subscriptionEvents.watch(account, subscription)
  const trialEnds = subscription.status === 'trialing' && (subscription.trial_end ?? Infinity) <= now
  if (trialEnds && !payingMethod(account, subscription)) {
    if (subscription.missing_payment_method === 'cancel') {
      changed()
      endSubscription(account, subscription, { reason: 'cancellation_requested' })
      return undefined
    }
    if (subscription.missing_payment_method === 'pause') {
      subscription.status = 'paused'
      subscription.paused_at = now
      subscription.paused_by = 'trial_end_without_payment_method'
      subscription.renewal += 1
      changed()
      subscriptionEvents.emit(account, 'paused', subscription)
      return undefined
    }
  }
  if (trialEnds) subscription.status = 'active'
  const due = subscription.items.filter((item) => item.current_period_end <= now)
  const invoice = billPeriods(account, subscription, due)
  changed()
  scheduleRenewal(account, subscription)
  if (invoice.auto_advance) account.steps.add(now + HOUR, () => finalizeAndCollect(account, invoice))
  return invoice
}

function billPeriods(
  account: Account,
  subscription: SubscriptionRecord,
  due: SubscriptionItemRecord[],
): InvoiceRecord {
  const { now } = account
  const lines: LineRecord[] = []
  const start = Math.min(...due.map((item) => item.current_period_start))
  for (const item of due) {
    const past = { start: item.current_period_start, end: item.current_period_end }
    item.current_period_start = past.end
    item.current_period_end = periodEnd(account, subscription, item, past.end)
    if (isMetered(priceOf(account, item))) {
      lines.push(...periodLines(account, item, past, usedUnits(account, subscription.customer, item, past)))
    } else {
      const next = { start: past.end, end: item.current_period_end }
      lines.push(...periodLines(account, item, next, item.quantity))
    }
  }
  return draftInvoice(account, subscription, {
    reason: 'subscription_cycle',
    lines,
    period: { start, end: now },
    advance: subscription.status === 'unpaid' ? 'never' : 'later',
  })
}

/** The lines of what metered items have used in the running period. */
export function usageLines(account: Account, { customer, items }: SubscriptionRecord): LineRecord[] {
  return items.flatMap((item) => {
    const past = { start: item.current_period_start, end: account.now }
    if (!isMetered(priceOf(account, item)) || past.start >= past.end) return []
    const units = usedUnits(account, customer, item, past)
    return units > 0 ? periodLines(account, item, past, units) : []
  })
}

/** A planned cancellation comes due; what is still unbilled goes on a last invoice. */
function finish(account: Account, subscription: SubscriptionRecord): void {
  const lines = usageLines(account, subscription)
  const early = subscription.items.filter((item) => item.current_period_end > account.now)
  if (!subscription.ends_without_credit) {
    for (const item of early) credit(account, subscription, item, account.now)
  }
  const pending = pendingItems(account, subscription, (one) => one === subscription.id)
  if (lines.length > 0 || pending.length > 0) {
    const changed = subscriptionEvents.watch(account, subscription)
    const start = Math.min(...subscription.items.map((item) => item.current_period_start))
    const invoice = draftInvoice(account, subscription, {
      reason: 'subscription_cycle',
      lines,
      period: { start, end: account.now },
      advance: 'now',
    })
    changed()
    finalizeAndCollect(account, invoice)
  }
  endSubscription(account, subscription, { reason: 'cancellation_requested' })
}
