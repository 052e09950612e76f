import { attachCard, createCustomer, deleteCustomer, setDefaultCard } from '../domain/customers'
import { customerEvents } from '../domain/events'
import { customersOf } from '../domain/test-clocks'
import { invalid } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderCustomer, renderPaymentMethod } from '../render/customer'
import type { Account } from '../store/account'
import type { CustomerRecord, PaymentMethodRecord } from '../store/records'
import { fromParam, fromPath, given } from './lookups'
import { testCard } from './test-cards'

function readFields(params: Params, current?: CustomerRecord) {
  const shipping = params.hash('shipping')
  const locales = params.words('preferred_locales')
  return given<
    Pick<
      CustomerRecord,
      | 'name'
      | 'email'
      | 'phone'
      | 'description'
      | 'address'
      | 'shipping'
      | 'metadata'
      | 'preferred_locales'
      | 'tax_exempt'
      | 'balance'
    >
  >({
    name: params.text('name', 256),
    email: readEmail(params),
    phone: params.text('phone', 20),
    description: params.text('description'),
    address: params.address('address'),
    shipping: shipping
      ? {
          address: shipping.address('address') ?? shipping.missing('address'),
          name: shipping.required('name'),
          phone: shipping.text('phone') ?? null,
        }
      : undefined,
    metadata: params.metadata('metadata', current?.metadata),
    preferred_locales: locales === null ? [] : locales,
    tax_exempt: params.oneOf('tax_exempt', ['none', 'exempt', 'reverse']),
    balance: params.integer('balance'),
  })
}

function readEmail(params: Params): string | null | undefined {
  const email = params.text('email', 512)
  if (typeof email === 'string' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)) {
    throw invalid(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'email' })
  }
  return email
}

function activeCustomer(account: Account, id: string | undefined): CustomerRecord {
  const customer = fromPath(account.store.customers, 'customer', id)
  if (customer.deleted)
    throw invalid(`No such customer: '${customer.id}'`, {
      code: 'resource_missing',
      param: 'id',
      status: 404,
    })
  return customer
}

const CUSTOMERS_PER_CLOCK = 3

function readTestClock(account: Account, params: Params): string | null {
  const id = params.filled('test_clock')
  if (id === undefined) return null
  const clock = fromParam(account.store.testClocks, 'test clock', id, 'test_clock')
  if (customersOf(account, clock).length >= CUSTOMERS_PER_CLOCK) {
    throw invalid(`A test clock can have at most ${CUSTOMERS_PER_CLOCK} customers.`, {
      param: 'test_clock',
    })
  }
  return clock.id
}

/** The card that the invoice settings name: one of the customer's, or one of Stripe's test cards. */
function readDefaultCard(
  account: Account,
  params: Params,
  customer?: CustomerRecord,
): PaymentMethodRecord | null | undefined {
  const id = params.hash('invoice_settings')?.text('default_payment_method')
  if (id === undefined || id === null) return id
  const method = account.store.paymentMethods.get(id)
  if (method && customer && method.customer === customer.id) return method
  throw invalid(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
  )
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
    prepare({ account, params }) {
      const fields = readFields(params)
      const method = params.filled('payment_method')
      const card = method === undefined ? null : testCard(account, method, 'payment_method')
      const settings = params.hash('invoice_settings')
      const clock = readTestClock(account, params)
      const preferred = settings?.filled('default_payment_method')
      if (preferred !== undefined && preferred !== method) {
        throw invalid(
          `The customer does not have a payment method with the ID ${preferred}. The payment method must be attached to the customer.`,
          { code: 'resource_missing', param: 'invoice_settings[default_payment_method]' },
        )
      }
      return () => {
        const customer = createCustomer(account, {
          ...fields,
          test_clock: clock,
          card: preferred === undefined ? null : card,
        })
        if (card && preferred === undefined) attachCard(account, customer, card)
        return renderCustomer(customer)
      }
    },
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
      const customer = activeCustomer(account, ids[0])
      const fields = readFields(params, customer)
      const method = readDefaultCard(account, params, customer)
      return () => {
        const changed = customerEvents.watch(account, customer)
        Object.assign(customer, fields)
        if (method === null) customer.default_payment_method = null
        changed()
        if (method) setDefaultCard(account, customer, method)
        return renderCustomer(customer)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/customers/:id',
    answers: 'customer',
    prepare({ account, ids }) {
      const customer = activeCustomer(account, ids[0])
      return () => {
        deleteCustomer(account, customer)
        return renderCustomer(customer)
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/customers/:id/payment_methods',
    answers: 'list of payment_method',
    prepare({ account, ids, params }) {
      const customer = activeCustomer(account, ids[0])
      const type = params.filled('type')
      const methods = account.store.paymentMethods.withKey('customer', customer.id).reverse()
      return prepareInnerPage(params, {
        records: type === undefined || type === 'card' ? methods : [],
        url: `/v1/customers/${customer.id}/payment_methods`,
        noun: 'payment_method',
        render: renderPaymentMethod,
      })
    },
  },
]

export const paymentMethodRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/payment_methods/:id',
    answers: 'payment_method',
    prepare({ account, ids }) {
      const method = fromPath(account.store.paymentMethods, 'PaymentMethod', ids[0])
      return () => renderPaymentMethod(method)
    },
  },
  {
    method: 'POST',
    path: '/v1/payment_methods/:id/attach',
    answers: 'payment_method',
    prepare({ account, ids, params }) {
      const customer = activeCustomer(account, params.required('customer'))
      const card = testCard(account, ids[0] ?? '', 'id')
      return () => renderPaymentMethod(attachCard(account, customer, card))
    },
  },
]
