import type { AddressRecord, Metadata } from './customers'

export interface DiscountAmount {
  amount: number
  discount: string
}

export interface TaxAmount {
  amount: number
  behavior: 'exclusive' | 'inclusive'
  rate: string
  reason: 'not_available' | 'customer_exempt' | 'reverse_charge'
  taxable_amount: number
}

export interface LineRecord {
  id: string
  amount: number
  description: string | null
  discountable: boolean
  discount_amounts: DiscountAmount[]
  metadata: Metadata
  subscription_item: string | null
  invoice_item: string | null
  proration: boolean
  credited: { invoice: string; lines: string[] } | null
  period_start: number
  period_end: number
  price: string | null
  product: string | null
  unit_amount_decimal: string | null
  quantity: number
  /** The subscription of an invoice item; lines of a subscription's items have that of the invoice. */
  subscription?: string | null
  /** Discounts of the line itself; those of the invoice come after them. */
  discounts?: string[]
  /** Tax rates of the line itself; without them the invoice's apply. */
  tax_rates?: string[]
  taxes?: TaxAmount[]
}

/** Something that will be, or has been, billed by an invoice; the line is the one that the invoice holds. */
export interface InvoiceItemRecord {
  id: string
  created: number
  customer: string
  currency: string
  subscription: string | null
  /** Null while it waits for an invoice. */
  invoice: string | null
  line: LineRecord
}

export interface InvoiceRecord {
  id: string
  created: number
  customer: string
  subscription: string | null
  subscription_metadata: Metadata
  billing_reason: 'manual' | 'subscription_create' | 'subscription_cycle' | 'subscription_update'
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
  total_discounts: DiscountAmount[]
  period_start: number
  period_end: number
  finalized_at: number | null
  paid_at: number | null
  voided_at: number | null
  marked_uncollectible_at: number | null
  uncollectible_reason: string | null
  payment_intent: string | null
  total_taxes?: TaxAmount[]
  customer_tax_exempt?: 'exempt' | 'reverse'
  default_tax_rates?: string[]
  default_payment_method?: string | null
  custom_fields?: { name: string; value: string }[]
  footer?: string | null
  statement_descriptor?: string | null
  effective_at?: number | null
  amount_overpaid?: number
  /** How much of it was paid outside of Stripe. */
  paid_out_of_band?: number
  /** What credit notes took off before it was paid, and gave back after. */
  credited_before_payment?: number
  credited_after_payment?: number
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
  /** Whether somebody attached it; else it is the invoice's own. */
  attached?: boolean
}
