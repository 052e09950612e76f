import { Type, type Static } from 'typebox'
import { CurrencySchema, nullable, object, Timestamp } from '../http'

const Above = nullable(
  object(
    { amount: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), currency: CurrencySchema },
    { description: 'More than this (minor units) needs a second person; null: whatever the role allows' },
  ),
)
const FourEyes = object({
  role_grant: Type.Boolean({
    description: 'Giving a role that gives rights (owner, admin, …) needs a second person',
  }),
  refund_above: Above,
  transfer_above: Above,
  credit_note_above: Above,
})

export const Workspace = object(
  {
    id: Type.String(),
    object: Type.Literal('workspace'),
    name: Type.String(),
    four_eyes: FourEyes,
    created: Timestamp('When it was made'),
  },
  { $id: 'Workspace' },
)
export type Workspace = Static<typeof Workspace>

export const WorkspaceChange = object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 128, pattern: '\\S' })),
    four_eyes: Type.Optional(
      Type.Partial(FourEyes, {
        additionalProperties: false,
        description: 'What is left out stays; needs the permission security:write',
      }),
    ),
  },
  { examples: [{ four_eyes: { refund_above: { amount: 50_000, currency: 'usd' } } }] },
)
export type WorkspaceChange = Static<typeof WorkspaceChange>
