/**
 * What the calculations take and give. Inputs keep the names and units of Stripe's API (snake_case, seconds,
 * minor units), so that a stored fact can be read straight in; outputs are integers (minor units, basis points).
 */

/** Seconds since 1970-01-01T00:00:00Z, Stripe's unit. */
export type Instant = number
/** `YYYY-MM-DD`, a day in the account's reporting time zone. */
export type Day = string
/** Lower-case ISO 4217 code, as Stripe writes it. */
export type Currency = string

export interface Tier {
  up_to: number | null
  unit_amount?: number | null
  unit_amount_decimal?: string | null
  flat_amount?: number | null
  flat_amount_decimal?: string | null
}

export interface Price {
  id?: string
  product?: string
  unit_amount?: number | null
  unit_amount_decimal?: string | null
  billing_scheme?: string
  tiers_mode?: string | null
  tiers?: Tier[]
  transform_quantity?: { divide_by: number; round: string } | null
  recurring: { interval: string; interval_count?: number; usage_type?: string }
  tax_behavior?: string | null
}

export interface Coupon {
  id?: string
  percent_off?: number | null
  amount_off?: number | null
  currency?: Currency | null
  duration: string
  applies_to?: { products: string[] }
}

export interface Discount {
  id?: string
  coupon: Coupon
  start?: Instant
  end?: Instant | null
}

export interface TaxRate {
  percentage: number | string
  inclusive: boolean
}

export interface SubscriptionItem {
  id?: string
  price: Price
  quantity?: number | null
  discounts?: Discount[]
  tax_rates?: TaxRate[]
}

/** The part of a Stripe subscription that its MRR depends on. Absent fields mean Stripe's defaults. */
export interface Subscription {
  id: string
  customer: string
  status: string
  currency: Currency
  items: SubscriptionItem[]
  discounts?: Discount[]
  default_tax_rates?: TaxRate[]
  /** Inclusive tax share of the last invoice line in ten-thousandths of the net amount, where no rate is known (M11). */
  last_inclusive_tax?: { tax: number; net: number } | null
  cancel_at_period_end?: boolean
  cancel_at?: Instant | null
  canceled_at?: Instant | null
  ended_at?: Instant | null
  cancellation_details?: { reason?: string | null; feedback?: string | null }
  pause_collection?: { behavior: string; resumes_at?: Instant | null } | null
  trial_end?: Instant | null
  /** Counts from then on where it lies ahead (M12); a start in the past changes nothing. */
  start_date?: Instant | null
}

export type FactSource = 'event' | 'invoice_line' | 'list'

/** One version of a subscription: `state` holds from `at` until the next version of the same subscription. */
export interface SubscriptionVersion {
  at: Instant
  state: Subscription
  source: FactSource
  /** Ids of the Stripe objects (event, invoice, subscription) that tell this version. */
  causes: string[]
}

/** All that one customer's MRR depends on. Versions in any order. */
export interface CustomerHistory {
  customer: string
  versions: SubscriptionVersion[]
  /** The customer's own discount (M9) from `at` on; null where it was removed. */
  discounts: { at: Instant; discount: Discount | null }[]
}

export interface Definitions {
  /** IANA name, for example `Europe/Berlin`. */
  timeZone: string
  reportingCurrency: Currency
  /** M8. */
  discountPolicy: 'recurring' | 'forever_only' | 'all' | 'list'
  /** M15. */
  churnRecognition: 'at_end' | 'at_request'
  /** M13; null counts until the status changes. */
  pastDueGraceDays: number | null
}

/** Dated closing rates, days ascending: reporting units per one major unit of the currency, as a decimal string (C5). */
export type Rates = Record<Currency, { day: Day; rate: string }[]>

export const MOVEMENT_TYPES = ['new', 'expansion', 'contraction', 'churn', 'reactivation'] as const
export type MovementType = (typeof MOVEMENT_TYPES)[number]
export type ChurnReason = 'voluntary' | 'involuntary' | 'paused'

/** How one customer's MRR changed on one local day (W2, W3). At most one per customer and day. */
export interface Movement {
  customer: string
  day: Day
  type: MovementType
  /** Per currency that changed: MRR at the end of the day before and at the end of this day, minor units. */
  changes: { currency: Currency; before: number; after: number }[]
  /** Signed change in the reporting currency at this day's rates, minor units. */
  amount: number
  /** Only on churn (W4). */
  reason: ChurnReason | null
  /** The customer's own answer, only on churn. */
  feedback: string | null
  /** Stripe ids that caused it, sorted. */
  causes: string[]
  /** True where it rests on invoice lines from before the events (C6). */
  reconstructed: boolean
}

/** Sums of one day's movements in one currency, minor units. Contraction and churn are positive when MRR was lost. */
export type MovementSums = Record<MovementType, number>

/** What one local day changed, over all customers of an account. Balances are sums over days, never stored. */
export interface DayRollup {
  day: Day
  currencies: Record<Currency, MovementSums>
  customers: { new: number; reactivated: number; churned: number }
  /** Churned MRR by reason and currency, and churned customers by reason (K9). */
  churn: Record<ChurnReason, { customers: number; mrr: Record<Currency, number> }>
  reconstructed: boolean
}
