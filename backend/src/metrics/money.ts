/** What moved on the Stripe balance, by day (V1 to V4, V6). Day roll-ups are pure sums, so parts can be merged. */
import { dayOf } from './local-day'
import { basisPoints, ratio } from './rational'
import { Reported } from './reported'
import type { Currency, Day, Instant, Rates } from './types'

/** The part of a Stripe balance transaction that the figures depend on. */
export interface BalanceTransaction {
  amount: number
  fee: number
  net: number
  currency: Currency
  created: Instant
  reporting_category: string
  /** Only the payments balance is looked at. */
  balance_type?: string | null
}

/** Sums in minor units of one currency; money that left is negative. */
export interface MoneySums {
  count: number
  amount: number
  fee: number
  net: number
}

/** One local day; by settlement currency, then by `reporting_category`, every category included. */
export interface MoneyRollup {
  day: Day
  currencies: Record<Currency, Record<string, MoneySums>>
}

export interface VolumeInput {
  /** Days outside the range are passed over. */
  rollups: readonly MoneyRollup[]
  /** Both inclusive. */
  from: Day
  to: Day
  rates: Rates
  reportingCurrency: Currency
}

/** What a transaction adds to; the four kinds of fees are apart by what they were taken for (V4). */
export type MoneyFigure =
  | 'gross_volume'
  | 'refunds'
  | 'disputes'
  | 'processing_fees'
  | 'refund_fees'
  | 'dispute_fees'
  | 'service_fees'

/** Reporting minor units, each day at its own rate; all but `net_volume` positive in the usual case. */
export interface Volume extends Record<MoneyFigure, number> {
  /** V4: the four kinds together. */
  fees: number
  /** V3: gross volume less refunds, disputes and fees. */
  net_volume: number
  /** P2 where tax is not known: gross volume less refunds and disputes; fees are a cost, not less revenue. */
  net_revenue: number
  /** Fees, and refunds made in the range, of gross volume (V4, V6). */
  effective_fee_bp: number | null
  refund_rate_bp: number | null
  charges: number
  /** Currencies left out on at least one day for want of a rate, sorted (C5). */
  fx_missing: Currency[]
}

/** What an amount or a fee of a category adds to. */
export interface MoneyTerm {
  figure: MoneyFigure
  of: 'amount' | 'fee'
  sign: 1 | -1
}

const terms = (figure: MoneyFigure, fees: MoneyFigure): MoneyTerm[] => [
  { figure, of: 'amount', sign: figure === 'gross_volume' ? 1 : -1 },
  { figure: fees, of: 'fee', sign: 1 },
]
const PAYMENT = terms('gross_volume', 'processing_fees')
const REFUND = terms('refunds', 'refund_fees')
const DISPUTE = terms('disputes', 'dispute_fees')
const SERVICE = terms('service_fees', 'service_fees')

/**
 * V1: what counts as revenue or lessens it. Payouts, transfers, top-ups and reserves move money without earning any.
 * A charge that failed after it had succeeded takes its volume back; network costs are the fees of those who pay them
 * apart from Stripe's own.
 */
const TERMS: Partial<Record<string, readonly MoneyTerm[]>> = {
  charge: PAYMENT,
  payment: PAYMENT,
  charge_failure: PAYMENT,
  refund: REFUND,
  partial_capture_reversal: REFUND,
  refund_failure: REFUND,
  dispute: DISPUTE,
  dispute_reversal: DISPUTE,
  fee: SERVICE,
  network_cost: SERVICE,
}

/** What a transaction of a category adds to which figure; nothing where it is no revenue (V1). */
export function moneyTerms(category: string): readonly MoneyTerm[] {
  return TERMS[category] ?? []
}

/** Whether a transaction of a category is a payment that came in. */
export function isPayment(category: string): boolean {
  return category === 'charge' || category === 'payment'
}

/** Only the payments balance is looked at. */
export function isOfPayments({ balance_type }: Pick<BalanceTransaction, 'balance_type'>): boolean {
  return (balance_type ?? 'payments') === 'payments'
}

/** One roll-up per local day that has transactions, days ascending; any order gives the same bytes. */
export function foldMoney(transactions: Iterable<BalanceTransaction>, timeZone: string): MoneyRollup[] {
  const days = new Map<Day, MoneyRollup>()
  for (const transaction of transactions) {
    if (!isOfPayments(transaction)) continue
    const { created, currency, reporting_category, amount, fee, net } = transaction
    const sums = { count: 1, amount, fee, net }
    addTo(rollupOf(days, dayOf(created, timeZone)), currency, reporting_category, sums)
  }
  return finished(days)
}

/** The roll-ups of two sets of transactions as those of their union; the inputs stay as they are. */
export function mergeMoney(a: readonly MoneyRollup[], b: readonly MoneyRollup[]): MoneyRollup[] {
  const days = new Map<Day, MoneyRollup>()
  for (const { day, currencies } of [...a, ...b]) {
    const rollup = rollupOf(days, day)
    for (const [currency, categories] of Object.entries(currencies))
      for (const [category, sums] of Object.entries(categories)) addTo(rollup, currency, category, sums)
  }
  return finished(days)
}

/** The figures of a range (V2 to V4, V6). Throws where Stripe's `net` is not amount less fee, on which V3 rests. */
export function volume({ rollups, from, to, rates, reportingCurrency }: VolumeInput): Volume {
  const reported = new Reported(rates, reportingCurrency)
  const sums: Record<MoneyFigure, number> = {
    gross_volume: 0,
    refunds: 0,
    disputes: 0,
    processing_fees: 0,
    refund_fees: 0,
    dispute_fees: 0,
    service_fees: 0,
  }
  let charges = 0
  for (const { day, currencies } of rollups) {
    if (day < from || day > to) continue
    for (const [currency, categories] of Object.entries(currencies)) {
      for (const [category, moved] of Object.entries(categories)) {
        const added = moneyTerms(category)
        if (added.length === 0) continue
        const { count, amount, fee, net } = moved
        if (amount - fee !== net) throw new Error(`${category} of ${day} in ${currency}: V3 does not hold`)
        for (const { figure, of, sign } of added)
          sums[figure] += sign * (reported.value(moved[of], currency, day) ?? 0)
        if (isPayment(category) && reported.value(0, currency, day) !== null) charges += count
      }
    }
  }
  const { gross_volume, refunds, disputes } = sums
  const fees = sums.processing_fees + sums.refund_fees + sums.dispute_fees + sums.service_fees
  const net_revenue = gross_volume - refunds - disputes
  return {
    ...sums,
    fees,
    net_volume: net_revenue - fees,
    net_revenue,
    effective_fee_bp: basisPoints(ratio(fees), ratio(gross_volume)),
    refund_rate_bp: basisPoints(ratio(refunds), ratio(gross_volume)),
    charges,
    fx_missing: reported.fxMissing,
  }
}

function rollupOf(days: Map<Day, MoneyRollup>, day: Day): MoneyRollup {
  const known = days.get(day)
  if (known) return known
  const rollup = { day, currencies: {} }
  days.set(day, rollup)
  return rollup
}

function addTo(rollup: MoneyRollup, currency: Currency, category: string, sums: MoneySums): void {
  const into = ((rollup.currencies[currency] ??= {})[category] ??= { count: 0, amount: 0, fee: 0, net: 0 })
  into.count += sums.count
  into.amount += sums.amount
  into.fee += sums.fee
  into.net += sums.net
}

/** Days, currencies and categories ascending. */
function finished(days: ReadonlyMap<Day, MoneyRollup>): MoneyRollup[] {
  return [...days.values()]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, currencies }) => ({
      day,
      currencies: ordered(
        Object.fromEntries(Object.entries(currencies).map(([currency, sums]) => [currency, ordered(sums)])),
      ),
    }))
}

function ordered<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
