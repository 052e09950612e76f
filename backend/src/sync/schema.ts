import { Type, type Static } from 'typebox'
import { nullable, object, oneOf, Timestamp } from '../http'

export const Sync = object(
  {
    object: Type.Literal('sync'),
    status: oneOf(['idle', 'running', 'complete', 'failed']),
    complete: Type.Boolean({
      description: 'Whether the whole history was read; figures before that are partial',
    }),
    percent: Type.Integer({ minimum: 0, maximum: 100, description: 'Of the parts of the work' }),
    resources: Type.Array(
      object({
        resource: Type.String(),
        status: oneOf(['waiting', 'running', 'complete', 'failed', 'disabled'], {
          description: 'disabled: the key lacks the permission to read it',
        }),
        permission: nullable(
          Type.String({ description: "The one that a disabled resource needs, by Stripe's name" }),
        ),
        count: Type.Integer({ description: 'Rows read so far' }),
        error: nullable(Type.String()),
      }),
    ),
    last_synced_at: nullable(Timestamp("Up to when Stripe's changes are in the figures")),
    operation: nullable(Type.String({ description: 'The operation of the last run' })),
  },
  { $id: 'Sync' },
)
export type Sync = Static<typeof Sync>

export const SyncStart = object(
  { full: Type.Boolean({ default: false, description: 'Read again what is stored' }) },
  { examples: [{ full: false }] },
)
