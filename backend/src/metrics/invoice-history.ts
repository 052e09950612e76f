/** What invoices tell about a subscription before its first event, item by item (C6). */
import { isMetered, lineAmount } from './line-amount'
import { round } from './rational'
import type { Discount, Instant, Price, Subscription, SubscriptionItem } from './types'

/** One line of a subscription's invoice; `amount` in minor units before discounts, credits negative. */
export interface InvoiceLineForHistory {
  id: string
  subscription_item?: string | null
  /** In full, with tiers. */
  price: Price
  quantity: number | null
  amount: number
  proration: boolean
  period: { start: Instant; end: Instant }
  /** Those applied to the line, with the coupon in full. */
  discounts: Discount[]
  /** Inclusive tax on the line and the net amount it was taken of, minor units (M11). */
  tax_inclusive?: { tax: number; net: number } | null
}

export interface InvoiceForHistory {
  id: string
  status: 'draft' | 'open' | 'paid' | 'void' | 'uncollectible'
  created: Instant
  /** When its payment failed last; -Infinity where it never did, as far as is known. */
  last_failure?: Instant
  lines: InvoiceLineForHistory[]
}

export type SubscriptionForHistory = Subscription & {
  start_date: Instant
  created: Instant
  trial_start?: Instant | null
  trial_end?: Instant | null
  ended_at?: Instant | null
}

/** One item from `start` to `end`, as one invoice tells it. `item` is null where the item was taken out. */
export interface Stretch {
  start: Instant
  end: Instant
  item: SubscriptionItem | null
  discounts: Discount[]
  /** Told by a proration: its amount is net of discounts, which the line does not name unless they are itemized. */
  prorated: boolean
  /** Billed as nothing although the price is not free: a trial. */
  free: boolean
  tax: { tax: number; net: number } | null
  /** Null for what stands in where there is no invoice. */
  invoice: string | null
  created: Instant
}

/** Item id (the price's, where lines name no item) → its stretches, ascending, none overlapping. */
export type ItemHistory = Map<string, Stretch[]>

/** The stretches that invoices of the given statuses tell. */
export function itemHistory(
  invoices: readonly InvoiceForHistory[],
  statuses: readonly InvoiceForHistory['status'][],
): ItemHistory {
  const history: ItemHistory = new Map()
  for (const invoice of invoices) {
    if (!statuses.includes(invoice.status)) continue
    for (const lines of linesByChange(invoice)) {
      const told = tellingLines(lines)
      const [first] = told ?? lines
      if (told && first) {
        const key = keyOf(first)
        const stretches = history.get(key)
        if (stretches) stretches.push(stretchOf(invoice, told, first))
        else history.set(key, [stretchOf(invoice, told, first)])
      }
    }
  }
  for (const stretches of history.values()) inOrder(stretches)
  keepDiscounts(history)
  for (const [key, stretches] of history) history.set(key, chained(stretches))
  return history
}

/** The key of an item in an `ItemHistory`. */
export function keyOf(line: { subscription_item?: string | null; price: Price; id?: string }): string {
  return line.subscription_item ?? line.price.id ?? line.id ?? ''
}

/** Lines of one invoice that speak of the same item, from the same instant, in the same way. */
function linesByChange({ lines }: InvoiceForHistory): Iterable<InvoiceLineForHistory[]> {
  const licensed = lines.filter(({ price }) => !isMetered(price))
  // Most invoices have one line, and there are many invoices.
  if (licensed.length < 2) return licensed.length === 0 ? [] : [licensed]
  const groups = new Map<string, InvoiceLineForHistory[]>()
  for (const line of licensed) {
    const name = `${keyOf(line)} ${line.period.start} ${line.proration}`
    const group = groups.get(name)
    if (group) group.push(line)
    else groups.set(name, [line])
  }
  return groups.values()
}

/**
 * The lines that show what the item is from then on. Of prorations that is the debit ("remaining time"); a zero beside
 * a credit is the debit of a free price. Credits alone ("unused time") stand for themselves: the item is gone. Zeros
 * alone tell nothing.
 */
function tellingLines(lines: readonly InvoiceLineForHistory[]): readonly InvoiceLineForHistory[] | null {
  if (!lines[0]?.proration) return lines
  const debits = lines.filter(({ amount }) => amount > 0)
  if (debits.length > 0) return debits
  const credits = lines.filter(({ amount }) => amount < 0)
  const zeros = lines.filter(({ amount }) => amount === 0)
  return credits.length === 0 ? null : zeros.length > 0 ? zeros : credits
}

function stretchOf(
  invoice: InvoiceForHistory,
  lines: readonly InvoiceLineForHistory[],
  first: InvoiceLineForHistory,
): Stretch {
  const last = lines.at(-1) ?? first
  const { price, period, proration, subscription_item: id } = last
  // Graduated prices are billed with one line per tier.
  const split = price.billing_scheme === 'tiered' && lines.length > 1
  const quantity = split ? lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0) : last.quantity
  const item: SubscriptionItem = id ? { id, price, quantity } : { price, quantity }
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  return {
    start: period.start,
    end: period.end,
    item: proration && amount < 0 ? null : item,
    discounts: last.discounts,
    prorated: proration,
    free: !proration && amount === 0 && round(lineAmount(item, [])) > 0,
    tax: last.tax_inclusive ?? null,
    invoice: invoice.id,
    created: invoice.created,
  }
}

/** Ascending; of those that start together the one told last comes last. */
const inOrder = (stretches: Stretch[]): Stretch[] =>
  stretches.sort(
    (a, b) => a.start - b.start || Number(a.item !== null) - Number(b.item !== null) || a.created - b.created,
  )

/**
 * A change in mid-period leaves the discounts as they are: those of the item before, or where it comes in, those that all
 * the other items have.
 */
function keepDiscounts(history: ItemHistory): void {
  const items = [...history.values()]
  const prorated = items.flatMap((own) =>
    own.flatMap((stretch) => (stretch.prorated && stretch.discounts.length === 0 ? [{ own, stretch }] : [])),
  )
  for (const { own, stretch } of prorated.sort((a, b) => a.stretch.start - b.stretch.start)) {
    const before = (stretches: Stretch[]) =>
      stretches.findLast(({ start, end, item }) => item && start < stretch.start && stretch.start <= end)
    const former = before(own)
    const [first, ...others] = former ? [former] : items.flatMap((stretches) => before(stretches) ?? [])
    stretch.discounts = (first?.discounts ?? []).filter(
      (discount) =>
        (discount.end ?? Infinity) > stretch.start && others.every((other) => hasDiscount(other, discount)),
    )
  }
}

/** Whether a stretch tells a discount. */
export function hasDiscount({ discounts }: Stretch, discount: Discount): boolean {
  return discounts.some((other) => nameOf(other) === nameOf(discount))
}

/** What tells a discount from others. */
export function nameOf({ id, coupon }: Discount): string {
  return id ?? coupon.id ?? JSON.stringify(coupon)
}

/**
 * Each ends where the next one starts, and of those that start together the last remains. A renewal without a change
 * prolongs what it renews, so that years of invoices leave a few stretches.
 */
function chained(stretches: Stretch[]): Stretch[] {
  const chain: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const next = stretches[index + 1]
    if (next?.start === stretch.start) continue
    const end = next && next.start < stretch.end ? next.start : stretch.end
    const former = chain.at(-1)
    stretch.end = end
    if (former && former.end === stretch.start && isSame(former, stretch)) former.end = end
    else chain.push(stretch)
  }
  return chain
}

/** Whether two stretches tell the same of an item. Stripe never changes the amounts of a price. */
function isSame(a: Stretch, b: Stretch): boolean {
  if (!a.item || !b.item || a.free !== b.free || a.item.quantity !== b.item.quantity) return false
  const [one, other] = [a.item.price, b.item.price]
  const known = one.id !== undefined && one.id === other.id && one.tax_behavior === other.tax_behavior
  if (one !== other && !known && JSON.stringify(one) !== JSON.stringify(other)) return false
  if (a.tax?.tax !== b.tax?.tax || a.tax?.net !== b.tax?.net) return false
  return (
    a.discounts.length + b.discounts.length === 0 ||
    JSON.stringify(a.discounts) === JSON.stringify(b.discounts)
  )
}
