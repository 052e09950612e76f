import type { Interval } from '../../engine/calendar'
import type { Metadata } from './customers'

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
  /** What it takes off in further currencies. */
  currency_options?: Record<string, number>
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
  /** The minimum in further currencies. */
  currency_options?: Record<string, number>
}

export interface DiscountRecord {
  id: string
  created: number
  coupon: CouponRecord
  promotion_code: string | null
  customer: string
  subscription: string | null
  subscription_item: string | null
  invoice?: string | null
  invoice_item?: string | null
  start: number
  end: number | null
}
