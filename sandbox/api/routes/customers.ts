import { createCustomer, deleteCustomer, updateCustomer } from '../domain/customers'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import type { JsonObject } from '../json'
import { renderCustomer } from '../render/customer'
import type { Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord } from '../store/records'
import { checkAttachable, namedCard } from './card-params'
import { readFields, readTaxId, readTestClock } from './customer-params'
import { fromPath, livingCustomer } from './lookups'

function notAttached(id: string) {
  return invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  )
}

/** The card that the invoice settings name: one of the customer's, or null to have none. */
function readDefaultCard(
  account: Account,
  params: Params,
  customer: CustomerRecord,
): PaymentMethodRecord | null | undefined {
  const id = params.hash('invoice_settings')?.text('default_payment_method')
  if (id === undefined || id === null) return id
  const method = account.store.paymentMethods.get(id)
  if (method?.customer === customer.id) return method
  throw notAttached(id)
}

function prepareCreate(account: Account, params: Params): () => JsonObject {
  const fields = readFields(params)
  const id = params.filled('payment_method')
  const card = id === undefined ? undefined : namedCard(account, id, 'payment_method')
  if (card) checkAttachable(card, '')
  const preferred = params.hash('invoice_settings')?.filled('default_payment_method')
  if (preferred !== undefined && preferred !== id) throw notAttached(preferred)
  const taxIds = params.hashes('tax_id_data')?.map(readTaxId) ?? []
  const test_clock = readTestClock(account, params)
  const method = card ? { take: card.take, pays: preferred !== undefined } : null
  return () => renderCustomer(createCustomer(account, { ...fields, test_clock, method, taxIds }))
}

export const customerRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/customers',
    answers: 'list of customer',
    prepare({ account, params }) {
      const email = params.filled('email')
      const clock = params.filled('test_clock')
      return preparePage(
        params,
        {
          collection: account.store.customers,
          url: '/v1/customers',
          noun: 'customer',
          render: renderCustomer,
        },
        {
          created: params.range('created') ?? {},
          by: clock === undefined ? {} : { test_clock: clock },
          where: (one) =>
            !one.deleted &&
            (clock !== undefined || one.test_clock === null) &&
            (email === undefined || one.email === email),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/customers',
    answers: 'customer',
    prepare: ({ account, params }) => prepareCreate(account, params),
  },
  {
    method: 'GET',
    path: '/v1/customers/:id',
    answers: 'customer',
    prepare({ account, ids }) {
      const customer = fromPath(account.store.customers, 'customer', ids[0])
      return () => renderCustomer(customer)
    },
  },
  {
    method: 'POST',
    path: '/v1/customers/:id',
    answers: 'customer',
    prepare({ account, ids, params }) {
      const customer = livingCustomer(account, ids[0])
      const fields = readFields(params, customer)
      const method = readDefaultCard(account, params, customer)
      return () => {
        updateCustomer(account, customer, fields, method)
        return renderCustomer(customer)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/customers/:id',
    answers: 'customer',
    prepare({ account, ids }) {
      const customer = livingCustomer(account, ids[0])
      return () => {
        deleteCustomer(account, customer)
        return renderCustomer(customer)
      }
    },
  },
]
