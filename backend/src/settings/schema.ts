import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { CurrencySchema, DaySchema, Money, nullable, object, oneOf, ref } from '../http'
import { PRESET_NAMES } from '../metrics'

/** Keys of metadata that figures are sliced by at once. */
export const MAX_METADATA_KEYS = 5
/** Values that a key may have among the customers: each is a slice of every day. */
export const MAX_METADATA_VALUES = 500

const BasisPoints = (description: string) =>
  Type.Integer({ minimum: 0, maximum: 10_000, description: `${description}, basis points` })

const OwnFeeRate = object(
  {
    from: DaySchema('First day of these prices'),
    percent_bp: BasisPoints('Of the amount of a charge'),
    fixed: Type.Integer({
      ...Money("For each charge, in the charge's currency"),
      minimum: 0,
      maximum: 1_000_000,
    }),
    international_bp: BasisPoints('On top for a card from another country'),
    conversion_bp: BasisPoints('On top where the currency is converted'),
  },
  { $id: 'OwnFeeRate' },
)
export type OwnFeeRate = Static<typeof OwnFeeRate>

const FIELDS = {
  time_zone: Type.String({
    minLength: 1,
    maxLength: 64,
    description: 'IANA name; days and months of every figure are local to it',
  }),
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
  fiscal_year_start: Type.Integer({
    minimum: 1,
    maximum: 12,
    description: 'Month that the year begins with',
  }),
  metadata_keys: Type.Array(
    Type.String({
      minLength: 1,
      maxLength: 40,
      // Stripe takes no brackets in a key; a colon ends the dimension where a slice is named
      pattern: '^[^\\[\\]:]+$',
    }),
    {
      maxItems: MAX_METADATA_KEYS,
      uniqueItems: true,
      description: "Keys of customers' metadata that figures can be sliced by, as metadata.KEY",
    },
  ),
  fee_rates: Type.Array(ref(OwnFeeRate), {
    maxItems: 20,
    description:
      "What Stripe takes of a card payment, where it is not the list price of the account's country: for the estimate of fees that are not known yet",
  }),
}

export const Settings = object(
  {
    object: Type.Literal('settings'),
    account: Type.String(),
    mode: oneOf(MODES),
    ...FIELDS,
    preset: nullable(
      oneOf(PRESET_NAMES, {
        description: 'Whose choice of discounts, churn and grace this is; null: one of its own',
      }),
    ),
  },
  { $id: 'Settings' },
)
export type Settings = Static<typeof Settings>

export const SettingsChange = object(
  {
    ...Type.Partial(Type.Object(FIELDS)).properties,
    preset: Type.Optional(
      oneOf(PRESET_NAMES, {
        description:
          'Sets discount_policy, churn_recognition and past_due_grace_days as another product has them; what is given beside it wins',
      }),
    ),
  },
  { examples: [{ time_zone: 'Europe/Berlin', reporting_currency: 'eur' }] },
)
export type SettingsChange = Static<typeof SettingsChange>

export const SettingsChanged = object(
  {
    object: Type.Literal('settings_change'),
    settings: ref(Settings),
    operation: nullable(
      Type.String({ description: 'Computes figures again by the change; null where none depend on it' }),
    ),
  },
  { $id: 'SettingsChanged' },
)
export type SettingsChanged = Static<typeof SettingsChanged>

export const shared = [OwnFeeRate, Settings, SettingsChanged]
