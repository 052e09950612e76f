import { DAY, HOUR, nextBillingInstant } from '../engine/calendar'
import type { Account } from '../store/account'
import type { InvoiceRecord, LineRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { finalizeAndCollect } from './invoice-collect'
import { pendingItems } from './invoice-items'
import { isMetered, periodLines, priceOf } from './invoice-lines'
import { payingMethod } from './payments'
import { endSubscription, hasEnded } from './subscription-end'

/** Three days before a trial ends, Stripe says so. */
const TRIAL_NOTICE = 3 * DAY

/** The end of the period that begins at `start` for an item. */
export function periodEnd(account: Account, anchor: number, item: { price: string }, start: number): number {
  const recurring = priceOf(account, item).recurring
  return nextBillingInstant(anchor, recurring?.interval ?? 'month', recurring?.interval_count ?? 1, start)
}

/** Plans the next renewal of a subscription and forgets the one planned before. */
export function scheduleRenewal(account: Account, subscription: SubscriptionRecord): void {
  subscription.renewal += 1
  const planned = subscription.renewal
  // A subscription that waits for a payment or a resumption has no next period.
  if (subscription.status === 'paused' || subscription.status === 'incomplete') return
  const ends = subscription.items.map((item) => item.current_period_end)
  const at = Math.min(...ends, subscription.cancel_at ?? Infinity)
  if (!Number.isFinite(at)) return
  account.steps.add(Math.max(at, account.now), () => {
    if (subscription.renewal === planned && !hasEnded(subscription)) renew(account, subscription)
  })
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
function renew(account: Account, subscription: SubscriptionRecord): InvoiceRecord | undefined {
  const { now } = account
  if (subscription.cancel_at !== null && subscription.cancel_at <= now) {
    finish(account, subscription)
    return undefined
  }
  const changed = subscriptionEvents.watch(account, subscription)
  const trialEnds = subscription.status === 'trialing' && (subscription.trial_end ?? Infinity) <= now
  if (trialEnds && !payingMethod(account, subscription)) {
    if (subscription.missing_payment_method === 'cancel') {
      endSubscription(account, subscription, { reason: 'cancellation_requested' })
      return undefined
    }
    if (subscription.missing_payment_method === 'pause') {
      subscription.status = 'paused'
      subscription.paused_at = now
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
    item.current_period_end = periodEnd(account, subscription.billing_cycle_anchor, item, past.end)
    if (isMetered(priceOf(account, item))) {
      lines.push(...periodLines(account, item, past, usedUnits(account, item, past.end - past.start)))
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

/** The units that a metered item used: around its average, in proportion to the time. */
function usedUnits(account: Account, item: SubscriptionItemRecord, seconds: number): number {
  if (item.usage === 0) return 0
  return Math.round(item.usage * (seconds / (30 * DAY)) * (0.6 + account.random.float() * 0.8))
}

/** A planned cancellation comes due; what is still unbilled goes on a last invoice. */
function finish(account: Account, subscription: SubscriptionRecord): void {
  const metered = subscription.items.filter((item) => isMetered(priceOf(account, item)) && item.usage > 0)
  const lines = metered.flatMap((item) => {
    const past = { start: item.current_period_start, end: account.now }
    return periodLines(account, item, past, usedUnits(account, item, past.end - past.start))
  })
  const pending = pendingItems(account, subscription, (one) => one === subscription.id)
  if (lines.length > 0 || pending.some(({ line }) => line.amount > 0)) {
    const changed = subscriptionEvents.watch(account, subscription)
    const start = Math.min(...subscription.items.map((item) => item.current_period_start))
    const invoice = draftInvoice(account, subscription, {
      reason: 'subscription_cycle',
      lines,
      period: { start, end: account.now },
      advance: 'now',
    })
    finalizeAndCollect(account, invoice)
    changed()
  }
  endSubscription(account, subscription, { reason: 'cancellation_requested' })
}
