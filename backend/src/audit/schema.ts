import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
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

// what an export was filtered by stands in the trail: no place for addresses of people
const Id = (description: string) =>
  Type.Optional(Type.String({ maxLength: 255, pattern: '^[\\w :./-]+$', description }))
const Instant = (description: string) =>
  Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 9_999_999_999,
      description: `${description}, seconds since 1970 (UTC)`,
    }),
  )
const AuditFilter = object({
  target: Id('Only entries about this id'),
  actor: Id('Only what this member, Stripe user, job or other actor did'),
  action: Type.Optional(
    Type.String({
      maxLength: 64,
      pattern: '^[a-z_.]+$',
      description: 'Only actions that begin with this: promotion. or promotion.created',
    }),
  ),
  account: Id('Only entries about this Stripe account'),
  mode: Type.Optional(oneOf(MODES, { description: 'Only entries about accounts in this mode' })),
  from: Instant('Only from then on'),
  to: Instant('Only before then'),
})
export type AuditFilter = Static<typeof AuditFilter>

export const AuditEntryQuery = object({ ...PageQuery, ...AuditFilter.properties })
export const EXPORT_TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/x-ndjson' } as const
export type ExportFormat = keyof typeof EXPORT_TYPES
export const EXPORT_FORMATS = Object.keys(EXPORT_TYPES) as ExportFormat[]
export const AuditExportQuery = object({
  ...AuditFilter.properties,
  format: oneOf(EXPORT_FORMATS, { default: 'csv', description: 'jsonl: an audit entry in each line' }),
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
