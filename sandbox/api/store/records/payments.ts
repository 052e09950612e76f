import type { Metadata, AddressRecord } from './customers'

export interface PaymentIntentRecord {
  id: string
  created: number
  amount: number
  amount_received: number
  currency: string
  customer: string
  description: string
  status: 'requires_payment_method' | 'requires_confirmation' | 'succeeded' | 'canceled'
  payment_method: string | null
  latest_charge: string | null
  last_error: {
    code: string
    decline_code: string
    message: string
    charge: string
    payment_method: string
  } | null
  canceled_at: number | null
  cancellation_reason: string | null
  metadata: Metadata
  receipt_email: string | null
}

export interface ChargeRecord {
  id: string
  created: number
  amount: number
  amount_refunded: number
  currency: string
  customer: string
  description: string
  payment_intent: string
  payment_method: string
  status: 'succeeded' | 'failed'
  balance_transaction: string | null
  failure_code: string | null
  failure_message: string | null
  decline_code: string | null
  disputed: boolean
  billing_name: string | null
  billing_email: string | null
  billing_address: AddressRecord | null
  receipt_email: string | null
  risk_score: number
  metadata: Metadata
}

export interface RefundRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string
  customer: string
  reason: string | null
  status: 'succeeded'
  balance_transaction: string
  metadata: Metadata
}

export interface DisputeRecord {
  id: string
  created: number
  amount: number
  currency: string
  charge: string
  payment_intent: string
  reason: string
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
  due_by: number
  balance_transactions: string[]
  customer_name: string | null
  customer_email: string | null
  metadata: Metadata
}

export interface BalanceTransactionRecord {
  id: string
  created: number
  amount: number
  fee: number
  net: number
  currency: string
  exchange_rate: number | null
  available_on: number
  description: string | null
  source: string
  type: 'charge' | 'refund' | 'adjustment' | 'payout'
  reporting_category: 'charge' | 'refund' | 'dispute' | 'dispute_reversal' | 'payout'
  payout: string | null
}

export interface PayoutRecord {
  id: string
  created: number
  amount: number
  currency: string
  arrival_date: number
  status: 'pending' | 'in_transit' | 'paid'
  balance_transaction: string
}
