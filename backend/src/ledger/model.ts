import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

/** The balance itself: one document, as it was last read; its `version` says as of when. */
export const BalanceModel: Mirror<Stripe.Balance> = defineMirror('balances')
export const PayoutModel: Mirror<Stripe.Payout> = defineMirror('payouts')
export const BalanceTransactionModel: Mirror<Stripe.BalanceTransaction> = defineMirror(
  'balance_transactions',
  [{ fields: { 'object.created': 1 } }],
)
