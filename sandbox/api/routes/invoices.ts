import { createDiscount } from '../domain/discounts'
import { createDraft } from '../domain/invoice-build'
import { collectLater, deleteDraft, finalizeLater } from '../domain/invoice-advance'
import { pendingItems } from '../domain/invoice-items'
import { editDraft } from '../domain/invoice-totals'
import { invoiceEvents } from '../domain/events'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Route } from '../http/route'
import { renderInvoice } from '../render/invoice'
import type { Account } from '../store/account'
import { inRange } from '../store/collection'
import type { CustomerRecord, InvoiceRecord } from '../store/records'
import { discountReader, type WantedDiscounts } from './discount-params'
import { readInvoiceFields } from './invoice-params'
import { fromParam, fromPath } from './lookups'
import { readCurrency } from './prices'

const STATUSES = ['draft', 'open', 'paid', 'uncollectible', 'void'] as const

/** What can still be said about an invoice after it was finalised. */
const ALWAYS_EDITABLE = [
  'metadata',
  'auto_advance',
  'automatically_finalizes_at',
  'next_payment_attempt',
  'default_payment_method',
]

function applyInvoiceDiscounts(
  account: Account,
  invoice: InvoiceRecord,
  wanted: WantedDiscounts | undefined,
): void {
  if (!wanted) return
  const holder = {
    customer: invoice.customer,
    subscription: null,
    subscription_item: null,
    invoice: invoice.id,
  }
  const added = wanted.added.map((reduction) => createDiscount(account, holder, reduction).id)
  invoice.discounts = [...wanted.kept, ...added]
}

function customerFor(account: Account, id: string): CustomerRecord {
  const customer = fromParam(account.store.customers, 'customer', id, 'customer')
  if (!customer.deleted) return customer
  throw invalid(`No such customer: '${id}'`, { code: 'resource_missing', param: 'customer' })
}

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
      const due = params.range('due_date')
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
            (!due || (one.due_date !== null && inRange(one.due_date, due))) &&
            (collection === undefined || one.collection_method === collection),
        },
      )
    },
  },
  {
    method: 'POST',
    path: '/v1/invoices',
    answers: 'invoice',
    prepare({ account, params }) {
      const customer = customerFor(account, params.required('customer'))
      const subscriptionId = params.filled('subscription')
      const subscription =
        subscriptionId === undefined
          ? null
          : fromParam(account.store.subscriptions, 'subscription', subscriptionId, 'subscription')
      const currency =
        readCurrency(account, params) ??
        subscription?.currency ??
        customer.currency ??
        account.settlementCurrency
      const fields = readInvoiceFields(account, params, customer)
      const pending = params.oneOf('pending_invoice_items_behavior', ['include', 'exclude'])
      const discounts = discountReader({ account, customer, currency, amount: null }).read(params)
      const about = { customer: customer.id, currency }
      const items = subscription
        ? pendingItems(account, about, (one) => one === subscription.id)
        : pending === 'include'
          ? pendingItems(account, about, () => true)
          : []
      if (subscription && items.length === 0) {
        throw invalid('Nothing to invoice for subscription', {
          code: 'invoice_no_subscription_line_items',
          param: 'subscription',
        })
      }
      return () => {
        const invoice = createDraft(
          account,
          customer,
          items,
          [],
          {
            billing_reason: 'manual',
            currency,
            ...(subscription
              ? { subscription: subscription.id, subscription_metadata: { ...subscription.metadata } }
              : {}),
            ...fields,
          },
          (draft) => applyInvoiceDiscounts(account, draft, discounts),
        )
        finalizeLater(account, invoice)
        return renderInvoice(account, invoice)
      }
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
    method: 'POST',
    path: '/v1/invoices/:id',
    answers: 'invoice',
    prepare({ account, ids, params }) {
      const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
      const customer = fromPath(account.store.customers, 'customer', invoice.customer)
      const fields = readInvoiceFields(account, params, customer, invoice)
      const reader = discountReader({ account, customer, currency: invoice.currency, amount: null })
      const discounts = reader.read(params, invoice.discounts)
      const locked = Object.keys(fields).some((key) => !ALWAYS_EDITABLE.includes(key))
      if (invoice.status !== 'draft' && (locked || discounts)) {
        throw invalid("Finalized invoices can't be updated in this way", { code: 'invoice_not_editable' })
      }
      return () => {
        if (invoice.status === 'draft') {
          editDraft(account, invoice, () => {
            Object.assign(invoice, fields)
            applyInvoiceDiscounts(account, invoice, discounts)
          })
          finalizeLater(account, invoice)
        } else {
          const changed = invoiceEvents.watch(account, invoice)
          Object.assign(invoice, fields)
          changed()
          if (fields.auto_advance) collectLater(account, invoice)
        }
        return renderInvoice(account, invoice)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/invoices/:id',
    answers: 'invoice',
    prepare({ account, ids }) {
      const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
      if (invoice.status !== 'draft') {
        throw invalid('You can only delete draft invoices. To cancel this invoice, void it instead.', {
          code: 'invoice_not_editable',
        })
      }
      if (invoice.subscription !== null) {
        throw invalid("You can't delete invoices created by subscriptions.", {
          code: 'invoice_not_editable',
        })
      }
      return () => {
        deleteDraft(account, invoice)
        return { id: invoice.id, object: 'invoice', deleted: true }
      }
    },
  },
]
