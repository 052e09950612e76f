import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { listOf, nullable, object, oneOf, Timestamp } from '../http'

export const SecretKey = Type.String({
  pattern: '^(sk|rk)_(test|live)_\\w{8,240}$',
  description: 'Secret or restricted key of the account; never shown again',
})
export const PublishableKey = Type.String({ pattern: '^pk_(test|live)_\\w{8,240}$' })
export const WebhookSigningSecret = Type.String({
  pattern: '^whsec_\\S{8,240}$',
  description: 'Signing secret of a webhook endpoint that was made by hand; never shown again',
})
export const CredentialName = Type.String({ minLength: 1, maxLength: 80 })

export const Credential = object(
  {
    id: Type.String(),
    object: Type.Literal('credential'),
    account: Type.String(),
    mode: oneOf(MODES),
    name: Type.String(),
    source: oneOf(['environment', 'entered'], { description: 'environment: STRIPE_SECRET_KEY' }),
    active: Type.Boolean({ description: 'Whether Stripe is called with this key' }),
    readable: Type.Boolean({ description: 'false: the master key that it was sealed with is gone' }),
    publishable_key: nullable(Type.String()),
    secret_key_hint: Type.String({ description: 'Its beginning and its last four characters' }),
    webhook_secrets: Type.Integer({
      description: 'How many signing secrets its webhook address accepts; none while it is not readable',
    }),
    webhook_url: Type.String({ description: 'Where Stripe sends the events of this account' }),
    permissions: Type.Array(
      object({
        permission: Type.String({ description: "Stripe's name of it" }),
        needed_for: Type.String({ description: 'What lies still without it' }),
        granted: Type.Boolean(),
      }),
    ),
    probed: Timestamp('When its permissions were last asked for'),
    last_used: nullable(Timestamp('When Stripe was last called with it, to the minute')),
    created: Timestamp('When it was added'),
  },
  { $id: 'Credential' },
)
export type Credential = Static<typeof Credential>
export const CredentialList = listOf(Credential)

export const CredentialCreate = object(
  {
    name: CredentialName,
    secret_key: SecretKey,
    publishable_key: Type.Optional(PublishableKey),
    webhook_secret: Type.Optional(WebhookSigningSecret),
    active: Type.Boolean({ default: true, description: 'Puts it in force in place of the one before' }),
  },
  { examples: [{ name: 'Rolled in May', secret_key: 'rk_test_51example', active: true }] },
)
export type CredentialCreate = Static<typeof CredentialCreate>

export const CredentialChange = object(
  {
    name: Type.Optional(CredentialName),
    publishable_key: Type.Optional(nullable(PublishableKey)),
    webhook_secret: Type.Optional(WebhookSigningSecret),
    active: Type.Optional(Type.Boolean()),
  },
  { minProperties: 1, examples: [{ active: true }] },
)
export type CredentialChange = Static<typeof CredentialChange>
