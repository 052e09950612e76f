import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, listOf, Money, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { APPROVAL_STATUSES } from './model'

export const Approval = object(
  {
    id: Type.String(),
    object: Type.Literal('approval'),
    kind: Type.String({ description: 'What was asked for, for example role_grant' }),
    status: oneOf(APPROVAL_STATUSES, { description: 'executed and failed follow upon approved' }),
    description: Type.String({ description: 'The same for people' }),
    parameters: Type.Record(Type.String(), Type.Unknown(), { description: 'Exactly what will be done' }),
    parameters_sha256: Type.String({ description: 'The trail has it with each step' }),
    reason: nullable(Type.String()),
    amount: nullable(Money('Where it is about money')),
    currency: nullable(CurrencySchema),
    account: nullable(Type.String({ description: 'Null: about the workspace itself' })),
    mode: nullable(oneOf(MODES)),
    requested_by: Type.String({ description: 'Id of the member' }),
    decided_by: nullable(Type.String({ description: 'Another member, or none yet' })),
    rejection: nullable(Type.String({ description: 'Why it was rejected, where somebody said so' })),
    failure: nullable(Type.String({ description: 'Why it could not be done' })),
    created: Timestamp('When it was asked for'),
    expires: Timestamp('Until when it can be decided'),
    decided: nullable(Timestamp('When it was decided')),
    ended: nullable(Timestamp('When nothing was left to do')),
  },
  { $id: 'Approval' },
)
export type Approval = Static<typeof Approval>
/** May be left out; one schema, because of alternatives a fault would name no field. */
export const Rejection = Type.Unsafe<{ reason?: string } | null>({
  type: ['object', 'null'],
  properties: { reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) },
  additionalProperties: false,
  examples: [{ reason: 'Robin leaves next week.' }],
})
export const ApprovalList = listOf(Approval)
export const ApprovalQuery = object({
  ...PageQuery,
  status: Type.Optional(oneOf(APPROVAL_STATUSES, { description: 'pending: what can still be decided' })),
})
export type ApprovalQuery = Static<typeof ApprovalQuery>
