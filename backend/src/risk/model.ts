import { defineModel } from '../database/model'
import type { Currency, Day, RiskFactor, RiskModel as Weights, RiskQuality } from '../metrics'

/** What a daily run found of one customer with MRR; amounts in minor units of the run's currency. */
export interface RiskDocument {
  /** Sorts by run, then by money at risk. */
  _id: string
  run: string
  customer: string
  mrr: number
  /** MRR times probability; all of it where the end is certain. */
  atRisk: number
  /** Null where the end is certain, as are the next two. */
  probabilityBp: number | null
  score: number | null
  band: 'low' | 'medium' | 'high' | null
  /** The stated reasons, strongest first. */
  factors: RiskFactor[]
  /** Whether the card expires before the next charge, which the stated reasons may not say; not where the end is certain. */
  cardExpires: boolean
  /** The day by which all of the MRR is set to end. */
  ends: Day | null
}

/** A run that came to its end. Of the latest there are rows, of former ones the quality alone. */
export interface RiskRunDocument {
  _id: string
  run: string
  takenAt: Date
  currency: Currency
  fxMissing: Currency[]
  weights: Weights
  quality: RiskQuality
}

export const RiskModel = defineModel<RiskDocument>(
  'risks',
  {
    run: { type: String, required: true },
    customer: { type: String, required: true },
    mrr: { type: Number, required: true },
    atRisk: { type: Number, required: true },
    probabilityBp: { type: Number, default: null },
    score: { type: Number, default: null },
    band: { type: String, default: null },
    factors: { type: [String], required: true },
    cardExpires: { type: Boolean, default: false },
    ends: { type: String, default: null },
  },
  [{ fields: { run: 1, _id: -1 } }, { fields: { customer: 1 } }, { fields: { run: 1, cardExpires: 1 } }],
)

export const RiskRunModel = defineModel<RiskRunDocument>(
  'risk_runs',
  {
    run: { type: String, required: true },
    takenAt: { type: Date, required: true },
    currency: { type: String, required: true },
    fxMissing: { type: [String], required: true },
    weights: { type: Object, required: true },
    quality: { type: Object, required: true },
  },
  [{ fields: { takenAt: -1 } }],
)
