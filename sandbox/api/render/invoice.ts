import { inclusiveTax, taxRatesOf } from '../domain/taxes'
import { ownDiscount } from '../domain/discount-amounts'
import type { JsonObject } from '../json'
import { INVOICE_PAGE } from '../pages/addresses'
import type { Account } from '../store/account'
import type { InvoiceItemRecord, InvoicePaymentRecord, InvoiceRecord, LineRecord } from '../store/records'
import { renderAddress } from './customer'
import { renderList } from './list'
import { renderTaxes, renderTaxRates } from './tax'

/** So many lines come inside an invoice; the rest through its lines' own list. */
const LINES_INSIDE = 10

export function renderLine(line: LineRecord, invoice: InvoiceRecord): JsonObject {
  const subscription = line.subscription ?? (line.subscription_item === null ? null : invoice.subscription)
  return {
    id: line.id,
    object: 'line_item',
    amount: line.amount,
    currency: invoice.currency,
    description: line.description,
    discount_amounts: line.discount_amounts.map((one) => ({ ...one })),
    discountable: line.discountable,
    discounts: [...(line.discounts ?? [])],
    invoice: invoice.id,
    livemode: false,
    metadata: { ...line.metadata },
    parent: renderLineParent(line, subscription),
    period: { end: line.period_end, start: line.period_start },
    pretax_credit_amounts: line.discount_amounts.map((one) => ({ ...one, type: 'discount' })),
    pricing: renderPricing(line),
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription,
    subtotal: line.amount,
    taxes: renderTaxes(line.taxes),
  }
}

function renderLineParent(line: LineRecord, subscription: string | null): JsonObject {
  const details = {
    invoice_item: line.invoice_item,
    proration: line.proration,
    proration_details: {
      credited_items: line.credited
        ? { invoice: line.credited.invoice, invoice_line_items: [...line.credited.lines] }
        : null,
    },
    subscription,
  }
  if (line.subscription_item === null) {
    return {
      invoice_item_details: details,
      subscription_item_details: null,
      type: 'invoice_item_details',
    }
  }
  return {
    invoice_item_details: null,
    subscription_item_details: { ...details, subscription_item: line.subscription_item },
    type: 'subscription_item_details',
  }
}

/** Lines of a plain amount have no price. */
function renderPricing(line: LineRecord): JsonObject {
  return {
    ...(line.price !== null && line.product !== null
      ? { price_details: { price: line.price, product: line.product } }
      : {}),
    type: 'price_details',
    unit_amount_decimal: line.unit_amount_decimal,
  }
}

export function renderInvoiceItem(account: Account, item: InvoiceItemRecord): JsonObject {
  const { line } = item
  return {
    id: item.id,
    object: 'invoiceitem',
    amount: line.amount,
    currency: item.currency,
    customer: item.customer,
    customer_account: null,
    date: item.created,
    description: line.description,
    discountable: line.discountable,
    discounts: [...(line.discounts ?? [])],
    invoice: item.invoice,
    livemode: false,
    metadata: { ...line.metadata },
    parent:
      item.subscription === null
        ? null
        : {
            subscription_details: {
              subscription: item.subscription,
              ...(line.subscription_item === null ? {} : { subscription_item: line.subscription_item }),
            },
            type: 'subscription_details',
          },
    period: { end: line.period_end, start: line.period_start },
    pricing: renderPricing(line),
    proration: line.proration,
    ...(line.proration
      ? {
          proration_details: {
            credited_items: line.credited
              ? {
                  invoice_line_item_details: {
                    invoice: line.credited.invoice,
                    invoice_line_items: [...line.credited.lines],
                  },
                  type: 'invoice_line_items',
                }
              : null,
            discount_amounts: [],
          },
        }
      : {}),
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    tax_rates: renderTaxRates(account, line.tax_rates),
    test_clock: account.store.customers.get(item.customer)?.test_clock ?? null,
  }
}

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
