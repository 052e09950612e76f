import { defineModel, SEALED_OR_NULL } from '../database/model'
import type { Resource } from '../stripe/gateway'

/** A Stripe event as it was received. Its `_id` is account, mode and event id: a second arrival changes nothing. */
export interface InboxDocument {
  _id: string
  eventId: string
  type: string
  /** Stripe's time, to the second. */
  created: number
  receivedAt: Date
  status: 'pending' | 'processed' | 'dead'
  attempts: number
  nextAttemptAt: Date
  /** Why the last attempt failed. */
  error: string | null
  processedAt: Date | null
  /** The body as JSON, sealed; null once it was worked off. An object in rows of before bodies were sealed. */
  event: string | object | null
}

export interface ResourceState {
  resource: Resource | 'events' | 'figures'
  /** `disabled`: the key lacks the permission to read it. */
  status: 'waiting' | 'running' | 'complete' | 'failed' | 'disabled'
  count: number
  /** Id of the last row read, saved with the rows; null at the start. */
  cursor: string | null
  error: string | null
}

export interface SyncStateDocument {
  _id: string
  status: 'idle' | 'running' | 'complete' | 'failed'
  resources: ResourceState[]
  /** True once the whole history was read; figures before that are partial. */
  complete: boolean
  /** From here on every change is known from events; before it history is rebuilt from invoices. */
  eventsFrom: Date | null
  startedAt: Date | null
  completedAt: Date | null
  /** Up to when Stripe's changes are in the figures. */
  asOf: Date | null
  operation: string | null
  /** Counts every change of the figures: caches and ETags hang on it. */
  figuresVersion: number
  /** Grows with each change of the rates. */
  ratesVersion: number
  /** The version of the rates that movements were brought to. */
  valuedBy: number
  /** Currencies that came to have rates since, or lost them. */
  toValue: string[]
  /** Counts the transactions that wrote figures. */
  turns: number
  /** Up to when changes that no event tells are in the figures; null before it was first looked. */
  broughtUpTo: Date | null
  /** The definitions that all movements were last made by, as JSON; null before they were made. */
  madeBy: string | null
  /** The keys of metadata that all slices were last made by, as JSON. */
  slicedBy: string | null
  /** Every currency that subscriptions are billed in. */
  currencies: string[]
}

export const InboxModel = defineModel<InboxDocument>(
  'inbox',
  {
    eventId: { type: String, required: true },
    type: { type: String, required: true },
    created: { type: Number, required: true },
    receivedAt: { type: Date, required: true },
    status: { type: String, required: true },
    attempts: { type: Number, required: true },
    nextAttemptAt: { type: Date, required: true },
    error: { type: String, default: null },
    processedAt: { type: Date, default: null },
    event: SEALED_OR_NULL,
  },
  [{ fields: { status: 1, nextAttemptAt: 1, created: 1 } }],
)

export const SyncStateModel = defineModel<SyncStateDocument>('sync_states', {
  status: { type: String, required: true },
  resources: { type: [Object], required: true },
  complete: { type: Boolean, required: true },
  eventsFrom: { type: Date, default: null },
  startedAt: { type: Date, default: null },
  completedAt: { type: Date, default: null },
  asOf: { type: Date, default: null },
  operation: { type: String, default: null },
  figuresVersion: { type: Number, required: true },
  ratesVersion: { type: Number, required: true },
  valuedBy: { type: Number, default: 0 },
  toValue: { type: [String], default: [] },
  turns: { type: Number, default: 0 },
  broughtUpTo: { type: Date, default: null },
  madeBy: { type: String, default: null },
  slicedBy: { type: String, default: null },
  currencies: { type: [String], required: true },
})
