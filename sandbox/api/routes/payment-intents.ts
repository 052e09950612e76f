import { cancelPaymentIntent } from '../domain/payment-intents'
import { newPaymentIntent } from '../domain/payments'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderPaymentIntent } from '../render/payment-intent'
import type { Account } from '../store/account'
import type { PaymentIntentRecord } from '../store/records'
import { filters, fromPath, livingCustomer } from './lookups'
import { checkPayer, readAmount, readPaymentCard, readTerms } from './payment-intent-params'
import { pay, prepareCapture, prepareConfirm, readConfirmation } from './payment-intent-requests'
import { unexpectedState } from './payment-problems'
import { readCurrency } from './prices'

function intentOf({ store }: Account, ids: string[]): PaymentIntentRecord {
  return fromPath(store.paymentIntents, 'payment_intent', ids[0], 'intent')
}

function prepareCreate(account: Account, params: Params): () => JsonObject {
  const currency = readCurrency(account, params) ?? params.missing('currency')
  const amount = readAmount(params, currency) ?? params.missing('amount')
  const customerId = params.filled('customer')
  const customer =
    customerId === undefined ? null : livingCustomer(account, customerId, { param: 'customer' })
  const card = readPaymentCard(account, params)
  if (card) checkPayer(account, card, customer)
  const terms = readTerms(params, 'create')
  const fields = {
    amount,
    currency,
    customer: customer?.id ?? null,
    description: params.text('description') ?? null,
    metadata: params.metadata('metadata') ?? {},
    receipt_email: params.text('receipt_email') ?? null,
    terms,
  }
  const confirmation = readConfirmation(params)
  if (!params.boolean('confirm')) {
    return () => {
      const method = card?.take()
      return renderPaymentIntent(
        account,
        newPaymentIntent(account, { ...fields, payment_method: method?.id ?? null }),
      )
    }
  }
  if (!card) params.missing('payment_method')
  return () => {
    const method = card.take()
    const intent = newPaymentIntent(account, { ...fields, payment_method: method.id })
    return pay(account, intent, method, confirmation)
  }
}

const CHANGEABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

function prepareUpdate(account: Account, params: Params, intent: PaymentIntentRecord): () => JsonObject {
  const currency = readCurrency(account, params) ?? intent.currency
  const amount = readAmount(params, currency)
  const customerId = params.filled('customer')
  const customer =
    customerId === undefined ? intent.customer : livingCustomer(account, customerId, { param: 'customer' }).id
  const card = readPaymentCard(account, params)
  const description = params.text('description')
  const metadata = params.metadata('metadata', intent.metadata)
  const receiptEmail = params.text('receipt_email')
  const terms = readTerms(params, 'update', intent.terms)
  const fields = ['amount', 'currency', 'customer', 'payment_method'] as const
  const changed = fields.find((name) => params.has(name))
  if (changed && !CHANGEABLE.includes(intent.status)) {
    throw unexpectedState(
      `This PaymentIntent's ${changed} could not be updated because it has a status of ${intent.status}. You may only update the ${changed} of a PaymentIntent with one of the following statuses: ${CHANGEABLE.join(', ')}.`,
      { payment_intent: renderPaymentIntent(account, intent) },
      { param: changed },
    )
  }
  if (card) checkPayer(account, card, customer, intent)
  return () => {
    Object.assign(intent, { currency, customer })
    if (amount !== undefined) intent.amount = amount
    if (description !== undefined) intent.description = description
    if (metadata) intent.metadata = metadata
    if (receiptEmail !== undefined) intent.receipt_email = receiptEmail
    if (intent.terms) intent.terms = terms
    if (card) Object.assign(intent, { payment_method: card.take().id, status: 'requires_confirmation' })
    return renderPaymentIntent(account, intent)
  }
}

const CANCELABLE = [
  'requires_payment_method',
  'requires_capture',
  'requires_confirmation',
  'requires_action',
  'processing',
]
const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] as const

function prepareCancel(account: Account, params: Params, intent: PaymentIntentRecord): () => JsonObject {
  const reason = params.oneOf('cancellation_reason', REASONS) ?? null
  if (!CANCELABLE.includes(intent.status)) {
    throw unexpectedState(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${CANCELABLE.join(', ')}.`,
      { payment_intent: renderPaymentIntent(account, intent) },
    )
  }
  const [payment] = account.store.invoicePayments.withKey('payment_intent', intent.id)
  if (payment && !payment.attached && payment.status === 'open') {
    throw unexpectedState(
      `You cannot cancel this PaymentIntent because it was created by the invoice ${payment.invoice}. Void the invoice instead.`,
      { payment_intent: renderPaymentIntent(account, intent) },
    )
  }
  return () => {
    cancelPaymentIntent(account, intent, reason)
    return renderPaymentIntent(account, intent)
  }
}

export const paymentIntentRoutes: Route[] = [
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
    method: 'POST',
    path: '/v1/payment_intents',
    answers: 'payment_intent',
    prepare: ({ account, params }) => prepareCreate(account, params),
  },
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    answers: 'payment_intent',
    prepare({ account, ids }) {
      const intent = intentOf(account, ids)
      return () => renderPaymentIntent(account, intent)
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id',
    answers: 'payment_intent',
    prepare: ({ account, ids, params }) => prepareUpdate(account, params, intentOf(account, ids)),
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/confirm',
    answers: 'payment_intent',
    prepare: ({ account, ids, params }) => prepareConfirm(account, params, intentOf(account, ids)),
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/capture',
    answers: 'payment_intent',
    prepare: ({ account, ids, params }) => prepareCapture(account, params, intentOf(account, ids)),
  },
  {
    method: 'POST',
    path: '/v1/payment_intents/:id/cancel',
    answers: 'payment_intent',
    prepare: ({ account, ids, params }) => prepareCancel(account, params, intentOf(account, ids)),
  },
]
