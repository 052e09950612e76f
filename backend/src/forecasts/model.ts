import { defineModel } from '../database/model'
import type { Currency, Forecast, ForecastInput, Month } from '../metrics'

export const SERIES = ['mrr', 'revenue', 'cash'] as const
export type Series = (typeof SERIES)[number]

/** What a nightly run forecast of one figure, and what it was made from; amounts in minor units of `currency`. */
export interface ForecastDocument {
  _id: string
  series: Series
  takenAt: Date
  currency: Currency
  fxMissing: Currency[]
  /** The last complete month, also where the history has none. */
  until: Month
  /** Those of `input.series`, ending with `until`; none where there is no history. */
  months: Month[]
  input: ForecastInput
  result: Forecast
}

export const ForecastModel = defineModel<ForecastDocument>(
  'forecasts',
  {
    series: { type: String, required: true },
    takenAt: { type: Date, required: true },
    currency: { type: String, required: true },
    fxMissing: { type: [String], required: true },
    until: { type: String, required: true },
    months: { type: [String], required: true },
    input: { type: Object, required: true },
    result: { type: Object, required: true },
  },
  [{ fields: { series: 1, takenAt: -1 } }],
)
