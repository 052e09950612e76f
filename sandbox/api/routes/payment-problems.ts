import { describeDecline } from '../domain/cards/declines'
import { invalid, StripeProblem } from '../http/errors'
import type { JsonObject } from '../json'
import { renderPaymentError } from '../render/payment-error'
import { renderPaymentIntent } from '../render/payment-intent'
import { renderSetupIntent } from '../render/setup-intent'
import type { Account } from '../store/account'
import type { PaymentErrorRecord, PaymentIntentRecord, SetupIntentRecord } from '../store/records'

/** The error that a payment has just failed with, with the intent and the card in it. */
export function paymentProblem(account: Account, intent: PaymentIntentRecord): StripeProblem {
  const body = { payment_intent: renderPaymentIntent(account, intent) }
  if (intent.status === 'requires_action') {
    return new StripeProblem({
      status: 402,
      type: 'card_error',
      code: 'invoice_payment_intent_requires_action',
      message:
        'Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action',
      extra: body,
    })
  }
  if (!intent.last_error) {
    return invalid(
      'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
      { code: 'resource_missing' },
    )
  }
  return intentProblem(intent.last_error, body)
}

/** The error that saving a card has just failed with. */
export function setupProblem(account: Account, intent: SetupIntentRecord): StripeProblem {
  if (!intent.last_error) throw new Error('The setup has not failed')
  return intentProblem(intent.last_error, { setup_intent: renderSetupIntent(account, intent) })
}

function intentProblem(error: PaymentErrorRecord, intent: JsonObject): StripeProblem {
  const { code, message, doc_url, type, ...extra } = renderPaymentError(error)
  return new StripeProblem({
    status: 402,
    type: 'card_error',
    code: String(code),
    message: String(message),
    extra: { ...extra, ...intent },
  })
}

/** A card that is declined when it is checked. */
export function declinedCard(reason: string): StripeProblem {
  const { code, message, advice } = describeDecline(reason)
  const extra = { advice_code: advice, decline_code: reason }
  return new StripeProblem({ status: 402, type: 'card_error', code, message, param: '', extra })
}

/** An intent is not in a state for what is asked of it. */
export function unexpectedState(
  message: string,
  intent: { payment_intent: JsonObject } | { setup_intent: JsonObject },
  { code, param }: { code?: string | null; param?: string } = {},
): StripeProblem {
  const usual =
    'payment_intent' in intent ? 'payment_intent_unexpected_state' : 'setup_intent_unexpected_state'
  return new StripeProblem({
    status: 400,
    type: 'invalid_request_error',
    message,
    ...(code === null ? {} : { code: code ?? usual }),
    ...(param === undefined ? {} : { param }),
    extra: intent,
  })
}
