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
  test_clock: string | null
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
