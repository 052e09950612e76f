import { makeId, type Account } from '../store/account'
import type { LineRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { priceOf, productName, restOf } from './invoice-build'

/** Gives back what was billed for the rest of a period. */
export function credit(
  account: Account,
  subscription: SubscriptionRecord,
  old: SubscriptionItemRecord,
  instant: number,
): void {
  if (!old.billed || old.billed.amount === 0) return
  const period = { start: old.current_period_start, end: old.current_period_end }
  const price = priceOf(account, old)
  const amount = -restOf(old.billed.amount, period, instant)
  const line = prorationLine(account, old, amount, { start: instant, end: period.end })
  line.description = `Unused time on ${old.quantity} × ${productName(account, price)}`
  line.credited = { invoice: old.billed.invoice, lines: old.billed.lines }
  subscription.pending.push({ id: line.invoice_item ?? '', line })
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
  const whole = { start: periodStart(account, subscription, item), end: period.end }
  const line = prorationLine(account, item, restOf(net, whole, instant), { start: instant, end: period.end })
  line.description = `Remaining time on ${item.quantity} × ${productName(account, priceOf(account, item))}`
  subscription.pending.push({ id: line.invoice_item ?? '', line })
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

function prorationLine(
  account: Account,
  item: SubscriptionItemRecord,
  amount: number,
  period: { start: number; end: number },
): LineRecord {
  const price = priceOf(account, item)
  return {
    id: makeId(account, 'il_'),
    amount,
    description: '',
    // Prorations are computed after discounts, so discounts do not lower them again.
    discountable: false,
    discount_amounts: [],
    metadata: {},
    subscription_item: item.id,
    invoice_item: makeId(account, 'ii_'),
    proration: true,
    credited: null,
    period_start: period.start,
    period_end: period.end,
    price: price.id,
    product: price.product,
    unit_amount_decimal: price.unit_amount_decimal,
    quantity: item.quantity,
  }
}
