import type { Account } from '../store/account'
import type { InvoiceRecord, Metadata, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { attachItemDiscount, type Reduction } from './discounts'
import { isMetered, netAmounts, periodLines, priceOf } from './invoice-lines'
import { credit, debit } from './proration'
import { newItem, type NewItem } from './subscription-create'
import { billNow, hasPending } from './subscription-invoice'
import { periodEnd } from './subscription-periods'

export type ProrationBehavior = 'create_prorations' | 'always_invoice' | 'none'

export interface ItemChange {
  /** The item to change; without it a new one is added. */
  item: SubscriptionItemRecord | null
  price?: string
  quantity?: number
  metadata?: Metadata
  taxRates?: string[]
  discounts?: { kept: string[]; added: Reduction[] }
  deleted?: boolean
}

export interface Proration {
  behavior: ProrationBehavior
  /** From when on the change counts. */
  instant: number
}

/**
 * Changes items, credits what was billed for the old ones and charges for the new ones. The answer is an invoice that the
 * caller settles.
 */
export function changeItems(
  account: Account,
  subscription: SubscriptionRecord,
  changes: ItemChange[],
  proration: Proration,
  restart = false,
): InvoiceRecord | undefined {
  const before = new Map(subscription.items.map((item) => [item.id, { ...item }]))
  const netBefore = netAmounts(account, subscription)
  const intervalsBefore = intervalsOf(account, subscription)
  for (const change of changes) changeItem(account, subscription, change)
  if (subscription.status === 'trialing' || subscription.status === 'incomplete') return undefined
  const restarts = restart || intervalsOf(account, subscription) !== intervalsBefore
  if (restarts) {
    subscription.billing_cycle_anchor = account.now
    delete subscription.anchor_config
  }
  const credits = proration.behavior !== 'none'
  for (const old of before.values()) {
    const item = subscription.items.find((one) => one.id === old.id)
    if (item && item.price === old.price && item.quantity === old.quantity && !restarts) continue
    if (credits) credit(account, subscription, asCredited(subscription, old, netBefore), proration.instant)
    if (item) item.billed = null
  }
  if (restarts) return restartPeriods(account, subscription)
  chargeNewItems(account, subscription, proration)
  const isBilled = proration.behavior === 'always_invoice' && hasPending(account, subscription)
  return isBilled ? billNow(account, subscription, []) : undefined
}

/** In classic mode a credit starts from what the item costs now, and not from what was billed. */
function asCredited(
  { billing_mode }: SubscriptionRecord,
  old: SubscriptionItemRecord,
  net: Map<string, number>,
): SubscriptionItemRecord {
  if (billing_mode !== 'classic' || !old.billed) return old
  return { ...old, billed: { ...old.billed, amount: net.get(old.id) ?? 0 } }
}

function chargeNewItems(
  account: Account,
  subscription: SubscriptionRecord,
  { behavior, instant }: Proration,
): void {
  const net = netAmounts(account, subscription)
  for (const item of subscription.items) {
    if (item.billed || isMetered(priceOf(account, item))) continue
    const amount = net.get(item.id) ?? 0
    if (behavior === 'none') item.billed = { amount, invoice: subscription.latest_invoice ?? '', lines: [] }
    else debit(account, subscription, item, amount, instant)
  }
}

function changeItem(account: Account, subscription: SubscriptionRecord, change: ItemChange): void {
  const { item } = change
  if (!item) {
    if (change.price === undefined) return
    const wanted: NewItem = {
      price: change.price,
      quantity: change.quantity ?? 1,
      metadata: change.metadata ?? {},
      taxRates: change.taxRates ?? [],
      reductions: change.discounts?.added ?? [],
    }
    subscription.items.push(newItem(account, subscription, wanted))
    return
  }
  if (change.deleted) {
    subscription.items = subscription.items.filter((one) => one !== item)
    return
  }
  if (change.price !== undefined) item.price = change.price
  if (change.quantity !== undefined) item.quantity = change.quantity
  if (change.metadata) item.metadata = change.metadata
  if (change.taxRates) item.tax_rates = change.taxRates
  if (!change.discounts) return
  item.discounts = change.discounts.kept
  for (const reduction of change.discounts.added) attachItemDiscount(account, subscription, item, reduction)
}

function intervalsOf(account: Account, subscription: SubscriptionRecord): string {
  const intervals = subscription.items.map((item) => {
    const recurring = priceOf(account, item).recurring
    return `${recurring?.interval_count}${recurring?.interval}`
  })
  return [...new Set(intervals)].sort().join(' ')
}

/** New periods begin now and are billed at once. */
function restartPeriods(account: Account, subscription: SubscriptionRecord): InvoiceRecord {
  const lines = subscription.items.flatMap((item) => {
    item.current_period_start = account.now
    item.current_period_end = periodEnd(account, subscription, item, account.now)
    if (isMetered(priceOf(account, item))) return []
    return periodLines(account, item, { start: account.now, end: item.current_period_end }, item.quantity)
  })
  return billNow(account, subscription, lines)
}
