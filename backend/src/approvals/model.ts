import { defineModel } from '../database/model'
import type { Mode } from '../database/scope'

/** From pending by somebody's word to approved, rejected or canceled, or by time to expired; approved ends in the last two. */
export const APPROVAL_STATUSES = [
  'pending',
  'approved',
  'executed',
  'failed',
  'rejected',
  'canceled',
  'expired',
] as const
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number]

/** Something that one person asked for and another decides about. What was asked for never changes. */
export interface ApprovalDocument {
  _id: string
  workspaceId: string
  /** Null: about the workspace itself. */
  accountId: string | null
  mode: Mode | null
  kind: string
  parameters: Record<string, unknown>
  /** SHA-256 over kind, account and parameters; the trail has it too. */
  parametersHash: string
  description: string
  reason: string | null
  /** Minor units, where it is about money. */
  amount: number | null
  currency: string | null
  requestedBy: string
  status: ApprovalStatus
  createdAt: Date
  expiresAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  /** Why it was rejected, where who rejected it said so. */
  rejection: string | null
  endedAt: Date | null
  /** Executions that broke without an answer. */
  attempts: number
  failure: string | null
}

export const ApprovalModel = defineModel<ApprovalDocument>(
  'approvals',
  {
    accountId: { type: String, default: null, immutable: true },
    mode: { type: String, default: null, immutable: true },
    kind: { type: String, required: true, immutable: true },
    parameters: { type: Object, required: true, immutable: true },
    parametersHash: { type: String, required: true, immutable: true },
    description: { type: String, required: true, immutable: true },
    reason: { type: String, default: null, immutable: true },
    amount: { type: Number, default: null, immutable: true },
    currency: { type: String, default: null, immutable: true },
    requestedBy: { type: String, required: true, immutable: true },
    status: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    decidedBy: { type: String, default: null },
    decidedAt: { type: Date, default: null },
    rejection: { type: String, default: null },
    endedAt: { type: Date, default: null },
    attempts: { type: Number, required: true },
    failure: { type: String, default: null },
  },
  [{ fields: { _id: -1 } }, { fields: { status: 1, expiresAt: 1 } }],
)
