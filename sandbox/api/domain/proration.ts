import type { Account } from '../store/account'
import type { LineRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { createInvoiceItem } from './invoice-items'
import { ownTerms, priceOf, productName, restOf, type Period } from './invoice-lines'

/** Gives back what was billed for the rest of a period. */
export function credit(
  account: Account,
  subscription: SubscriptionRecord,
  old: SubscriptionItemRecord,
  instant: number,
): void {
  if (!old.billed || old.billed.amount === 0) return
  const period = { start: old.current_period_start, end: old.current_period_end }
  if (period.end <= instant) return
  const name = productName(account, priceOf(account, old))
  prorate(account, subscription, old, {
    amount: -restOf(old.billed.amount, period, instant),
    period: { start: instant, end: period.end },
    description: `Unused time on ${old.quantity} × ${name}`,
    credited: { invoice: old.billed.invoice, lines: old.billed.lines },
  })
}

/** Charges for the rest of the running period. */
export function debit(
  account: Account,
  subscription: SubscriptionRecord,
  item: SubscriptionItemRecord,
  net: number,
  instant: number,
): void {
  const period = { start: item.current_period_start, end: item.current_period_end }
  if (period.end <= instant) {
    item.billed = { amount: net, invoice: subscription.latest_invoice ?? '', lines: [] }
    return
  }
  const whole = { start: periodStart(account, subscription, item), end: period.end }
  const line = prorate(account, subscription, item, {
    amount: restOf(net, whole, instant),
    period: { start: instant, end: period.end },
    description: `Remaining time on ${item.quantity} × ${productName(account, priceOf(account, item))}`,
    credited: null,
  })
  item.billed = { amount: net, invoice: subscription.latest_invoice ?? '', lines: [line.id] }
  item.current_period_start = whole.start
}

/** An item that joins in the middle of a period shares the period of the items that it joins. */
function periodStart(
  account: Account,
  subscription: SubscriptionRecord,
  item: SubscriptionItemRecord,
): number {
  const sibling = subscription.items.find(
    (one) => one !== item && one.current_period_end === item.current_period_end && one.created < item.created,
  )
  return item.created === account.now && sibling ? sibling.current_period_start : item.current_period_start
}

/** A proration waits, as an invoice item, for the subscription's next invoice. */
export function prorate(
  account: Account,
  subscription: SubscriptionRecord,
  item: SubscriptionItemRecord,
  {
    amount,
    period,
    description,
    credited,
  }: { amount: number; period: Period; description: string; credited: LineRecord['credited'] },
): LineRecord {
  const price = priceOf(account, item)
  const { tax_rates } = ownTerms(item)
  return createInvoiceItem(account, {
    customer: subscription.customer,
    currency: subscription.currency,
    subscription: subscription.id,
    invoice: null,
    line: {
      amount,
      description,
      // Prorations are computed after discounts, so discounts do not lower them again.
      discountable: false,
      metadata: {},
      subscription_item: item.id,
      proration: true,
      credited,
      period_start: period.start,
      period_end: period.end,
      price: price.id,
      product: price.product,
      unit_amount_decimal: price.unit_amount_decimal,
      quantity: item.quantity,
      ...(tax_rates ? { tax_rates } : {}),
    },
  }).line
}
