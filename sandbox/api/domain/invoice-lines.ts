import { formatAmount, shareOf } from '../engine/money'
import { makeId, type Account } from '../store/account'
import type { LineRecord, PriceRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { applyDiscounts, given } from './discount-amounts'
import { discountsOf } from './discounts'
import { priceAmount, priceParts, type PricedPart } from './pricing'

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

/** What an item passes on to its lines: its own discounts and tax rates. */
export function ownTerms({
  discounts,
  tax_rates,
}: SubscriptionItemRecord): Pick<LineRecord, 'discounts' | 'tax_rates'> {
  return {
    ...(discounts && discounts.length > 0 ? { discounts: [...discounts] } : {}),
    ...(tax_rates && tax_rates.length > 0 ? { tax_rates: [...tax_rates] } : {}),
  }
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
    ...ownTerms(item),
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
  const { currency } = subscription
  const lines = subscription.items.flatMap((item) => {
    const price = priceOf(account, item)
    if (isMetered(price)) return []
    const amount = priceAmount(price, item.quantity)
    const line = {
      item: item.id,
      amount,
      product: price.product,
      discountable: true,
      discount_amounts: [],
    }
    applyDiscounts([line], discountsOf(account, item.discounts), currency)
    return [line]
  })
  applyDiscounts(lines, discountsOf(account, subscription.discounts), currency)
  return new Map(lines.map((line) => [line.item, line.amount - given(line)]))
}

/** A share of an amount for the rest of a period. */
export function restOf(amount: number, period: Period, instant: number): number {
  return shareOf(amount, Math.max(period.end - instant, 0), period.end - period.start)
}
