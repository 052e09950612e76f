import { HOUR } from '../engine/calendar'
import type { Account } from '../store/account'
import type { InvoiceRecord, SubscriptionRecord } from '../store/records'
import { subscriptionEvents } from './events'
import { voidInvoice } from './invoice-close'
import { collect } from './invoice-collect'
import { draftInvoice } from './invoice-build'
import { finalize } from './invoice-finalize'
import { isMetered, netAmounts, periodLines, priceOf } from './invoice-lines'
import { markPaid } from './invoice-paid'
import { createInvoiceItem } from './invoice-items'
import { credit, debit } from './proration'
import { billNow, hasPending, settleNow } from './subscription-invoice'
import type { ProrationBehavior } from './subscription-items'
import { naturalPeriod } from './subscription-periods'
import { scheduleRenewal, usageLines } from './subscription-renew'

export interface Pause {
  creditFrom: 'now' | 'item_current_period_start' | 'none'
  billsUsage: boolean
  /** Whether credits and use are billed at once; else they wait for the next invoice. */
  invoices: boolean
}

/** Pauses a subscription: no periods, no invoices, until it is resumed. Source: Subscriptions.d.ts `pause`. */
export function pauseSubscription(
  account: Account,
  subscription: SubscriptionRecord,
  { creditFrom, billsUsage, invoices }: Pause,
): void {
  const changed = subscriptionEvents.watch(account, subscription)
  for (const item of subscription.items) {
    if (creditFrom === 'none') continue
    credit(account, subscription, item, creditFrom === 'now' ? account.now : item.current_period_start)
    item.billed = null
  }
  const usage = billsUsage ? usageLines(account, subscription) : []
  const isBilled = invoices && (usage.length > 0 || hasPending(account, subscription))
  const invoice = isBilled ? billNow(account, subscription, usage) : undefined
  if (!invoice) {
    const { customer, currency, id } = subscription
    for (const { id: _id, invoice_item: _item, discount_amounts: _discounts, ...line } of usage) {
      createInvoiceItem(account, { customer, currency, subscription: id, invoice: null, line })
    }
  }
  subscription.status = 'paused'
  subscription.paused_at = account.now
  subscription.paused_by = 'pause_requested'
  subscription.renewal += 1
  changed()
  subscriptionEvents.emit(account, 'paused', subscription)
  if (invoice) settleNow(account, subscription, invoice)
}

export interface Resumption {
  anchor: 'now' | 'unchanged'
  prorations: ProrationBehavior
  instant: number
  /** Whether the payment is tried with the request; else the subscription waits for somebody to try it. */
  pays: boolean
}

/**
 * Resumes a paused subscription. Without anything to pay it is active at once; else the payment of its invoice decides,
 * and after 23 hours without one it stays paused.
 * Source: docs.stripe.com/changelog/dahlia/2026-05-27/pause-subscriptions.
 */
export function resumeSubscription(
  account: Account,
  subscription: SubscriptionRecord,
  how: Resumption,
): void {
  const changed = subscriptionEvents.watch(account, subscription)
  const invoice = billResumption(account, subscription, how)
  if (!invoice || (invoice.amount_due === 0 && !account.rehearsal)) {
    if (invoice) markPaid(account, invoice)
    activate(subscription)
    changed()
    subscriptionEvents.emit(account, 'resumed', subscription)
  } else {
    subscription.resumption = invoice.id
    changed()
    if (!account.rehearsal) awaitPayment(account, subscription, invoice, how)
  }
  scheduleRenewal(account, subscription)
}

function activate(subscription: SubscriptionRecord): void {
  subscription.status = 'active'
  subscription.paused_at = null
  delete subscription.paused_by
}

function billResumption(
  account: Account,
  subscription: SubscriptionRecord,
  { anchor, prorations, instant }: Resumption,
): InvoiceRecord | undefined {
  const { now } = account
  if (anchor === 'now') {
    subscription.billing_cycle_anchor = now
    delete subscription.anchor_config
  }
  const net = netAmounts(account, subscription)
  const lines = subscription.items.flatMap((item) => {
    const period = naturalPeriod(account, subscription, item, now)
    const isBilled = item.billed !== null && item.current_period_start === period.start
    item.current_period_start = period.start
    item.current_period_end = period.end
    if (isMetered(priceOf(account, item))) return []
    if (anchor === 'now') return periodLines(account, item, period, item.quantity)
    if (prorations === 'none') {
      item.billed = { amount: net.get(item.id) ?? 0, invoice: subscription.latest_invoice ?? '', lines: [] }
    } else if (!isBilled) debit(account, subscription, item, net.get(item.id) ?? 0, instant)
    return []
  })
  if (lines.length === 0 && !(prorations === 'always_invoice' && hasPending(account, subscription))) {
    return undefined
  }
  const invoice = draftInvoice(account, subscription, {
    reason: 'subscription_update',
    lines,
    period: { start: now, end: now },
    advance: 'now',
  })
  if (!account.rehearsal) finalize(account, invoice)
  return invoice
}

function awaitPayment(
  account: Account,
  subscription: SubscriptionRecord,
  invoice: InvoiceRecord,
  { pays }: Resumption,
): void {
  invoice.auto_advance = pays
  account.steps.add(account.now + 23 * HOUR, () => {
    if (subscription.resumption !== invoice.id || invoice.status !== 'open' || invoice.attempted) return
    const changed = subscriptionEvents.watch(account, subscription)
    delete subscription.resumption
    subscription.renewal += 1
    changed()
    voidInvoice(account, invoice)
  })
  if (pays) collect(account, invoice)
}

/** Moves a subscription to the flexible billing mode for good. */
export function migrateSubscription(account: Account, subscription: SubscriptionRecord): void {
  const changed = subscriptionEvents.watch(account, subscription)
  delete subscription.billing_mode
  subscription.migrated_at = account.now
  changed()
}
