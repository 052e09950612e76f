import { defineModel } from '../database/model'
import type { Contribution, Currency, DayCheck } from '../metrics'

/** Daily figures that are watched; all but `failed_payments` are figures of analytics/definitions.ts. */
export const SERIES = [
  'net_new_mrr',
  'churned_mrr',
  'new_customers',
  'gross_volume',
  'failed_payments',
] as const
export type Series = (typeof SERIES)[number]

export const DRIVEN_BY = ['customer', 'product', 'price', 'country', 'reason', 'transaction'] as const

/** What moved the day, in the unit of the series. */
export interface Driver extends Contribution {
  by: (typeof DRIVEN_BY)[number]
  /** Of all of the same kind that moved the day that way. */
  share_bp: number
}

/** A closed day out of its range; amounts in minor units of `currency`. */
export interface AnomalyDocument extends Omit<DayCheck, 'departure'> {
  _id: string
  series: Series
  departure: 'high' | 'low'
  currency: Currency
  drivers: Driver[]
}

/** One for each account: the last run. */
export interface AnomalyRunDocument {
  _id: string
  takenAt: Date
  /** Days that could be compared with the weeks before them, of all series. */
  checked: number
}

export const AnomalyModel = defineModel<AnomalyDocument>(
  'anomalies',
  {
    series: { type: String, required: true },
    day: { type: String, required: true },
    actual: { type: Number, required: true },
    expected: { type: Number, required: true },
    lower: { type: Number, required: true },
    upper: { type: Number, required: true },
    departure: { type: String, required: true },
    distance_milli: { type: Number, default: null },
    currency: { type: String, required: true },
    drivers: { type: [Object], required: true },
  },
  [{ fields: { day: 1 } }],
)

export const AnomalyRunModel = defineModel<AnomalyRunDocument>('anomaly_runs', {
  takenAt: { type: Date, required: true },
  checked: { type: Number, required: true },
})
