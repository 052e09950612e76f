import { changeBalance } from '../domain/customer-balance'
import { customerEvents } from '../domain/events'
import { invalid, missing } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderCustomerBalanceTransaction } from '../render/customer-balance'
import type { Account } from '../store/account'
import type { CustomerBalanceTransactionRecord, CustomerRecord } from '../store/records'
import { fromPath, given } from './lookups'
import { readCurrency } from './prices'

const PATH = '/v1/customers/:id/balance_transactions'

function livingCustomer(account: Account, id: string | undefined): CustomerRecord {
  const customer = fromPath(account.store.customers, 'customer', id)
  if (customer.deleted) throw missing('customer', customer.id)
  return customer
}

function transactionOf(account: Account, ids: string[]): CustomerBalanceTransactionRecord {
  const customer = fromPath(account.store.customers, 'customer', ids[0])
  const one = account.store.customerBalanceTransactions.get(ids[1] ?? '')
  if (one?.customer === customer.id) return one
  throw missing('customer balance transaction', ids[1] ?? '', 'transaction')
}

export const customerBalanceRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of customer_balance_transaction',
    prepare({ account, ids, params }) {
      const customer = fromPath(account.store.customers, 'customer', ids[0])
      const invoice = params.filled('invoice')
      return preparePage(
        params,
        {
          collection: account.store.customerBalanceTransactions,
          url: `/v1/customers/${customer.id}/balance_transactions`,
          noun: 'customer balance transaction',
          render: renderCustomerBalanceTransaction,
        },
        {
          created: params.range('created') ?? {},
          by: { customer: customer.id },
          where: (one) => invoice === undefined || one.invoice === invoice,
        },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'customer_balance_transaction',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const amount = params.integer('amount') ?? params.missing('amount')
      const currency = readCurrency(account, params) ?? params.missing('currency')
      if (customer.currency !== null && currency !== customer.currency) {
        throw invalid(
          `The currency of a customer's balance cannot change: it is \`${customer.currency}\`, not \`${currency}\`.`,
          { param: 'currency' },
        )
      }
      const fields = {
        description: params.text('description', 350) ?? null,
        metadata: params.metadata('metadata') ?? {},
      }
      return () => {
        const changed = customerEvents.watch(account, customer)
        customer.currency ??= currency
        const one = changeBalance(account, customer, { ...fields, amount, currency, type: 'adjustment' })
        changed()
        return renderCustomerBalanceTransaction(one)
      }
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:transaction`,
    answers: 'customer_balance_transaction',
    prepare({ account, ids }) {
      const one = transactionOf(account, ids)
      return () => renderCustomerBalanceTransaction(one)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:transaction`,
    answers: 'customer_balance_transaction',
    prepare({ account, ids, params }) {
      const one = transactionOf(account, ids)
      const fields = given<Pick<CustomerBalanceTransactionRecord, 'description' | 'metadata'>>({
        description: params.text('description', 350),
        metadata: params.metadata('metadata', one.metadata),
      })
      return () => {
        Object.assign(one, fields)
        return renderCustomerBalanceTransaction(one)
      }
    },
  },
]
