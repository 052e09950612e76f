/** Tiered prices (M5). */
import { ZERO, add, compare, decimal, multiply, ratio, subtract } from './rational'
import type { Rational } from './rational'
import type { Price, Tier } from './types'

/** A decimal amount where Stripe gives one, else the whole one; null where it gives neither. */
export function amountOf(
  decimalAmount: string | null | undefined,
  amount: number | null | undefined,
): Rational | null {
  if (decimalAmount !== null && decimalAmount !== undefined) return decimal(decimalAmount)
  return amount === null || amount === undefined ? null : decimal(amount)
}

/**
 * The amount of one period for a quantity, in minor units (M5). Volume: the tier that holds the quantity prices all
 * units. Graduated: each tier prices its own slice. A flat amount counts for the one tier, or for each tier reached.
 * `up_to` is inclusive, quantity 0 falls into the first tier.
 */
export function tieredAmount(price: Price, quantity: Rational): Rational {
  const tiers = price.tiers ?? []
  return price.tiers_mode === 'graduated' ? graduated(tiers, quantity) : volume(tiers, quantity)
}

function volume(tiers: Tier[], quantity: Rational): Rational {
  const tier = tiers.find((candidate) => holds(candidate, quantity)) ?? tiers.at(-1)
  return tier ? tierAmount(tier, quantity) : ZERO
}

function graduated(tiers: Tier[], quantity: Rational): Rational {
  let sum = ZERO
  let reached = ZERO
  for (const [index, tier] of tiers.entries()) {
    if (index > 0 && compare(quantity, reached) <= 0) break
    const last = holds(tier, quantity) || index === tiers.length - 1
    const upTo = last || tier.up_to === null ? quantity : ratio(tier.up_to)
    sum = add(sum, tierAmount(tier, subtract(upTo, reached)))
    reached = upTo
  }
  return sum
}

function holds(tier: Tier, quantity: Rational): boolean {
  return tier.up_to === null || compare(quantity, ratio(tier.up_to)) <= 0
}

function tierAmount(tier: Tier, units: Rational): Rational {
  const unit = amountOf(tier.unit_amount_decimal, tier.unit_amount) ?? ZERO
  const flat = amountOf(tier.flat_amount_decimal, tier.flat_amount) ?? ZERO
  return add(multiply(unit, units), flat)
}
