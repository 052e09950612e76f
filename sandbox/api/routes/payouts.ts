import { payoutEvents } from '../domain/events'
import { cancelPayout, createPayout } from '../domain/payouts'
import { availableFunds } from '../domain/ledger'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderPayout } from '../render/ledger'
import type { Account } from '../store/account'
import { inRange } from '../store/collection'
import { fromPath } from './lookups'
import { readCurrency } from './prices'

function prepareCreate(account: Account, params: Params): () => JsonObject {
  const amount = params.integer('amount', 1) ?? params.missing('amount')
  const currency = readCurrency(account, params) ?? params.missing('currency')
  if (params.oneOf('method', ['standard', 'instant']) === 'instant') {
    throw invalid(
      'The stand-in makes standard payouts only; its account has no bank account for instant ones.',
      {
        code: 'payouts_not_allowed',
        param: 'method',
      },
    )
  }
  const source = params.oneOf('source_type', ['bank_account', 'card', 'fpx'])
  const destination = params.filled('destination')
  const description = params.text('description') ?? null
  const statement_descriptor = params.text('statement_descriptor', 22) ?? null
  const metadata = params.metadata('metadata') ?? {}
  if (destination !== undefined && !account.profile.bank_accounts.some(({ id }) => id === destination)) {
    throw invalid(`No such external account: '${destination}'`, {
      code: 'resource_missing',
      param: 'destination',
    })
  }
  const available = currency === account.settlementCurrency && source !== 'bank_account' && source !== 'fpx'
  if (!available || availableFunds(account) < amount) {
    throw invalid(
      'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low.  You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
      { code: 'balance_insufficient', param: 'amount' },
    )
  }
  const extras = {
    description,
    statement_descriptor,
    metadata,
    ...(destination === undefined ? {} : { destination }),
  }
  return () => renderPayout(createPayout(account, amount, extras))
}

export const payoutRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/payouts',
    answers: 'list of payout',
    prepare({ account, params }) {
      const status = params.oneOf('status', ['pending', 'paid', 'failed', 'canceled', 'in_transit'])
      const arrival = params.range('arrival_date') ?? {}
      const destination = params.filled('destination')
      return preparePage(
        params,
        { collection: account.store.payouts, url: '/v1/payouts', noun: 'payout', render: renderPayout },
        {
          created: params.range('created') ?? {},
          where: (one) =>
            (status === undefined || one.status === status) &&
            (destination === undefined || one.extras?.destination === destination) &&
            inRange(one.arrival_date, arrival),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/payouts',
    answers: 'payout',
    prepare: ({ account, params }) => prepareCreate(account, params),
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
  {
    method: 'POST',
    path: '/v1/payouts/:id',
    answers: 'payout',
    prepare({ account, ids, params }) {
      const payout = fromPath(account.store.payouts, 'payout', ids[0])
      const metadata = params.metadata('metadata', payout.extras?.metadata)
      return () => {
        const changed = payoutEvents.watch(account, payout)
        if (metadata) payout.extras = { ...payout.extras, metadata }
        changed()
        return renderPayout(payout)
      }
    },
  },
  {
    method: 'POST',
    path: '/v1/payouts/:id/cancel',
    answers: 'payout',
    prepare({ account, ids }) {
      const payout = fromPath(account.store.payouts, 'payout', ids[0])
      if (!payout.extras?.manual || payout.status !== 'pending') {
        throw invalid(
          `Payout ${payout.id} cannot be canceled: only manual payouts that are pending can, and it is ${payout.extras?.manual ? payout.status : 'automatic'}.`,
          { code: 'payout_cannot_be_canceled' },
        )
      }
      return () => {
        cancelPayout(account, payout)
        return renderPayout(payout)
      }
    },
  },
]
