import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { InvoicePaymentRecord, InvoiceRecord, LineRecord } from '../store/records'
import { renderAddress } from './customer'
import { renderList } from './list'

/** So many lines come inside an invoice; the rest through its lines' own list. */
const LINES_INSIDE = 10

export function renderLine(line: LineRecord, invoice: InvoiceRecord): JsonObject {
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discount_amounts: line.discount_amounts.map((one) => ({ ...one })),
    discountable: line.discountable,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: { ...line.metadata },
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: line.invoice_item,
        proration: line.proration,
        proration_details: {
          credited_items: line.credited
            ? { invoice: line.credited.invoice, invoice_line_items: [...line.credited.lines] }
            : null,
        },
        subscription: invoice.subscription,
        subscription_item: line.subscription_item,
      },
      type: 'subscription_item_details',
    },
    period: { end: line.period_end, start: line.period_start },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: line.price, product: line.product },
      type: 'price_details',
      unit_amount_decimal: line.unit_amount_decimal,
    },
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription: invoice.subscription,
    subtotal: line.amount,
    taxes: [],
  }
}

export function renderInvoice(account: Account, invoice: InvoiceRecord): JsonObject {
  const finalized = invoice.finalized_at !== null
  const page = `https://invoice.stripe.com/i/${account.id}/test_${invoice.id}`
  const rendered: JsonObject = {
    id: invoice.id,
    object: 'invoice',
    account_country: account.country,
    account_name: account.profile.name,
    account_tax_ids: null,
    amount_due: invoice.amount_due,
    amount_overpaid: 0,
    amount_paid: invoice.amount_paid,
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
    custom_fields: null,
    customer: invoice.customer,
    customer_account: null,
    customer_address: renderAddress(invoice.customer_address),
    customer_email: invoice.customer_email,
    customer_name: invoice.customer_name,
    customer_phone: null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: invoice.description,
    discounts: [...invoice.discounts],
    due_date: invoice.due_date,
    effective_at: invoice.finalized_at,
    ending_balance: invoice.ending_balance,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: finalized ? `${page}?s=ap` : null,
    invoice_pdf: finalized ? `${page}/pdf?s=ap` : null,
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
    parent: {
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
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: invoice.starting_balance,
    statement_descriptor: null,
    status: invoice.status,
    status_transitions: {
      finalized_at: invoice.finalized_at,
      marked_uncollectible_at: invoice.marked_uncollectible_at,
      paid_at: invoice.paid_at,
      voided_at: invoice.voided_at,
    },
    subtotal: invoice.subtotal,
    subtotal_excluding_tax: invoice.subtotal,
    test_clock: account.store.customers.get(invoice.customer)?.test_clock ?? null,
    total: invoice.total,
    total_discount_amounts: invoice.total_discounts.map((one) => ({ ...one })),
    total_excluding_tax: invoice.total,
    total_pretax_credit_amounts: invoice.total_discounts.map((one) => ({ ...one, type: 'discount' })),
    total_taxes: [],
    webhooks_delivered_at: finalized ? invoice.created : null,
  }
  if (invoice.uncollectible_reason !== null) {
    rendered['status_details'] = { uncollectible: { reason: invoice.uncollectible_reason } }
  }
  return rendered
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
    is_default: true,
    livemode: false,
    payment: { payment_intent: payment.payment_intent, type: 'payment_intent' },
    status: payment.status,
    status_transitions: { canceled_at: payment.canceled_at, paid_at: payment.paid_at },
  }
}
