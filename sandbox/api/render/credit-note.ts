import { sumTaxes, taxOnTop } from '../domain/taxes'
import type { Json, JsonObject } from '../json'
import { CREDIT_NOTE_PAGE } from '../pages/addresses'
import type { Account } from '../store/account'
import type { CreditNoteLineRecord, CreditNoteRecord, DiscountAmount } from '../store/records'
import { wholeAmount } from './catalogue'
import { renderList } from './list'
import { renderTaxes, renderTaxRates } from './tax'

/** So many lines come inside a credit note; the rest through its lines' own list. */
const LINES_INSIDE = 10

const renderDiscounts = (amounts: readonly DiscountAmount[]): Json[] => amounts.map((one) => ({ ...one }))
const renderPretax = (amounts: readonly DiscountAmount[]): Json[] =>
  amounts.map((one) => ({ ...one, type: 'discount' }))

export function renderCreditNoteLine(account: Account, line: CreditNoteLineRecord): JsonObject {
  return {
    id: line.id,
    object: 'credit_note_line_item',
    amount: line.amount,
    description: line.description,
    discount_amount: line.discount_amounts.reduce((sum, one) => sum + one.amount, 0),
    discount_amounts: renderDiscounts(line.discount_amounts),
    ...(line.invoice_line_item === null ? {} : { invoice_line_item: line.invoice_line_item }),
    livemode: false,
    metadata: { ...line.metadata },
    pretax_credit_amounts: renderPretax(line.discount_amounts),
    quantity: line.quantity,
    tax_rates: renderTaxRates(account, line.tax_rates),
    taxes: renderTaxes(line.taxes),
    type: line.invoice_line_item === null ? 'custom_line_item' : 'invoice_line_item',
    unit_amount: wholeAmount(line.unit_amount_decimal),
    unit_amount_decimal: line.unit_amount_decimal,
  }
}

export function renderCreditNote(account: Account, note: CreditNoteRecord): JsonObject {
  const discounts = sumDiscounts(note)
  const taxes = sumTaxes(note.lines.flatMap((line) => line.taxes))
  const taxed = taxes.reduce((sum, { amount }) => sum + amount, 0)
  const lines = note.lines.slice(0, LINES_INSIDE).map((line) => renderCreditNoteLine(account, line))
  return {
    id: note.id,
    object: 'credit_note',
    amount: note.total,
    amount_shipping: 0,
    created: note.created,
    currency: note.currency,
    customer: note.customer,
    customer_account: null,
    customer_balance_transaction: note.customer_balance_transaction,
    discount_amount: discounts.reduce((sum, { amount }) => sum + amount, 0),
    discount_amounts: renderDiscounts(discounts),
    effective_at: note.effective_at,
    invoice: note.invoice,
    lines: renderList(`/v1/credit_notes/${note.id}/lines`, lines, note.lines.length > LINES_INSIDE),
    livemode: false,
    memo: note.memo,
    metadata: { ...note.metadata },
    number: note.number,
    out_of_band_amount: note.out_of_band_amount,
    pdf: `${account.site.url}${CREDIT_NOTE_PAGE}/${account.id}/${note.id}/pdf`,
    post_payment_amount: note.post_payment_amount,
    pre_payment_amount: note.pre_payment_amount,
    pretax_credit_amounts: renderPretax(discounts),
    reason: note.reason,
    refunds: note.refunds.map(({ refund, amount }) => ({
      amount_refunded: amount,
      payment_record_refund: null,
      refund,
      type: 'refund',
    })),
    shipping_cost: null,
    status: note.status,
    subtotal: note.subtotal,
    subtotal_excluding_tax: note.subtotal - (taxed - taxOnTop(taxes)),
    total: note.total,
    total_excluding_tax: note.total - taxed,
    total_taxes: renderTaxes(taxes),
    type: typeOf(note),
    voided_at: note.voided_at,
  }
}

function typeOf({ pre_payment_amount: before, post_payment_amount: after }: CreditNoteRecord): string {
  if (after === 0) return 'pre_payment'
  return before === 0 ? 'post_payment' : 'mixed'
}

function sumDiscounts({ lines }: CreditNoteRecord): DiscountAmount[] {
  const sums = new Map<string, number>()
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts)) {
    sums.set(discount, (sums.get(discount) ?? 0) + amount)
  }
  return [...sums].map(([discount, amount]) => ({ amount, discount }))
}
