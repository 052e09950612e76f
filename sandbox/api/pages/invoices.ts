import type { FastifyInstance } from 'fastify'
import type { Engine } from '../engine/engine'
import { formatAmount } from '../engine/money'
import type { Account } from '../store/account'
import type { CreditNoteRecord, InvoiceRecord } from '../store/records'
import { CREDIT_NOTE_PAGE, INVOICE_PAGE } from './addresses'
import { escape, sendPage } from './html'
import { textPdf } from './pdf'

type Named = { Params: { account: string; id: string } }

/** What a paper says: rows of two columns. */
type Row = [string, string]

/** The hosted page of an invoice, and the papers of invoices and credit notes. */
export function serveInvoices(app: FastifyInstance, engine: Engine): void {
  const accountsNamed = (id: string) => engine.accounts().filter((one) => one.id === id)
  const invoiceOf = ({ account, id }: Named['Params']) => {
    for (const one of accountsNamed(account)) {
      const invoice = one.store.invoices.get(id)
      if (invoice && invoice.finalized_at !== null) return { account: one, invoice }
    }
    return undefined
  }

  app.get<Named>(`${INVOICE_PAGE}/:account/:id`, (request, reply) => {
    const found = invoiceOf(request.params)
    if (!found) return sendPage(reply, 'This invoice does not exist', '', { status: 404 })
    const rows = invoiceRows(found.account, found.invoice)
      .map(([left, right]) => `<tr><td>${escape(left)}</td><td>${escape(right)}</td></tr>`)
      .join('')
    const pdf = `${INVOICE_PAGE}/${request.params.account}/${found.invoice.id}/pdf`
    return sendPage(
      reply,
      `Invoice ${found.invoice.number ?? ''}`,
      `<table>${rows}</table><p><a href="${escape(pdf)}">Download as PDF</a></p>`,
    )
  })

  app.get<Named>(`${INVOICE_PAGE}/:account/:id/pdf`, (request, reply) => {
    const found = invoiceOf(request.params)
    if (!found) return sendPage(reply, 'This invoice does not exist', '', { status: 404 })
    return reply
      .type('application/pdf')
      .send(textPdf(`Invoice ${found.invoice.number ?? ''}`, invoiceRows(found.account, found.invoice)))
  })

  app.get<Named>(`${CREDIT_NOTE_PAGE}/:account/:id/pdf`, (request, reply) => {
    for (const account of accountsNamed(request.params.account)) {
      const note = account.store.creditNotes.get(request.params.id)
      if (!note) continue
      return reply.type('application/pdf').send(textPdf(`Credit note ${note.number}`, noteRows(note)))
    }
    return sendPage(reply, 'This credit note does not exist', '', { status: 404 })
  })
}

function invoiceRows({ profile }: Account, invoice: InvoiceRecord): Row[] {
  const money = (amount: number) => formatAmount(amount, invoice.currency)
  return [
    ['From', profile.name ?? ''],
    ['To', invoice.customer_name ?? invoice.customer_email ?? invoice.customer],
    ['Status', invoice.status],
    ['Issued', dayOf(invoice.effective_at ?? invoice.finalized_at)],
    ['Due', dayOf(invoice.due_date)],
    ...invoice.lines.map(({ description, amount }): Row => [description ?? 'Item', money(amount)]),
    ['Subtotal', money(invoice.subtotal)],
    ...(invoice.total_taxes ?? []).map(({ amount, behavior }): Row => [`Tax (${behavior})`, money(amount)]),
    ['Total', money(invoice.total)],
    ['Amount due', money(invoice.amount_due)],
    ['Amount paid', money(invoice.amount_paid)],
  ]
}

function noteRows(note: CreditNoteRecord): Row[] {
  const money = (amount: number) => formatAmount(amount, note.currency)
  return [
    ['For invoice', note.invoice],
    ['Issued', dayOf(note.effective_at)],
    ...note.lines.map(({ description, amount }): Row => [description ?? 'Item', money(amount)]),
    ['Total', money(note.total)],
  ]
}

function dayOf(instant: number | null): string {
  return instant === null ? '-' : new Date(instant * 1000).toISOString().slice(0, 10)
}
