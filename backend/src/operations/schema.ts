import { Type, type Static } from 'typebox'
import { listOf, nullable, object, oneOf, PageQuery, Timestamp } from '../http'

export const Operation = object(
  {
    id: Type.String(),
    object: Type.Literal('operation'),
    kind: Type.String({ description: 'What is done, for example sync or job:revenue-snapshot' }),
    status: oneOf(['running', 'succeeded', 'failed', 'canceled']),
    done: Type.Integer({ description: 'Units of work done' }),
    total: nullable(Type.Integer({ description: 'Units expected; null while unknown' })),
    percent: nullable(Type.Integer({ minimum: 0, maximum: 100 })),
    rate: nullable(Type.Number({ description: 'Units a second' })),
    seconds_left: nullable(Type.Integer({ description: 'At the present rate' })),
    started: Timestamp('When it began'),
    ended: nullable(Timestamp('When it ended')),
    error: nullable(Type.String()),
  },
  { $id: 'Operation' },
)
export type Operation = Static<typeof Operation>
export const OperationList = listOf(Operation)
export const OperationQuery = object({ ...PageQuery })
