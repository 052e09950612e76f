import { shareOf } from '../engine/money'
import { makeId, type Account } from '../store/account'
import type { CreditNoteLineRecord, InvoiceRecord, LineRecord, Metadata } from '../store/records'
import { timesDecimal } from './pricing'
import { taxesOn, taxOnTop, taxRatesOf } from './taxes'

/** A line of an invoice that is credited, wholly or by amount or quantity. */
export interface CreditedLine {
  line: LineRecord
  /** Before discounts and taxes on top. */
  amount: number
  quantity: number | null
  metadata: Metadata
}

/** Something else that is credited. */
export interface CustomLine {
  description: string | null
  quantity: number
  unitAmount: string
  taxRates: string[]
  metadata: Metadata
}

/** Credits a line of an invoice: its discounts and taxes go back in the same proportion. */
export function creditLine(
  account: Account,
  invoice: InvoiceRecord,
  { line, amount, quantity, metadata }: CreditedLine,
): CreditNoteLineRecord {
  const whole = amount === line.amount
  const discount_amounts = line.discount_amounts.map((one) => ({
    ...one,
    amount: shareOf(one.amount, amount, line.amount),
  }))
  const net = amount - discount_amounts.reduce((sum, one) => sum + one.amount, 0)
  const rates = (line.taxes ?? []).map(({ rate }) => rate)
  return {
    id: makeId(account, 'cnli_'),
    amount,
    description: line.description,
    discount_amounts,
    invoice_line_item: line.id,
    metadata,
    quantity,
    unit_amount_decimal: line.unit_amount_decimal,
    tax_rates: line.tax_rates ?? [],
    taxes: whole
      ? (line.taxes ?? []).map((one) => ({ ...one }))
      : taxesOn(net, taxRatesOf(account, rates), invoice.customer_tax_exempt),
  }
}

/** Credits something that is no line of the invoice. */
export function customLine(
  account: Account,
  invoice: InvoiceRecord,
  { description, quantity, unitAmount, taxRates, metadata }: CustomLine,
): CreditNoteLineRecord {
  const amount = timesDecimal(unitAmount, quantity)
  return {
    id: makeId(account, 'cnli_'),
    amount,
    description,
    discount_amounts: [],
    invoice_line_item: null,
    metadata,
    quantity,
    unit_amount_decimal: unitAmount,
    tax_rates: taxRates,
    taxes: taxesOn(amount, taxRatesOf(account, taxRates), invoice.customer_tax_exempt),
  }
}

/** What the lines of a credit note come to: before and after discounts of the invoice and taxes on top. */
export function creditTotals(
  invoice: InvoiceRecord,
  lines: readonly CreditNoteLineRecord[],
): { subtotal: number; total: number } {
  let subtotal = 0
  let total = 0
  for (const { amount, discount_amounts, taxes } of lines) {
    const ofInvoice = discount_amounts.filter(({ discount }) => invoice.discounts.includes(discount))
    const sum = (amounts: readonly { amount: number }[]) => amounts.reduce((all, one) => all + one.amount, 0)
    subtotal += amount - (sum(discount_amounts) - sum(ofInvoice))
    total += amount - sum(discount_amounts) + taxOnTop(taxes)
  }
  return { subtotal, total }
}
