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

/** What rarely is said about a customer. */
export interface CustomerExtrasRecord {
  business_name?: string | null
  individual_name?: string | null
  custom_fields?: { name: string; value: string }[] | null
  footer?: string | null
  amount_tax_display?: string | null
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
  test_clock: string | null
  extras?: CustomerExtrasRecord
}

export interface BillingDetailsRecord {
  address: AddressRecord | null
  email: string | null
  name: string | null
  phone: string | null
}

/** What only cards that came through the API have. */
export interface CardExtrasRecord {
  /** The number of a test card that behaves in some way of its own. */
  number?: string
  /** Whether number and expiry were typed in: no network renews such a card. */
  typed?: true
  billing?: BillingDetailsRecord
  allow_redisplay?: 'always' | 'limited'
  /** Whether it was used without a customer, or detached from one: it cannot be used again. */
  spent?: true
  /** Whether its holder has agreed to payments in absence. */
  set_up?: true
  /** The expiries that it had, each with the instant at which it changed. */
  former?: { until: number; exp_month: number; exp_year: number }[]
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
  /** How the card is declined while it is; null: as its number says. */
  decline: string | null
  /** How many more attempts are declined. */
  declines_left: number
  extras?: CardExtrasRecord
}

export interface TaxIdRecord {
  id: string
  created: number
  customer: string
  type: string
  value: string
}
