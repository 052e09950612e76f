/** By what the fees of an account are estimated (V5). */
import type { AccountDocument } from '../accounts/model'
import { FEE_TABLE, feeRateOf, type Day, type FeeRate, type FeeTableRow } from '../metrics'

/** A percentage as a decimal string: 290 is 2.90. */
const percent = (bp: number): string => `${Math.floor(bp / 100)}.${String(bp % 100).padStart(2, '0')}`

/** What Stripe takes of the account's charges on a day: what was entered, before that the list prices of its country. */
export function feesOn({ country, feeRates = [] }: AccountDocument, day: Day): FeeRate | undefined {
  const own = feeRates.map(({ from, percent_bp, fixed, international_bp, conversion_bp }): FeeTableRow => ({
    countries: [country ?? ''],
    from,
    rate: {
      percent: percent(percent_bp),
      fixed,
      international: percent(international_bp),
      conversion: percent(conversion_bp),
    },
  }))
  return feeRateOf(country ?? '', day, [...FEE_TABLE, ...own])
}
