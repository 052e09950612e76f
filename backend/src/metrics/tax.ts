/** Tax is never MRR (M11). */
import { ONE, add, decimal, divide, ratio, sumOf } from './rational'
import type { Rational } from './rational'
import type { Subscription, SubscriptionItem } from './types'

/**
 * A monthly amount without the tax in it (M11): divided by 1 + the inclusive rates of the item, or of the
 * subscription where the item names none. A tax-inclusive price without a known rate (automatic tax) uses the share
 * on the last invoice line; failing that the amount stays and `tax_unknown` is flagged.
 */
export function withoutTax(
  amount: Rational,
  item: SubscriptionItem,
  state: Subscription,
  flags: string[],
): Rational {
  const rates = item.tax_rates?.length ? item.tax_rates : (state.default_tax_rates ?? [])
  if (rates.length > 0) {
    const inclusive = rates.filter((rate) => rate.inclusive).map(({ percentage }) => decimal(percentage))
    return inclusive.length === 0 ? amount : divide(amount, add(ONE, divide(sumOf(inclusive), ratio(100n))))
  }
  if (item.price.tax_behavior !== 'inclusive') return amount
  const last = state.last_inclusive_tax
  if (last && last.net > 0 && last.tax >= 0) return divide(amount, add(ONE, ratio(last.tax, last.net)))
  flags.push('tax_unknown')
  return amount
}
