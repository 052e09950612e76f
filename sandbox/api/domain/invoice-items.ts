import { makeId, type Account } from '../store/account'
import type { InvoiceItemRecord, InvoiceRecord, LineRecord } from '../store/records'
import { invoiceItemEvents } from './events'
import { editDraft } from './invoice-totals'

/** Everything of an invoice item but what it gets by itself. */
export type NewInvoiceItem = Omit<InvoiceItemRecord, 'id' | 'created' | 'line'> & {
  line: Omit<LineRecord, 'id' | 'invoice_item' | 'discount_amounts'>
}

/** A new invoice item: it waits for the next invoice, or joins the draft that it names. */
export function createInvoiceItem(account: Account, { line, ...fields }: NewInvoiceItem): InvoiceItemRecord {
  const id = makeId(account, 'ii_')
  const item = account.store.invoiceItems.add({
    id,
    created: account.now,
    ...fields,
    line: { ...line, id: makeId(account, 'il_'), invoice_item: id, discount_amounts: [] },
  })
  invoiceItemEvents.emit(account, 'created', item)
  const invoice = account.store.invoices.get(item.invoice ?? '')
  if (invoice) addToInvoice(account, invoice, [item])
  return item
}

/** What waits to be billed to a customer in a currency, oldest first, for a subscription or for none. */
export function pendingItems(
  account: Account,
  { customer, currency }: { customer: string; currency: string },
  accepts: (subscription: string | null) => boolean,
): InvoiceItemRecord[] {
  return account.store.invoiceItems
    .withKey('customer', customer)
    .filter((one) => one.invoice === null && one.currency === currency && accepts(one.subscription))
}

/** Puts items on a draft. */
export function addToInvoice(
  account: Account,
  invoice: InvoiceRecord,
  items: readonly InvoiceItemRecord[],
): void {
  editDraft(account, invoice, () => {
    for (const item of items) {
      item.invoice = invoice.id
      invoice.lines.push(item.line)
    }
  })
}

/** Takes an item off its draft; it waits for another invoice. */
export function unassignItem(account: Account, item: InvoiceItemRecord): void {
  const invoice = account.store.invoices.get(item.invoice ?? '')
  item.invoice = null
  if (!invoice) return
  editDraft(account, invoice, () => {
    invoice.lines = invoice.lines.filter((line) => line !== item.line)
  })
}

/** Deletes an item, also from its draft. */
export function deleteInvoiceItem(account: Account, item: InvoiceItemRecord): void {
  unassignItem(account, item)
  account.store.invoiceItems.remove(item.id)
  invoiceItemEvents.emit(account, 'deleted', item)
}
