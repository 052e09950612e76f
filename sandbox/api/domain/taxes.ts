import { shareOf } from '../engine/money'
import type { Account } from '../store/account'
import type { LineRecord, TaxAmount, TaxRateRecord } from '../store/records'
import { given } from './discount-amounts'

/** Percentages have up to four decimals; parts of a million of an amount keep them whole. */
const partsOf = ({ percentage }: TaxRateRecord) => Math.round(percentage * 10_000)
const WHOLE = 1_000_000

/** The tax rates of the given ids, in order. */
export function taxRatesOf(account: Account, ids: readonly string[] = []): TaxRateRecord[] {
  return ids.flatMap((id) => account.store.taxRates.get(id) ?? [])
}

/** The part of an amount that inclusive taxes make up. */
export function inclusiveTax(net: number, rates: readonly TaxRateRecord[]): number {
  return inclusiveShares(net, rates).reduce((sum, one) => sum + one, 0)
}

function inclusiveShares(net: number, rates: readonly TaxRateRecord[]): number[] {
  const parts = rates.filter(({ inclusive }) => inclusive).map(partsOf)
  const whole = WHOLE + parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => shareOf(net, part, whole))
}

/**
 * The taxes on an amount, each rounded by itself: inclusive ones are part of the amount, exclusive ones come on top of
 * what the inclusive ones leave. Source: docs.stripe.com/billing/taxes/tax-rates.
 */
export function taxesOn(
  net: number,
  rates: readonly TaxRateRecord[],
  exempt?: 'exempt' | 'reverse',
): TaxAmount[] {
  if (exempt) {
    const reason = exempt === 'exempt' ? 'customer_exempt' : 'reverse_charge'
    return rates.map(({ id, inclusive }) => ({
      amount: 0,
      behavior: inclusive ? 'inclusive' : 'exclusive',
      rate: id,
      reason,
      taxable_amount: 0,
    }))
  }
  const shares = inclusiveShares(net, rates)
  const taxable = net - shares.reduce((sum, one) => sum + one, 0)
  return rates.map((rate) => ({
    amount: rate.inclusive ? (shares.shift() ?? 0) : shareOf(taxable, partsOf(rate), WHOLE),
    behavior: rate.inclusive ? 'inclusive' : 'exclusive',
    rate: rate.id,
    reason: 'not_available',
    taxable_amount: taxable,
  }))
}

/** The taxes on what the discounts leave of a line, by its own rates or those of its invoice. */
export function taxLine(
  account: Account,
  line: LineRecord,
  defaults: readonly string[],
  exempt?: 'exempt' | 'reverse',
): TaxAmount[] {
  const ids = line.tax_rates && line.tax_rates.length > 0 ? line.tax_rates : defaults
  return taxesOn(line.amount - given(line), taxRatesOf(account, ids), exempt)
}

/** The taxes of several lines, one sum for each rate. */
export function sumTaxes(taxes: readonly TaxAmount[]): TaxAmount[] {
  const sums = new Map<string, TaxAmount>()
  for (const tax of taxes) {
    const sum = sums.get(tax.rate)
    if (!sum) {
      sums.set(tax.rate, { ...tax })
      continue
    }
    sum.amount += tax.amount
    sum.taxable_amount += tax.taxable_amount
  }
  return [...sums.values()]
}

/** What taxes add to a total: the exclusive ones. */
export function taxOnTop(taxes: readonly TaxAmount[] = []): number {
  return taxes.filter(({ behavior }) => behavior === 'exclusive').reduce((sum, { amount }) => sum + amount, 0)
}
