import type { Metadata } from './customers'

/** A coupon, or a promotion code, that a phase redeems when it begins. */
export interface PhaseDiscountRecord {
  coupon: string
  promotion_code: string | null
}

export interface PhaseItemRecord {
  price: string
  quantity: number
  metadata: Metadata
  tax_rates: string[]
  discounts: PhaseDiscountRecord[]
}

export interface PhaseRecord {
  start_date: number
  end_date: number
  items: PhaseItemRecord[]
  discounts: PhaseDiscountRecord[]
  /** Null leaves what the subscription has. */
  default_tax_rates: string[] | null
  default_payment_method: string | null
  collection_method: 'charge_automatically' | 'send_invoice' | null
  days_until_due: number | null
  description: string | null
  metadata: Metadata
  proration_behavior: 'always_invoice' | 'create_prorations' | 'none'
  billing_cycle_anchor: 'automatic' | 'phase_start' | null
  trial_end: number | null
}

/** Phases that a subscription goes through, one after the other. */
export interface ScheduleRecord {
  id: string
  created: number
  customer: string
  subscription: string | null
  released_subscription: string | null
  status: 'active' | 'canceled' | 'completed' | 'not_started' | 'released'
  end_behavior: 'cancel' | 'release'
  billing_mode: 'classic' | 'flexible'
  default_collection: 'charge_automatically' | 'send_invoice'
  default_days_until_due: number | null
  default_payment_method: string | null
  default_description: string | null
  metadata: Metadata
  phases: PhaseRecord[]
  canceled_at: number | null
  completed_at: number | null
  released_at: number | null
  /** Raised whenever the phases change, so that steps for the old ones do nothing. */
  revision: number
}
