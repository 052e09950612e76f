import { paymentMethodEvents } from '../domain/events'
import { attach, changeExpiry, detach, methodsOf } from '../domain/payment-methods'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderPaymentMethod } from '../render/payment-method'
import type { Account } from '../store/account'
import type { PaymentMethodRecord } from '../store/records'
import { checkAttachable, namedCard, readBilling, readExpiry, readNewCard } from './card-params'
import { fromPath, livingCustomer } from './lookups'

const REDISPLAY = ['always', 'limited', 'unspecified'] as const

/** One page of a customer's cards. The stand-in's account has no other kind of payment method. */
export function prepareMethods(
  account: Account,
  params: Params,
  customer: string | undefined,
  url: string,
): () => JsonObject {
  const type = params.filled('type') ?? 'card'
  const redisplay = params.oneOf('allow_redisplay', REDISPLAY)
  const methods = customer === undefined ? [] : methodsOf(account, customer)
  return prepareInnerPage(params, {
    records: methods.filter(
      ({ extras }) =>
        type === 'card' &&
        (redisplay === undefined || (extras?.allow_redisplay ?? 'unspecified') === redisplay),
    ),
    url,
    noun: 'payment_method',
    render: renderPaymentMethod,
  })
}

function prepareUpdate(account: Account, params: Params, method: PaymentMethodRecord): () => JsonObject {
  const metadata = params.metadata('metadata', method.metadata)
  const billing = readBilling(params, method.extras?.billing)
  const redisplay = params.oneOf('allow_redisplay', REDISPLAY)
  const card = params.hash('card')
  const expiry = card && readExpiry(account, card, method)
  if (method.customer === null) {
    throw invalid('You must save this PaymentMethod to a customer before you can update it.', {
      code: 'payment_method_unexpected_state',
    })
  }
  return () => {
    const changed = paymentMethodEvents.watch(account, method)
    if (metadata) method.metadata = metadata
    if (billing) method.extras = { ...method.extras, billing }
    if (redisplay) {
      const { allow_redisplay: _, ...others } = method.extras ?? {}
      method.extras = redisplay === 'unspecified' ? others : { ...others, allow_redisplay: redisplay }
    }
    if (expiry) {
      method.extras = { ...method.extras, typed: true }
      changeExpiry(account, method, expiry.month, expiry.year)
    }
    changed()
    return renderPaymentMethod(method)
  }
}

export const paymentMethodRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/payment_methods',
    answers: 'list of payment_method',
    prepare({ account, params }) {
      const customer = params.filled('customer')
      if (customer !== undefined) livingCustomer(account, customer, { param: 'customer' })
      return prepareMethods(account, params, customer, '/v1/payment_methods')
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods',
    answers: 'payment_method',
    prepare({ account, params }) {
      const card = readNewCard(account, params)
      return () => renderPaymentMethod(card.take())
    },
  },
  {
    method: 'GET',
    path: '/v1/payment_methods/:id',
    answers: 'payment_method',
    prepare({ account, ids }) {
      const method = fromPath(account.store.paymentMethods, 'PaymentMethod', ids[0], 'payment_method')
      return () => renderPaymentMethod(method)
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id',
    answers: 'payment_method',
    prepare({ account, ids, params }) {
      const method = fromPath(account.store.paymentMethods, 'PaymentMethod', ids[0], 'payment_method')
      return prepareUpdate(account, params, method)
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    answers: 'payment_method',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, params.required('customer'), { param: 'customer' })
      const card = namedCard(account, ids[0] ?? '', 'payment_method', { inPath: true })
      checkAttachable(card, customer.id)
      return () => {
        const method = card.take()
        if (method.customer === null) attach(account, method, customer)
        return renderPaymentMethod(method)
      }
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/detach',
    answers: 'payment_method',
    prepare({ account, ids }) {
      const method = fromPath(account.store.paymentMethods, 'PaymentMethod', ids[0], 'payment_method')
      if (method.customer === null) {
        throw invalid(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
        )
      }
      return () => {
        detach(account, method)
        return renderPaymentMethod(method)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/payment_methods',
    answers: 'list of payment_method',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      return prepareMethods(account, params, customer.id, `/v1/customers/${customer.id}/payment_methods`)
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/payment_methods/:method',
    answers: 'payment_method',
    prepare({ account, ids }) {
      const customer = livingCustomer(account, ids[0])
      const method = account.store.paymentMethods.get(ids[1] ?? '')
      if (method?.customer !== customer.id) throw missing('PaymentMethod', ids[1] ?? '', 'payment_method')
      return () => renderPaymentMethod(method)
    },
  },
]
