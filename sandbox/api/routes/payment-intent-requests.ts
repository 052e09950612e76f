import { capturePayment, confirmPayment, refuseAction } from '../domain/payment-intents'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { JsonObject } from '../json'
import { renderPaymentIntent } from '../render/payment-intent'
import type { Account } from '../store/account'
import type { ChargeRecord, PaymentIntentRecord, PaymentMethodRecord } from '../store/records'
import { namedCard } from './card-params'
import {
  checkPayer,
  readDescriptor,
  readOffSession,
  readPaymentCard,
  readTerms,
} from './payment-intent-params'
import { paymentProblem, unexpectedState } from './payment-problems'

export interface Confirmation {
  offSession: boolean
  errorOnAction: boolean
}

/** How a payment shall be confirmed. */
export function readConfirmation(params: Params): Confirmation {
  return {
    offSession: readOffSession(params),
    errorOnAction: params.boolean('error_on_requires_action') ?? false,
  }
}

/** Confirms a payment and answers the intent; throws the card's error if it does not pay. */
export function pay(
  account: Account,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  { offSession, errorOnAction }: Confirmation,
): JsonObject {
  if (errorOnAction && !offSession && refuseAction(account, intent, method))
    throw paymentProblem(account, intent)
  const result = confirmPayment(account, intent, method, { offSession })
  if (result === 'declined') throw paymentProblem(account, intent)
  return renderPaymentIntent(account, intent)
}

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Prepares a confirmation. Source of what it pays with: the request, the intent, then the customer's default. */
export function prepareConfirm(
  account: Account,
  params: Params,
  intent: PaymentIntentRecord,
): () => JsonObject {
  const body = { payment_intent: renderPaymentIntent(account, intent) }
  const given = readPaymentCard(account, params)
  const terms = readTerms(params, 'confirm', intent.terms)
  const receiptEmail = params.text('receipt_email')
  const confirmation = readConfirmation(params)
  if (!CONFIRMABLE.includes(intent.status)) {
    throw unexpectedState(
      intent.status === 'succeeded'
        ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
        : `This PaymentIntent could not be confirmed because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: ${CONFIRMABLE.join(', ')}.`,
      body,
    )
  }
  const stored = intent.payment_method
  const usual = account.store.customers.get(intent.customer ?? '')?.default_payment_method ?? null
  const card =
    given ?? ((stored ?? usual) ? namedCard(account, stored ?? usual ?? '', 'payment_method') : undefined)
  if (!card) {
    throw unexpectedState(
      intent.customer === null
        ? "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken."
        : `You cannot confirm this PaymentIntent because it's missing a payment method. To confirm the PaymentIntent with ${intent.customer}, specify a payment method attached to this customer along with the customer ID.`,
      body,
    )
  }
  checkPayer(account, card, intent.customer, intent)
  return () => {
    if (intent.terms) intent.terms = terms
    if (receiptEmail !== undefined) intent.receipt_email = receiptEmail
    return pay(account, intent, card.take(), confirmation)
  }
}

/** The charge that holds an intent's money, and how much of it is to be taken. */
export function readCapture(
  account: Account,
  params: Params,
  intent: PaymentIntentRecord,
  key: 'amount' | 'amount_to_capture',
): { charge: ChargeRecord; amount: number } {
  const body = { payment_intent: renderPaymentIntent(account, intent) }
  const charge = account.store.charges.get(intent.latest_charge ?? '')
  const wanted = params.integer(key)
  if (intent.status === 'succeeded' && charge?.extras?.hold) {
    throw unexpectedState(
      'The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released.',
      body,
    )
  }
  if (intent.status !== 'requires_capture' || !charge) {
    throw unexpectedState(
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
      body,
    )
  }
  if (wanted !== undefined && wanted < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: key,
    })
  }
  if (wanted !== undefined && wanted > charge.amount) {
    throw unexpectedState(
      'The payment could not be captured because the requested capture amount is greater than the amount you can capture for this charge. Contact us via https://support.stripe.com/contact/ for help.',
      body,
      { code: 'amount_too_large' },
    )
  }
  return { charge, amount: wanted ?? charge.amount }
}

/** Prepares a capture through the intent. */
export function prepareCapture(
  account: Account,
  params: Params,
  intent: PaymentIntentRecord,
): () => JsonObject {
  const { charge, amount } = readCapture(account, params, intent, 'amount_to_capture')
  const metadata = params.metadata('metadata', intent.metadata)
  const descriptor = readDescriptor(params, 'statement_descriptor')
  const suffix = readDescriptor(params, 'statement_descriptor_suffix')
  if (params.boolean('final_capture') === false) {
    throw invalid(
      'This PaymentIntent cannot be captured more than once: multicapture is not available for it.',
      {
        param: 'final_capture',
      },
    )
  }
  return () => {
    if (metadata) intent.metadata = metadata
    if (intent.terms && descriptor !== undefined)
      intent.terms = { ...intent.terms, statement_descriptor: descriptor }
    if (intent.terms && suffix !== undefined) {
      intent.terms = { ...intent.terms, statement_descriptor_suffix: suffix }
    }
    capturePayment(account, intent, charge, amount)
    return renderPaymentIntent(account, intent)
  }
}
