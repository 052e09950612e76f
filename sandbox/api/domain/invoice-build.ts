import { formatAmount, shareOf } from '../engine/money'
import { HOUR } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type {
  InvoiceRecord,
  LineRecord,
  PriceRecord,
  SubscriptionItemRecord,
  SubscriptionRecord,
} from '../store/records'
import { applyDiscounts, detachDiscount, discountsOf, given } from './discounts'
import { invoiceEvents } from './events'
import { priceParts, type PricedPart } from './pricing'

export interface Period {
  start: number
  end: number
}

/** The price of an item; items never outlive their price. */
export function priceOf(account: Account, item: { price: string }): PriceRecord {
  const price = account.store.prices.get(item.price)
  if (!price) throw new Error(`Price ${item.price} is missing`)
  return price
}

/** Whether an item is billed by use, after the period. */
export function isMetered(price: PriceRecord): boolean {
  return price.recurring?.usage_type === 'metered'
}

/** The lines that charge an item for a period. A trial's lines cost nothing. */
export function periodLines(
  account: Account,
  item: SubscriptionItemRecord,
  period: Period,
  quantity: number,
  trial = false,
): LineRecord[] {
  const price = priceOf(account, item)
  const parts: PricedPart[] = trial
    ? [{ quantity, unitAmountDecimal: '0', amount: 0, tier: null, flat: false }]
    : priceParts(price, quantity)
  return parts.map((part) => ({
    id: makeId(account, 'il_'),
    amount: part.amount,
    description: trial ? `Trial period for ${productName(account, price)}` : describe(account, price, part),
    discountable: true,
    discount_amounts: [],
    metadata: {},
    subscription_item: item.id,
    invoice_item: null,
    proration: false,
    credited: null,
    period_start: period.start,
    period_end: period.end,
    price: price.id,
    product: price.product,
    unit_amount_decimal: part.unitAmountDecimal,
    quantity: part.quantity,
  }))
}

export function productName(account: Account, price: PriceRecord): string {
  return account.store.products.get(price.product)?.name ?? price.product
}

function describe(account: Account, price: PriceRecord, part: PricedPart): string {
  const name = productName(account, price)
  const every = price.recurring?.interval ?? 'month'
  if (part.flat) return `${name} (Tier ${part.tier} flat fee)`
  const unit = formatAmount(Number(part.unitAmountDecimal ?? '0'), price.currency)
  const tier = part.tier === null ? '' : `Tier ${part.tier} `
  return `${part.quantity} × ${name} (${tier}at ${unit} / ${every})`
}

/** What each item costs for a whole period after the discounts it has now. */
export function netAmounts(account: Account, subscription: SubscriptionRecord): Map<string, number> {
  const lines = subscription.items.flatMap((item) => {
    const price = priceOf(account, item)
    if (isMetered(price)) return []
    const amount = priceParts(price, item.quantity).reduce((sum, part) => sum + part.amount, 0)
    return [{ item: item.id, amount, product: price.product, discountable: true, discount_amounts: [] }]
  })
  applyDiscounts(lines, discountsOf(account, subscription))
  return new Map(lines.map((line) => [line.item, line.amount - given(line)]))
}

/** A share of an amount for the rest of a period. */
export function restOf(amount: number, period: Period, instant: number): number {
  return shareOf(amount, Math.max(period.end - instant, 0), period.end - period.start)
}

export interface Draft {
  reason: InvoiceRecord['billing_reason']
  lines: LineRecord[]
  period: Period
  /** Whether the invoice is to be finalised an hour later; else the caller does it at once, or nobody. */
  advance: 'later' | 'now' | 'never'
}

/** Makes a draft invoice of the given lines and what is pending, with the subscription's discounts applied. */
export function draftInvoice(
  account: Account,
  subscription: SubscriptionRecord,
  { reason, lines, period, advance }: Draft,
): InvoiceRecord {
  const customer = account.store.customers.get(subscription.customer)
  if (!customer) throw new Error(`Customer ${subscription.customer} is missing`)
  const all = [...subscription.pending.map((item) => item.line), ...lines]
  subscription.pending = []
  const discounts = discountsOf(account, subscription)
  const totals = applyDiscounts(all, discounts)
  const subtotal = all.reduce((sum, line) => sum + line.amount, 0)
  const total = subtotal - totals.reduce((sum, { amount }) => sum + amount, 0)
  const invoice = account.store.invoices.add({
    id: makeId(account, 'in_'),
    created: account.now,
    customer: subscription.customer,
    subscription: subscription.id,
    subscription_metadata: { ...subscription.metadata },
    billing_reason: reason,
    collection_method: subscription.collection_method,
    currency: subscription.currency,
    status: 'draft',
    auto_advance: advance !== 'never',
    amount_due: amountDue(total, customer.balance),
    amount_paid: 0,
    attempt_count: 0,
    attempted: false,
    next_payment_attempt: advance === 'later' ? account.now + HOUR : null,
    automatically_finalizes_at: advance === 'later' ? account.now + HOUR : null,
    due_date: null,
    customer_name: customer.name,
    customer_email: customer.email,
    customer_address: customer.address,
    discounts: discounts.map(({ id }) => id),
    lines: all,
    metadata: {},
    description: null,
    number: null,
    starting_balance: customer.balance,
    ending_balance: null,
    subtotal,
    total,
    total_discounts: totals,
    period_start: period.start,
    period_end: period.end,
    finalized_at: null,
    paid_at: null,
    voided_at: null,
    marked_uncollectible_at: null,
    uncollectible_reason: null,
    payment_intent: null,
  })
  subscription.latest_invoice = invoice.id
  noteBilled(account, subscription, invoice)
  // A coupon that holds once is used up by the first invoice that carries an amount.
  for (const discount of discounts) {
    if (discount.coupon.duration === 'once' && subtotal > 0) detachDiscount(account, subscription, discount)
  }
  invoiceEvents.emit(account, 'created', invoice)
  return invoice
}

/** What is to be paid when a credit (negative) or debit balance of the customer is added. */
export function amountDue(total: number, balance: number): number {
  return Math.max(total + balance, 0)
}

function noteBilled(account: Account, subscription: SubscriptionRecord, invoice: InvoiceRecord): void {
  for (const item of subscription.items) {
    if (isMetered(priceOf(account, item))) continue
    const lines = invoice.lines.filter(
      (line) =>
        line.subscription_item === item.id && !line.proration && line.period_end === item.current_period_end,
    )
    if (lines.length === 0) continue
    item.billed = {
      amount: lines.reduce((sum, line) => sum + line.amount - given(line), 0),
      invoice: invoice.id,
      lines: lines.map((line) => line.id),
    }
  }
}
