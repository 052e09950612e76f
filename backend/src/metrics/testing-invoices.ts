/** Short makers of invoices, and what a reconstructed history amounts to. */
import { customerMovements } from './movements'
import { reconstructSubscription } from './reconstruct'
import type { InvoiceForHistory, InvoiceLineForHistory, SubscriptionForHistory } from './reconstruct'
import { historyOf, instant, item, settings, subscription } from './testing'
import type { Definitions, Discount } from './types'

export const BEFORE = instant('2026-06-20')

export interface LineShape {
  item?: string
  price?: string
  unit?: number
  quantity?: number
  amount?: number
  proration?: boolean
  interval?: string
  discounts?: Discount[]
}

export function line(start: string, end: string, shape: LineShape = {}): InvoiceLineForHistory {
  const {
    item: id = 'si_1',
    unit = 1000,
    quantity = 1,
    proration = false,
    interval = 'month',
    discounts = [],
  } = shape
  const { price = `price_${unit}`, amount = unit * quantity } = shape
  return {
    id: `il_${id}_${start}_${amount}`,
    subscription_item: id,
    price: { id: price, unit_amount: unit, recurring: { interval } },
    quantity,
    amount,
    proration,
    period: { start: instant(start), end: instant(end) },
    discounts,
  }
}

export const invoice = (
  created: string,
  lines: InvoiceLineForHistory[],
  status: InvoiceForHistory['status'] = 'paid',
): InvoiceForHistory => ({ id: `in_${created}`, status, created: instant(created), lines })

export const month = (number: number) => `2026-0${number}-01`
/** One paid invoice a month, January to June. */
export const monthly = (from: number, to: number, shape: LineShape = {}) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).map((number) =>
    invoice(month(number), [line(month(number), month(number + 1), shape)]),
  )

export function now(changes: Partial<SubscriptionForHistory> = {}): SubscriptionForHistory {
  const start = instant('2026-01-01')
  const items = [{ ...item(1000), id: 'si_1' }]
  return { ...subscription({ items }), start_date: start, created: start, ...changes }
}

export const versionsOf = (
  subscription: SubscriptionForHistory,
  invoices: InvoiceForHistory[],
  before = BEFORE,
) => reconstructSubscription({ subscription, invoices, before })

export const day = (at: number) => new Date(at * 1000).toISOString().slice(0, 10)

/** What the history amounts to. */
export const story = (
  subscription: SubscriptionForHistory,
  invoices: InvoiceForHistory[],
  rules: Partial<Definitions> = {},
) => {
  const history = historyOf(versionsOf(subscription, invoices))
  return customerMovements(history, settings(rules), {}, BEFORE).map(({ day: on, type, amount, reason }) =>
    reason ? [on, type, amount, reason] : [on, type, amount],
  )
}
