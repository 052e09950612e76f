/** What one subscription item bills, before discounts and tax (M3 to M6). */
import { ZERO, decimal, floor, multiply, ratio } from './rational'
import type { Rational } from './rational'
import { amountOf, tieredAmount } from './tiers'
import type { Price, SubscriptionItem } from './types'

/** Months of the year over periods of the year, for an interval count of 1 (M3). */
const FACTORS = new Map<string, readonly [bigint, bigint]>([
  ['month', [1n, 1n]],
  ['year', [1n, 12n]],
  ['week', [52n, 12n]],
  ['day', [365n, 12n]],
])

/** What turns an amount per period into one per month (M3): 1 for a month, 1/12 for a year. Null if not known. */
export function intervalFactor({ recurring }: Price): Rational | null {
  const factor = FACTORS.get(recurring.interval)
  if (!factor) return null
  return { n: factor[0], d: factor[1] * BigInt(recurring.interval_count ?? 1) }
}

/** M6: metered items are billed by use and are no part of MRR. */
export function isMetered({ recurring }: Price): boolean {
  return recurring.usage_type === 'metered'
}

/**
 * The amount of one period in minor units (M4, M5), exact. What is missing counts as 0 and is told in `flags`, since
 * a tiered price whose tiers were not expanded would else pass for a free one.
 */
export function lineAmount({ price, quantity }: SubscriptionItem, flags: string[]): Rational {
  const units = billedUnits(price, quantity ?? 1)
  if (price.billing_scheme === 'tiered') {
    if (!price.tiers || price.tiers.length === 0) {
      flags.push('tiers_missing')
      return ZERO
    }
    return tieredAmount(price, units)
  }
  const unitAmount = amountOf(price.unit_amount_decimal, price.unit_amount)
  if (unitAmount === null) flags.push('amount_missing')
  return unitAmount === null ? ZERO : multiply(unitAmount, units)
}

/** M4: `transform_quantity` divides and rounds the quantity before it is multiplied. */
function billedUnits({ transform_quantity: transform }: Price, quantity: number): Rational {
  const units = decimal(quantity)
  if (!transform) return units
  const packages = { n: units.n, d: units.d * BigInt(transform.divide_by) }
  const down = floor(packages)
  const rest = down * packages.d !== packages.n
  return ratio(transform.round === 'up' && rest ? down + 1n : down)
}
