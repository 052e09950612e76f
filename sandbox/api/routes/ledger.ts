import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderBalance, renderBalanceTransaction } from '../render/ledger'
import { filters, fromPath } from './lookups'

export const ledgerRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/balance',
    answers: 'balance',
    prepare:
      ({ account }) =>
      () =>
        renderBalance(account),
  },
  {
    method: 'GET',
    path: '/v1/balance_transactions',
    answers: 'list of balance_transaction',
    prepare({ account, params }) {
      const type = params.filled('type')
      const currency = params.filled('currency')?.toLowerCase()
      const payout = account.store.payouts.get(params.filled('payout') ?? '')
      if (payout?.extras?.manual) {
        throw invalid(
          'Balance transaction history can only be filtered on automatic transfers, not manual.',
          { param: 'payout' },
        )
      }
      return preparePage(
        params,
        {
          collection: account.store.balanceTransactions,
          url: '/v1/balance_transactions',
          noun: 'balance transaction',
          render: (one) => renderBalanceTransaction(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: filters(params, 'payout', 'source'),
          where: (one) =>
            (type === undefined || one.type === type) &&
            (currency === undefined || one.currency === currency),
        },
      )
    },
  },
  {
    method: 'GET',
    path: '/v1/balance_transactions/:id',
    answers: 'balance_transaction',
    prepare({ account, ids }) {
      const entry = fromPath(account.store.balanceTransactions, 'balance transaction', ids[0])
      return () => renderBalanceTransaction(account, entry)
    },
  },
]
