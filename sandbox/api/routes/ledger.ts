import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderBalance, renderBalanceTransaction, renderPayout } from '../render/ledger'
import { fromPath } from './lookups'

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
      const payout = params.filled('payout')
      const source = params.filled('source')
      const type = params.filled('type')
      const currency = params.filled('currency')
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
          by: { ...(payout === undefined ? {} : { payout }), ...(source === undefined ? {} : { source }) },
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
  {
    method: 'GET',
    path: '/v1/payouts',
    answers: 'list of payout',
    prepare({ account, params }) {
      const status = params.filled('status')
      const arrival = params.range('arrival_date')
      return preparePage(
        params,
        { collection: account.store.payouts, url: '/v1/payouts', noun: 'payout', render: renderPayout },
        {
          created: params.range('created') ?? {},
          where: (one) =>
            (status === undefined || one.status === status) &&
            one.arrival_date >= Math.max(arrival?.gte ?? 0, (arrival?.gt ?? -1) + 1) &&
            one.arrival_date <= Math.min(arrival?.lte ?? Infinity, (arrival?.lt ?? Infinity) - 1),
        },
      )
    },
  },
  {
    method: 'GET',
    path: '/v1/payouts/:id',
    answers: 'payout',
    prepare({ account, ids }) {
      const payout = fromPath(account.store.payouts, 'payout', ids[0])
      return () => renderPayout(payout)
    },
  },
]
