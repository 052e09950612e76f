import { convert } from './fx'
import { emptySums } from './rollup'
import { MOVEMENT_SUMS } from './types'
import type { Currency, DayRollup, MovementSums, Rates } from './types'

/**
 * One day's movements in reporting minor units: per currency and type one conversion at this day's rate, one rounding
 * each (C5). `missing` collects the currencies that have no rate on this day; they are left out.
 */
export function convertedSums(
  { day, currencies }: DayRollup,
  rates: Rates,
  reportingCurrency: Currency,
  missing: Set<Currency>,
): MovementSums {
  const total = emptySums()
  for (const [currency, sums] of Object.entries(currencies)) {
    for (const type of MOVEMENT_SUMS) {
      if (sums[type] === 0) continue
      const value = convert(sums[type], currency, day, rates, reportingCurrency)
      if (value === null) missing.add(currency)
      else total[type] += value
    }
  }
  return total
}

export function addSums(into: MovementSums, sums: MovementSums): void {
  for (const type of MOVEMENT_SUMS) into[type] += sums[type]
}
