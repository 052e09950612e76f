import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { listOf, nullable, object, oneOf, Timestamp } from '../http'
import { PERMISSIONS } from '../team/permissions'

/** Milliseconds before its end from which a key is said to expire soon, and its callers are told. */
export const SOON_MS = 14 * 86_400_000

const Name = Type.String({ minLength: 1, maxLength: 80 })
const Addresses = Type.Array(Type.String({ maxLength: 49 }), {
  maxItems: 50,
  description: 'Addresses and networks (CIDR) it may be used from; empty for all',
})
const RateLimit = Type.Integer({ minimum: 1, maximum: 6000, description: 'Requests a minute' })
const Accounts = nullable(
  Type.Array(Type.String({ maxLength: 255 }), {
    minItems: 1,
    maxItems: 100,
    description: 'Stripe accounts that it may ask about; null for all of the workspace',
  }),
)

const properties = {
  id: Type.String(),
  name: Type.String(),
  mode: oneOf(MODES),
  accounts: Accounts,
  scopes: Type.Array(oneOf(PERMISSIONS), { description: 'What it was made for' }),
  effective_scopes: Type.Array(oneOf(PERMISSIONS), {
    description: 'What it may do now: its scopes, as far as whoever made it may still do that',
  }),
  hint: Type.String({ description: 'Its beginning and its last four characters' }),
  allowed_addresses: Addresses,
  rate_limit: RateLimit,
  created_by: Type.String(),
  created: Timestamp('When it was made'),
  expires: Timestamp('From when on it is refused'),
  expires_soon: Type.Boolean({ description: 'Within 14 days' }),
  former_until: nullable(Timestamp('Until when the key before the last rotation is still good')),
  last_used: nullable(Timestamp('When it was last used, to the minute')),
  last_used_address: nullable(Type.String()),
}

export const ApiKey = object({ ...properties, object: Type.Literal('api_key') }, { $id: 'ApiKey' })
export type ApiKey = Static<typeof ApiKey>
export const ApiKeyList = listOf(ApiKey)

export const NewApiKey = object(
  {
    ...properties,
    object: Type.Literal('api_key'),
    key: Type.String({ description: 'The key itself, shown only now' }),
  },
  { $id: 'NewApiKey' },
)
export type NewApiKey = Static<typeof NewApiKey>

export const ApiKeyCreate = object(
  {
    name: Name,
    mode: oneOf(MODES),
    scopes: Type.Array(oneOf(PERMISSIONS), { minItems: 1, maxItems: PERMISSIONS.length, uniqueItems: true }),
    accounts: Type.Optional(Accounts),
    allowed_addresses: Type.Optional(Addresses),
    rate_limit: Type.Optional(RateLimit),
    expires_in_days: Type.Integer({ minimum: 1, maximum: 365, default: 90 }),
  },
  { examples: [{ name: 'Nightly export', mode: 'test', scopes: ['analytics:read'], expires_in_days: 90 }] },
)
export type ApiKeyCreate = Static<typeof ApiKeyCreate>

export const ApiKeyChange = object(
  {
    name: Type.Optional(Name),
    allowed_addresses: Type.Optional(Addresses),
    rate_limit: Type.Optional(RateLimit),
  },
  { minProperties: 1, examples: [{ allowed_addresses: ['203.0.113.0/24'] }] },
)
export type ApiKeyChange = Static<typeof ApiKeyChange>

export const ApiKeyRotate = object(
  {
    overlap_hours: Type.Integer({
      minimum: 0,
      maximum: 24,
      default: 24,
      description: 'Hours for which the present key stays good beside the new one',
    }),
    expires_in_days: Type.Integer({ minimum: 1, maximum: 365, default: 90 }),
  },
  { examples: [{ overlap_hours: 24, expires_in_days: 90 }] },
)
export type ApiKeyRotate = Static<typeof ApiKeyRotate>
