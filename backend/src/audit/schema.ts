import { Type, type Static } from 'typebox'
import { listOf, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { FAULTS, type FaultReason } from './chain'

export const AuditEntry = object(
  {
    id: Type.String(),
    object: Type.Literal('audit_entry'),
    created: Timestamp('When it happened'),
    actor: object({ kind: Type.String(), id: Type.String() }),
    action: Type.String({ description: 'For example promotion.created' }),
    target: object({ type: Type.String(), id: Type.String() }),
    before: nullable(Type.Record(Type.String(), Type.Unknown())),
    after: nullable(Type.Record(Type.String(), Type.Unknown())),
    account: nullable(Type.String({ description: 'Null: about the workspace itself' })),
    mode: nullable(Type.String()),
    request_id: nullable(Type.String({ description: 'Null: work of our own' })),
    address: nullable(Type.String({ description: 'Where the request came from' })),
    user_agent: nullable(Type.String()),
    seal: nullable(
      object(
        {
          seq: Type.Integer({ description: "Its number in the workspace's chain, from 1" }),
          previous_hash: nullable(Type.String()),
          hash: Type.String({ description: 'SHA-256 over the entry with its number and the previous hash' }),
        },
        { description: 'Null for the second until it is sealed' },
      ),
    ),
  },
  { $id: 'AuditEntry' },
)
export type AuditEntry = Static<typeof AuditEntry>
export const AuditEntryList = listOf(AuditEntry)
export const AuditEntryQuery = object({
  ...PageQuery,
  target: Type.Optional(Type.String({ maxLength: 255, description: 'Only entries about this id' })),
})

/** Entries that one request verifies. */
const VERIFIED_AT_ONCE = 20_000

export const AuditVerificationQuery = object({
  from: Type.Integer({ minimum: 1, default: 1, description: 'Number of the entry to begin with' }),
  limit: Type.Integer({ minimum: 1, maximum: VERIFIED_AT_ONCE, default: VERIFIED_AT_ONCE }),
})
export const AuditVerification = object(
  {
    object: Type.Literal('audit_verification'),
    from: Type.Integer(),
    to: Type.Integer({ description: 'The last entry that holds' }),
    holds: Type.Boolean({ description: 'Whether all that was verified holds' }),
    fault: nullable(
      object({
        seq: Type.Integer({ description: 'The first bad entry' }),
        reason: oneOf(Object.keys(FAULTS) as FaultReason[]),
        detail: Type.String(),
      }),
    ),
    vouched: nullable(Type.Integer({ description: 'The last entry of these that a signature vouches for' })),
    unsealed: Type.Integer({ description: 'Entries that wait for their seal' }),
    next_from: nullable(
      Type.Integer({ description: 'Where to go on; null at the end of the chain, and at a fault' }),
    ),
  },
  { $id: 'AuditVerification' },
)
export type AuditVerification = Static<typeof AuditVerification>
