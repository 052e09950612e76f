import { makeId, type Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord } from '../store/records'
import { changeBalance } from './customer-balance'
import { customerEvents, invoiceEvents } from './events'
import { customerOf } from './invoice-build'
import { isTooSmall } from './invoice-totals'
import { watchDueDate } from './invoice-send'
import { createPaymentIntent } from './payments'

/** Finalises a draft that waits for somebody to pay it. */
export function finalizeUnpaid(account: Account, invoice: InvoiceRecord): void {
  finalize(account, invoice)
  invoice.auto_advance = false
}

/** Turns a draft into an open invoice: it gets its number and takes up the customer's balance. */
export function finalize(account: Account, invoice: InvoiceRecord): void {
  const customer = customerOf(account, invoice)
  const changed = invoiceEvents.watch(account, invoice)
  const customerChanged = customerEvents.watch(account, customer)
  invoice.number ??= takeNumber(customer)
  invoice.status = 'open'
  invoice.finalized_at = account.now
  invoice.automatically_finalizes_at = null
  applyBalance(account, invoice, customer)
  if (invoice.amount_due > 0) requestPayment(account, invoice)
  customerChanged()
  changed()
  invoiceEvents.emit(account, 'finalized', invoice)
  if (invoice.amount_due > 0) watchDueDate(account, invoice)
}

function takeNumber(customer: CustomerRecord): string {
  const number = `${customer.invoice_prefix}-${String(customer.next_invoice_sequence).padStart(4, '0')}`
  customer.next_invoice_sequence += 1
  return number
}

/** Uses the customer's credit, adds its debt, and leaves what is too small to charge to the next invoice. */
function applyBalance(account: Account, invoice: InvoiceRecord, customer: CustomerRecord): void {
  const { currency, total } = invoice
  const before = customer.balance
  const due = Math.max(total + before, 0)
  const applied = Math.min(total + before, 0) - before
  const about = { currency, invoice: invoice.id }
  if (applied !== 0) {
    changeBalance(account, customer, { ...about, amount: applied, type: 'applied_to_invoice' })
  }
  const tooSmall = isTooSmall(due, currency)
  if (tooSmall) changeBalance(account, customer, { ...about, amount: due, type: 'invoice_too_small' })
  invoice.starting_balance = before
  invoice.amount_due = tooSmall ? 0 : due
  invoice.ending_balance = customer.balance
}

function requestPayment(account: Account, invoice: InvoiceRecord): void {
  const intent = createPaymentIntent(account, invoice)
  invoice.payment_intent = intent.id
  account.store.invoicePayments.add({
    id: makeId(account, 'inpay_'),
    created: account.now,
    invoice: invoice.id,
    payment_intent: intent.id,
    amount_requested: invoice.amount_due,
    amount_paid: null,
    currency: invoice.currency,
    status: 'open',
    paid_at: null,
    canceled_at: null,
  })
}
