import { Type, type Static } from 'typebox'
import { listOf, nullable, object, PageQuery, Timestamp } from '../http'

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
    account: nullable(Type.String()),
    request_id: nullable(Type.String()),
  },
  { $id: 'AuditEntry' },
)
export type AuditEntry = Static<typeof AuditEntry>
export const AuditEntryList = listOf(AuditEntry)
export const AuditEntryQuery = object({
  ...PageQuery,
  target: Type.Optional(Type.String({ maxLength: 255, description: 'Only entries about this id' })),
})
