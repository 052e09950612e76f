import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, nullable, object, oneOf } from '../http'

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
