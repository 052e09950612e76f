import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { InvoiceRecord } from '../store/records'
import { renderInvoice } from './invoice'
import { renderLine } from './invoice-line'
import { renderList } from './list'

/** An invoice that does not exist: what would be billed, with all of its lines and ids that name nothing. */
export function renderPreview(account: Account, invoice: InvoiceRecord): JsonObject {
  const id = `upcoming_${invoice.id}`
  const lines = invoice.lines.map((line) => ({
    ...renderLine(line, invoice),
    id: line.id.replace('il_', 'il_tmp_'),
    invoice: id,
  }))
  return {
    ...renderInvoice(account, invoice),
    id,
    billing_reason: invoice.billing_reason === 'subscription_cycle' ? 'upcoming' : invoice.billing_reason,
    lines: renderList(`/v1/invoices/${id}/lines`, lines, false),
  }
}
