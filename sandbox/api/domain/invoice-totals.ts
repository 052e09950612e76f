import type { Account } from '../store/account'
import type { DiscountAmount, InvoiceRecord } from '../store/records'
import { applyDiscounts, ownDiscount } from './discount-amounts'
import { discountsOf } from './discounts'
import { invoiceEvents } from './events'
import { sumTaxes, taxLine, taxOnTop } from './taxes'
import { leastCharge } from './least-charge'

/**
 * Works out a draft's sums from its lines: discounts of a line come first, then those of the invoice, then taxes.
 * The subtotal already has the lines' own discounts taken off.
 */
export function computeTotals(account: Account, invoice: InvoiceRecord): void {
  const { lines, currency } = invoice
  for (const line of lines) {
    line.discount_amounts = []
    if (line.discounts) applyDiscounts([line], discountsOf(account, line.discounts), currency)
  }
  const subtotal = lines.reduce((sum, line) => sum + line.amount - ownDiscount(line), 0)
  applyDiscounts(lines, discountsOf(account, invoice.discounts), currency)
  const discounts = sumDiscounts(invoice)
  const invoiceLevel = discounts
    .filter(({ discount }) => invoice.discounts.includes(discount))
    .reduce((sum, { amount }) => sum + amount, 0)
  for (const line of lines) {
    const taxes = taxLine(account, line, invoice.default_tax_rates ?? [], invoice.customer_tax_exempt)
    if (taxes.length > 0) line.taxes = taxes
    else delete line.taxes
  }
  const taxes = sumTaxes(lines.flatMap((line) => line.taxes ?? []))
  if (taxes.length > 0) invoice.total_taxes = taxes
  else delete invoice.total_taxes
  invoice.subtotal = subtotal
  invoice.total = subtotal - invoiceLevel + taxOnTop(taxes)
  invoice.total_discounts = discounts
  const due = Math.max(invoice.total + invoice.starting_balance, 0)
  invoice.amount_due = isTooSmall(due, currency) ? 0 : due
}

/** Whether an amount cannot be charged; it waits for the next invoice. */
export function isTooSmall(amount: number, currency: string): boolean {
  return amount > 0 && amount < leastCharge(currency)
}

function sumDiscounts({ lines, discounts }: InvoiceRecord): DiscountAmount[] {
  const sums = new Map(discounts.map((id) => [id, 0]))
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts)) {
    sums.set(discount, (sums.get(discount) ?? 0) + amount)
  }
  return [...sums].map(([discount, amount]) => ({ amount, discount }))
}

/** Drafts that are being changed: several changes of one request make one event. */
const inChange = new WeakSet<InvoiceRecord>()

/** Changes a draft, if there is one, and brings its sums up to date. */
export function editDraft(account: Account, invoice: InvoiceRecord | undefined, edit: () => void): void {
  if (!invoice || inChange.has(invoice)) return edit()
  const changed = invoiceEvents.watch(account, invoice)
  inChange.add(invoice)
  edit()
  inChange.delete(invoice)
  computeTotals(account, invoice)
  changed()
}
