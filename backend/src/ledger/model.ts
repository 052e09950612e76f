import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const BalanceTransactionModel: Mirror<Stripe.BalanceTransaction> = defineMirror(
  'balance_transactions',
  [{ fields: { 'object.created': 1 } }],
)
