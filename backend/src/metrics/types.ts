/**
 * What the calculations take and give. Inputs keep the names and units of Stripe's API (snake_case, seconds,
 * minor units), so that a stored fact can be read straight in; outputs are integers (minor units, basis points).
 */

/** Seconds since 1970-01-01T00:00:00Z, Stripe's unit. */
export type Instant = number
/** `YYYY-MM-DD`, a day in the account's reporting time zone. */
export type Day = string
/** `YYYY-MM` in the same zone. */
export type Month = string
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

/** The finest part of a customer's MRR that slices are made of, before and after a day; minor units. */
export interface Cell {
  currency: Currency
  price: string | null
  product: string | null
  /** `month`, `year`, `3_month`: what the price bills by. */
  interval: string
  /** Coupons that lower it, sorted (M8). */
  coupons: string[]
  before: number
  after: number
}

/** How one customer's MRR changed on one local day (W2, W3). At most one per customer and day. */
export interface Movement {
  customer: string
  day: Day
  /** `transfer` where the total stayed and only its parts changed (W8): seen in slices alone. */
  type: MovementType | 'transfer'
  /** Per currency that changed: MRR at the end of the day before and at the end of this day, minor units. */
  changes: { currency: Currency; before: number; after: number }[]
  /** All of the customer's MRR by part, changed or not: those above 0 before or after, in a fixed order. */
  cells: Cell[]
  /** Signed change in the reporting currency at this day's rates, minor units. */
  amount: number
  /** Only on churn (W4). */
  reason: ChurnReason | null
  /** The customer's own answer, only on churn. */
  feedback: string | null
  /** Stripe ids that caused it, sorted. */
  causes: string[]
  /** The subscriptions that changed, sorted. */
  subscriptions: string[]
  /** True where it rests on invoice lines from before the events (C6). */
  reconstructed: boolean
}

export const MOVEMENT_SUMS = [...MOVEMENT_TYPES, 'transfer_in', 'transfer_out'] as const
/**
 * Sums of one day's movements in one currency, minor units. Contraction, churn and transfer_out are positive when MRR
 * was lost; transfers are 0 where nothing is sliced (W8).
 */
export type MovementSums = Record<(typeof MOVEMENT_SUMS)[number], number>

export const CUSTOMER_SUMS = ['new', 'reactivated', 'churned', 'transferred_in', 'transferred_out'] as const

/** What one local day changed, over all customers of an account or slice. Balances are sums over days, never stored. */
export interface DayRollup {
  day: Day
  currencies: Record<Currency, MovementSums>
  /** Transferred: into or out of the slice by customers who pay before and after. */
  customers: Record<(typeof CUSTOMER_SUMS)[number], number>
  /** Churned MRR by reason and currency, and churned customers by reason (K9). */
  churn: Record<ChurnReason, { customers: number; mrr: Record<Currency, number> }>
  reconstructed: boolean
}
