import type { Account } from '../store/account'
import type { InvoiceRecord } from '../store/records'
import { invoiceEvents } from './events'
import { advance, finalizeAndCollect } from './invoice-collect'
import { finalize } from './invoice-finalize'
import { markPaid } from './invoice-paid'

/** Plans that a draft finalises itself when its time has come. */
export function finalizeLater(account: Account, invoice: InvoiceRecord): void {
  const at = invoice.automatically_finalizes_at
  if (at === null) return
  account.steps.add(at, () => {
    if (invoice.status === 'draft' && invoice.automatically_finalizes_at === at)
      finalizeAndCollect(account, invoice)
  })
}

/** Finalises a draft on request. What goes on by itself goes on right after the answer. */
export function finalizeNow(account: Account, invoice: InvoiceRecord, autoAdvance: boolean): void {
  finalize(account, invoice)
  invoice.auto_advance = autoAdvance
  if (invoice.amount_due === 0) markPaid(account, invoice)
  else if (autoAdvance) collectLater(account, invoice)
}

/** Charges or sends an open invoice as soon as the request that wants it has been answered. */
export function collectLater(account: Account, invoice: InvoiceRecord): void {
  if (invoice.status !== 'open') return
  account.steps.add(account.now, () => {
    if (invoice.status === 'open' && invoice.auto_advance) advance(account, invoice)
  })
}

/** Deletes a draft; what it would have billed waits for another invoice. */
export function deleteDraft(account: Account, invoice: InvoiceRecord): void {
  for (const line of invoice.lines) {
    const item = account.store.invoiceItems.get(line.invoice_item ?? '')
    if (item) item.invoice = null
  }
  account.store.invoices.remove(invoice.id)
  invoiceEvents.emit(account, 'deleted', invoice)
}
