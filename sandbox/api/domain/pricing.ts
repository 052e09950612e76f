import type { PriceRecord, TierRecord } from '../store/records'

/** A part of what a quantity of a price costs: one line of an invoice. */
export interface PricedPart {
  quantity: number
  unitAmountDecimal: string | null
  amount: number
  /** Which tier it is; null for prices without tiers. */
  tier: number | null
  flat: boolean
}

const SCALE = 12
const ONE = 10n ** BigInt(SCALE)

/** A decimal string times a whole number, rounded half away from zero to whole minor units. */
export function timesDecimal(decimal: string, quantity: number): number {
  const negative = decimal.startsWith('-')
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const scaled = BigInt(whole) * ONE + BigInt(fraction.padEnd(SCALE, '0').slice(0, SCALE))
  const product = scaled * BigInt(quantity)
  const rounded = Number((product * 2n + ONE) / (ONE * 2n))
  return negative && rounded !== 0 ? -rounded : rounded
}

/** What a quantity of a price costs for one period, part by part. */
export function priceParts(price: PriceRecord, quantity: number): PricedPart[] {
  if (price.billing_scheme === 'per_unit') {
    const transform = price.transform_quantity
    const packs = transform ? quantity / transform.divide_by : quantity
    const units = transform?.round === 'down' ? Math.floor(packs) : Math.ceil(packs)
    return [unitPart(price.unit_amount_decimal, quantity, units, null)]
  }
  return price.tiers_mode === 'volume'
    ? volumeParts(price.tiers, quantity)
    : graduatedParts(price.tiers, quantity)
}

/** What a quantity of a price costs for one period. */
export function priceAmount(price: PriceRecord, quantity: number): number {
  return priceParts(price, quantity).reduce((sum, part) => sum + part.amount, 0)
}

function unitPart(decimal: string | null, quantity: number, units: number, tier: number | null): PricedPart {
  const unitAmountDecimal = decimal ?? '0'
  return { quantity, unitAmountDecimal, amount: timesDecimal(unitAmountDecimal, units), tier, flat: false }
}

function tierParts(tier: TierRecord, number: number, quantity: number): PricedPart[] {
  const parts: PricedPart[] = []
  if (tier.unit_amount_decimal !== null) {
    parts.push(unitPart(tier.unit_amount_decimal, quantity, quantity, number))
  }
  if (tier.flat_amount_decimal !== null) {
    const amount = timesDecimal(tier.flat_amount_decimal, 1)
    parts.push({ quantity: 0, unitAmountDecimal: null, amount, tier: number, flat: true })
  }
  return parts
}

/** The tier that holds the quantity prices all of it. */
function volumeParts(tiers: readonly TierRecord[], quantity: number): PricedPart[] {
  const index = tiers.findIndex((tier) => tier.up_to === null || quantity <= tier.up_to)
  const tier = tiers[index]
  return tier ? tierParts(tier, index + 1, quantity) : []
}

/** Each tier that is reached prices its own slice. */
function graduatedParts(tiers: readonly TierRecord[], quantity: number): PricedPart[] {
  const parts: PricedPart[] = []
  let below = 0
  for (const [index, tier] of tiers.entries()) {
    const end = tier.up_to ?? Infinity
    const slice = Math.min(quantity, end) - below
    if (slice <= 0 && index > 0) break
    parts.push(...tierParts(tier, index + 1, Math.max(slice, 0)))
    below = end
  }
  return parts
}
