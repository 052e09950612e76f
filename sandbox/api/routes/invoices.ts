import { prepareInnerPage, preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderInvoice, renderInvoicePayment, renderLine } from '../render/invoice'
import { fromPath } from './lookups'

const STATUSES = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const

export const invoiceRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/invoices',
    answers: 'list of invoice',
    prepare({ account, params }) {
      const status = params.oneOf('status', STATUSES)
      const customer = params.filled('customer')
      const subscription = params.filled('subscription')
      const collection = params.oneOf('collection_method', ['charge_automatically', 'send_invoice'])
      return preparePage(
        params,
        {
          collection: account.store.invoices,
          url: '/v1/invoices',
          noun: 'invoice',
          render: (one) => renderInvoice(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: {
            ...(customer === undefined ? {} : { customer }),
            ...(subscription === undefined ? {} : { subscription }),
          },
          where: (one) =>
            (status === undefined || one.status === status) &&
            (collection === undefined || one.collection_method === collection),
        },
      )
    },
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id',
    answers: 'invoice',
    prepare({ account, ids }) {
      const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
      return () => renderInvoice(account, invoice)
    },
  },
  {
    method: 'GET',
    path: '/v1/invoices/:id/lines',
    answers: 'list of line_item',
    prepare({ account, ids, params }) {
      const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
      return prepareInnerPage(params, {
        records: invoice.lines,
        url: `/v1/invoices/${invoice.id}/lines`,
        noun: 'invoice line item',
        render: (line) => renderLine(line, invoice),
      })
    },
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments',
    answers: 'list of invoice_payment',
    prepare({ account, params }) {
      const invoice = params.filled('invoice')
      const status = params.oneOf('status', ['open', 'paid', 'canceled'])
      const payment = params.hash('payment')
      const type = payment?.oneOf('type', ['payment_intent', 'charge', 'payment_record'])
      const intent = payment?.filled('payment_intent')
      if (payment && type === undefined) payment.missing('type')
      return preparePage(
        params,
        {
          collection: account.store.invoicePayments,
          url: '/v1/invoice_payments',
          noun: 'invoice payment',
          render: renderInvoicePayment,
        },
        {
          created: params.range('created') ?? {},
          by: {
            ...(invoice === undefined ? {} : { invoice }),
            ...(intent === undefined ? {} : { payment_intent: intent }),
          },
          where: (one) =>
            (status === undefined || one.status === status) &&
            (type === undefined || type === 'payment_intent'),
        },
      )
    },
  },
  {
    method: 'GET',
    path: '/v1/invoice_payments/:id',
    answers: 'invoice_payment',
    prepare({ account, ids }) {
      const payment = fromPath(account.store.invoicePayments, 'invoice payment', ids[0])
      return () => renderInvoicePayment(payment)
    },
  },
]
