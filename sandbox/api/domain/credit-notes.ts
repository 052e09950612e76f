import { makeId, type Account } from '../store/account'
import type {
  ChargeRecord,
  CreditNoteLineRecord,
  CreditNoteRecord,
  InvoiceRecord,
  Metadata,
} from '../store/records'
import { creditTotals } from './credit-note-lines'
import { changeBalance } from './customer-balance'
import { creditNoteEvents, customerEvents, invoiceEvents } from './events'
import { customerOf } from './invoice-build'
import { adjustPayment, settleByCredit } from './invoice-paid'
import { refundCharge } from './refunds'

export interface NewCreditNote {
  lines: CreditNoteLineRecord[]
  creditAmount: number
  refundAmount: number
  outOfBandAmount: number
  /** Refunds that were made before and belong to it. */
  refunds: { refund: string; amount: number }[]
  memo: string | null
  reason: string | null
  metadata: Metadata
  effectiveAt: number | null
}

/** What all notes of an invoice that still hold have credited. */
export function creditedSoFar(account: Account, invoice: InvoiceRecord): number {
  return account.store.creditNotes
    .withKey('invoice', invoice.id)
    .filter(({ status }) => status === 'issued')
    .reduce((sum, { total }) => sum + total, 0)
}

/** How much of a line all notes that still hold have credited. */
export function creditedOfLine(account: Account, invoice: InvoiceRecord, line: string): number {
  return account.store.creditNotes
    .withKey('invoice', invoice.id)
    .filter(({ status }) => status === 'issued')
    .flatMap(({ lines }) => lines)
    .filter(({ invoice_line_item }) => invoice_line_item === line)
    .reduce((sum, { amount }) => sum + amount, 0)
}

/** The part of a note that lowers what is still owed; the rest has to be given back. */
export function prePayment({ status, amount_due, amount_paid }: InvoiceRecord, total: number): number {
  return status === 'open' || status === 'uncollectible' ? Math.min(total, amount_due - amount_paid) : 0
}

/** The charge that paid an invoice, if one did. */
export function chargeOf(account: Account, invoice: InvoiceRecord): ChargeRecord | undefined {
  for (const payment of account.store.invoicePayments.withKey('invoice', invoice.id)) {
    const intent = account.store.paymentIntents.get(payment.payment_intent)
    if (payment.status === 'paid' && intent) return account.store.charges.get(intent.latest_charge ?? '')
  }
  return undefined
}

/** A credit note as it would be, without any effect. */
export function draftCreditNote(
  account: Account,
  invoice: InvoiceRecord,
  wanted: NewCreditNote,
): CreditNoteRecord {
  const { subtotal, total } = creditTotals(invoice, wanted.lines)
  const before = prePayment(invoice, total)
  const count = account.store.creditNotes.withKey('invoice', invoice.id).length + 1
  return {
    id: makeId(account, 'cn_'),
    created: account.now,
    customer: invoice.customer,
    invoice: invoice.id,
    currency: invoice.currency,
    number: `${invoice.number}-CN-${String(count).padStart(2, '0')}`,
    memo: wanted.memo,
    metadata: wanted.metadata,
    reason: wanted.reason,
    status: 'issued',
    voided_at: null,
    effective_at: wanted.effectiveAt ?? account.now,
    lines: wanted.lines,
    subtotal,
    total,
    pre_payment_amount: before,
    post_payment_amount: total - before,
    credit_amount: wanted.creditAmount,
    out_of_band_amount: wanted.outOfBandAmount === 0 ? null : wanted.outOfBandAmount,
    customer_balance_transaction: null,
    refunds: [...wanted.refunds],
  }
}

/** Issues a credit note: less is owed, and what was paid too much is given back. The caller has checked the sums. */
export function issueCreditNote(
  account: Account,
  invoice: InvoiceRecord,
  wanted: NewCreditNote,
): CreditNoteRecord {
  const note = account.store.creditNotes.add(draftCreditNote(account, invoice, wanted))
  const charge = chargeOf(account, invoice)
  if (wanted.refundAmount > 0 && charge) {
    const amount = wanted.refundAmount
    const refund = refundCharge(account, charge, { amount, reason: null, metadata: {} })
    note.refunds.push({ refund: refund.id, amount })
  }
  if (note.credit_amount > 0) giveCredit(account, note)
  creditNoteEvents.emit(account, 'created', note)
  const changed = invoiceEvents.watch(account, invoice)
  const { pre_payment_amount: before, post_payment_amount: after } = note
  if (before > 0) lowerDue(account, invoice, before)
  if (after > 0) invoice.credited_after_payment = (invoice.credited_after_payment ?? 0) + after
  const settled = before > 0 && invoice.amount_due === invoice.amount_paid
  changed()
  if (settled) settleByCredit(account, invoice)
  return note
}

function giveCredit(account: Account, note: CreditNoteRecord): void {
  const customer = customerOf(account, note)
  const changed = customerEvents.watch(account, customer)
  note.customer_balance_transaction = changeBalance(account, customer, {
    amount: -note.credit_amount,
    type: 'credit_note',
    currency: note.currency,
    invoice: note.invoice,
    credit_note: note.id,
  }).id
  changed()
}

function lowerDue(account: Account, invoice: InvoiceRecord, by: number): void {
  invoice.credited_before_payment = (invoice.credited_before_payment ?? 0) + by
  invoice.amount_due -= by
  adjustPayment(account, invoice)
}

/** Voids a credit note of an open invoice: what it took off is owed again. */
export function voidCreditNote(account: Account, invoice: InvoiceRecord, note: CreditNoteRecord): void {
  const changed = invoiceEvents.watch(account, invoice)
  note.status = 'void'
  note.voided_at = account.now
  lowerDue(account, invoice, -note.pre_payment_amount)
  creditNoteEvents.emit(account, 'voided', note)
  changed()
}
