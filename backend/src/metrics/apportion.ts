import { compare, floor, ratio, round, subtract, sumOf } from './rational'
import type { Rational } from './rational'

/**
 * Whole numbers that add up to the rounded sum of exact parts (M10): each part is floored and the missing units go
 * to the largest remainders, the lower index first. `total` may be the whole number on the other side of the sum.
 */
export function apportion(
  parts: readonly Rational[],
  total = round(sumOf(parts)),
): { total: number; shares: number[] } {
  if (parts.length === 1) return { total, shares: [total] }
  const floors = parts.map(floor)
  const shares = floors.map(Number)
  const missing = total - shares.reduce((sum, share) => sum + share, 0)
  if (missing === 0) return { total, shares }
  const remainders = parts.map((part, index) => subtract(part, ratio(floors[index] ?? 0n)))
  const order = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of order.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return { total, shares }
}
