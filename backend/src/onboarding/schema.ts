import { Type, type Static } from 'typebox'
import { CredentialName, PublishableKey, SecretKey, WebhookSigningSecret } from '../credentials/schema'
import { MODES } from '../database/scope'
import { CurrencySchema, listOf, nullable, object, oneOf, tagged, Timestamp } from '../http'

export const Account = object(
  {
    id: Type.String({ description: "Stripe's id of it" }),
    object: Type.Literal('account'),
    mode: oneOf(MODES),
    livemode: Type.Boolean(),
    name: Type.String(),
    country: nullable(Type.String()),
    default_currency: CurrencySchema,
    reporting_currency: CurrencySchema,
    time_zone: Type.String({ description: 'IANA name; days of its figures are local to it' }),
    via: oneOf(['key', 'installation', 'connect'], {
      description: 'By a key of its own, by installing the app, or made through Connect',
    }),
    platform: nullable(Type.String({ description: 'The account by whose key this one is reached' })),
    credential: nullable(Type.String({ description: 'The active credential, or none' })),
    problem: nullable(
      object(
        {
          code: oneOf(['no_active_credential', 'credential_unreadable']),
          title: Type.String(),
          remedy: Type.String(),
        },
        { description: 'Why Stripe cannot be called for it' },
      ),
    ),
    missing_permissions: Type.Array(Type.String(), {
      description: "What its key lacks, by Stripe's names; only what needs it lies still",
    }),
    sync: object({
      status: oneOf(['idle', 'running', 'complete', 'failed']),
      percent: Type.Integer(),
      last_synced_at: nullable(Timestamp("Up to when Stripe's changes are in the figures")),
    }),
    onboarding: nullable(
      object(
        {
          details_submitted: Type.Boolean(),
          charges_enabled: Type.Boolean(),
          payouts_enabled: Type.Boolean(),
          currently_due: Type.Array(Type.String()),
          past_due: Type.Array(Type.String()),
          disabled_reason: nullable(Type.String()),
        },
        { description: 'What Stripe asks of an account that was made through Connect' },
      ),
    ),
    connected: Timestamp('When it was connected'),
  },
  { $id: 'Account' },
)
export type Account = Static<typeof Account>
export const AccountList = listOf(Account)

export const AccountConnect = tagged(
  'via',
  [
    object({
      via: Type.Literal('key'),
      name: Type.Optional(CredentialName),
      secret_key: SecretKey,
      publishable_key: Type.Optional(PublishableKey),
      webhook_secret: Type.Optional(WebhookSigningSecret),
      sandbox: Type.Optional(Type.Boolean({ description: 'The key is of a sandbox, not of test mode' })),
    }),
    object({
      via: Type.Literal('connect'),
      country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1' }),
      email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    }),
  ],
  { examples: [{ via: 'key', secret_key: 'rk_test_51example' }] },
)
export type AccountConnect = Static<typeof AccountConnect>

export const Disconnect = object(
  {
    data: oneOf(['keep', 'erase'], {
      description: 'keep: there again when the account is connected again. erase: gone for good',
    }),
  },
  { examples: [{ data: 'keep' }] },
)

export const Disconnected = object(
  {
    id: Type.String(),
    object: Type.Literal('account'),
    mode: oneOf(MODES),
    disconnected: Type.Literal(true),
  },
  { $id: 'Disconnected' },
)

/** Somewhere to send a person, for a while. */
export const OnboardingLink = object(
  {
    object: Type.Literal('onboarding_link'),
    url: Type.String(),
    expires: Timestamp('Until when it opens'),
  },
  { $id: 'OnboardingLink' },
)
export type OnboardingLink = Static<typeof OnboardingLink>

export const InstallationState = object(
  {
    object: Type.Literal('installation_state'),
    state: Type.String({ description: "Append it as `state` to the app's install link" }),
    return_url: Type.String({ description: 'Where Stripe sends the person back to; list it in the app' }),
    expires: Timestamp('Until when the installation counts'),
  },
  { $id: 'InstallationState' },
)
export type InstallationState = Static<typeof InstallationState>
