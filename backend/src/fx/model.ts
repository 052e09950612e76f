import { defineModel } from '../database/model'
import type { Currency, Day } from '../metrics'

/** What one unit of a currency was worth on a day, as somebody said. */
export interface EnteredRate {
  /** Decimal string. */
  rate: string
  into: Currency
}

/** The closing rates of a day. */
export interface FxDayDocument {
  _id: string
  day: Day
  /** As published: units of each currency per euro, decimal strings. */
  perEuro: Record<Currency, string>
  /** By currency; in force in place of what was published. */
  entered?: Record<Currency, EnteredRate>
}

export const FxDayModel = defineModel<FxDayDocument>(
  'fx_rates',
  {
    day: { type: String, required: true },
    perEuro: { type: Object, required: true },
    entered: { type: Object },
  },
  [{ fields: { day: 1 } }],
)
