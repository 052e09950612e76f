import { defineModel, SEALED } from '../database/model'

/** A webhook endpoint whose events the account's address accepts. */
export interface WebhookSecret {
  /** Id of the endpoint at Stripe where we made it; null where its secret was entered by hand. */
  endpoint: string | null
  /** Where Stripe sends the endpoint's events; null where that is not known. */
  url: string | null
  secret: string
}

export interface GrantedPermission {
  permission: string
  needed_for: string
  granted: boolean
}

export interface CredentialDocument {
  _id: string
  accountId: string
  mode: string
  name: string
  /** `environment`: STRIPE_SECRET_KEY, taken over at each start. */
  source: 'environment' | 'entered'
  active: boolean
  publishableKey: string | null
  /** Sealed. */
  secretKey: string
  /** What may be shown of it. */
  keyHint: string
  /** Keyed hash: whether a key is known already. */
  keyHash: string
  /** Sealed JSON of `WebhookSecret[]`. */
  webhookSecrets: string
  permissions: GrantedPermission[]
  createdAt: Date
  createdBy: string
  /** When its permissions were last asked for. */
  probedAt: Date
  /** To the minute. */
  lastUsedAt: Date | null
}

export const CredentialModel = defineModel<CredentialDocument>(
  'credentials',
  {
    name: { type: String, required: true },
    source: { type: String, required: true },
    active: { type: Boolean, required: true },
    publishableKey: { type: String, default: null },
    secretKey: SEALED,
    keyHint: { type: String, required: true },
    keyHash: { type: String, required: true },
    webhookSecrets: SEALED,
    permissions: { type: [Object], required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    probedAt: { type: Date, required: true },
    lastUsedAt: { type: Date, default: null },
  },
  [
    { fields: { keyHash: 1 }, unique: true },
    // one key in force at a time, also where two requests activate at once
    { fields: { active: 1 }, unique: true, partialFilterExpression: { active: true } },
  ],
)
