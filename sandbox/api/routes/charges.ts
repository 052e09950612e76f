import { chargeEvents } from '../domain/events'
import { capturePayment } from '../domain/payment-intents'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderCharge } from '../render/charge'
import type { Account } from '../store/account'
import type { ChargeRecord } from '../store/records'
import { filters, fromPath, livingCustomer } from './lookups'
import { readDescriptor, readShipping } from './payment-intent-params'
import { readCapture } from './payment-intent-requests'

function prepareUpdate(account: Account, params: Params, charge: ChargeRecord): () => JsonObject {
  const metadata = params.metadata('metadata', charge.metadata)
  const description = params.text('description')
  const receiptEmail = params.text('receipt_email')
  const report = params.hash('fraud_details')?.oneOf('user_report', ['fraudulent', 'safe'])
  const shipping = readShipping(params)
  const group = params.text('transfer_group')
  const customerId = params.filled('customer')
  if (customerId !== undefined && charge.customer !== null) {
    throw invalid(`This charge already has a customer: ${charge.customer}.`, { param: 'customer' })
  }
  const customer =
    customerId === undefined ? undefined : livingCustomer(account, customerId, { param: 'customer' })
  return () => {
    const changed = chargeEvents.watch(account, charge)
    if (metadata) charge.metadata = metadata
    if (description !== undefined) charge.description = description
    if (receiptEmail !== undefined) charge.receipt_email = receiptEmail
    if (customer) {
      charge.customer = customer.id
      account.store.charges.addToIndex('customer', customer.id, charge.id)
    }
    if (report) charge.extras = { ...charge.extras, user_report: report }
    if (shipping !== undefined) charge.extras = { ...charge.extras, shipping }
    if (group !== undefined) charge.extras = { ...charge.extras, transfer_group: group }
    changed()
    return renderCharge(account, charge)
  }
}

/** A charge is captured as its payment intent is. */
function prepareCapture(account: Account, params: Params, charge: ChargeRecord): () => JsonObject {
  const intent = account.store.paymentIntents.get(charge.payment_intent ?? '')
  if (!intent || !charge.extras?.hold || charge.extras.hold.released) {
    throw invalid(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' })
  }
  const { amount } = readCapture(account, params, intent, 'amount')
  const descriptor = readDescriptor(params, 'statement_descriptor')
  const suffix = readDescriptor(params, 'statement_descriptor_suffix')
  const receiptEmail = params.text('receipt_email')
  return () => {
    if (intent.terms) {
      intent.terms = {
        ...intent.terms,
        ...(descriptor === undefined ? {} : { statement_descriptor: descriptor }),
        ...(suffix === undefined ? {} : { statement_descriptor_suffix: suffix }),
      }
    }
    if (receiptEmail !== undefined) charge.receipt_email = receiptEmail
    capturePayment(account, intent, charge, amount)
    return renderCharge(account, charge)
  }
}

export const chargeRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/charges',
    answers: 'list of charge',
    prepare({ account, params }) {
      const group = params.filled('transfer_group')
      return preparePage(
        params,
        {
          collection: account.store.charges,
          url: '/v1/charges',
          noun: 'charge',
          render: (one) => renderCharge(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: filters(params, 'customer', 'payment_intent'),
          where: (one) => group === undefined || one.extras?.transfer_group === group,
        },
      )
    },
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
    prepare: ({ account, ids, params }) =>
      prepareUpdate(account, params, fromPath(account.store.charges, 'charge', ids[0])),
  },
  {
    method: 'POST',
    path: '/v1/charges/:id/capture',
    answers: 'charge',
    prepare: ({ account, ids, params }) =>
      prepareCapture(account, params, fromPath(account.store.charges, 'charge', ids[0])),
  },
]
