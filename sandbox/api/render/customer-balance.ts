import type { JsonObject } from '../json'
import type { CustomerBalanceTransactionRecord } from '../store/records'

export function renderCustomerBalanceTransaction(one: CustomerBalanceTransactionRecord): JsonObject {
  return {
    id: one.id,
    object: 'customer_balance_transaction',
    amount: one.amount,
    checkout_session: null,
    created: one.created,
    credit_note: one.credit_note,
    currency: one.currency,
    customer: one.customer,
    customer_account: null,
    description: one.description,
    ending_balance: one.ending_balance,
    invoice: one.invoice,
    livemode: false,
    metadata: { ...one.metadata },
    type: one.type,
  }
}
