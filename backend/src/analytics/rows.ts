/** Rows that add up to a figure, and how what was rounded together is shared out among them. */
import { apportion, rational, type Currency, type Day, type Rates, type Rational } from '../metrics'
import { minorRateOn } from '../metrics/fx'
import type { Part } from './book'

export const ROW_KINDS = [
  'customer',
  'movement',
  'balance_transaction',
  'charge',
  'invoice',
  'balance',
  'payout',
  'expected_payout',
  'dispute',
  'early_fraud_warning',
  'subscription',
] as const

/** One row: what a customer, a movement or an object of Stripe contributes. */
export interface Row {
  id: string
  kind: (typeof ROW_KINDS)[number]
  /** In the unit of the figure. */
  value: number
  account: string
  /** Null where Stripe's object names none. */
  customer: string | null
  day: Day | null
  /** Of a movement its type, of a balance transaction its category, of an open invoice its age, of a payout or a dispute how it stands, of a trial what became of it. */
  type: string | null
  /** Before conversion, signed as the figure counts it. */
  amounts: Record<Currency, number>
  subscriptions: string[]
  /** Stripe ids that caused it. */
  objects: string[]
}

/** Signed minor units that a row adds to a group; a group is rounded once and shared out. */
export interface Share {
  row: Row
  group: string
  exact: Rational
}

/** Adds to each row its share of its groups, so that the rows of a group add up to the group rounded. */
export function shareOut(shares: readonly Share[]): void {
  const groups = new Map<string, Share[]>()
  for (const share of shares) {
    const own = groups.get(share.group)
    if (own) own.push(share)
    else groups.set(share.group, [share])
  }
  for (const own of groups.values()) {
    const { shares: parts } = apportion(own.map(({ exact }) => exact))
    for (const [index, { row }] of own.entries()) row.value += parts[index] ?? 0
  }
}

export const emptyRow = (
  part: Part,
  customer: string | null,
  rest: Pick<Row, 'id' | 'kind'> & Partial<Row>,
): Row => ({
  value: 0,
  account: part.account.accountId,
  customer,
  day: null,
  type: null,
  amounts: {},
  subscriptions: [],
  objects: [],
  ...rest,
})

/** An amount in reporting minor units, exact; null without a rate. */
export const valued = (amount: number, currency: Currency, day: Day, rates: Rates, reporting: Currency) => {
  const rate = minorRateOn(rates, currency, day, reporting)
  return rate && rational.multiply(rational.ratio(amount), rate)
}

export const newestFirst = (rows: Row[]): Row[] =>
  rows.sort((a, b) => compare(b.day ?? '', a.day ?? '') || compare(b.id, a.id))

export const largestFirst = (rows: Row[]): Row[] =>
  rows.sort((a, b) => b.value - a.value || compare(a.id, b.id))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
