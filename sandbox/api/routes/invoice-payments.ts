import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderInvoicePayment } from '../render/invoice'
import { fromPath } from './lookups'

export const invoicePaymentRoutes: Route[] = [
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
