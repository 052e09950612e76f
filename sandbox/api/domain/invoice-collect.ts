import { DAY } from '../engine/calendar'
import type { Account } from '../store/account'
import type { InvoiceRecord, PaymentMethodRecord, SubscriptionRecord } from '../store/records'
import { invoiceEvents, subscriptionEvents } from './events'
import { customerOf } from './invoice-build'
import { markUncollectible, voidInvoice } from './invoice-close'
import { finalize } from './invoice-finalize'
import { markPaid, setDelinquent } from './invoice-paid'
import { sendInvoice } from './invoice-send'
import { attemptPayment } from './payments'
import { endSubscription } from './subscription-end'

/** Declines after which a card is not asked again. Source: docs.stripe.com/billing/revenue-recovery/smart-retries. */
const HARD_DECLINES = new Set([
  'incorrect_number',
  'lost_card',
  'pickup_card',
  'stolen_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'authentication_required',
  'highest_risk_level',
  'transaction_not_allowed',
])

/** The subscription that an invoice bills, if any. */
export function subscriptionOf(
  account: Account,
  { subscription }: InvoiceRecord,
): SubscriptionRecord | undefined {
  return subscription === null ? undefined : account.store.subscriptions.get(subscription)
}

/** The card that pays an invoice: its own, the subscription's, or the customer's default. */
export function methodFor(account: Account, invoice: InvoiceRecord): PaymentMethodRecord | undefined {
  const id =
    invoice.default_payment_method ??
    subscriptionOf(account, invoice)?.default_payment_method ??
    customerOf(account, invoice).default_payment_method
  return id === null ? undefined : account.store.paymentMethods.get(id)
}

/** Finalises a draft and collects it, unless the subscription's collection is paused; says whether nothing is owed. */
export function finalizeAndCollect(account: Account, invoice: InvoiceRecord): boolean {
  if (account.rehearsal) return true
  if (invoice.status !== 'draft' || !invoice.auto_advance) return false
  const pause = subscriptionOf(account, invoice)?.pause_collection
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
  return advance(account, invoice)
}

/** What happens by itself to an invoice that has been finalised: it is charged or sent; says whether nothing is owed. */
export function advance(account: Account, invoice: InvoiceRecord): boolean {
  if (invoice.amount_due === 0 || invoice.collection_method === 'charge_automatically') {
    return collect(account, invoice)
  }
  sendInvoice(account, invoice)
  return true
}

/** Tries to collect an open invoice; says whether it is paid. */
export function collect(
  account: Account,
  invoice: InvoiceRecord,
  method: PaymentMethodRecord | undefined = methodFor(account, invoice),
): boolean {
  const intent = invoice.payment_intent ? account.store.paymentIntents.get(invoice.payment_intent) : undefined
  const counts = invoice.attempt_count === 0
  if (!intent || invoice.amount_due === invoice.amount_paid) {
    markPaid(account, invoice)
    return true
  }
  if (method && attemptPayment(account, intent, method, customerOf(account, invoice))) {
    markPaid(account, invoice, counts)
    return true
  }
  noteFailure(account, invoice, counts)
  const status: string = intent.status
  if (status === 'requires_action') invoiceEvents.emit(account, 'payment_action_required', invoice)
  return false
}

/** A retry of the schedule. A card that was declined for good is not asked again, but the schedule goes on. */
function retry(account: Account, invoice: InvoiceRecord): void {
  const method = methodFor(account, invoice)
  const intent = account.store.paymentIntents.get(invoice.payment_intent ?? '')
  const error = intent?.last_error
  const hopeless =
    error && error.payment_method === method?.id && HARD_DECLINES.has(error.decline_code ?? error.code)
  if (
    intent &&
    method &&
    !hopeless &&
    attemptPayment(account, intent, method, customerOf(account, invoice))
  ) {
    markPaid(account, invoice)
  } else {
    noteFailure(account, invoice, true)
  }
}

/** Notes a failed attempt. Only the first attempt and those of the schedule count. */
function noteFailure(account: Account, invoice: InvoiceRecord, counts: boolean): void {
  const changed = invoiceEvents.watch(account, invoice)
  invoice.attempted = true
  const first = invoice.billing_reason === 'subscription_create'
  if (counts) {
    invoice.attempt_count += 1
    const wait = first || !invoice.auto_advance ? undefined : account.retries.days[invoice.attempt_count - 1]
    invoice.next_payment_attempt = wait === undefined ? null : account.now + wait * DAY
  }
  changed()
  invoiceEvents.emit(account, 'payment_failed', invoice)
  // The first invoice decides about the new subscription's status; whoever creates it does so.
  if (first || !counts || invoice.status !== 'open') return
  const resuming = subscriptionOf(account, invoice)
  if (resuming?.resumption === invoice.id) return failResumption(account, resuming, invoice)
  setDelinquent(account, customerOf(account, invoice), true)
  const subscription = subscriptionOf(account, invoice)
  const next = invoice.next_payment_attempt
  if (next === null) {
    if (subscription) giveUp(account, invoice, subscription)
    return
  }
  if (subscription?.status === 'active') setStatus(account, subscription, 'past_due')
  account.steps.add(next, () => {
    if (invoice.status === 'open' && invoice.next_payment_attempt === account.now) retry(account, invoice)
  })
}

/** A resumption whose payment is tried by somebody is past due when that fails; one that waits for success stays. */
function failResumption(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  const next = invoice.next_payment_attempt
  if (next !== null) {
    account.steps.add(next, () => {
      if (invoice.status === 'open' && invoice.next_payment_attempt === account.now) retry(account, invoice)
    })
  } else if (!invoice.auto_advance) {
    const changed = subscriptionEvents.watch(account, subscription)
    Object.assign(subscription, { status: 'past_due', paused_at: null })
    delete subscription.paused_by
    delete subscription.resumption
    changed()
    subscriptionEvents.emit(account, 'resumed', subscription)
  }
}

function setStatus(
  account: Account,
  subscription: SubscriptionRecord,
  status: SubscriptionRecord['status'],
): void {
  const changed = subscriptionEvents.watch(account, subscription)
  subscription.status = status
  changed()
}

function canPause({ billing_mode, collection_method, schedule }: SubscriptionRecord): boolean {
  return billing_mode !== 'classic' && collection_method === 'charge_automatically' && schedule === undefined
}

/**
 * The schedule is over. Source: docs.stripe.com/billing/revenue-recovery/smart-retries/pause-on-payment-failure.
 */
function giveUp(account: Account, invoice: InvoiceRecord, subscription: SubscriptionRecord): void {
  const wanted = subscription.dunning_end ?? account.retries.end
  // Only flexible subscriptions that are charged can pause; others are canceled instead.
  const end = wanted === 'pause' && !canPause(subscription) ? 'cancel' : wanted
  if (end === 'cancel') {
    endSubscription(account, subscription, { reason: 'payment_failed' })
    markUncollectible(account, invoice, 'max_payment_attempts')
    return
  }
  if (end === 'past_due') {
    if (subscription.status === 'active') setStatus(account, subscription, 'past_due')
    return
  }
  if (end === 'unpaid') setStatus(account, subscription, 'unpaid')
  else {
    const changed = subscriptionEvents.watch(account, subscription)
    Object.assign(subscription, {
      status: 'paused',
      paused_at: account.now,
      paused_by: 'final_payment_failure',
    })
    subscription.renewal += 1
    changed()
    subscriptionEvents.emit(account, 'paused', subscription)
  }
  const changed = invoiceEvents.watch(account, invoice)
  invoice.auto_advance = false
  changed()
}
