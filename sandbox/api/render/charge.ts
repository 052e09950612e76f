import { describeDecline } from '../domain/cards/declines'
import { capturedOf } from '../domain/charges'
import { expiryAt } from '../domain/cards/expiry'
import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { ChargeRecord, PaymentMethodRecord } from '../store/records'
import { NO_ADDRESS, renderAddress } from './customer'
import { renderShipping } from './payment-intent'
import { renderChecks } from './payment-method'

function renderOutcome(charge: ChargeRecord): JsonObject {
  const { risk_level = 'normal', blocked } = charge.extras ?? {}
  const paid = charge.status === 'succeeded'
  const { advice, network_code } = describeDecline(charge.decline_code ?? '')
  return {
    advice_code: paid || blocked ? null : advice,
    network_advice_code: null,
    network_decline_code: paid || blocked ? null : network_code,
    network_status: paid ? 'approved_by_network' : blocked ? 'not_sent_to_network' : 'declined_by_network',
    reason: blocked
      ? 'highest_risk_level'
      : paid && risk_level === 'elevated'
        ? 'elevated_risk_level'
        : charge.decline_code,
    risk_level,
    risk_score: charge.risk_score,
    ...(blocked ? { rule: 'block_if_high_risk' } : {}),
    seller_message: paid
      ? 'Payment complete.'
      : blocked
        ? 'Stripe blocked this payment as too risky.'
        : 'The bank did not return any further details with this decline.',
    type: paid ? 'authorized' : blocked ? 'blocked' : 'issuer_declined',
  }
}

const CHALLENGED = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
}

function renderCardDetails(charge: ChargeRecord, method: PaymentMethodRecord | undefined): JsonObject | null {
  if (!method) return null
  const hold = charge.extras?.hold
  return {
    card: {
      amount_authorized: charge.status === 'succeeded' ? charge.amount : null,
      authorization_code: null,
      brand: method.brand,
      ...(hold ? { capture_before: hold.capture_before } : {}),
      checks: renderChecks(method, null),
      country: method.country,
      electronic_commerce_indicator: charge.extras?.authenticated ? '05' : null,
      ...cardExpiry(method, charge),
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
      three_d_secure: charge.extras?.authenticated ? { ...CHALLENGED } : null,
      transaction_link_id: null,
      wallet: null,
    },
    type: 'card',
  }
}

function cardExpiry(method: PaymentMethodRecord, { created }: ChargeRecord): JsonObject {
  const { exp_month, exp_year } = expiryAt(method, created)
  return { exp_month, exp_year }
}

export function renderCharge(account: Account, charge: ChargeRecord): JsonObject {
  const paid = charge.status === 'succeeded'
  const captured = capturedOf(charge)
  const { extras = {} } = charge
  const method = account.store.paymentMethods.get(charge.payment_method ?? '')
  const descriptor = extras.statement_descriptor ?? account.profile.statement_descriptor
  const suffix = extras.statement_descriptor_suffix
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: captured,
    amount_refunded: charge.amount_refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.balance_transaction,
    billing_details: {
      address: renderAddress(charge.billing_address ?? NO_ADDRESS),
      email: charge.billing_email,
      name: charge.billing_name,
      phone: charge.billing_phone ?? null,
      tax_id: null,
    },
    calculated_statement_descriptor: suffix ? `${descriptor ?? ''}* ${suffix}`.slice(0, 22) : descriptor,
    captured: captured > 0,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.disputed,
    failure_balance_transaction: null,
    failure_code: charge.failure_code,
    failure_message: charge.failure_message,
    fraud_details: {
      ...(extras.stripe_report ? { stripe_report: extras.stripe_report } : {}),
      ...(extras.user_report ? { user_report: extras.user_report } : {}),
    },
    livemode: false,
    metadata: { ...charge.metadata },
    on_behalf_of: null,
    outcome: renderOutcome(charge),
    paid,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    payment_method_details: renderCardDetails(charge, method),
    radar_options: {},
    receipt_email: charge.receipt_email,
    receipt_number: null,
    receipt_url: paid ? `https://pay.stripe.com/receipts/invoices/${charge.id}?s=ap` : null,
    refunded: captured > 0 && charge.amount_refunded === captured,
    review: null,
    shipping: renderShipping(extras.shipping),
    source: null,
    source_transfer: extras.source_transfer ?? null,
    statement_descriptor: extras.statement_descriptor ?? null,
    statement_descriptor_suffix: suffix ?? null,
    status: charge.status,
    transfer_data: null,
    transfer_group: extras.transfer_group ?? null,
  }
}
