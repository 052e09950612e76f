import { defineModel } from '../database/model'
import type { Currency, Day, DayRollup, FactSource, Foreseen, Movement } from '../metrics'

export const FACT_OBJECTS = [
  'subscription',
  'price',
  'discount',
  'customer_discount',
  'invoice',
  'failure',
] as const
export type FactObject = (typeof FACT_OBJECTS)[number]

/** One version of something a number depends on. Append-only, without personal data, kept for good. */
export interface FactDocument {
  _id: string
  /** Null for what belongs to no customer (prices). */
  customer: string | null
  object: FactObject
  objectId: string
  effectiveAt: Date
  recordedAt: Date
  source: FactSource
  /** Stripe ids that tell it. */
  causes: string[]
  data: unknown
}

export interface MovementDocument extends Movement {
  _id: string
  knownFrom: Date
  /** Null: still believed. */
  knownTo: Date | null
}

/** A month of one slice, or of the whole. */
export interface RollupDocument {
  _id: string
  dimension: string
  value: string
  /** `YYYY-MM`. */
  month: string
  /** By day of the month, two digits; days without a change are absent. */
  days: Record<string, DayRollup>
}

/** Where a customer stands as far as the facts go; minor units per currency. */
export interface StandingDocument {
  _id: string
  customer: string
  /** The first day with MRR; null without any yet. */
  firstPaid: Day | null
  mrr: Record<Currency, number>
  /** M12, M15. */
  trial: Record<Currency, number>
  atRisk: Record<Currency, number>
  committed: Record<Currency, number>
  /** Section 14: changes that were known ahead, past and to come. */
  foreseen: Foreseen[]
}

/** A day's figures, frozen as they were known at its close. */
export interface SnapshotDocument {
  _id: string
  kind: 'revenue' | 'churn'
  day: Day
  takenAt: Date
  figures: Record<string, unknown>
}

export const FactModel = defineModel<FactDocument>(
  'facts',
  {
    customer: { type: String, default: null },
    object: { type: String, required: true },
    objectId: { type: String, required: true },
    effectiveAt: { type: Date, required: true },
    recordedAt: { type: Date, required: true },
    source: { type: String, required: true },
    causes: { type: [String], required: true },
    data: { type: Object, required: true },
  },
  [
    { fields: { customer: 1 } },
    { fields: { object: 1, objectId: 1 } },
    { fields: { object: 1, 'data.end': 1 } },
  ],
)

export const MovementModel = defineModel<MovementDocument>(
  'movements',
  {
    customer: { type: String, required: true },
    day: { type: String, required: true },
    type: { type: String, required: true },
    changes: { type: [Object], required: true },
    cells: { type: [Object], required: true },
    amount: { type: Number, required: true },
    reason: { type: String, default: null },
    feedback: { type: String, default: null },
    causes: { type: [String], required: true },
    subscriptions: { type: [String], required: true },
    reconstructed: { type: Boolean, required: true },
    knownFrom: { type: Date, required: true },
    knownTo: { type: Date, default: null },
  },
  [{ fields: { knownTo: 1, day: 1 } }, { fields: { customer: 1, knownTo: 1 } }],
)

export const RollupModel = defineModel<RollupDocument>(
  'rollups',
  {
    dimension: { type: String, required: true },
    value: { type: String },
    month: { type: String, required: true },
    days: { type: Object, required: true },
  },
  [{ fields: { dimension: 1, value: 1, month: 1 } }, { fields: { month: 1 } }],
)

export const StandingModel = defineModel<StandingDocument>('standings', {
  customer: { type: String, required: true },
  firstPaid: { type: String, default: null },
  mrr: { type: Object, required: true },
  trial: { type: Object, required: true },
  atRisk: { type: Object, required: true },
  committed: { type: Object, required: true },
  foreseen: { type: [Object], required: true },
})

export const SnapshotModel = defineModel<SnapshotDocument>(
  'snapshots',
  {
    kind: { type: String, required: true },
    day: { type: String, required: true },
    takenAt: { type: Date, required: true },
    figures: { type: Object, required: true },
  },
  [{ fields: { kind: 1, _id: -1 } }],
)
