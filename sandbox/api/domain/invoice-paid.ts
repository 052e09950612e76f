import { makeId, type Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord, PaymentIntentRecord, SubscriptionRecord } from '../store/records'
import { changeBalance } from './customer-balance'
import { customerEvents, invoiceEvents, invoicePaymentEvents, subscriptionEvents } from './events'
import { customerOf } from './invoice-build'
import { cancelPayment } from './invoice-close'

/** An invoice has been paid in full by its own payment, or needed none. */
export function markPaid(account: Account, invoice: InvoiceRecord, counts = true): void {
  const changed = invoiceEvents.watch(account, invoice)
  const own = account.store.invoicePayments.withKey('invoice', invoice.id).find((one) => !one.attached)
  invoice.attempted = true
  if (invoice.payment_intent !== null && counts) invoice.attempt_count += 1
  invoice.amount_paid = invoice.amount_due
  close(account, invoice)
  if (own?.status === 'open') {
    own.status = 'paid'
    own.amount_paid = own.amount_requested
    own.paid_at = account.now
    invoicePaymentEvents.emit(account, 'paid', own)
  }
  changed()
  tellPaid(account, invoice)
}

/** An invoice has been paid outside of Stripe: nothing is charged. */
export function markPaidOutOfBand(account: Account, invoice: InvoiceRecord): void {
  cancelPayment(account, invoice)
  const changed = invoiceEvents.watch(account, invoice)
  invoice.paid_out_of_band = invoice.amount_due - invoice.amount_paid
  invoice.amount_paid = invoice.amount_due
  close(account, invoice)
  changed()
  tellPaid(account, invoice)
}

/** A credit note has taken off all that was still owed. */
export function settleByCredit(account: Account, invoice: InvoiceRecord): void {
  cancelPayment(account, invoice)
  const changed = invoiceEvents.watch(account, invoice)
  close(account, invoice)
  changed()
  tellPaid(account, invoice)
}

/**
 * Money of an attached payment has come: it counts towards the invoice, and what is too much becomes the customer's
 * credit. Source: docs.stripe.com/invoicing/partial-payments.
 */
export function creditPayment(account: Account, invoice: InvoiceRecord, amount: number): void {
  const changed = invoiceEvents.watch(account, invoice)
  const over = Math.max(invoice.amount_paid + amount - invoice.amount_due, 0)
  invoice.amount_paid += amount - over
  const full = invoice.amount_paid === invoice.amount_due
  if (full) close(account, invoice)
  if (over > 0) {
    const customer = customerOf(account, invoice)
    const customerChanged = customerEvents.watch(account, customer)
    const { currency, id } = invoice
    changeBalance(account, customer, { amount: -over, type: 'invoice_overpaid', currency, invoice: id })
    customerChanged()
    invoice.amount_overpaid = (invoice.amount_overpaid ?? 0) + over
  }
  changed()
  if (!full) adjustPayment(account, invoice)
  if (full) {
    cancelPayment(account, invoice)
    tellPaid(account, invoice)
  }
  if (over > 0) invoiceEvents.emit(account, 'overpaid', invoice)
}

/** Attaches a payment to an open invoice; if its money has come already, it counts at once. */
export function attachPayment(account: Account, invoice: InvoiceRecord, intent: PaymentIntentRecord): void {
  account.store.invoicePayments.add({
    id: makeId(account, 'inpay_'),
    created: account.now,
    invoice: invoice.id,
    payment_intent: intent.id,
    amount_requested: intent.amount,
    amount_paid: null,
    currency: invoice.currency,
    status: 'open',
    paid_at: null,
    canceled_at: null,
    attached: true,
  })
  if (intent.status === 'succeeded') paymentSucceeded(account, intent)
}

/** The invoice's own payment asks for what is still owed. */
export function adjustPayment(account: Account, invoice: InvoiceRecord): void {
  const intent = account.store.paymentIntents.get(invoice.payment_intent ?? '')
  const own = account.store.invoicePayments.withKey('invoice', invoice.id).find((one) => !one.attached)
  if (!intent || own?.status !== 'open') return
  intent.amount = invoice.amount_due - invoice.amount_paid
  own.amount_requested = intent.amount
}

/** A payment intent has succeeded by itself: the invoices that wait for it are paid. */
export function paymentSucceeded(account: Account, intent: PaymentIntentRecord): void {
  for (const payment of account.store.invoicePayments.withKey('payment_intent', intent.id)) {
    const invoice = account.store.invoices.get(payment.invoice)
    if (!invoice || payment.status !== 'open' || !isPayable(invoice)) continue
    if (!payment.attached) {
      markPaid(account, invoice)
      continue
    }
    Object.assign(payment, {
      status: 'paid',
      amount_paid: intent.amount_received,
      paid_at: account.now,
    })
    invoicePaymentEvents.emit(account, 'paid', payment)
    creditPayment(account, invoice, intent.amount_received)
  }
}

/** Whether an invoice can be paid: open ones, and those that were given up. */
export function isPayable({ status }: InvoiceRecord): boolean {
  return status === 'open' || status === 'uncollectible'
}

function close(account: Account, invoice: InvoiceRecord): void {
  invoice.status = 'paid'
  invoice.auto_advance = false
  invoice.next_payment_attempt = null
  invoice.paid_at = account.now
}

function tellPaid(account: Account, invoice: InvoiceRecord): void {
  invoiceEvents.emit(account, 'paid', invoice)
  invoiceEvents.emit(account, 'payment_succeeded', invoice)
  setDelinquent(account, customerOf(account, invoice), false)
  const subscription = account.store.subscriptions.get(invoice.subscription ?? '')
  if (subscription) revive(account, subscription, invoice)
}

/** A subscription that waited for this payment goes on, unless it owes more. */
function revive(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  const resumes = subscription.resumption === invoice.id
  const starts = subscription.status === 'incomplete' && invoice.billing_reason === 'subscription_create'
  const waits = starts || subscription.status === 'past_due' || subscription.status === 'unpaid'
  if (!waits && !resumes) return
  const owes = account.store.invoices
    .withKey('subscription', subscription.id)
    .some(({ status }) => status === 'open')
  if (owes && subscription.latest_invoice !== invoice.id) return
  const changed = subscriptionEvents.watch(account, subscription)
  subscription.status = 'active'
  saveMethod(account, subscription, invoice)
  if (resumes) {
    delete subscription.resumption
    delete subscription.paused_by
    subscription.paused_at = null
  }
  changed()
  if (resumes) subscriptionEvents.emit(account, 'resumed', subscription)
}

/** The card that paid becomes the subscription's own, where that was asked for. */
function saveMethod(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  const method = account.store.paymentIntents.get(invoice.payment_intent ?? '')?.payment_method
  if (subscription.saves_method && method) subscription.default_payment_method = method
}

/** Notes whether a customer owes money that could not be collected. */
export function setDelinquent(account: Account, customer: CustomerRecord, delinquent: boolean): void {
  if (customer.delinquent === delinquent || customer.deleted) return
  const changed = customerEvents.watch(account, customer)
  customer.delinquent = delinquent
  changed()
}
