import type { Metadata } from './customers'

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
  type:
    | 'payment'
    | 'payment_refund'
    | 'transfer'
    | 'transfer_refund'
    | 'adjustment'
    | 'charge'
    | 'payout'
    | 'payout_cancel'
    | 'payout_failure'
    | 'refund'
    | 'refund_failure'
  reporting_category:
    | 'transfer'
    | 'transfer_reversal'
    | 'charge'
    | 'dispute'
    | 'dispute_reversal'
    | 'payout'
    | 'payout_reversal'
    | 'refund'
    | 'refund_failure'
  payout: string | null
}

/** What only payouts made through the API have, or such that failed. */
export interface PayoutExtrasRecord {
  manual?: true
  description?: string | null
  statement_descriptor?: string | null
  metadata?: Metadata
  destination?: string
  failure_code?: string
  failure_balance_transaction?: string
}

export interface PayoutRecord {
  id: string
  created: number
  amount: number
  currency: string
  arrival_date: number
  status: 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled'
  balance_transaction: string
  /** Whether it is known which transactions it pays out. */
  reconciled: boolean
  extras?: PayoutExtrasRecord
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday'

/** When and how an account's money is paid out. */
export interface PayoutSettings {
  interval: 'manual' | 'daily' | 'weekly' | 'monthly'
  weekly_payout_days: Weekday[]
  monthly_payout_days: number[]
  delay_days: number
  delay_days_override: number | null
  statement_descriptor: string | null
  debit_negative_balances: boolean
}
