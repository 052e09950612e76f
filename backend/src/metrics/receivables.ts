/** What customers owe, by how long it is past due (A9). */
import { dayOf, daysBetween } from './local-day'
import { Reported, addTo, emptyTally } from './reported'
import type { Tally } from './reported'
import type { Currency, Instant, Rates } from './types'

/** A Stripe invoice. */
export interface ReceivableInvoice {
  id: string
  currency: Currency
  amount_due: number
  amount_remaining: number
  /** Null where it is charged at once: then it is due when it is finalized. */
  due_date?: Instant | null
  status_transitions: {
    finalized_at: Instant | null
    paid_at?: Instant | null
    voided_at?: Instant | null
    marked_uncollectible_at?: Instant | null
  }
}

export interface ReceivablesInput {
  invoices: readonly ReceivableInvoice[]
  /** An invoice that is closed at this very instant is not open. */
  at: Instant
  timeZone: string
  rates: Rates
  reportingCurrency: Currency
}

/** Whole local days past the day on which the invoice was due. */
export type Age = 'not_due' | 'days_1_30' | 'days_31_60' | 'days_61_90' | 'over_90'

/** Each invoice at the rate of the instant's day. */
export interface Receivables {
  ages: Record<Age, Tally>
  /** The ages together. */
  total: Tally
  /** Currencies without a rate, sorted; their invoices are left out (C5). */
  fx_missing: Currency[]
}

/**
 * Invoices open at an instant, by age. Of one that was closed since, the whole amount was open: when its parts were paid
 * is not on the invoice.
 */
export function receivables({
  invoices,
  at,
  timeZone,
  rates,
  reportingCurrency,
}: ReceivablesInput): Receivables {
  const reported = new Reported(rates, reportingCurrency)
  const today = dayOf(at, timeZone)
  const total = emptyTally()
  const ages: Record<Age, Tally> = {
    not_due: emptyTally(),
    days_1_30: emptyTally(),
    days_31_60: emptyTally(),
    days_61_90: emptyTally(),
    over_90: emptyTally(),
  }
  for (const invoice of invoices) {
    const age = ageOf(invoice, at, timeZone)
    const open = openOf(invoice)
    if (age === null || open <= 0) continue
    const amount = reported.value(open, invoice.currency, today)
    if (amount === null) continue
    addTo(ages[age], amount)
    addTo(total, amount)
  }
  return { ages, total, fx_missing: reported.fxMissing }
}

/** Minor units that an open invoice still asks for; of one that was closed since, the whole amount. */
export function openOf(invoice: ReceivableInvoice): number {
  return closedAt(invoice) === Infinity ? invoice.amount_remaining : invoice.amount_due
}

/** The age of an invoice that is open at an instant; null for one that is not. */
export function ageOf(invoice: ReceivableInvoice, at: Instant, timeZone: string): Age | null {
  const { finalized_at } = invoice.status_transitions
  if (finalized_at === null || finalized_at > at || closedAt(invoice) <= at) return null
  const due = dayOf(invoice.due_date ?? finalized_at, timeZone)
  const days = daysBetween(due, dayOf(at, timeZone))
  if (days <= 0) return 'not_due'
  if (days <= 30) return 'days_1_30'
  if (days <= 60) return 'days_31_60'
  return days <= 90 ? 'days_61_90' : 'over_90'
}

/** Infinity while it is open. */
function closedAt({ status_transitions }: ReceivableInvoice): Instant {
  const { paid_at, voided_at, marked_uncollectible_at } = status_transitions
  return Math.min(paid_at ?? Infinity, voided_at ?? Infinity, marked_uncollectible_at ?? Infinity)
}
