import type { Account } from '../store/account'
import type { InvoiceRecord, LineRecord, SubscriptionRecord } from '../store/records'
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

/** Bills lines and what is pending at once. */
export function invoiceNow(
  account: Account,
  subscription: SubscriptionRecord,
  lines: LineRecord[],
  payment: InvoicePayment = 'attempt',
): InvoiceRecord {
  const start = Math.min(...subscription.items.map((item) => item.current_period_start))
  const invoice = draftInvoice(account, subscription, {
    reason: 'subscription_update',
    lines,
    period: { start, end: account.now },
    advance: subscription.status === 'unpaid' ? 'never' : 'now',
  })
  if (payment === 'attempt' || subscription.collection_method === 'send_invoice') {
    finalizeAndCollect(account, invoice)
  } else if (!account.rehearsal) {
    finalizeUnpaid(account, invoice)
    if (invoice.amount_due === 0) markPaid(account, invoice)
    else if (subscription.status === 'active') subscription.status = 'past_due'
  }
  return invoice
}
