/** Conversion into the reporting currency (C5). */
import { decimals } from './currency'
import { ONE, decimal, multiply, ratio, round } from './rational'
import type { Rational } from './rational'
import type { Currency, Day, Rates } from './types'

/**
 * Reporting units per one major unit of a currency on a day (C5): the latest entry not after the day, 1 for the
 * reporting currency itself, null where there is none. Never assumes a rate.
 */
export function rateOn(
  rates: Rates,
  currency: Currency,
  day: Day,
  reportingCurrency: Currency,
): Rational | null {
  if (currency === reportingCurrency) return ONE
  const entries = rates[currency] ?? []
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.day ?? '') <= day) low = middle + 1
    else high = middle
  }
  const entry = entries[low - 1]
  return entry ? decimal(entry.rate) : null
}

/** Whether a currency can ever be converted: it is the reporting currency, or has a rate on some day. */
export function hasRates(rates: Rates, currency: Currency, reportingCurrency: Currency): boolean {
  return currency === reportingCurrency || (rates[currency]?.length ?? 0) > 0
}

/** Reporting minor units per one minor unit of a currency on a day; null without a rate. */
export function minorRateOn(
  rates: Rates,
  currency: Currency,
  day: Day,
  reportingCurrency: Currency,
): Rational | null {
  const rate = rateOn(rates, currency, day, reportingCurrency)
  const shift = decimals(reportingCurrency) - decimals(currency)
  if (rate === null || shift === 0) return rate
  const scale = 10n ** BigInt(Math.abs(shift))
  return multiply(rate, shift > 0 ? ratio(scale) : ratio(1n, scale))
}

/** An amount in minor units of a currency in reporting minor units, rounded once (C5); null without a rate. */
export function convert(
  amountMinor: number,
  currency: Currency,
  day: Day,
  rates: Rates,
  reportingCurrency: Currency,
): number | null {
  if (currency === reportingCurrency) return amountMinor
  const rate = minorRateOn(rates, currency, day, reportingCurrency)
  return rate === null ? null : round(multiply(ratio(amountMinor), rate))
}

/**
 * The sum of amounts (minor units) in reporting minor units, rounded per currency (C5). Currencies without a rate
 * are left out and named, sorted, unless their amount is 0.
 */
export function convertSum(
  amounts: Record<Currency, number>,
  day: Day,
  rates: Rates,
  reportingCurrency: Currency,
): { value: number; fxMissing: Currency[] } {
  let value = 0
  const fxMissing: Currency[] = []
  for (const currency of Object.keys(amounts)) {
    const amount = amounts[currency] ?? 0
    if (amount === 0) continue
    const converted = convert(amount, currency, day, rates, reportingCurrency)
    if (converted === null) fxMissing.push(currency)
    else value += converted
  }
  return { value, fxMissing: fxMissing.sort() }
}
