import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'
import { defineModel, SEALED_OR_NULL } from '../database/model'
import type { Mode } from '../database/scope'

/** Its `object` has what `inPlain` leaves; its `sealed` the whole. */
export const CustomerModel: Mirror<Stripe.Customer> = defineMirror(
  'customers',
  [{ fields: { 'object.created': -1, _id: -1 } }, { fields: { deleted: 1 } }],
  { sealed: SEALED_OR_NULL },
)

/** Why a customer is erased; a choice, because free words would be about a person again. */
export const ERASURE_REASONS = [
  'person_asked',
  'consent_withdrawn',
  'objected',
  'no_longer_needed',
  'obligation',
] as const

/**
 * That a customer was erased. It stays for good, beyond the data of the account, so that no event, list or backup brings
 * the person back.
 */
export interface ErasureDocument {
  /** Hash of account, mode and the customer's id, with the pepper. */
  _id: string
  workspaceId: string
  accountId: string
  mode: Mode
  /** The customer's id while something is still to be done, or under way that began before; then null. */
  customer: string | null
  reason: (typeof ERASURE_REASONS)[number]
  /** What becomes of the customer at Stripe. */
  stripe: 'kept' | 'pending' | 'deleted' | 'refused'
  /** Why Stripe refused. */
  failure: string | null
  /** When it was last asked for. */
  at: Date
}

export const ErasureModel = defineModel<ErasureDocument>(
  'erasures',
  {
    accountId: { type: String, required: true, immutable: true },
    mode: { type: String, required: true, immutable: true },
    customer: { type: String, default: null },
    reason: { type: String, required: true },
    stripe: { type: String, required: true },
    failure: { type: String, default: null },
    at: { type: Date, required: true },
  },
  [{ fields: { accountId: 1, mode: 1, customer: 1 } }],
)
