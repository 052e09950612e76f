/** Processing fees of charges that have no balance transaction yet (V5). Always an estimate, replaced by the actual fee. */
import { add, basisPoints, decimal, divide, multiply, ratio, round } from './rational'
import type { Day } from './types'

/** What Stripe takes of a card payment. Percentages as decimal strings; `international` and `conversion` come on top. */
export interface FeeRate {
  percent: string
  /** Minor units of the charge's currency, whatever it is. */
  fixed: number
  international: string
  conversion: string
}

/** List prices of some countries from a day on. */
export interface FeeTableRow {
  /** Upper-case ISO 3166 codes; empty for all countries without a row of their own. */
  countries: readonly string[]
  from: Day
  rate: FeeRate
}

const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
)
/** Older prices are not known: the rows hold for all days before the next change. */
const SINCE_EVER: Day = '0000-01-01'
const SURCHARGES = { international: '1.5', conversion: '1' }

/** V5. What the source does not name for a country (the surcharges outside the US) is as in the US. */
export const FEE_TABLE: readonly FeeTableRow[] = [
  { countries: [], from: SINCE_EVER, rate: { percent: '2.9', fixed: 30, ...SURCHARGES } },
  { countries: EEA, from: SINCE_EVER, rate: { percent: '1.5', fixed: 25, ...SURCHARGES } },
  { countries: ['GB'], from: SINCE_EVER, rate: { percent: '1.5', fixed: 20, ...SURCHARGES } },
  { countries: ['JP'], from: SINCE_EVER, rate: { percent: '3.6', fixed: 0, ...SURCHARGES } },
]

/** The prices of an account's country on a day: the latest row of the country, else that of all others. */
export function feeRateOf(
  country: string,
  day: Day,
  table: readonly FeeTableRow[] = FEE_TABLE,
): FeeRate | undefined {
  const begun = table.filter(({ from }) => from <= day).sort((a, b) => (a.from < b.from ? -1 : 1))
  const row =
    begun.findLast(({ countries }) => countries.includes(country)) ??
    begun.findLast(({ countries }) => countries.length === 0)
  return row?.rate
}

export interface EstimatedCharge {
  /** Minor units, positive. */
  amount: number
  /** The card is from another country. */
  international?: boolean
  /** Paid in another currency than it is settled in. */
  converted?: boolean
}

/** The fee of one charge, minor units of its currency: round(amount x percent) + fixed. */
export function estimateFee({ amount, international, converted }: EstimatedCharge, rate: FeeRate): number {
  let percent = decimal(rate.percent)
  if (international) percent = add(percent, decimal(rate.international))
  if (converted) percent = add(percent, decimal(rate.conversion))
  return round(divide(multiply(ratio(amount), percent), ratio(100))) + rate.fixed
}

/** The fees of charges of one currency, minor units, and what they come to of the amount charged. */
export function estimateFees(
  charges: readonly EstimatedCharge[],
  rate: FeeRate,
): { estimated: number[]; estimated_total: number; effective_fee_bp: number | null } {
  const estimated = charges.map((charge) => estimateFee(charge, rate))
  const total = estimated.reduce((sum, fee) => sum + fee, 0)
  const charged = charges.reduce((sum, { amount }) => sum + amount, 0)
  return { estimated, estimated_total: total, effective_fee_bp: basisPoints(ratio(total), ratio(charged)) }
}
