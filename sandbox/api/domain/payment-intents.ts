import { DAY } from '../engine/calendar'
import type { Account } from '../store/account'
import type {
  ChargeRecord,
  PaymentErrorRecord,
  PaymentIntentRecord,
  PaymentMethodRecord,
} from '../store/records'
import { traitsOf } from './cards/test-cards'
import { HOLD_DAYS, takeMoney } from './charges'
import { feelConsequences } from './disputes'
import { chargeEvents, paymentIntentEvents } from './events'
import { paymentSucceeded } from './invoice-paid'
import { attempt, errorOf, failPayment, mustAuthenticate, type Attempt, type AttemptResult } from './payments'

/** Pays a payment intent with a card, as a request or the cardholder's answer asks. */
export function confirmPayment(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  how: Attempt,
): AttemptResult {
  const customer = account.store.customers.get(intent.customer ?? '')
  const result = attempt(account, intent, method, customer, how)
  if (result === 'paid') paymentSucceeded(account, intent)
  if (result === 'held') {
    account.steps.add(account.now + HOLD_DAYS * DAY, () => {
      if (intent.status === 'requires_capture') cancelPaymentIntent(account, intent, 'automatic')
    })
  }
  return result
}

/** A merchant that cannot ask the cardholder wants an error instead; whether there was one. */
export function refuseAction(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
): boolean {
  if (!mustAuthenticate(method, false, intent.terms)) return false
  failPayment(account, intent, {
    ...errorOf('authentication_required', method, null),
    decline_code: 'authentication_not_handled',
    message:
      "This payment required an authentication action to complete, but `error_on_requires_action` was set. When you're ready, you can upgrade your integration to handle actions at https://stripe.com/docs/payments/payment-intents/upgrade-to-handle-actions.",
  })
  return true
}

/** What the API says of a cardholder who did not agree. */
export function authenticationFailure(
  kind: 'payment' | 'setup',
  method: PaymentMethodRecord,
): PaymentErrorRecord {
  const noun = kind === 'payment' ? 'PaymentIntent' : 'SetupIntent'
  return {
    code: `${kind}_intent_authentication_failure`,
    decline_code: null,
    message: `The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this ${noun} again.`,
    charge: null,
    payment_method: method.id,
    card: { ...method },
  }
}

/** The cardholder answers. */
export function answerAuthentication(account: Account, intent: PaymentIntentRecord, agrees: boolean): void {
  const method = account.store.paymentMethods.get(intent.payment_method ?? '')
  if (intent.status !== 'requires_action' || !method) return
  if (agrees) confirmPayment(account, intent, method, { offSession: false, authenticated: true })
  else failPayment(account, intent, authenticationFailure('payment', method))
}

/** Takes what was held, or a part of it; the rest is released. */
export function capturePayment(
  account: Account,
  intent: PaymentIntentRecord,
  charge: ChargeRecord,
  amount: number,
): void {
  const captured = chargeEvents.watch(account, charge, 'captured')
  charge.extras = {
    ...charge.extras,
    statement_descriptor: intent.terms?.statement_descriptor ?? null,
    statement_descriptor_suffix: intent.terms?.statement_descriptor_suffix ?? null,
    hold: {
      capture_before: charge.extras?.hold?.capture_before ?? account.now,
      captured: amount,
      released: true,
    },
  }
  takeMoney(account, charge, amount)
  intent.status = 'succeeded'
  intent.amount_received = amount
  captured()
  const method = account.store.paymentMethods.get(charge.payment_method ?? '')
  feelConsequences(account, charge, method ? traitsOf(method) : {})
  paymentIntentEvents.emit(account, 'succeeded', intent)
  paymentSucceeded(account, intent)
}

/** Nothing is paid any more; what was held is released. */
export function cancelPaymentIntent(
  account: Account,
  intent: PaymentIntentRecord,
  reason: string | null,
): void {
  const charge = account.store.charges.get(intent.latest_charge ?? '')
  if (charge?.extras?.hold)
    charge.extras = { ...charge.extras, hold: { ...charge.extras.hold, released: true } }
  if (charge && reason === 'automatic') chargeEvents.emit(account, 'expired', charge)
  Object.assign(intent, { status: 'canceled', canceled_at: account.now, cancellation_reason: reason })
  paymentIntentEvents.emit(account, 'canceled', intent)
}
