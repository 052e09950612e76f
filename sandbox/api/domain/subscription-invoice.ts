import type { Account } from '../store/account'
import type { InvoiceRecord, LineRecord, SubscriptionRecord } from '../store/records'
import { subscriptionEvents } from './events'
import { draftInvoice } from './invoice-build'
import { finalizeAndCollect } from './invoice-collect'
import { finalizeUnpaid } from './invoice-finalize'
import { pendingItems } from './invoice-items'
import { markPaid } from './invoice-paid'

/** Whether an invoice is charged at once, or waits for somebody to pay it. */
export type InvoicePayment = 'attempt' | 'wait'

/** Whether something waits to be billed for a subscription. */
export function hasPending(account: Account, subscription: SubscriptionRecord): boolean {
  return pendingItems(account, subscription, (one) => one === subscription.id).length > 0
}

/**
 * Bills lines and what is pending outside of the cycle. The caller tells what has changed of the subscription and then
 * settles the invoice, so that the events follow each other.
 */
export function billNow(
  account: Account,
  subscription: SubscriptionRecord,
  lines: LineRecord[],
): InvoiceRecord {
  const start = Math.min(...subscription.items.map((item) => item.current_period_start))
  return draftInvoice(account, subscription, {
    reason: 'subscription_update',
    lines,
    period: { start, end: account.now },
    advance: subscription.status === 'unpaid' ? 'never' : 'now',
  })
}

/** Finalises such an invoice and has it paid. */
export function settleNow(
  account: Account,
  subscription: SubscriptionRecord,
  invoice: InvoiceRecord,
  payment: InvoicePayment = 'attempt',
): void {
  if (payment === 'attempt' || subscription.collection_method === 'send_invoice') {
    finalizeAndCollect(account, invoice)
    return
  }
  if (account.rehearsal) return
  finalizeUnpaid(account, invoice)
  if (invoice.amount_due === 0) return markPaid(account, invoice)
  if (subscription.status !== 'active') return
  const changed = subscriptionEvents.watch(account, subscription)
  subscription.status = 'past_due'
  changed()
}
