import { defineModel } from '../database/model'
import type { Mode } from '../database/scope'
import type { Permission } from '../team/permissions'

/** Whose a key is: read before anyone is known. */
export interface ApiKeyOwnerDocument {
  _id: string
  workspaceId: string
}

export interface ApiKeyDocument {
  _id: string
  workspaceId: string
  name: string
  mode: Mode
  /** Stripe accounts that it may ask about; null for all of the workspace. */
  accountIds: string[] | null
  scopes: Permission[]
  /** HMAC-SHA-256 with the pepper. */
  hash: string
  /** Last four characters. */
  hint: string
  /** Of the key before the last rotation, good until `formerUntil`. */
  formerHash: string | null
  formerUntil: Date | null
  /** Addresses and networks (CIDR) it may be used from; empty for all. */
  allowedAddresses: string[]
  /** Requests a minute. */
  rateLimit: number
  /** The member whose rights cap it. */
  createdBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  lastUsedAddress: string | null
}

export const ApiKeyOwnerModel = defineModel<ApiKeyOwnerDocument>('api_key_owners', {
  workspaceId: { type: String, required: true },
})

export const ApiKeyModel = defineModel<ApiKeyDocument>(
  'api_keys',
  {
    name: { type: String, required: true },
    mode: { type: String, required: true },
    accountIds: { type: [String], default: null },
    scopes: { type: [String], required: true },
    hash: { type: String, required: true },
    hint: { type: String, required: true },
    formerHash: { type: String, default: null },
    formerUntil: { type: Date, default: null },
    allowedAddresses: { type: [String], required: true },
    rateLimit: { type: Number, required: true },
    createdBy: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    lastUsedAt: { type: Date, default: null },
    lastUsedAddress: { type: String, default: null },
  },
  [{ fields: { _id: -1 } }],
)
