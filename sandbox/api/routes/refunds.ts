import { capturedOf, refundableOf } from '../domain/charges'
import { lockedByDispute } from '../domain/disputes'
import { refundEvents } from '../domain/events'
import { refundCharge } from '../domain/refunds'
import { formatAmount } from '../engine/money'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderRefund } from '../render/refund'
import type { Account } from '../store/account'
import type { ChargeRecord } from '../store/records'
import { filters, fromParam, fromPath } from './lookups'

function chargeToRefund(account: Account, params: Params): ChargeRecord {
  const chargeId = params.filled('charge')
  const intentId = params.filled('payment_intent')
  if (chargeId !== undefined && intentId !== undefined) {
    throw invalid('You may only specify one of these parameters: charge, payment_intent.', {
      code: 'parameters_exclusive',
    })
  }
  if (chargeId !== undefined) return fromPath(account.store.charges, 'charge', chargeId)
  if (intentId === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  }
  const intent = fromParam(account.store.paymentIntents, 'payment_intent', intentId, 'payment_intent')
  const charge = account.store.charges.get(intent.latest_charge ?? '')
  if (charge?.status !== 'succeeded') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`)
  }
  return charge
}

/** Refuses a charge of which nothing can be given back. */
function checkRefundable(account: Account, charge: ChargeRecord): void {
  if (charge.status !== 'succeeded') {
    throw invalid(
      `This PaymentIntent (${charge.payment_intent}) does not have a successful charge to refund.`,
    )
  }
  if (capturedOf(charge) === 0) {
    throw invalid(
      `You must cancel the PaymentIntent (${charge.payment_intent}) instead of refunding its charge ${charge.id}, which has not been captured.`,
    )
  }
  if (lockedByDispute(account, charge)) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    })
  }
  if (refundableOf(charge) === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  }
}

function prepareRefund(account: Account, params: Params): () => JsonObject {
  const charge = chargeToRefund(account, params)
  const amount = params.integer('amount', 1)
  const reason = params.oneOf('reason', ['duplicate', 'fraudulent', 'requested_by_customer']) ?? null
  const metadata = params.metadata('metadata') ?? {}
  const instructionsEmail = params.filled('instructions_email') ?? null
  checkRefundable(account, charge)
  const left = refundableOf(charge)
  if (amount !== undefined && amount > left) {
    throw invalid(
      `Refund amount (${formatAmount(amount, charge.currency)}) is greater than unrefunded amount on charge (${formatAmount(left, charge.currency)})`,
      { param: 'amount' },
    )
  }
  const wanted = { amount: amount ?? left, reason, metadata, instructionsEmail }
  return () => renderRefund(refundCharge(account, charge, wanted))
}

export const refundRoutes: Route[] = [
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
      const refund = fromPath(account.store.refunds, 'refund', ids[0], 'refund')
      return () => renderRefund(refund)
    },
  },
  {
    method: 'POST',
    path: '/v1/refunds/:id',
    answers: 'refund',
    prepare({ account, ids, params }) {
      const refund = fromPath(account.store.refunds, 'refund', ids[0], 'refund')
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
    path: '/v1/charges/:id/refunds',
    answers: 'list of refund',
    prepare({ account, ids, params }) {
      const charge = fromPath(account.store.charges, 'charge', ids[0], 'charge')
      return prepareInnerPage(params, {
        records: account.store.refunds.withKey('charge', charge.id).reverse(),
        url: `/v1/charges/${charge.id}/refunds`,
        noun: 'refund',
        render: renderRefund,
      })
    },
  },
  {
    method: 'GET',
    path: '/v1/charges/:id/refunds/:refund',
    answers: 'refund',
    prepare({ account, ids }) {
      const refund = account.store.refunds.get(ids[1] ?? '')
      if (!refund || refund.charge !== ids[0]) throw missing('refund', ids[1] ?? '', 'refund')
      return () => renderRefund(refund)
    },
  },
]
