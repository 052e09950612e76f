import {
  creditLine,
  creditTotals,
  customLine,
  type CreditedLine,
  type CustomLine,
} from '../domain/credit-note-lines'
import {
  chargeOf,
  creditedOfLine,
  creditedSoFar,
  prePayment,
  type NewCreditNote,
} from '../domain/credit-notes'
import { formatAmount, shareOf } from '../engine/money'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { CreditNoteLineRecord, InvoiceRecord } from '../store/records'
import { fromParam } from './lookups'
import { readAmount } from './prices'
import { readTaxRates } from './tax-rate-params'

const REASONS = ['duplicate', 'fraudulent', 'order_change', 'product_unsatisfactory'] as const

type MakeLine = () => CreditNoteLineRecord

export interface WantedCreditNote {
  invoice: InvoiceRecord
  /** Makes the lines, and with them the note. */
  make: () => NewCreditNote
}

/** Reads a credit note, whether it is to be issued or only previewed, and checks its sums. */
export function readCreditNote(account: Account, params: Params): WantedCreditNote {
  const invoice = fromParam(account.store.invoices, 'invoice', params.required('invoice'), 'invoice')
  if (invoice.status === 'draft' || invoice.status === 'void') {
    throw invalid(`You cannot issue a credit note for an invoice that is ${invoice.status}.`, {
      param: 'invoice',
    })
  }
  const amount = params.integer('amount', 1)
  const lines = params.hashes('lines')?.map((line) => readLine(account, line, invoice))
  if (amount === undefined && (!lines || lines.length === 0)) {
    throw invalid('One of `amount`, `lines`, or `shipping_cost` must be provided.', {
      code: 'parameter_missing',
    })
  }
  params.oneOf('email_type', ['credit_note', 'none'])
  const fields = {
    creditAmount: params.integer('credit_amount', 0) ?? 0,
    refundAmount: params.integer('refund_amount', 0) ?? 0,
    outOfBandAmount: params.integer('out_of_band_amount', 0) ?? 0,
    refunds: readRefunds(account, params, invoice),
    memo: params.text('memo') ?? null,
    reason: params.oneOf('reason', REASONS) ?? null,
    metadata: params.metadata('metadata') ?? {},
    effectiveAt: params.instant('effective_at') ?? null,
  }
  const makeLines = (): CreditNoteLineRecord[] =>
    lines?.map((make) => make()) ?? [wholeAmount(account, invoice, amount ?? 0)]
  const note = { ...fields, lines: probe(account, makeLines) }
  checkSums(account, invoice, note, amount)
  return { invoice, make: () => ({ ...fields, lines: makeLines() }) }
}

/** Makes lines only to look at them; the ids that they take are not used up. */
function probe(account: Account, makeLines: () => CreditNoteLineRecord[]): CreditNoteLineRecord[] {
  const { ids } = account
  account.ids = ids.fork()
  try {
    return makeLines()
  } finally {
    account.ids = ids
  }
}

function wholeAmount(account: Account, invoice: InvoiceRecord, amount: number): CreditNoteLineRecord {
  const custom = { description: null, quantity: 1, unitAmount: String(amount), taxRates: [], metadata: {} }
  return customLine(account, invoice, custom)
}

function readLine(account: Account, params: Params, invoice: InvoiceRecord): MakeLine {
  const type = params.oneOf('type', ['custom_line_item', 'invoice_line_item']) ?? params.missing('type')
  const metadata = params.metadata('metadata') ?? {}
  if (type === 'custom_line_item') {
    const custom: CustomLine = {
      description: params.required('description'),
      quantity: params.integer('quantity', 1) ?? 1,
      unitAmount: readAmount(params, 'unit_amount', 'unit_amount_decimal') ?? params.missing('unit_amount'),
      taxRates: readTaxRates(account, params, 'tax_rates') ?? [],
      metadata,
    }
    return () => customLine(account, invoice, custom)
  }
  const credited = { ...readCredited(account, params, invoice), metadata }
  return () => creditLine(account, invoice, credited)
}

/** What of a line is credited: an amount, a quantity, or what is left of it. */
function readCredited(
  account: Account,
  params: Params,
  invoice: InvoiceRecord,
): Omit<CreditedLine, 'metadata'> {
  const id = params.required('invoice_line_item')
  const param = params.name('invoice_line_item')
  const line = invoice.lines.find((one) => one.id === id)
  if (!line) throw invalid(`No such invoice line item: '${id}'`, { code: 'resource_missing', param })
  const amount = params.integer('amount', 1)
  const quantity = params.integer('quantity', 1)
  if (amount !== undefined && quantity !== undefined) {
    throw invalid('You may only specify one of these parameters: amount, quantity.', {
      code: 'parameters_exclusive',
    })
  }
  const left = line.amount - creditedOfLine(account, invoice, line.id)
  const wanted = quantity === undefined ? (amount ?? left) : shareOf(line.amount, quantity, line.quantity)
  if (wanted > left || wanted <= 0) {
    throw invalid(
      `You cannot credit ${formatAmount(wanted, invoice.currency)} of the line ${id}: ${formatAmount(left, invoice.currency)} are left of it.`,
      { param },
    )
  }
  return { line, amount: wanted, quantity: quantity ?? (wanted === line.amount ? line.quantity : null) }
}

function readRefunds(account: Account, params: Params, invoice: InvoiceRecord): NewCreditNote['refunds'] {
  return (params.hashes('refunds') ?? []).map((entry) => {
    entry.oneOf('type', ['refund'])
    const param = entry.name('refund')
    const refund = fromParam(account.store.refunds, 'refund', entry.required('refund'), param)
    const amount = entry.integer('amount_refunded', 1) ?? refund.amount
    if (refund.charge !== chargeOf(account, invoice)?.id || amount > refund.amount) {
      throw invalid('The refund must belong to the payment of the invoice, and cover the amount.', { param })
    }
    return { refund: refund.id, amount }
  })
}

function checkSums(
  account: Account,
  invoice: InvoiceRecord,
  note: NewCreditNote,
  amount: number | undefined,
): void {
  const money = (value: number) => formatAmount(value, invoice.currency)
  const { total } = creditTotals(invoice, note.lines)
  if (amount !== undefined && amount !== total) {
    throw invalid(`The amount ${money(amount)} must equal the total of the lines, ${money(total)}.`, {
      param: 'amount',
    })
  }
  const left = invoice.total - creditedSoFar(account, invoice)
  if (total > left) {
    throw invalid(
      `The credit note's total of ${money(total)} exceeds what can still be credited of the invoice, ${money(left)}.`,
      { param: amount === undefined ? 'lines' : 'amount' },
    )
  }
  const after = total - prePayment(invoice, total)
  const linked = note.refunds.reduce((sum, one) => sum + one.amount, 0)
  const given = note.creditAmount + note.refundAmount + note.outOfBandAmount + linked
  if (given !== after) {
    throw invalid(
      `The sum of refunds, customer balance credits, and outside of Stripe credits (${money(given)}) must equal the post payment amount (${money(after)}).`,
    )
  }
  const charge = chargeOf(account, invoice)
  const refundable = charge ? charge.amount - charge.amount_refunded : 0
  if (note.refundAmount > refundable) {
    throw invalid(
      `Refund amount (${money(note.refundAmount)}) is greater than unrefunded amount on charge (${money(refundable)})`,
      { param: 'refund_amount' },
    )
  }
}
