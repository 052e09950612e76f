import { makeId, type Account } from '../store/account'
import type { CustomerBalanceTransactionRecord, CustomerRecord } from '../store/records'

type Change = Pick<CustomerBalanceTransactionRecord, 'amount' | 'type'> &
  Partial<CustomerBalanceTransactionRecord>

/**
 * Changes the balance that a customer's next invoice takes up. It is the only function that does, so the balance is the
 * sum of what it wrote. The caller emits the customer's event.
 */
export function changeBalance(
  account: Account,
  customer: CustomerRecord,
  change: Change,
): CustomerBalanceTransactionRecord {
  customer.balance += change.amount
  return account.store.customerBalanceTransactions.add({
    id: makeId(account, 'cbtxn_'),
    created: account.now,
    customer: customer.id,
    ending_balance: customer.balance,
    currency: customer.currency ?? account.settlementCurrency,
    invoice: null,
    credit_note: null,
    description: null,
    metadata: {},
    ...change,
  })
}
