import type { Metadata } from './customers'

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
  /** Discounts of the item itself; those of the subscription come after them. */
  discounts?: string[]
  /** Tax rates of the item itself; without them the subscription's apply. */
  tax_rates?: string[]
}

/** What happens to a subscription after the last retry of a payment. */
export type DunningEnd = 'cancel' | 'unpaid' | 'past_due' | 'pause'

export interface AnchorConfig {
  day_of_month: number
  month: number | null
  hour: number | null
  minute: number | null
  second: number | null
}

/** Why a subscription is paused. */
export type PauseReason = 'trial_end_without_payment_method' | 'pause_requested' | 'final_payment_failure'

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
  /** The fixed day and time that the anchor was computed from. */
  anchor_config?: AnchorConfig
  /** Without it the billing mode is flexible. */
  billing_mode?: 'classic'
  /** When the billing mode was changed. */
  migrated_at?: number
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
  paused_by?: PauseReason
  /** The invoice whose payment resumes it. */
  resumption?: string
  default_tax_rates?: string[]
  trial_start: number | null
  trial_end: number | null
  missing_payment_method: 'cancel' | 'create_invoice' | 'pause'
  /** What happens after the last retry; without it the account's setting holds. */
  dunning_end?: DunningEnd
  /** Raised whenever the next renewal moves, so that steps for the old instant do nothing. */
  renewal: number
  /** Whether the card that pays the first invoice becomes the subscription's own. */
  saves_method?: boolean
  /** Whether an end in the middle of a period gives nothing back. */
  ends_without_credit?: boolean
  /** The schedule that manages it. */
  schedule?: string
}
