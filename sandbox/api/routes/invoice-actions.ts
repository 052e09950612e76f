import { finalizeNow } from '../domain/invoice-advance'
import { markUncollectible, voidInvoice } from '../domain/invoice-close'
import { collect, methodFor } from '../domain/invoice-collect'
import { finalize } from '../domain/invoice-finalize'
import { attachPayment, isPayable, markPaid, markPaidOutOfBand } from '../domain/invoice-paid'
import { sendInvoice } from '../domain/invoice-send'
import { invalid } from '../http/errors'
import type { Call, Route } from '../http/route'
import { renderInvoice } from '../render/invoice'
import type { InvoiceRecord } from '../store/records'
import { paymentProblem } from './payment-problems'
import { readMethod } from './invoice-params'
import { fromParam, fromPath } from './lookups'

/** A route that does something with an invoice and answers how it is afterwards. */
function action(name: string, prepare: (call: Call, invoice: InvoiceRecord) => () => void): Route {
  return {
    method: 'POST',
    path: `/v1/invoices/:id/${name}`,
    answers: 'invoice',
    prepare(call) {
      const { account, ids } = call
      const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
      const run = prepare(call, invoice)
      return () => {
        run()
        return renderInvoice(account, invoice)
      }
    },
  }
}

function checkOpen({ status }: InvoiceRecord, ...also: InvoiceRecord['status'][]): void {
  if (status === 'open' || also.includes(status)) return
  throw invalid("You can only pass in open invoices. This invoice isn't open.", {
    code: 'invoice_not_editable',
  })
}

const finalizeAction = action('finalize', ({ account, params }, invoice) => {
  if (invoice.status !== 'draft') {
    throw invalid("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
      code: 'invoice_not_editable',
    })
  }
  const advances = params.boolean('auto_advance') ?? invoice.auto_advance
  return () => finalizeNow(account, invoice, advances)
})

const sendAction = action('send', ({ account }, invoice) => {
  if (invoice.collection_method !== 'send_invoice') {
    throw invalid('You can only manually send an invoice if its collection method is `send_invoice`.', {
      param: 'collection_method',
    })
  }
  if (invoice.status === 'void' || invoice.status === 'uncollectible') {
    throw invalid(`You can't send an invoice that is ${invoice.status}.`)
  }
  return () => {
    if (invoice.status === 'draft') finalizeNow(account, invoice, false)
    sendInvoice(account, invoice)
  }
})

const payAction = action('pay', ({ account, params }, invoice) => {
  const customer = fromPath(account.store.customers, 'customer', invoice.customer)
  const outside = params.boolean('paid_out_of_band') ?? false
  const named = readMethod(account, params, customer, 'payment_method')
  params.boolean('off_session')
  if (invoice.status === 'paid') throw invalid('Invoice is already paid')
  if (invoice.status !== 'draft' && !isPayable(invoice)) {
    throw invalid('This invoice is void and can no longer be paid.', { code: 'invoice_not_editable' })
  }
  const method = account.store.paymentMethods.get(named ?? '') ?? methodFor(account, invoice)
  if (!outside && !method && invoice.amount_due > invoice.amount_paid) {
    throw invalid(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method. For more information, visit https://stripe.com/docs/billing/subscriptions/payment-methods-setting#payment-method-priority.',
      { code: 'resource_missing' },
    )
  }
  return () => {
    if (invoice.status === 'draft') finalize(account, invoice)
    if (invoice.amount_due === invoice.amount_paid) return markPaid(account, invoice)
    if (outside) return markPaidOutOfBand(account, invoice)
    if (collect(account, invoice, method)) return
    const intent = account.store.paymentIntents.get(invoice.payment_intent ?? '')
    if (intent) throw paymentProblem(account, intent)
  }
})

const voidAction = action('void', ({ account }, invoice) => {
  checkOpen(invoice, 'uncollectible')
  if (invoice.amount_paid > 0) {
    throw invalid("You can't void an invoice that has been paid in part.", { code: 'invoice_not_editable' })
  }
  return () => voidInvoice(account, invoice)
})

const uncollectibleAction = action('mark_uncollectible', ({ account }, invoice) => {
  checkOpen(invoice)
  return () => markUncollectible(account, invoice, 'user_forgiven')
})

const attachAction = action('attach_payment', ({ account, params }, invoice) => {
  const param = 'payment_intent'
  const intent = fromParam(account.store.paymentIntents, 'payment_intent', params.required(param), param)
  checkOpen(invoice)
  if (intent.customer !== invoice.customer || intent.currency !== invoice.currency) {
    throw invalid('The payment must have the customer and the currency of the invoice.', { param })
  }
  if (account.store.invoicePayments.lastWithKey('payment_intent', intent.id)) {
    throw invalid('The payment is already attached to an invoice.', { param })
  }
  if (intent.status === 'canceled') {
    throw invalid('A canceled payment cannot be attached to an invoice.', { param })
  }
  return () => attachPayment(account, invoice, intent)
})

/** What can be done with an invoice. */
export const invoiceActionRoutes: Route[] = [
  finalizeAction,
  sendAction,
  payAction,
  voidAction,
  uncollectibleAction,
  attachAction,
]
