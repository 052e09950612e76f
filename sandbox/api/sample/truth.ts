import { utcDay } from '../engine/calendar'
import { listAmount, type Currency, type Edition, type OfferKey } from './offers'

/** What a customer has agreed to pay, in the scenario's own words. */
export interface Contract {
  currency: Currency
  yearly: boolean
  /** The price list that the customer signed up under. */
  edition: Edition
  seats: Partial<Record<OfferKey, number>>
  reduction: { percent: number } | { monthlyMinor: number } | null
}

export interface TruthRow {
  customer: string
  day: string
  value: number
  currency: string
}

/** Contract values as the scenario intends them, kept beside the objects to check figures against. */
export interface TruthLog {
  readonly rows: TruthRow[]
  note(customer: string, instant: number, contract: Contract | null, currency: Currency): void
  jsonLines(): string
}

/** The monthly value of a contract in minor units, rounded half up. */
export function contractValue({ currency, yearly, edition, seats, reduction }: Contract): number {
  let perPeriod = 0
  for (const [key, count] of Object.entries(seats)) {
    if (isOfferKey(key)) perPeriod += listAmount(key, { currency, yearly, edition }, count)
  }
  let twelfths = yearly ? perPeriod : perPeriod * 12
  if (reduction && 'percent' in reduction) twelfths = (twelfths * (100 - reduction.percent)) / 100
  if (reduction && 'monthlyMinor' in reduction) {
    const perYear = yearly ? reduction.monthlyMinor : reduction.monthlyMinor * 12
    twelfths = Math.max(twelfths - perYear, 0)
  }
  return Math.floor(twelfths / 12 + 0.5 + 1e-9)
}

const OFFER_KEYS: Record<OfferKey, true> = {
  starter: true,
  team: true,
  business: true,
  support: true,
  usage: true,
}

function isOfferKey(key: string): key is OfferKey {
  return Object.hasOwn(OFFER_KEYS, key)
}

/** An empty log. */
export function createTruthLog(): TruthLog {
  const rows: TruthRow[] = []
  return {
    rows,
    note(customer, instant, contract, currency) {
      rows.push({ customer, day: utcDay(instant), value: contract ? contractValue(contract) : 0, currency })
    },
    jsonLines: () => rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  }
}
