import { DAY } from '../engine/calendar'
import type { Account } from '../store/account'
import type { InvoiceRecord } from '../store/records'
import { invoiceEvents, subscriptionEvents } from './events'

/** So long before it is due, Stripe reminds of an invoice. */
const REMINDER = 3 * DAY

/** Sends an invoice to the customer, which in test mode only makes an event. */
export function sendInvoice(account: Account, invoice: InvoiceRecord): void {
  invoiceEvents.emit(account, 'sent', invoice)
}

/** Plans what happens when an invoice that was sent is about to be due, and when nobody has paid it by then. */
export function watchDueDate(account: Account, invoice: InvoiceRecord): void {
  const due = invoice.due_date
  if (due === null) return
  const isOwed = () => invoice.status === 'open' && invoice.due_date === due
  if (due - REMINDER > account.now) {
    account.steps.add(due - REMINDER, () => {
      if (isOwed()) invoiceEvents.emit(account, 'will_be_due', invoice)
    })
  }
  account.steps.add(Math.max(due, account.now), () => {
    if (!isOwed()) return
    invoiceEvents.emit(account, 'overdue', invoice)
    const subscription = account.store.subscriptions.get(invoice.subscription ?? '')
    if (subscription?.status !== 'active') return
    const changed = subscriptionEvents.watch(account, subscription)
    subscription.status = 'past_due'
    changed()
  })
}
