import type { Metadata, AddressRecord } from './customers'

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
