import { defineModel } from '../database/model'

/** Read by e-mail address before anyone is known. */
export interface IdentityDocument {
  /** The e-mail address, lower case. */
  _id: string
  workspaceId: string
  memberId: string
  /** argon2id, PHC string. */
  passwordHash: string
}

export interface SessionDocument {
  _id: string
  workspaceId: string
  memberId: string
  /** HMAC-SHA-256 of the one refresh token that is good now. */
  refreshHash: string
  /** Those of the last ones that were spent: whoever shows one of them holds a copy. */
  spentHashes: string[]
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** What was signed once may not come again. */
export interface NonceDocument {
  _id: string
  expiresAt: Date
}

export const IdentityModel = defineModel<IdentityDocument>('identities', {
  workspaceId: { type: String, required: true },
  memberId: { type: String, required: true },
  passwordHash: { type: String, required: true },
})

export const SessionModel = defineModel<SessionDocument>(
  'sessions',
  {
    memberId: { type: String, required: true },
    refreshHash: { type: String, required: true },
    spentHashes: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
  },
  [{ fields: { expiresAt: 1 }, expireAfterSeconds: 0 }],
)

export const NonceModel = defineModel<NonceDocument>(
  'nonces',
  { expiresAt: { type: Date, required: true } },
  [{ fields: { expiresAt: 1 }, expireAfterSeconds: 0 }],
)
