import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { ChargeRecord, PaymentIntentRecord, PaymentMethodRecord, RefundRecord } from '../store/records'
import { NO_ADDRESS, renderAddress, renderPaymentMethod } from './customer'

export function renderPaymentIntent(account: Account, intent: PaymentIntentRecord): JsonObject {
  const error = intent.last_error
  const method = error ? account.store.paymentMethods.get(error.payment_method) : undefined
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: intent.amount_received,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: intent.canceled_at,
    cancellation_reason: intent.cancellation_reason,
    capture_method: 'automatic',
    client_secret: `${intent.id}_secret_${intent.id.slice(-16)}`,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error: error
      ? {
          charge: error.charge,
          code: error.code,
          decline_code: error.decline_code,
          doc_url: `https://stripe.com/docs/error-codes/${error.code.replaceAll('_', '-')}`,
          message: error.message,
          ...(method ? { payment_method: renderPaymentMethod(method) } : {}),
          type: 'card_error',
        }
      : null,
    latest_charge: intent.latest_charge,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: { ...intent.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_details: { customer_reference: null, order_reference: null },
    payment_method: intent.payment_method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: intent.receipt_email,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_data: null,
    transfer_group: null,
  }
}

function renderOutcome(charge: ChargeRecord): JsonObject {
  const paid = charge.status === 'succeeded'
  return {
    advice_code: paid ? null : 'try_again_later',
    network_advice_code: null,
    network_decline_code: null,
    network_status: paid ? 'approved_by_network' : 'declined_by_network',
    reason: charge.decline_code,
    risk_level: charge.risk_score >= 65 ? 'elevated' : 'normal',
    risk_score: charge.risk_score,
    seller_message: paid
      ? 'Payment complete.'
      : 'The bank did not return any further details with this decline.',
    type: paid ? 'authorized' : 'issuer_declined',
  }
}

function renderCardDetails(charge: ChargeRecord, method: PaymentMethodRecord | undefined): JsonObject | null {
  if (!method) return null
  return {
    card: {
      amount_authorized: charge.status === 'succeeded' ? charge.amount : null,
      authorization_code: null,
      brand: method.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: null },
      country: method.country,
      electronic_commerce_indicator: null,
      exp_month: method.exp_month,
      exp_year: method.exp_year,
      extended_authorization: { status: 'disabled' },
      fingerprint: method.fingerprint,
      funding: method.funding,
      incremental_authorization: { status: 'unavailable' },
      installments: null,
      last4: method.last4,
      mandate: null,
      multicapture: { status: 'unavailable' },
      network: method.brand,
      network_token: { used: false },
      network_transaction_id: null,
      overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
      regulated_status: 'unregulated',
      three_d_secure: null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  }
}

export function renderCharge(account: Account, charge: ChargeRecord): JsonObject {
  const paid = charge.status === 'succeeded'
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: paid ? charge.amount : 0,
    amount_refunded: charge.amount_refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.balance_transaction,
    billing_details: {
      address: renderAddress(charge.billing_address ?? NO_ADDRESS),
      email: charge.billing_email,
      name: charge.billing_name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: 'NORTHWIND METRICS',
    captured: paid,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.disputed,
    failure_balance_transaction: null,
    failure_code: charge.failure_code,
    failure_message: charge.failure_message,
    fraud_details: {},
    livemode: false,
    metadata: { ...charge.metadata },
    on_behalf_of: null,
    outcome: renderOutcome(charge),
    paid,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    payment_method_details: renderCardDetails(
      charge,
      account.store.paymentMethods.get(charge.payment_method),
    ),
    radar_options: {},
    receipt_email: charge.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/invoices/${charge.id}?s=ap` : null,
    refunded: charge.amount_refunded === charge.amount && charge.amount > 0 && paid,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.status,
    transfer_data: null,
    transfer_group: null,
  }
}

export function renderRefund(refund: RefundRecord): JsonObject {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balance_transaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: refund.customer,
    customer_account: null,
    destination_details: {
      card: {
        reference: refund.id.slice(-11),
        reference_status: 'available',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
      type: 'card',
    },
    metadata: { ...refund.metadata },
    payment_intent: refund.payment_intent,
    payment_method: null,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  }
}
