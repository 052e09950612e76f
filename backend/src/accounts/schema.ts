import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, nullable, object, oneOf, Timestamp } from '../http'

export const Settings = object(
  {
    object: Type.Literal('settings'),
    account: Type.String(),
    mode: oneOf(MODES),
    time_zone: Type.String({ description: 'IANA name; days and months of every figure are local to it' }),
    reporting_currency: CurrencySchema,
    discount_policy: oneOf(['recurring', 'forever_only', 'all', 'list'], {
      description: 'Which coupons lower MRR',
    }),
    churn_recognition: oneOf(['at_end', 'at_request'], {
      description: 'When a scheduled cancellation counts',
    }),
    past_due_grace_days: nullable(
      Type.Integer({ minimum: 0, maximum: 365, description: 'Days until a past due subscription counts 0' }),
    ),
  },
  { $id: 'Settings' },
)
export type Settings = Static<typeof Settings>

export const SettingsChange = object(
  {
    time_zone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    reporting_currency: Type.Optional(CurrencySchema),
  },
  { examples: [{ time_zone: 'Europe/Berlin', reporting_currency: 'eur' }] },
)
export type SettingsChange = Static<typeof SettingsChange>

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
