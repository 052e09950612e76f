import { refundCharge } from '../domain/refunds'
import { formatAmount } from '../engine/money'
import { chargeEvents, refundEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderDispute } from '../render/ledger'
import { renderCharge, renderPaymentIntent, renderRefund } from '../render/payment'
import type { Account } from '../store/account'
import type { ChargeRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'

/** The index filters that are given, by the index's name. */
function filters(params: Params, ...names: string[]): Record<string, string> {
  const by: Record<string, string> = {}
  for (const name of names) {
    const value = params.filled(name)
    if (value !== undefined) by[name] = value
  }
  return by
}

function chargeToRefund(account: Account, params: Params): ChargeRecord {
  const chargeId = params.filled('charge')
  const intentId = params.filled('payment_intent')
  if (chargeId !== undefined && intentId !== undefined) {
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', {
      code: 'parameters_exclusive',
    })
  }
  if (chargeId !== undefined) return fromParam(account.store.charges, 'charge', chargeId, 'charge')
  if (intentId === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
      { code: 'parameter_missing' },
    )
  }
  const intent = fromParam(account.store.paymentIntents, 'payment_intent', intentId, 'payment_intent')
  if (intent.latest_charge === null || intent.status !== 'succeeded') {
    throw invalid('This PaymentIntent does not have a successful charge to refund.', {
      code: 'payment_intent_unexpected_state',
      param: 'payment_intent',
    })
  }
  return fromParam(account.store.charges, 'charge', intent.latest_charge, 'payment_intent')
}

function prepareRefund(account: Account, params: Params) {
  const charge = chargeToRefund(account, params)
  const left = charge.amount - charge.amount_refunded
  if (charge.status !== 'succeeded') {
    throw invalid(`Charge ${charge.id} cannot be refunded because it failed.`, {
      code: 'charge_not_refundable',
      param: 'charge',
    })
  }
  if (charge.disputed) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
      param: 'charge',
    })
  }
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
      param: 'charge',
    })
  }
  const amount = params.integer('amount', 1) ?? left
  if (amount > left) {
    throw invalid(
      `Refund amount (${formatAmount(amount, charge.currency)}) is greater than unrefunded amount on charge (${formatAmount(left, charge.currency)})`,
      { param: 'amount' },
    )
  }
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  const metadata = params.metadata('metadata') ?? {}
  return () => renderRefund(refundCharge(account, charge, { amount, reason, metadata }))
}

export const paymentRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/payment_intents',
    answers: 'list of payment_intent',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.paymentIntents,
          url: '/v1/payment_intents',
          noun: 'payment_intent',
          render: (one) => renderPaymentIntent(account, one),
        },
        { created: params.range('created') ?? {}, by: filters(params, 'customer') },
      ),
  },
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    answers: 'payment_intent',
    prepare({ account, ids }) {
      const intent = fromPath(account.store.paymentIntents, 'payment_intent', ids[0])
      return () => renderPaymentIntent(account, intent)
    },
  },
  {
    method: 'GET',
    path: '/v1/charges',
    answers: 'list of charge',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.charges,
          url: '/v1/charges',
          noun: 'charge',
          render: (one) => renderCharge(account, one),
        },
        { created: params.range('created') ?? {}, by: filters(params, 'customer', 'payment_intent') },
      ),
  },
  {
    method: 'GET',
    path: '/v1/charges/:id',
    answers: 'charge',
    prepare({ account, ids }) {
      const charge = fromPath(account.store.charges, 'charge', ids[0])
      return () => renderCharge(account, charge)
    },
  },
  {
    method: 'POST',
    path: '/v1/charges/:id',
    answers: 'charge',
    prepare({ account, ids, params }) {
      const charge = fromPath(account.store.charges, 'charge', ids[0])
      const metadata = params.metadata('metadata', charge.metadata)
      return () => {
        const changed = chargeEvents.watch(account, charge)
        if (metadata) charge.metadata = metadata
        changed()
        return renderCharge(account, charge)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/refunds',
    answers: 'list of refund',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        { collection: account.store.refunds, url: '/v1/refunds', noun: 'refund', render: renderRefund },
        { created: params.range('created') ?? {}, by: filters(params, 'charge', 'payment_intent') },
      ),
  },
  {
    method: 'POST',
    path: '/v1/refunds',
    answers: 'refund',
    prepare: ({ account, params }) => prepareRefund(account, params),
  },
  {
    method: 'GET',
    path: '/v1/refunds/:id',
    answers: 'refund',
    prepare({ account, ids }) {
      const refund = fromPath(account.store.refunds, 'refund', ids[0])
      return () => renderRefund(refund)
    },
  },
  {
    method: 'POST',
    path: '/v1/refunds/:id',
    answers: 'refund',
    prepare({ account, ids, params }) {
      const refund = fromPath(account.store.refunds, 'refund', ids[0])
      const metadata = params.metadata('metadata', refund.metadata)
      return () => {
        const changed = refundEvents.watch(account, refund)
        if (metadata) refund.metadata = metadata
        changed()
        return renderRefund(refund)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/disputes',
    answers: 'list of dispute',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.disputes,
          url: '/v1/disputes',
          noun: 'dispute',
          render: (one) => renderDispute(account, one),
        },
        { created: params.range('created') ?? {}, by: filters(params, 'charge', 'payment_intent') },
      ),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    answers: 'dispute',
    prepare({ account, ids }) {
      const dispute = fromPath(account.store.disputes, 'dispute', ids[0])
      return () => renderDispute(account, dispute)
    },
  },
]
