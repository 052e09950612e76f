import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { PaymentIntentRecord, PaymentShippingRecord, PaymentTermsRecord } from '../store/records'
import { renderAddress } from './customer'
import { clientSecretOf, renderNextAction } from './next-action'
import { renderPaymentError } from './payment-error'

/** The terms of payments that invoices make by themselves. */
const INVOICE_TERMS: PaymentTermsRecord = {
  capture_method: 'automatic',
  confirmation_method: 'automatic',
  automatic_payment_methods: null,
  setup_future_usage: 'off_session',
  request_three_d_secure: 'automatic',
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  shipping: null,
  transfer_group: null,
  customer_reference: null,
  order_reference: null,
  return_url: null,
}

export function renderShipping(shipping: PaymentShippingRecord | null | undefined): JsonObject | null {
  return shipping ? { ...shipping, address: renderAddress(shipping.address) } : null
}

export function renderPaymentIntent(account: Account, intent: PaymentIntentRecord): JsonObject {
  const terms = intent.terms ?? INVOICE_TERMS
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: intent.status === 'requires_capture' ? intent.amount : 0,
    amount_details: { tip: {} },
    amount_received: intent.amount_received,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: terms.automatic_payment_methods && { ...terms.automatic_payment_methods },
    canceled_at: intent.canceled_at,
    cancellation_reason: intent.cancellation_reason,
    capture_method: terms.capture_method,
    client_secret: clientSecretOf(intent),
    confirmation_method: terms.confirmation_method,
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: intent.last_error && renderPaymentError(intent.last_error),
    latest_charge: intent.latest_charge,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: { ...intent.metadata },
    next_action: renderNextAction(account, intent, terms.return_url),
    on_behalf_of: null,
    payment_details: {
      customer_reference: terms.customer_reference,
      order_reference: terms.order_reference,
    },
    payment_method: intent.payment_method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: terms.request_three_d_secure,
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: intent.receipt_email,
    review: null,
    setup_future_usage: terms.setup_future_usage,
    shipping: renderShipping(terms.shipping),
    source: null,
    statement_descriptor: terms.statement_descriptor,
    statement_descriptor_suffix: terms.statement_descriptor_suffix,
    status: intent.status,
    transfer_data: null,
    transfer_group: terms.transfer_group,
  }
}
