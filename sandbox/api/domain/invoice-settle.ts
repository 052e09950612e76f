import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord, SubscriptionRecord } from '../store/records'
import {
  customerEvents,
  invoiceEvents,
  invoicePaymentEvents,
  paymentIntentEvents,
  subscriptionEvents,
} from './events'
import { attemptPayment, createPaymentIntent, payingMethod } from './payments'
import { endSubscription } from './subscription-end'

/** Days from one failed attempt to the next; the last failure ends the retries. */
export const RETRY_DAYS = [3, 5, 7, 7]

function subscriptionOf(account: Account, invoice: InvoiceRecord): SubscriptionRecord {
  const subscription = account.store.subscriptions.get(invoice.subscription)
  if (!subscription) throw new Error(`Subscription ${invoice.subscription} is missing`)
  return subscription
}

function customerOf(account: Account, invoice: InvoiceRecord): CustomerRecord {
  const customer = account.store.customers.get(invoice.customer)
  if (!customer) throw new Error(`Customer ${invoice.customer} is missing`)
  return customer
}

/** Finalises a draft and collects it, unless the subscription's collection is paused. */
export function finalizeAndCollect(account: Account, invoice: InvoiceRecord): boolean {
  if (invoice.status !== 'draft' || !invoice.auto_advance) return false
  const pause = subscriptionOf(account, invoice).pause_collection
  if (pause?.behavior === 'keep_as_draft') {
    const changed = invoiceEvents.watch(account, invoice)
    Object.assign(invoice, {
      auto_advance: false,
      automatically_finalizes_at: null,
      next_payment_attempt: null,
    })
    changed()
    return false
  }
  finalize(account, invoice)
  if (pause) {
    if (pause.behavior === 'void') voidInvoice(account, invoice)
    else markUncollectible(account, invoice, 'subscription_paused')
    return false
  }
  return collect(account, invoice)
}

function finalize(account: Account, invoice: InvoiceRecord): void {
  const customer = customerOf(account, invoice)
  const changed = invoiceEvents.watch(account, invoice)
  const customerChanged = customerEvents.watch(account, customer)
  invoice.number = `${customer.invoice_prefix}-${String(customer.next_invoice_sequence).padStart(4, '0')}`
  invoice.status = 'open'
  invoice.finalized_at = account.now
  invoice.automatically_finalizes_at = null
  invoice.starting_balance = customer.balance
  invoice.amount_due = Math.max(invoice.total + customer.balance, 0)
  invoice.ending_balance = Math.min(invoice.total + customer.balance, 0)
  customer.next_invoice_sequence += 1
  customer.balance = invoice.ending_balance
  if (invoice.amount_due > 0) {
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
  customerChanged()
  changed()
  invoiceEvents.emit(account, 'finalized', invoice)
}

/** Tries to collect an open invoice; says whether it is paid. */
export function collect(account: Account, invoice: InvoiceRecord): boolean {
  const subscription = subscriptionOf(account, invoice)
  const customer = customerOf(account, invoice)
  const intent = invoice.payment_intent ? account.store.paymentIntents.get(invoice.payment_intent) : undefined
  if (!intent) {
    markPaid(account, invoice, subscription, customer)
    return true
  }
  const method = payingMethod(account, subscription)
  const paid = method !== undefined && attemptPayment(account, intent, method, customer)
  if (paid) {
    markPaid(account, invoice, subscription, customer)
  } else {
    const changed = invoiceEvents.watch(account, invoice)
    invoice.attempted = true
    invoice.attempt_count += 1
    const wait =
      invoice.billing_reason === 'subscription_create' ? undefined : RETRY_DAYS[invoice.attempt_count - 1]
    invoice.next_payment_attempt = wait === undefined ? null : account.now + wait * DAY
    changed()
    failed(account, invoice, subscription, customer)
  }
  return paid
}

function markPaid(
  account: Account,
  invoice: InvoiceRecord,
  subscription: SubscriptionRecord,
  customer: CustomerRecord,
): void {
  const changed = invoiceEvents.watch(account, invoice)
  invoice.status = 'paid'
  invoice.amount_paid = invoice.amount_due
  invoice.attempted = true
  if (invoice.payment_intent !== null) invoice.attempt_count += 1
  invoice.auto_advance = false
  invoice.next_payment_attempt = null
  invoice.paid_at = account.now
  const payment = account.store.invoicePayments.lastWithKey('invoice', invoice.id)
  if (payment) {
    payment.status = 'paid'
    payment.amount_paid = payment.amount_requested
    payment.paid_at = account.now
    invoicePaymentEvents.emit(account, 'paid', payment)
  }
  changed()
  invoiceEvents.emit(account, 'paid', invoice)
  invoiceEvents.emit(account, 'payment_succeeded', invoice)
  setDelinquent(account, customer, false)
  if (subscription.status === 'past_due' || subscription.status === 'unpaid') {
    const subscriptionChanged = subscriptionEvents.watch(account, subscription)
    subscription.status = 'active'
    subscriptionChanged()
  }
}

function failed(
  account: Account,
  invoice: InvoiceRecord,
  subscription: SubscriptionRecord,
  customer: CustomerRecord,
): void {
  invoiceEvents.emit(account, 'payment_failed', invoice)
  // The first invoice decides about the new subscription's status; whoever creates it does so.
  if (invoice.billing_reason === 'subscription_create') return
  setDelinquent(account, customer, true)
  if (invoice.next_payment_attempt !== null) {
    if (subscription.status === 'active') {
      const changed = subscriptionEvents.watch(account, subscription)
      subscription.status = 'past_due'
      changed()
    }
    account.steps.add(invoice.next_payment_attempt, () => {
      if (invoice.status === 'open' && invoice.next_payment_attempt === account.now) collect(account, invoice)
    })
    return
  }
  giveUp(account, invoice, subscription)
}

function giveUp(account: Account, invoice: InvoiceRecord, subscription: SubscriptionRecord): void {
  if (subscription.dunning_end === 'cancel') {
    endSubscription(account, subscription, { reason: 'payment_failed' })
    markUncollectible(account, invoice, 'max_payment_attempts')
  } else if (subscription.dunning_end === 'unpaid') {
    const changed = subscriptionEvents.watch(account, subscription)
    subscription.status = 'unpaid'
    changed()
    const invoiceChanged = invoiceEvents.watch(account, invoice)
    invoice.auto_advance = false
    invoiceChanged()
  }
}

function setDelinquent(account: Account, customer: CustomerRecord, delinquent: boolean): void {
  if (customer.delinquent === delinquent || customer.deleted) return
  const changed = customerEvents.watch(account, customer)
  customer.delinquent = delinquent
  changed()
}

/** Voids an open invoice: nothing is owed any more. */
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
  const intent = invoice.payment_intent ? account.store.paymentIntents.get(invoice.payment_intent) : undefined
  const payment = account.store.invoicePayments.lastWithKey('invoice', invoice.id)
  if (!intent || !payment) return
  Object.assign(payment, { status: 'canceled', canceled_at: account.now })
  Object.assign(intent, { status: 'canceled', canceled_at: account.now, cancellation_reason: 'void_invoice' })
  paymentIntentEvents.emit(account, 'canceled', intent)
}

/** Gives an open invoice up. */
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
