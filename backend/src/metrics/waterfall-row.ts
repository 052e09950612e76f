/** One row of the waterfall and what must hold of it (W6, W7). */
import { netOf } from './rollup'
import type { CUSTOMER_SUMS, Day, MovementSums } from './types'

/** One period; money in reporting minor units. */
export interface WaterfallRow extends MovementSums {
  /** First day, not before the range. */
  date: Day
  /** Last day, inclusive, not after the range. */
  end_date: Day
  start: number
  /** What the rates alone changed, and the roundings of conversion (W6). */
  fx: number
  end: number
  customers_start: number
  customers_new: number
  customers_reactivated: number
  customers_churned: number
  customers_transferred_in: number
  customers_transferred_out: number
  customers_end: number
  /** Holds movements from before the events (C6). */
  reconstructed: boolean
  /** False when the period holds `today` or a later day. */
  complete: boolean
}

/** A balance at the end of a day: reporting minor units, and customers with MRR. */
export interface Balance {
  mrr: number
  customers: number
}

/** The range as one row: sums of the rows between the first opening and the last closing balance. */
export function totalOf(
  rows: readonly WaterfallRow[],
  first: WaterfallRow,
  last: WaterfallRow,
): WaterfallRow {
  const sum = (field: keyof MovementSums | 'fx' | `customers_${(typeof CUSTOMER_SUMS)[number]}`) =>
    rows.reduce((total, row) => total + row[field], 0)
  return {
    date: first.date,
    end_date: last.end_date,
    start: first.start,
    new: sum('new'),
    expansion: sum('expansion'),
    contraction: sum('contraction'),
    churn: sum('churn'),
    reactivation: sum('reactivation'),
    transfer_in: sum('transfer_in'),
    transfer_out: sum('transfer_out'),
    fx: sum('fx'),
    end: last.end,
    customers_start: first.customers_start,
    customers_new: sum('customers_new'),
    customers_reactivated: sum('customers_reactivated'),
    customers_churned: sum('customers_churned'),
    customers_transferred_in: sum('customers_transferred_in'),
    customers_transferred_out: sum('customers_transferred_out'),
    customers_end: last.customers_end,
    reconstructed: rows.some((row) => row.reconstructed),
    complete: rows.every((row) => row.complete),
  }
}

/**
 * W7. `counted` is the closing balance counted on its own, `opening` that of the row before; `foreign` says whether any
 * currency but the reporting one is in it: without one, the rates can have changed nothing (W6).
 */
export function assertIdentities(
  row: WaterfallRow,
  opening: Balance,
  counted: Balance,
  foreign: boolean,
): void {
  const broken: string[] = []
  if (row.start !== opening.mrr || row.customers_start !== opening.customers) broken.push('it does not chain')
  if (row.start + netOf(row) + row.fx !== counted.mrr || row.end !== counted.mrr)
    broken.push('MRR does not add up')
  const came = row.customers_new + row.customers_reactivated + row.customers_transferred_in
  const customers = row.customers_start + came - row.customers_churned - row.customers_transferred_out
  if (customers !== counted.customers || row.customers_end !== counted.customers) {
    broken.push('customers do not add up')
  }
  if (!foreign && row.fx !== 0) broken.push('there is an exchange-rate line without a foreign currency')
  if (broken.length > 0) throw new Error(`waterfall of ${row.date} to ${row.end_date}: ${broken.join(', ')}`)
}
