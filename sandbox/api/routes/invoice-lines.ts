import { addToInvoice, deleteInvoiceItem, unassignItem } from '../domain/invoice-items'
import { editDraft } from '../domain/invoice-totals'
import { createDiscount } from '../domain/discounts'
import { invalid, missing } from '../http/errors'
import { prepareInnerPage } from '../http/listing'
import type { Params } from '../http/params'
import type { Call, Route } from '../http/route'
import { renderInvoice } from '../render/invoice'
import { renderLine } from '../render/invoice-line'
import type { Account } from '../store/account'
import type { InvoiceRecord, LineRecord } from '../store/records'
import { discountReader } from './discount-params'
import { changeLine, checkEditable, makeItem } from './invoice-items'
import { LINE_PRICING, readLine } from './invoice-line-params'
import { fromParam, fromPath } from './lookups'

const PATH = '/v1/invoices/:id/lines'

type Change = () => void

function draftOf({ account, ids }: Call): InvoiceRecord {
  const invoice = fromPath(account.store.invoices, 'invoice', ids[0])
  checkEditable(invoice, 'lines')
  return invoice
}

/** Who pays, and what reads the discounts of all lines that a request names. */
function termsOf(account: Account, { customer, currency }: InvoiceRecord) {
  const owner = fromPath(account.store.customers, 'customer', customer)
  return { owner, reader: discountReader({ account, customer: owner, currency, amount: null }) }
}

type LineTerms = ReturnType<typeof termsOf>

/** The metadata that a change of lines may bring for the invoice itself. */
function readInvoiceMetadata(params: Params, invoice: InvoiceRecord): Change {
  const metadata = params.metadata('invoice_metadata', invoice.metadata)
  return () => {
    if (metadata) invoice.metadata = metadata
  }
}

function lineOf(invoice: InvoiceRecord, id: string, param: string): LineRecord {
  const line = invoice.lines.find((one) => one.id === id)
  if (line) return line
  throw invalid(`No such invoice line item: '${id}'`, { code: 'resource_missing', param })
}

/** Reads one line that joins a draft: an invoice item that waits, or a new one. */
function readAddition(
  account: Account,
  invoice: InvoiceRecord,
  params: Params,
  { owner, reader }: LineTerms,
): Change {
  const id = params.filled('invoice_item')
  if (id !== undefined) {
    const param = params.name('invoice_item')
    const item = fromParam(account.store.invoiceItems, 'invoiceitem', id, param)
    if (item.invoice !== null || item.customer !== invoice.customer || item.currency !== invoice.currency) {
      throw invalid(`The invoice item ${id} cannot be added to this invoice.`, { param })
    }
    return () => addToInvoice(account, invoice, [item])
  }
  const line = readLine(account, params, invoice.currency, undefined, LINE_PRICING)
  if (!line.pricing) params.missing('amount')
  const discounts = reader.read(params)
  const context = { customer: owner, currency: invoice.currency, subscription: null, invoice }
  return () => {
    makeItem(account, context, line, discounts)
  }
}

/** Reads what shall change of a line of a draft. */
function readUpdate(
  account: Account,
  invoice: InvoiceRecord,
  line: LineRecord,
  params: Params,
  { owner, reader }: LineTerms,
): Change {
  const wanted = readLine(account, params, invoice.currency, line, LINE_PRICING)
  const discounts = reader.read(params, line.discounts)
  return () => {
    changeLine(line, wanted)
    if (!discounts) return
    const holder = {
      customer: owner.id,
      subscription: null,
      subscription_item: null,
      ...(line.invoice_item === null ? {} : { invoice_item: line.invoice_item }),
    }
    const added = discounts.added.map((reduction) => createDiscount(account, holder, reduction).id)
    line.discounts = [...discounts.kept, ...added]
  }
}

/** Reads one line that leaves a draft: it is deleted, or waits for another invoice. */
function readRemoval(account: Account, invoice: InvoiceRecord, params: Params): Change {
  const line = lineOf(invoice, params.required('id'), params.name('id'))
  const behavior = params.oneOf('behavior', ['delete', 'unassign']) ?? params.missing('behavior')
  const item = account.store.invoiceItems.get(line.invoice_item ?? '')
  if (!item) {
    throw invalid('Lines of a subscription cannot be removed from its invoice.', {
      param: params.name('id'),
    })
  }
  return () => (behavior === 'delete' ? deleteInvoiceItem(account, item) : unassignItem(account, item))
}

/** A route that changes several lines of a draft at once. */
function bulk(
  name: string,
  read: (account: Account, invoice: InvoiceRecord, params: Params, terms: LineTerms) => Change,
): Route {
  return {
    method: 'POST',
    path: `/v1/invoices/:id/${name}`,
    answers: 'invoice',
    prepare(call) {
      const { account, params } = call
      const invoice = draftOf(call)
      const given = params.hashes('lines') ?? params.missing('lines')
      const terms = termsOf(account, invoice)
      const changes = [
        ...given.map((one) => read(account, invoice, one, terms)),
        readInvoiceMetadata(params, invoice),
      ]
      return () => {
        editDraft(account, invoice, () => changes.forEach((change) => change()))
        return renderInvoice(account, invoice)
      }
    },
  }
}

export const invoiceLineRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
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
    method: 'POST',
    path: `${PATH}/:line`,
    answers: 'line_item',
    prepare(call) {
      const { account, ids, params } = call
      const invoice = draftOf(call)
      const line = invoice.lines.find((one) => one.id === ids[1])
      if (!line) throw missing('invoice line item', ids[1] ?? '')
      const change = readUpdate(account, invoice, line, params, termsOf(account, invoice))
      return () => {
        editDraft(account, invoice, change)
        return renderLine(line, invoice)
      }
    },
  },
  bulk('add_lines', readAddition),
  bulk('update_lines', (account, invoice, params, terms) =>
    readUpdate(account, invoice, lineOf(invoice, params.required('id'), params.name('id')), params, terms),
  ),
  bulk('remove_lines', readRemoval),
]
