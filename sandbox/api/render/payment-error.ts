import { describeDecline } from '../domain/cards/declines'
import type { JsonObject } from '../json'
import type { PaymentErrorRecord } from '../store/records'
import { renderPaymentMethod } from './payment-method'

/** Why a payment or a setup failed, as the intent keeps it. */
export function renderPaymentError(error: PaymentErrorRecord): JsonObject {
  const { advice, network_code } = describeDecline(error.decline_code ?? '')
  const declined = error.decline_code !== null
  return {
    ...(declined ? { advice_code: advice } : {}),
    ...(error.charge === null ? {} : { charge: error.charge }),
    code: error.code,
    ...(declined ? { decline_code: error.decline_code } : {}),
    doc_url: `https://stripe.com/docs/error-codes/${error.code.replaceAll('_', '-')}`,
    message: error.message,
    ...(error.charge !== null && network_code !== null ? { network_decline_code: network_code } : {}),
    payment_method: renderPaymentMethod(error.card),
    payment_method_type: 'card',
    type: declined ? 'card_error' : 'invalid_request_error',
  }
}
