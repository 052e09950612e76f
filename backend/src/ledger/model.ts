import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'
import { defineModel } from '../database/model'
import type { MoneyRollup, PayoutSchedule } from '../metrics'

/** A month of what moved on the balance. */
export interface MoneyRollupDocument {
  _id: string
  /** `YYYY-MM`. */
  month: string
  /** By day of the month, two digits after a letter; days on which nothing moved are absent. */
  days: Record<string, MoneyRollup>
}

/** With the schedule of its payouts; null where the key may not read it. */
type Balance = Stripe.Balance & { payout_schedule?: PayoutSchedule | null }

/** The balance itself: one document, as it was last read; its `version` says as of when. */
export const BalanceModel: Mirror<Balance> = defineMirror('balances')
export const PayoutModel: Mirror<Stripe.Payout> = defineMirror('payouts', [
  { fields: { 'object.status': 1 } },
])
export const BalanceTransactionModel: Mirror<Stripe.BalanceTransaction> = defineMirror(
  'balance_transactions',
  [{ fields: { 'object.created': 1 } }, { fields: { 'object.available_on': 1 } }],
)

export const MoneyRollupModel = defineModel<MoneyRollupDocument>(
  'money_rollups',
  { month: { type: String, required: true }, days: { type: Object, required: true } },
  [{ fields: { month: 1 } }],
)
