import { convert } from './fx'
import type { Currency, Day, Rates } from './types'

/** Turns amounts into reporting minor units, one rounding each, and remembers what it had no rate for (C5). */
export class Reported {
  private readonly rates: Rates
  private readonly currency: Currency
  private readonly missing = new Set<Currency>()

  constructor(rates: Rates, reportingCurrency: Currency) {
    this.rates = rates
    this.currency = reportingCurrency
  }

  /** The value of an amount (minor units of `currency`) at the day's rate; null, and named, without a rate. */
  value(amountMinor: number, currency: Currency, day: Day): number | null {
    const value = convert(amountMinor, currency, day, this.rates, this.currency)
    if (value === null) this.missing.add(currency)
    return value
  }

  /** Sorted. */
  get fxMissing(): Currency[] {
    return [...this.missing].sort()
  }
}

/** How many there are of something, and what they come to in reporting minor units. */
export interface Tally {
  count: number
  amount: number
}

export function emptyTally(): Tally {
  return { count: 0, amount: 0 }
}

export function addTo(tally: Tally, amount: number): void {
  tally.count += 1
  tally.amount += amount
}
