import { createDiscount } from '../domain/discounts'
import { createInvoiceItem, deleteInvoiceItem } from '../domain/invoice-items'
import { editDraft } from '../domain/invoice-totals'
import { invalid } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderInvoiceItem } from '../render/invoice-line'
import type { Account } from '../store/account'
import type {
  CustomerRecord,
  InvoiceItemRecord,
  InvoiceRecord,
  LineRecord,
  SubscriptionRecord,
} from '../store/records'
import { discountReader, type WantedDiscounts } from './discount-params'
import { readLine, type WantedLine } from './invoice-line-params'
import { fromParam, fromPath } from './lookups'
import { readCurrency } from './prices'

const PATH = '/v1/invoiceitems'
const MOST_ITEMS = 250

/** Refuses to touch what a finalised invoice holds. */
export function checkEditable(invoice: InvoiceRecord | undefined, what = 'item'): void {
  if (!invoice || invoice.status === 'draft') return
  throw invalid(`This invoice is no longer editable, so its ${what} cannot be changed.`, {
    code: 'invoice_not_editable',
  })
}

/** Gives an invoice item the discounts that were asked for. */
export function applyItemDiscounts(
  account: Account,
  item: InvoiceItemRecord,
  wanted: WantedDiscounts | undefined,
): void {
  if (!wanted) return
  const holder = {
    customer: item.customer,
    subscription: null,
    subscription_item: null,
    invoice_item: item.id,
  }
  const added = wanted.added.map((reduction) => createDiscount(account, holder, reduction).id)
  item.line.discounts = [...wanted.kept, ...added]
}

export interface ItemContext {
  customer: CustomerRecord
  currency: string
  subscription: SubscriptionRecord | null
  invoice: InvoiceRecord | null
}

/** Makes an invoice item of what was read. */
export function makeItem(
  account: Account,
  { customer, currency, subscription, invoice }: ItemContext,
  { pricing, fields }: WantedLine,
  discounts: WantedDiscounts | undefined,
): InvoiceItemRecord {
  const price = pricing?.() ?? {
    amount: 0,
    price: null,
    product: null,
    unit_amount_decimal: '0',
    quantity: 1,
  }
  const name = account.store.products.get(price.product ?? '')?.name ?? null
  const item = createInvoiceItem(account, {
    customer: customer.id,
    currency,
    subscription: subscription?.id ?? null,
    invoice: invoice?.id ?? null,
    line: {
      description: name,
      discountable: price.amount >= 0,
      metadata: {},
      subscription_item: null,
      proration: false,
      credited: null,
      period_start: account.now,
      period_end: account.now,
      ...(subscription ? { subscription: subscription.id } : {}),
      ...price,
      ...fields,
    },
  })
  if (discounts) editDraft(account, invoice ?? undefined, () => applyItemDiscounts(account, item, discounts))
  return item
}

/** Changes a line of a draft, or an item that waits. */
export function changeLine(line: LineRecord, { pricing, fields }: WantedLine): void {
  Object.assign(line, fields, pricing?.() ?? {})
  if (line.tax_rates?.length === 0) delete line.tax_rates
}

function readContext(account: Account, params: Params): ItemContext {
  const invoiceId = params.filled('invoice')
  const invoice =
    invoiceId === undefined ? null : fromParam(account.store.invoices, 'invoice', invoiceId, 'invoice')
  if (invoice) checkEditable(invoice, 'items')
  if (invoice && invoice.lines.length >= MOST_ITEMS) {
    throw invalid(`An invoice can have at most ${MOST_ITEMS} items.`, { param: 'invoice' })
  }
  const customerId = params.filled('customer') ?? invoice?.customer ?? params.missing('customer')
  const customer = fromParam(account.store.customers, 'customer', customerId, 'customer')
  if (customer.deleted || (invoice && invoice.customer !== customer.id)) {
    throw invalid(`No such customer: '${customer.id}'`, { code: 'resource_missing', param: 'customer' })
  }
  const subscriptionId = params.filled('subscription')
  const subscription =
    subscriptionId === undefined
      ? null
      : fromParam(account.store.subscriptions, 'subscription', subscriptionId, 'subscription')
  if (subscription && subscription.customer !== customer.id) {
    throw invalid(`The customer does not have a subscription with the ID ${subscription.id}.`, {
      code: 'resource_missing',
      param: 'subscription',
    })
  }
  const named = params.hash('pricing')?.filled('price')
  const currency =
    readCurrency(account, params) ??
    account.store.prices.get(named ?? '')?.currency ??
    params.hash('price_data')?.filled('currency')?.toLowerCase() ??
    invoice?.currency ??
    subscription?.currency ??
    customer.currency ??
    account.settlementCurrency
  const expected = invoice?.currency ?? subscription?.currency ?? currency
  if (currency !== expected) {
    throw invalid(`The currency \`${currency}\` doesn't match the expected currency: \`${expected}\`.`, {
      param: 'currency',
    })
  }
  return { customer, currency, subscription, invoice }
}

function invoiceOf(account: Account, item: InvoiceItemRecord): InvoiceRecord | undefined {
  return item.invoice === null ? undefined : account.store.invoices.get(item.invoice)
}

export const invoiceItemRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of invoiceitem',
    prepare({ account, params }) {
      const customer = params.filled('customer')
      const invoice = params.filled('invoice')
      const pending = params.boolean('pending')
      return preparePage(
        params,
        {
          collection: account.store.invoiceItems,
          url: PATH,
          noun: 'invoice item',
          render: (one) => renderInvoiceItem(account, one),
        },
        {
          created: params.range('created') ?? {},
          by: customer === undefined ? {} : { customer },
          where: (one) =>
            (invoice === undefined || one.invoice === invoice) &&
            (pending === undefined || (one.invoice === null) === pending),
        },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'invoiceitem',
    prepare({ account, params }) {
      const context = readContext(account, params)
      const line = readLine(account, params, context.currency)
      if (!line.pricing) params.missing('amount')
      const discounts = discountReader({ account, ...context, amount: null }).read(params)
      return () => renderInvoiceItem(account, makeItem(account, context, line, discounts))
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'invoiceitem',
    prepare({ account, ids }) {
      const item = fromPath(account.store.invoiceItems, 'invoiceitem', ids[0])
      return () => renderInvoiceItem(account, item)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'invoiceitem',
    prepare({ account, ids, params }) {
      const item = fromPath(account.store.invoiceItems, 'invoiceitem', ids[0])
      const invoice = invoiceOf(account, item)
      checkEditable(invoice)
      const customer = fromPath(account.store.customers, 'customer', item.customer)
      const line = readLine(account, params, item.currency, item.line)
      const reader = discountReader({ account, customer, currency: item.currency, amount: null })
      const discounts = reader.read(params, item.line.discounts)
      return () => {
        editDraft(account, invoice, () => {
          changeLine(item.line, line)
          applyItemDiscounts(account, item, discounts)
        })
        return renderInvoiceItem(account, item)
      }
    },
  },
  {
    method: 'DELETE',
    path: `${PATH}/:id`,
    answers: 'invoiceitem',
    prepare({ account, ids }) {
      const item = fromPath(account.store.invoiceItems, 'invoiceitem', ids[0])
      checkEditable(invoiceOf(account, item))
      return () => {
        deleteInvoiceItem(account, item)
        return { id: item.id, object: 'invoiceitem', deleted: true }
      }
    },
  },
]
