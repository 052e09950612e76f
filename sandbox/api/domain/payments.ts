import { makeId, type Account } from '../store/account'
import type {
  ChargeRecord,
  CustomerRecord,
  InvoiceRecord,
  PaymentIntentRecord,
  PaymentMethodRecord,
  SubscriptionRecord,
} from '../store/records'
import { chargeEvents, paymentIntentEvents } from './events'
import { cardFee, post } from './ledger'

const DECLINE_MESSAGES: Record<string, string> = {
  insufficient_funds: 'Your card has insufficient funds.',
  expired_card: 'Your card has expired.',
  lost_card: 'Your card was declined.',
  do_not_honor: 'Your card was declined.',
  generic_decline: 'Your card was declined.',
}

/** The card that pays for a subscription: its own, or the customer's default. */
export function payingMethod(
  account: Account,
  subscription: SubscriptionRecord,
): PaymentMethodRecord | undefined {
  const own = subscription.default_payment_method
  const id = own ?? account.store.customers.get(subscription.customer)?.default_payment_method ?? null
  return id === null ? undefined : account.store.paymentMethods.get(id)
}

/** The payment intent that is to collect an invoice. */
export function createPaymentIntent(account: Account, invoice: InvoiceRecord): PaymentIntentRecord {
  const first = invoice.billing_reason === 'subscription_create'
  const intent = account.store.paymentIntents.add({
    id: makeId(account, 'pi_'),
    created: account.now,
    amount: invoice.amount_due,
    amount_received: 0,
    currency: invoice.currency,
    customer: invoice.customer,
    description: first ? 'Subscription creation' : 'Subscription update',
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: null,
    last_error: null,
    canceled_at: null,
    cancellation_reason: null,
    metadata: {},
    receipt_email: null,
  })
  paymentIntentEvents.emit(account, 'created', intent)
  return intent
}

/** Tries to take the money of a payment intent from a card; says whether it came. */
export function attemptPayment(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  customer: CustomerRecord,
): boolean {
  const declined = method.decline !== null && method.declines_left > 0
  const charge = account.store.charges.add(newCharge(account, intent, method, customer))
  intent.latest_charge = charge.id
  if (declined) {
    method.declines_left -= 1
    decline(account, intent, method, charge)
    return false
  }
  charge.balance_transaction = post(account, {
    amount: charge.amount,
    currency: charge.currency,
    type: 'charge',
    category: 'charge',
    source: charge.id,
    description: charge.description,
    feeOf: cardFee,
    settlesAfterDays: 2,
  }).id
  intent.status = 'succeeded'
  intent.amount_received = charge.amount
  intent.payment_method = method.id
  intent.last_error = null
  chargeEvents.emit(account, 'succeeded', charge)
  paymentIntentEvents.emit(account, 'succeeded', intent)
  return true
}

function newCharge(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  customer: CustomerRecord,
): ChargeRecord {
  return {
    id: makeId(account, 'ch_'),
    created: account.now,
    amount: intent.amount,
    amount_refunded: 0,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    payment_intent: intent.id,
    payment_method: method.id,
    status: 'succeeded',
    balance_transaction: null,
    failure_code: null,
    failure_message: null,
    decline_code: null,
    disputed: false,
    billing_name: customer.name,
    billing_email: customer.email,
    billing_address: customer.address,
    receipt_email: null,
    risk_score: account.random.integer(2, 48),
    metadata: {},
  }
}

function decline(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  charge: ChargeRecord,
): void {
  const reason = method.decline ?? 'generic_decline'
  const code = reason === 'expired_card' ? 'expired_card' : 'card_declined'
  const message = DECLINE_MESSAGES[reason] ?? 'Your card was declined.'
  charge.status = 'failed'
  charge.failure_code = code
  charge.failure_message = message
  charge.decline_code = reason
  intent.status = 'requires_payment_method'
  intent.last_error = { code, decline_code: reason, message, charge: charge.id, payment_method: method.id }
  chargeEvents.emit(account, 'failed', charge)
  paymentIntentEvents.emit(account, 'payment_failed', intent)
}
