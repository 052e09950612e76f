/** Refunds seen from the charges they were made on (V6, second view). */
import { dayOf } from './local-day'
import { basisPoints, ratio } from './rational'
import { Reported } from './reported'
import type { Currency, Day, Instant, Rates } from './types'

/** A Stripe charge that succeeded. */
export interface RefundableCharge {
  amount: number
  amount_refunded: number
  currency: Currency
  created: Instant
}

export interface RefundedChargesInput {
  charges: readonly RefundableCharge[]
  /** Local days of the charges, both inclusive. */
  from: Day
  to: Day
  timeZone: string
  rates: Rates
  reportingCurrency: Currency
}

/** Amounts in reporting minor units at the rate of the charge's day. */
export interface RefundedCharges {
  charges: number
  refunded_charges: number
  amount: number
  refunded_amount: number
  refunded_count_bp: number | null
  refunded_amount_bp: number | null
  /** Currencies without a rate, sorted; their charges are left out (C5). */
  fx_missing: Currency[]
}

/** What was ever refunded of the charges of a range. */
export function refundedCharges(input: RefundedChargesInput): RefundedCharges {
  const reported = new Reported(input.rates, input.reportingCurrency)
  const sums = { charges: 0, refunded_charges: 0, amount: 0, refunded_amount: 0 }
  for (const { amount, amount_refunded, currency, created } of input.charges) {
    const day = dayOf(created, input.timeZone)
    if (day < input.from || day > input.to) continue
    const charged = reported.value(amount, currency, day)
    const refunded = reported.value(amount_refunded, currency, day)
    if (charged === null || refunded === null) continue
    sums.charges += 1
    sums.refunded_charges += amount_refunded > 0 ? 1 : 0
    sums.amount += charged
    sums.refunded_amount += refunded
  }
  return {
    ...sums,
    refunded_count_bp: basisPoints(ratio(sums.refunded_charges), ratio(sums.charges)),
    refunded_amount_bp: basisPoints(ratio(sums.refunded_amount), ratio(sums.amount)),
    fx_missing: reported.fxMissing,
  }
}
