import type { Interval } from '../engine/calendar'

export type Metadata = Record<string, string>

export interface AddressRecord {
  city: string | null
  country: string | null
  line1: string | null
  line2: string | null
  postal_code: string | null
  state: string | null
}

export interface ShippingRecord {
  address: AddressRecord
  name: string
  phone: string | null
}

export interface CustomerRecord {
  id: string
  created: number
  name: string | null
  email: string | null
  phone: string | null
  description: string | null
  address: AddressRecord | null
  shipping: ShippingRecord | null
  currency: string | null
  balance: number
  delinquent: boolean
  metadata: Metadata
  invoice_prefix: string
  next_invoice_sequence: number
  default_payment_method: string | null
  preferred_locales: string[]
  tax_exempt: string
  deleted: boolean
}

export interface PaymentMethodRecord {
  id: string
  created: number
  customer: string | null
  brand: string
  last4: string
  exp_month: number
  exp_year: number
  country: string
  funding: string
  fingerprint: string
  metadata: Metadata
  /** How the card is declined while it is; null: it pays. */
  decline: string | null
  /** How many more attempts are declined. */
  declines_left: number
}

export interface ProductRecord {
  id: string
  created: number
  updated: number
  active: boolean
  name: string
  description: string | null
  metadata: Metadata
  images: string[]
  marketing_features: string[]
  default_price: string | null
  shippable: boolean | null
  statement_descriptor: string | null
  tax_code: string | null
  unit_label: string | null
  url: string | null
}

export interface TierRecord {
  up_to: number | null
  unit_amount_decimal: string | null
  flat_amount_decimal: string | null
}

export interface PriceRecord {
  id: string
  created: number
  active: boolean
  product: string
  currency: string
  nickname: string | null
  lookup_key: string | null
  metadata: Metadata
  unit_amount_decimal: string | null
  billing_scheme: 'per_unit' | 'tiered'
  tiers_mode: 'graduated' | 'volume' | null
  tiers: TierRecord[]
  transform_quantity: { divide_by: number; round: 'up' | 'down' } | null
  tax_behavior: string
  recurring: {
    interval: Interval
    interval_count: number
    usage_type: 'licensed' | 'metered'
    meter: string | null
    trial_period_days: number | null
  } | null
}

export interface CouponRecord {
  id: string
  created: number
  name: string | null
  percent_off: number | null
  amount_off: number | null
  currency: string | null
  duration: 'once' | 'repeating' | 'forever'
  duration_in_months: number | null
  max_redemptions: number | null
  redeem_by: number | null
  times_redeemed: number
  metadata: Metadata
  applies_to: string[]
}

export interface PromotionCodeRecord {
  id: string
  created: number
  code: string
  coupon: string
  active: boolean
  customer: string | null
  expires_at: number | null
  max_redemptions: number | null
  times_redeemed: number
  metadata: Metadata
  first_time_transaction: boolean
  minimum_amount: number | null
  minimum_amount_currency: string | null
}

export interface DiscountRecord {
  id: string
  created: number
  coupon: CouponRecord
  promotion_code: string | null
  customer: string
  subscription: string
  subscription_item: string | null
  start: number
  end: number | null
}

export interface SubscriptionItemRecord {
  id: string
  created: number
  price: string
  quantity: number
  metadata: Metadata
  current_period_start: number
  current_period_end: number
  /** What the running period costs after discounts, as if it had applied to all of it; prorations start from it. */
  billed: { amount: number; invoice: string; lines: string[] } | null
  /** Average units a month that a metered item uses in the sample. */
  usage: number
}

export interface PendingItemRecord {
  id: string
  line: LineRecord
}

export type SubscriptionStatus =
  'incomplete' | 'incomplete_expired' | 'trialing' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'canceled'

export interface SubscriptionRecord {
  id: string
  created: number
  customer: string
  currency: string
  status: SubscriptionStatus
  start_date: number
  billing_cycle_anchor: number
  cancel_at: number | null
  cancel_at_period_end: boolean
  canceled_at: number | null
  ended_at: number | null
  cancellation: { comment: string | null; feedback: string | null; reason: string | null }
  collection_method: 'charge_automatically' | 'send_invoice'
  days_until_due: number | null
  default_payment_method: string | null
  description: string | null
  discounts: string[]
  items: SubscriptionItemRecord[]
  latest_invoice: string | null
  metadata: Metadata
  pause_collection: { behavior: string; resumes_at: number | null } | null
  paused_at: number | null
  trial_start: number | null
  trial_end: number | null
  missing_payment_method: 'cancel' | 'create_invoice' | 'pause'
  pending: PendingItemRecord[]
  /** What happens after the last retry. Stripe has it as a setting of the account that the API does not show. */
  dunning_end: 'cancel' | 'unpaid' | 'past_due'
  /** Raised whenever the next renewal moves, so that steps for the old instant do nothing. */
  renewal: number
}

export interface LineRecord {
  id: string
  amount: number
  description: string
  discountable: boolean
  discount_amounts: { amount: number; discount: string }[]
  metadata: Metadata
  subscription_item: string
  invoice_item: string | null
  proration: boolean
  credited: { invoice: string; lines: string[] } | null
  period_start: number
  period_end: number
  price: string
  product: string
  unit_amount_decimal: string | null
  quantity: number
}

export interface InvoiceRecord {
  id: string
  created: number
  customer: string
  subscription: string
  subscription_metadata: Metadata
  billing_reason: 'subscription_create' | 'subscription_cycle' | 'subscription_update'
  collection_method: 'charge_automatically' | 'send_invoice'
  currency: string
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'
  auto_advance: boolean
  amount_due: number
  amount_paid: number
  attempt_count: number
  attempted: boolean
  next_payment_attempt: number | null
  automatically_finalizes_at: number | null
  due_date: number | null
  customer_name: string | null
  customer_email: string | null
  customer_address: AddressRecord | null
  discounts: string[]
  lines: LineRecord[]
  metadata: Metadata
  description: string | null
  number: string | null
  starting_balance: number
  ending_balance: number | null
  subtotal: number
  total: number
  total_discounts: { amount: number; discount: string }[]
  period_start: number
  period_end: number
  finalized_at: number | null
  paid_at: number | null
  voided_at: number | null
  marked_uncollectible_at: number | null
  uncollectible_reason: string | null
  payment_intent: string | null
}

export interface InvoicePaymentRecord {
  id: string
  created: number
  invoice: string
  payment_intent: string
  amount_requested: number
  amount_paid: number | null
  currency: string
  status: 'open' | 'paid' | 'canceled'
  paid_at: number | null
  canceled_at: number | null
}

export interface PaymentIntentRecord {
  id: string
  created: number
  amount: number
  amount_received: number
  currency: string
  customer: string
  description: string
  status: 'requires_payment_method' | 'requires_confirmation' | 'succeeded' | 'canceled'
  payment_method: string | null
  latest_charge: string | null
  last_error: {
    code: string
    decline_code: string
    message: string
    charge: string
    payment_method: string
  } | null
  canceled_at: number | null
  cancellation_reason: string | null
  metadata: Metadata
  receipt_email: string | null
}

export interface ChargeRecord {
  id: string
  created: number
  amount: number
  amount_refunded: number
  currency: string
  customer: string
  description: string
  payment_intent: string
  payment_method: string
  status: 'succeeded' | 'failed'
  balance_transaction: string | null
  failure_code: string | null
  failure_message: string | null
  decline_code: string | null
  disputed: boolean
  billing_name: string | null
  billing_email: string | null
  billing_address: AddressRecord | null
  receipt_email: string | null
  risk_score: number
  metadata: Metadata
}

export interface RefundRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string
  customer: string
  reason: string | null
  status: 'succeeded'
  balance_transaction: string
  metadata: Metadata
}

export interface DisputeRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string
  reason: string
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
  due_by: number
  balance_transactions: string[]
  customer_name: string | null
  customer_email: string | null
  metadata: Metadata
}

export interface BalanceTransactionRecord {
  id: string
  created: number
  amount: number
  fee: number
  net: number
  currency: string
  exchange_rate: number | null
  available_on: number
  description: string | null
  source: string
  type: 'charge' | 'refund' | 'adjustment' | 'payout'
  reporting_category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout'
  payout: string | null
}

export interface PayoutRecord {
  id: string
  created: number
  amount: number
  currency: string
  arrival_date: number
  status: 'pending' | 'in_transit' | 'paid'
  balance_transaction: string
}

export interface EventRecord {
  id: string
  created: number
  type: string
  /** The event's `data` as JSON text: half the memory of the objects, and ready to send. */
  data: string
  request: { id: string | null; idempotency_key: string | null }
}

export interface WebhookEndpointRecord {
  id: string
  created: number
  url: string
  enabled_events: string[]
  status: 'enabled' | 'disabled'
  description: string | null
  api_version: string | null
  metadata: Metadata
  secret: string
  /** How many events the account had when the endpoint was made: only later ones are delivered. */
  eventsBefore: number
}
