import type { Account } from '../store/account'
import type { InvoiceRecord } from '../store/records'
import { changeBalance } from './customer-balance'
import { customerEvents, invoiceEvents, paymentIntentEvents } from './events'
import { customerOf } from './invoice-build'

/** Voids an open invoice: nothing is owed any more, and the balance that it took up goes back to the customer. */
export function voidInvoice(account: Account, invoice: InvoiceRecord): void {
  const changed = invoiceEvents.watch(account, invoice)
  Object.assign(invoice, {
    status: 'void',
    voided_at: account.now,
    auto_advance: false,
    next_payment_attempt: null,
  })
  changed()
  invoiceEvents.emit(account, 'voided', invoice)
  returnBalance(account, invoice)
  cancelPayment(account, invoice)
}

function returnBalance(account: Account, invoice: InvoiceRecord): void {
  const customer = customerOf(account, invoice)
  const applied = account.store.customerBalanceTransactions
    .withKey('invoice', invoice.id)
    .filter(({ credit_note }) => credit_note === null)
    .reduce((sum, { amount }) => sum + amount, 0)
  if (applied === 0) return
  const changed = customerEvents.watch(account, customer)
  const { currency, id } = invoice
  changeBalance(account, customer, {
    amount: -applied,
    type: 'unapplied_from_invoice',
    currency,
    invoice: id,
  })
  changed()
}

/** Cancels the payment that was to collect an invoice. */
export function cancelPayment(account: Account, invoice: InvoiceRecord): void {
  const intent = invoice.payment_intent ? account.store.paymentIntents.get(invoice.payment_intent) : undefined
  const payment = account.store.invoicePayments.withKey('invoice', invoice.id).find((one) => !one.attached)
  if (!intent || !payment || intent.status === 'succeeded') return
  Object.assign(payment, { status: 'canceled', canceled_at: account.now })
  Object.assign(intent, { status: 'canceled', canceled_at: account.now, cancellation_reason: 'void_invoice' })
  paymentIntentEvents.emit(account, 'canceled', intent)
}

/** Gives an open invoice up. It can still be paid. */
export function markUncollectible(account: Account, invoice: InvoiceRecord, reason: string): void {
  const changed = invoiceEvents.watch(account, invoice)
  invoice.status = 'uncollectible'
  invoice.marked_uncollectible_at = account.now
  invoice.uncollectible_reason = reason
  invoice.auto_advance = false
  invoice.next_payment_attempt = null
  changed()
  invoiceEvents.emit(account, 'marked_uncollectible', invoice)
}
