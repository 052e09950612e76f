import type { JsonObject } from '../json'
import type { Account } from '../store/account'
import type { InvoiceItemRecord, InvoiceRecord, LineRecord } from '../store/records'
import { renderTaxes, renderTaxRates } from './tax'

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
