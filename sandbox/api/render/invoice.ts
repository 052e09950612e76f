import { inclusiveTax, taxRatesOf } from '../domain/taxes'
import { ownDiscount } from '../domain/discount-amounts'
import type { JsonObject } from '../json'
import { INVOICE_PAGE } from '../pages/addresses'
import type { Account } from '../store/account'
import type { InvoicePaymentRecord, InvoiceRecord } from '../store/records'
import { renderAddress } from './customer'
import { renderLine } from './invoice-line'
import { renderList } from './list'
import { renderTaxes, renderTaxRates } from './tax'

/** So many lines come inside an invoice; the rest through its lines' own list. */
const LINES_INSIDE = 10

export function renderInvoice(account: Account, invoice: InvoiceRecord): JsonObject {
  const finalized = invoice.finalized_at !== null
  const page = `${account.site.url}${INVOICE_PAGE}/${account.id}/${invoice.id}`
  const taxes = invoice.total_taxes ?? []
  const taxed = taxes.reduce((sum, { amount }) => sum + amount, 0)
  const rendered: JsonObject = {
    id: invoice.id,
    object: 'invoice',
    account_country: account.country,
    account_name: account.profile.name,
    account_tax_ids: null,
    amount_due: invoice.amount_due,
    amount_overpaid: invoice.amount_overpaid ?? 0,
    amount_paid: invoice.amount_paid,
    ...(invoice.paid_out_of_band ? { amount_paid_off_stripe: invoice.paid_out_of_band } : {}),
    amount_remaining: invoice.amount_due - invoice.amount_paid,
    amount_shipping: 0,
    application: null,
    attempt_count: invoice.attempt_count,
    attempted: invoice.attempted,
    auto_advance: invoice.auto_advance,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
    automatically_finalizes_at: invoice.automatically_finalizes_at,
    billing_reason: invoice.billing_reason,
    collection_method: invoice.collection_method,
    created: invoice.created,
    currency: invoice.currency,
    custom_fields: invoice.custom_fields?.map((one) => ({ ...one })) ?? null,
    customer: invoice.customer,
    customer_account: null,
    customer_address: renderAddress(invoice.customer_address),
    customer_email: invoice.customer_email,
    customer_name: invoice.customer_name,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: invoice.customer_tax_exempt ?? 'none',
    customer_tax_ids: [],
    default_payment_method: invoice.default_payment_method ?? null,
    default_source: null,
    default_tax_rates: renderTaxRates(account, invoice.default_tax_rates),
    description: invoice.description,
    discounts: [...invoice.discounts],
    due_date: invoice.due_date,
    effective_at: invoice.effective_at ?? invoice.finalized_at,
    ending_balance: invoice.ending_balance,
    footer: invoice.footer ?? null,
    from_invoice: null,
    hosted_invoice_url: finalized ? page : null,
    invoice_pdf: finalized ? `${page}/pdf` : null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: renderList(
      `/v1/invoices/${invoice.id}/lines`,
      invoice.lines.slice(0, LINES_INSIDE).map((line) => renderLine(line, invoice)),
      invoice.lines.length > LINES_INSIDE,
    ),
    livemode: false,
    metadata: { ...invoice.metadata },
    next_payment_attempt: invoice.next_payment_attempt,
    number: invoice.number,
    on_behalf_of: null,
    parent:
      invoice.subscription === null
        ? null
        : {
            quote_details: null,
            subscription_details: {
              metadata: { ...invoice.subscription_metadata },
              subscription: invoice.subscription,
            },
            type: 'subscription_details',
          },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    period_end: invoice.period_end,
    period_start: invoice.period_start,
    post_payment_credit_notes_amount: invoice.credited_after_payment ?? 0,
    pre_payment_credit_notes_amount: invoice.credited_before_payment ?? 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: invoice.starting_balance,
    statement_descriptor: invoice.statement_descriptor ?? null,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalized_at,
      marked_uncollectible_at: invoice.marked_uncollectible_at,
      paid_at: invoice.paid_at,
      voided_at: invoice.voided_at,
    },
    subtotal: invoice.subtotal,
    subtotal_excluding_tax: invoice.subtotal - taxInSubtotal(account, invoice),
    test_clock: account.store.customers.get(invoice.customer)?.test_clock ?? null,
    total: invoice.total,
    total_discount_amounts: invoice.total_discounts.map((one) => ({ ...one })),
    total_excluding_tax: invoice.total - taxed,
    total_pretax_credit_amounts: invoice.total_discounts.map((one) => ({ ...one, type: 'discount' })),
    total_taxes: renderTaxes(taxes),
    webhooks_delivered_at: finalized ? invoice.created : null,
  }
  if (invoice.uncollectible_reason !== null) {
    rendered['status_details'] = { uncollectible: { reason: invoice.uncollectible_reason } }
  }
  return rendered
}

/** The tax that the subtotal contains: of inclusive rates, before discounts of the invoice. */
function taxInSubtotal(
  account: Account,
  { lines, default_tax_rates, customer_tax_exempt }: InvoiceRecord,
): number {
  if (customer_tax_exempt) return 0
  return lines.reduce((sum, line) => {
    if (!line.taxes) return sum
    const rates = taxRatesOf(account, line.tax_rates?.length ? line.tax_rates : default_tax_rates)
    return sum + inclusiveTax(line.amount - ownDiscount(line), rates)
  }, 0)
}

export function renderInvoicePayment(payment: InvoicePaymentRecord): JsonObject {
  return {
    id: payment.id,
    object: 'invoice_payment',
    amount_paid: payment.amount_paid,
    amount_requested: payment.amount_requested,
    created: payment.created,
    currency: payment.currency,
    invoice: payment.invoice,
    is_default: !payment.attached,
    livemode: false,
    payment: { payment_intent: payment.payment_intent, type: 'payment_intent' },
    status: payment.status,
    status_transitions: { canceled_at: payment.canceled_at, paid_at: payment.paid_at },
  }
}
