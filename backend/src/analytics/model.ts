import { defineModel } from '../database/model'
import type { Currency, Day, DayRollup, FactSource, Movement } from '../metrics'

export const FACT_OBJECTS = ['subscription', 'price', 'discount', 'customer_discount', 'invoice'] as const
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

export interface RollupDocument extends Omit<DayRollup, 'day'> {
  _id: string
  day: Day
}

/** The closing rates of a day: units of each currency per euro, as decimal strings. */
export interface FxDayDocument {
  _id: string
  day: Day
  perEuro: Record<Currency, string>
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
    amount: { type: Number, required: true },
    reason: { type: String, default: null },
    feedback: { type: String, default: null },
    causes: { type: [String], required: true },
    reconstructed: { type: Boolean, required: true },
    knownFrom: { type: Date, required: true },
    knownTo: { type: Date, default: null },
  },
  [{ fields: { knownTo: 1, day: 1 } }, { fields: { customer: 1, knownTo: 1 } }],
)

export const RollupModel = defineModel<RollupDocument>(
  'rollups',
  {
    day: { type: String, required: true },
    currencies: { type: Object, required: true },
    customers: { type: Object, required: true },
    churn: { type: Object, required: true },
    reconstructed: { type: Boolean, required: true },
  },
  [{ fields: { day: 1 } }],
)

export const FxDayModel = defineModel<FxDayDocument>(
  'fx_rates',
  { day: { type: String, required: true }, perEuro: { type: Object, required: true } },
  [{ fields: { day: 1 } }],
)

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
