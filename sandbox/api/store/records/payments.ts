import type { AddressRecord, Metadata, PaymentMethodRecord, ShippingRecord } from './customers'

export type PaymentIntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'

/** Why a payment or a setup did not come about. */
export interface PaymentErrorRecord {
  code: string
  decline_code: string | null
  message: string
  /** There is none where the card was never asked. */
  charge: string | null
  payment_method: string
  /** The card as it was. */
  card: PaymentMethodRecord
}

export interface PaymentShippingRecord extends ShippingRecord {
  carrier: string | null
  tracking_number: string | null
}

/** What a payment made through the API is told; those of invoices have none of it. */
export interface PaymentTermsRecord {
  capture_method: 'automatic' | 'automatic_async' | 'manual'
  confirmation_method: 'automatic' | 'manual'
  automatic_payment_methods: { allow_redirects: 'always' | 'never'; enabled: boolean } | null
  setup_future_usage: 'off_session' | 'on_session' | null
  request_three_d_secure: 'any' | 'automatic' | 'challenge'
  statement_descriptor: string | null
  statement_descriptor_suffix: string | null
  shipping: PaymentShippingRecord | null
  transfer_group: string | null
  customer_reference: string | null
  order_reference: string | null
  return_url: string | null
}

export interface PaymentIntentRecord {
  id: string
  created: number
  amount: number
  amount_received: number
  currency: string
  customer: string | null
  description: string | null
  status: PaymentIntentStatus
  payment_method: string | null
  latest_charge: string | null
  last_error: PaymentErrorRecord | null
  canceled_at: number | null
  cancellation_reason: string | null
  metadata: Metadata
  receipt_email: string | null
  terms?: PaymentTermsRecord
}

export interface SetupIntentRecord {
  id: string
  created: number
  customer: string | null
  description: string | null
  status: 'requires_payment_method' | 'requires_confirmation' | 'requires_action' | 'succeeded' | 'canceled'
  payment_method: string | null
  usage: 'off_session' | 'on_session'
  automatic_payment_methods: PaymentTermsRecord['automatic_payment_methods']
  request_three_d_secure: PaymentTermsRecord['request_three_d_secure']
  cancellation_reason: string | null
  last_error: PaymentErrorRecord | null
  latest_attempt: string | null
  return_url: string | null
  metadata: Metadata
}

/** Money that is authorised, and what became of it. */
export interface HoldRecord {
  capture_before: number
  captured: number
  /** Whether nothing more can be captured. */
  released: boolean
}

/** What only few charges have. */
export interface ChargeExtrasRecord {
  /** The transfer that brought the money. */
  source_transfer?: string
  hold?: HoldRecord
  /** How the cardholder was asked; absent where it was not. */
  authenticated?: 'challenge'
  risk_level?: 'elevated' | 'highest'
  /** Whether Stripe stopped the payment itself. */
  blocked?: true
  user_report?: 'fraudulent' | 'safe'
  stripe_report?: 'fraudulent'
  statement_descriptor?: string | null
  statement_descriptor_suffix?: string | null
  shipping?: PaymentShippingRecord | null
  transfer_group?: string | null
}

export interface ChargeRecord {
  id: string
  created: number
  amount: number
  amount_refunded: number
  currency: string
  customer: string | null
  description: string | null
  /** None for money that a platform transferred. */
  payment_intent: string | null
  payment_method: string | null
  status: 'succeeded' | 'failed'
  balance_transaction: string | null
  failure_code: string | null
  failure_message: string | null
  decline_code: string | null
  disputed: boolean
  billing_name: string | null
  billing_email: string | null
  billing_address: AddressRecord | null
  billing_phone?: string | null
  receipt_email: string | null
  risk_score: number
  metadata: Metadata
  extras?: ChargeExtrasRecord
}

export interface RefundRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string | null
  customer: string | null
  reason: string | null
  status: 'succeeded' | 'pending' | 'failed'
  /** None while it waits for money. */
  balance_transaction: string | null
  pending_reason?: 'insufficient_funds' | 'processing'
  failure_reason?: string
  failure_balance_transaction?: string
  instructions_email?: string
  metadata: Metadata
}

export type DisputeStatus =
  | 'needs_response'
  | 'under_review'
  | 'won'
  | 'lost'
  | 'warning_needs_response'
  | 'warning_under_review'
  | 'warning_closed'

export interface DisputeRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string | null
  reason: string
  status: DisputeStatus
  /** Whether the bank has only asked so far. */
  inquiry: boolean
  network: string
  due_by: number
  balance_transactions: string[]
  /** What the merchant answers, by the name of the field. */
  evidence: Record<string, string>
  submissions: number
  metadata: Metadata
}

/** The card's network has told that a payment is probably fraud, before anyone disputes it. */
export interface EarlyFraudWarningRecord {
  id: string
  created: number
  charge: string
  payment_intent: string | null
}

export interface FileRecord {
  id: string
  created: number
  expires_at: number | null
  filename: string
  purpose: string
  size: number
  title: string | null
  type: string
  /** The bytes, in base64. */
  content: string
}

export interface FileLinkRecord {
  id: string
  created: number
  file: string
  expires_at: number | null
  /** What its address cannot be guessed without. */
  secret: string
  metadata: Metadata
}
