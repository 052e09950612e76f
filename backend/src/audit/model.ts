import { defineModel } from '../database/model'
import { trusted } from '../database/query'
import type { Denial } from './denials'
import type { SignedStatement } from './signer'

/** Written with the change it tells of, sealed within a second, and never changed after that. */
export interface AuditEntryDocument {
  _id: string
  workspaceId: string
  accountId: string | null
  mode: string | null
  at: Date
  actor: { kind: string; id: string }
  action: string
  target: { type: string; id: string }
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  requestId: string | null
  address: string | null
  userAgent: string | null
  /** Its number in the workspace's chain, from 1; null until it is sealed, as are the two hashes. */
  seq: number | null
  /** Null for the first entry, too. */
  previousHash: string | null
  /** SHA-256 of the canonical form of all other fields, hexadecimal. */
  hash: string | null
}

export const AuditEntryModel = defineModel<AuditEntryDocument>(
  'audit_entries',
  {
    accountId: { type: String, default: null },
    mode: { type: String, default: null },
    at: { type: Date, required: true },
    actor: { type: Object, required: true },
    action: { type: String, required: true },
    target: { type: Object, required: true },
    before: { type: Object, default: null },
    after: { type: Object, default: null },
    requestId: { type: String, default: null },
    address: { type: String, default: null },
    userAgent: { type: String, default: null },
    seq: { type: Number, default: null },
    previousHash: { type: String, default: null },
    hash: { type: String, default: null },
  },
  [
    { fields: { _id: -1 } },
    { fields: { 'target.id': 1, _id: -1 } },
    { fields: { 'actor.id': 1, _id: -1 } },
    { fields: { action: 1, _id: -1 } },
    // whatever stands in seq, null too: finds what waits for its seal, and what has no place in the chain
    { fields: { seq: 1, _id: 1 } },
    { fields: { seq: 1 }, unique: true, partialFilterExpression: { seq: { $type: 'number' } } },
  ],
)

/** Filters of the entries that have a number, and of those that have something else in its place. */
const number: Record<string, unknown> = { $type: 'number' }
export const numbered = { seq: trusted(number) }
export const misnumbered = { seq: trusted<Record<string, unknown>>({ $ne: null, $not: number }) }

const statement = {
  seq: { type: Number, required: true },
  hash: { type: String, required: true },
  at: { type: Date, required: true },
  key: { type: String, required: true },
  signature: { type: String, required: true },
}

/** Where each chain stands, signed; its `_id` is the workspace. Sealing changes it in the same transaction. */
export const AuditHeadModel = defineModel<SignedStatement & { _id: string }>('audit_heads', statement)

/** Where each chain stood, signed, hour by hour; kept in files as well. */
export const AuditCheckpointModel = defineModel<SignedStatement & { _id: string }>(
  'audit_checkpoints',
  statement,
  [{ fields: { seq: -1 } }],
)

/** Refusals that repeat: how many of them no entry has told of yet. */
export interface DenialDocument extends Denial {
  /** Hash of who was refused what where. */
  _id: string
  untold: number
  /** When an entry last told of them. */
  toldAt: Date
}
export const DenialModel = defineModel<DenialDocument>(
  'denials',
  {
    account: { type: Object, default: null },
    actor: { type: Object, required: true },
    route: { type: String, required: true },
    permission: { type: String, default: null },
    code: { type: String, required: true },
    untold: { type: Number, required: true },
    toldAt: { type: Date, required: true },
  },
  [{ fields: { toldAt: 1 } }],
)
