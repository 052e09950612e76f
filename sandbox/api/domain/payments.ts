import { makeId, type Account } from '../store/account'
import type {
  CustomerRecord,
  InvoiceRecord,
  PaymentErrorRecord,
  PaymentIntentRecord,
  PaymentMethodRecord,
  PaymentTermsRecord,
  SubscriptionRecord,
} from '../store/records'
import { describeDecline } from './cards/declines'
import { traitsOf } from './cards/test-cards'
import { chargeCard, declineCharge, takeMoney } from './charges'
import { feelConsequences } from './disputes'
import { chargeEvents, paymentIntentEvents } from './events'
import { attach, hasExpired, isPastExpiry } from './payment-methods'

/** The card that pays for a subscription: its own, or the customer's default. */
export function payingMethod(
  account: Account,
  subscription: SubscriptionRecord,
): PaymentMethodRecord | undefined {
  const own = subscription.default_payment_method
  const id = own ?? account.store.customers.get(subscription.customer)?.default_payment_method ?? null
  return id === null ? undefined : account.store.paymentMethods.get(id)
}

export type NewPaymentIntent = Pick<PaymentIntentRecord, 'amount' | 'currency'> &
  Partial<
    Pick<
      PaymentIntentRecord,
      'customer' | 'description' | 'metadata' | 'payment_method' | 'receipt_email' | 'terms'
    >
  >

/** A payment intent that nothing has been tried with yet. */
export function newPaymentIntent(account: Account, fields: NewPaymentIntent): PaymentIntentRecord {
  const intent = account.store.paymentIntents.add({
    id: makeId(account, 'pi_'),
    created: account.now,
    amount_received: 0,
    customer: null,
    description: null,
    status: fields.payment_method ? 'requires_confirmation' : 'requires_payment_method',
    payment_method: null,
    latest_charge: null,
    last_error: null,
    canceled_at: null,
    cancellation_reason: null,
    metadata: {},
    receipt_email: null,
    ...fields,
  })
  paymentIntentEvents.emit(account, 'created', intent)
  return intent
}

/** The payment intent that is to collect an invoice. */
export function createPaymentIntent(account: Account, invoice: InvoiceRecord): PaymentIntentRecord {
  const first = invoice.billing_reason === 'subscription_create'
  return newPaymentIntent(account, {
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: invoice.customer,
    description: first ? 'Subscription creation' : 'Subscription update',
  })
}

export interface Attempt {
  /** Whether the cardholder is away. */
  offSession: boolean
  /** Whether the cardholder has just been asked, and agreed. */
  authenticated?: boolean
}

/** How a payment attempt ended; the intent tells why. */
export type AttemptResult = 'action' | 'declined' | 'held' | 'paid'

/**
 * Tries to take the money of an invoice's payment intent from a card; says whether it came. If the cardholder has to be
 * asked first, the intent then requires action. What a request causes happens in the cardholder's presence.
 */
export function attemptPayment(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  customer: CustomerRecord,
): boolean {
  return attempt(account, intent, method, customer, { offSession: account.cause === null }) === 'paid'
}

/** Tries to take or to hold the money of a payment intent. */
export function attempt(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  customer: CustomerRecord | undefined,
  { offSession, authenticated = false }: Attempt,
): AttemptResult {
  if (!authenticated && mustAuthenticate(method, offSession, intent.terms)) {
    if (offSession) {
      failPayment(account, intent, errorOf('authentication_required', method, null))
      return 'declined'
    }
    intent.status = 'requires_action'
    intent.payment_method = method.id
    intent.last_error = null
    paymentIntentEvents.emit(account, 'requires_action', intent)
    return 'action'
  }
  const traits = traitsOf(method)
  const reason = declineOf(account, method)
  const charge = chargeCard(account, intent, method, customer)
  if (authenticated) charge.extras = { ...charge.extras, authenticated: 'challenge' }
  intent.latest_charge = charge.id
  if (customer === undefined) method.extras = { ...method.extras, spent: true }
  if (reason !== null || traits.blocked) {
    declineCharge(charge, traits, reason ?? 'fraudulent')
    failPayment(account, intent, errorOf(reason ?? 'fraudulent', method, charge.id))
    return 'declined'
  }
  intent.payment_method = method.id
  intent.last_error = null
  if (intent.terms ? intent.terms.setup_future_usage !== null : authenticated)
    saveCard(account, method, customer)
  if (intent.terms?.capture_method === 'manual') {
    intent.status = 'requires_capture'
    chargeEvents.emit(account, 'succeeded', charge)
    paymentIntentEvents.emit(account, 'amount_capturable_updated', intent)
    return 'held'
  }
  takeMoney(account, charge, charge.amount)
  intent.status = 'succeeded'
  intent.amount_received = charge.amount
  chargeEvents.emit(account, 'succeeded', charge)
  feelConsequences(account, charge, traits)
  paymentIntentEvents.emit(account, 'succeeded', intent)
  return 'paid'
}

/** Whether the cardholder has to be asked. Source: docs.stripe.com/testing#regulatory-cards. */
export function mustAuthenticate(
  method: PaymentMethodRecord,
  offSession: boolean,
  terms?: Pick<PaymentTermsRecord, 'request_three_d_secure'>,
): boolean {
  switch (traitsOf(method).authentication) {
    case 'always':
      return true
    case 'unless_set_up':
      return !offSession || !method.extras?.set_up
    case 'set_up':
      return !offSession
    case 'on_request':
      return !offSession && terms !== undefined && terms.request_three_d_secure !== 'automatic'
    default:
      return false
  }
}

/** How a card is declined just now; null if it pays. */
export function declineOf(account: Account, method: PaymentMethodRecord): string | null {
  if (method.decline !== null && method.declines_left > 0) {
    method.declines_left -= 1
    return method.decline
  }
  return hasExpired(account, method) ? 'expired_card' : (traitsOf(method).decline ?? null)
}

/** Whether a card would not pay at once if it were asked now in its owner's presence. */
export function wouldFail(account: Account, method: PaymentMethodRecord): boolean {
  const { blocked, decline } = traitsOf(method)
  return (
    (method.decline !== null && method.declines_left > 0) ||
    decline !== undefined ||
    blocked === true ||
    (method.extras?.typed === true && isPastExpiry(account, method)) ||
    mustAuthenticate(method, false)
  )
}

/** What the API says of a decline. */
export function errorOf(
  reason: string,
  method: PaymentMethodRecord,
  charge: string | null,
): PaymentErrorRecord {
  const { code, message } = describeDecline(reason)
  return { code, decline_code: reason, message, charge, payment_method: method.id, card: { ...method } }
}

/** A payment has failed: the intent wants another card. */
export function failPayment(account: Account, intent: PaymentIntentRecord, error: PaymentErrorRecord): void {
  const charge = account.store.charges.get(error.charge ?? '')
  intent.status = 'requires_payment_method'
  intent.payment_method = null
  intent.last_error = error
  if (charge) chargeEvents.emit(account, 'failed', charge)
  paymentIntentEvents.emit(account, 'payment_failed', intent)
}

/** A card that is to be used again is agreed on, and becomes the customer's. */
export function saveCard(
  account: Account,
  method: PaymentMethodRecord,
  customer: CustomerRecord | undefined,
): void {
  method.extras = { ...method.extras, set_up: true }
  if (customer && method.customer === null) attach(account, method, customer)
}
