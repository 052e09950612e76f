import type { Metadata } from './customers'
import type { DiscountAmount, TaxAmount } from './invoices'

/** One change of the balance that a customer's next invoice takes up: negative is credit. */
export interface CustomerBalanceTransactionRecord {
  id: string
  created: number
  customer: string
  amount: number
  ending_balance: number
  currency: string
  type:
    | 'adjustment'
    | 'applied_to_invoice'
    | 'credit_note'
    | 'initial'
    | 'invoice_overpaid'
    | 'invoice_too_small'
    | 'unapplied_from_invoice'
  invoice: string | null
  credit_note: string | null
  description: string | null
  metadata: Metadata
}

export interface CreditNoteLineRecord {
  id: string
  amount: number
  description: string | null
  discount_amounts: DiscountAmount[]
  invoice_line_item: string | null
  metadata: Metadata
  quantity: number | null
  unit_amount_decimal: string | null
  tax_rates: string[]
  taxes: TaxAmount[]
}

export interface CreditNoteRecord {
  id: string
  created: number
  customer: string
  invoice: string
  currency: string
  number: string
  memo: string | null
  metadata: Metadata
  reason: string | null
  status: 'issued' | 'void'
  voided_at: number | null
  effective_at: number
  lines: CreditNoteLineRecord[]
  subtotal: number
  total: number
  pre_payment_amount: number
  post_payment_amount: number
  credit_amount: number
  out_of_band_amount: number | null
  customer_balance_transaction: string | null
  refunds: { refund: string; amount: number }[]
}
