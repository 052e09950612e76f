import { defineModel } from '../database/model'

export interface IdempotencyKeyDocument {
  _id: string
  workspaceId: string
  /** Hash of the request it was first used for. */
  fingerprint: string
  /** Null while the first request runs. */
  status: number | null
  body: string | null
  contentType: string | null
  lockedAt: Date
  expiresAt: Date
}

export const IdempotencyKeyModel = defineModel<IdempotencyKeyDocument>('idempotency_keys', {
  fingerprint: { type: String, required: true },
  status: { type: Number, default: null },
  body: { type: String, default: null },
  contentType: { type: String, default: null },
  lockedAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
})
