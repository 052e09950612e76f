/** Stripe's objects as facts: only what a number can depend on, nothing personal, references by id. */
import type Stripe from 'stripe'
import type { Coupon, Discount, Price, TaxRate } from '../metrics'

export interface DiscountFact extends Discount {
  id: string
  start: number
  end: number | null
}

export interface ItemFact {
  id: string
  price: string
  quantity: number | null
  discounts: string[]
  tax_rates: TaxRate[]
}

export interface SubscriptionFact {
  id: string
  customer: string
  status: string
  currency: string
  items: ItemFact[]
  discounts: string[]
  default_tax_rates: TaxRate[]
  cancel_at_period_end: boolean
  cancel_at: number | null
  canceled_at: number | null
  ended_at: number | null
  cancellation_details: { reason: string | null; feedback: string | null }
  pause_collection: { behavior: string; resumes_at: number | null } | null
  created: number
  start_date: number
  trial_start: number | null
  trial_end: number | null
}

export interface InvoiceLineFact {
  id: string
  subscription_item: string | null
  price: string
  quantity: number | null
  amount: number
  proration: boolean
  period: { start: number; end: number }
  discounts: string[]
  tax_inclusive: { tax: number; net: number } | null
}

export interface InvoiceFact {
  id: string
  subscription: string
  status: string
  created: number
  /** Payment intents that were to pay it; none where the invoice does not tell, as in events. */
  payments: string[]
  lines: InvoiceLineFact[]
}

/** A payment that failed. */
export interface FailureFact {
  payment: string
}

export const idOf = (value: string | { id: string }): string => (typeof value === 'string' ? value : value.id)

/** Decimals are strings on the wire and in our stores, `Stripe.Decimal` in the package's types. */
const decimal = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)

const toTaxRates = (rates: Stripe.TaxRate[] | null | undefined): TaxRate[] =>
  (rates ?? []).map(({ percentage, inclusive }) => ({ percentage, inclusive }))

export function toPrice(price: Stripe.Price): Price & { id: string } {
  return {
    id: price.id,
    product: idOf(price.product),
    unit_amount: price.unit_amount,
    unit_amount_decimal: decimal(price.unit_amount_decimal),
    billing_scheme: price.billing_scheme,
    tiers_mode: price.tiers_mode,
    ...(price.tiers
      ? {
          tiers: price.tiers.map((tier) => ({
            up_to: tier.up_to,
            unit_amount: tier.unit_amount,
            unit_amount_decimal: decimal(tier.unit_amount_decimal),
            flat_amount: tier.flat_amount,
            flat_amount_decimal: decimal(tier.flat_amount_decimal),
          })),
        }
      : {}),
    transform_quantity: price.transform_quantity
      ? { divide_by: price.transform_quantity.divide_by, round: price.transform_quantity.round }
      : null,
    recurring: {
      interval: price.recurring?.interval ?? 'month',
      interval_count: price.recurring?.interval_count ?? 1,
      usage_type: price.recurring?.usage_type ?? 'licensed',
    },
    tax_behavior: price.tax_behavior,
  }
}

export const toDiscount = (discount: Stripe.Discount, coupon: Coupon): DiscountFact => ({
  id: discount.id,
  start: discount.start,
  end: discount.end,
  coupon,
})

export function toCoupon(coupon: Stripe.Coupon): Coupon {
  return {
    id: coupon.id,
    percent_off: coupon.percent_off,
    amount_off: coupon.amount_off,
    currency: coupon.currency,
    duration: coupon.duration,
    ...(coupon.applies_to ? { applies_to: { products: coupon.applies_to.products } } : {}),
  }
}

export function toSubscription(subscription: Stripe.Subscription): SubscriptionFact {
  return {
    id: subscription.id,
    customer: idOf(subscription.customer),
    status: subscription.status,
    currency: subscription.currency,
    items: subscription.items.data.map((item) => ({
      id: item.id,
      price: item.price.id,
      quantity: item.quantity ?? null,
      discounts: item.discounts.map(idOf),
      tax_rates: toTaxRates(item.tax_rates),
    })),
    discounts: subscription.discounts.map(idOf),
    default_tax_rates: toTaxRates(subscription.default_tax_rates),
    cancel_at_period_end: subscription.cancel_at_period_end,
    cancel_at: subscription.cancel_at,
    canceled_at: subscription.canceled_at,
    ended_at: subscription.ended_at,
    cancellation_details: {
      reason: subscription.cancellation_details?.reason ?? null,
      feedback: subscription.cancellation_details?.feedback ?? null,
    },
    pause_collection: subscription.pause_collection
      ? {
          behavior: subscription.pause_collection.behavior,
          resumes_at: subscription.pause_collection.resumes_at,
        }
      : null,
    created: subscription.created,
    start_date: subscription.start_date,
    trial_start: subscription.trial_start,
    trial_end: subscription.trial_end,
  }
}

function inclusiveTax(line: Stripe.InvoiceLineItem): InvoiceLineFact['tax_inclusive'] {
  const taxes = (line.taxes ?? []).filter(({ tax_behavior }) => tax_behavior === 'inclusive')
  if (taxes.length === 0) return null
  const tax = taxes.reduce((sum, { amount }) => sum + amount, 0)
  const discounted = (line.discount_amounts ?? []).reduce((sum, { amount }) => sum - amount, line.amount)
  return { tax, net: discounted - tax }
}

/**
 * What an item that waits for its invoice tells: the same as a line of it will.
 * @returns null for one that tells of no change of a subscription
 */
export function toPendingInvoice(item: Stripe.InvoiceItem): InvoiceFact | null {
  const { subscription, subscription_item } = item.parent?.subscription_details ?? {}
  const price = item.pricing?.price_details?.price
  if (!item.proration || !subscription || !price) return null
  return {
    id: item.id,
    subscription,
    status: 'open',
    created: item.date,
    payments: [],
    lines: [
      {
        id: item.id,
        subscription_item: subscription_item ?? null,
        price: idOf(price),
        quantity: item.quantity,
        amount: item.amount,
        proration: true,
        period: { start: item.period.start, end: item.period.end },
        discounts: (item.proration_details?.discount_amounts ?? []).map(({ discount }) => idOf(discount)),
        tax_inclusive: null,
      },
    ],
  }
}

/** @returns null for an invoice that bills no subscription. */
export function toInvoice(invoice: Stripe.Invoice): InvoiceFact | null {
  const subscription = invoice.parent?.subscription_details?.subscription
  if (!subscription || !invoice.id) return null
  return {
    id: invoice.id,
    subscription: idOf(subscription),
    status: invoice.status ?? 'draft',
    created: invoice.created,
    payments: (invoice.payments?.data ?? []).flatMap(({ payment: { payment_intent } }) =>
      payment_intent ? [idOf(payment_intent)] : [],
    ),
    lines: invoice.lines.data.flatMap((line) => {
      const price = line.pricing?.price_details?.price
      const details = line.parent?.subscription_item_details ?? line.parent?.invoice_item_details
      if (!price || !details) return []
      return [
        {
          id: line.id,
          subscription_item: line.parent?.subscription_item_details?.subscription_item ?? null,
          price: idOf(price),
          quantity: line.quantity,
          amount: line.amount,
          proration: details.proration,
          period: { start: line.period.start, end: line.period.end },
          discounts: (line.discount_amounts ?? []).map(({ discount }) => idOf(discount)),
          tax_inclusive: inclusiveTax(line),
        },
      ]
    }),
  }
}
