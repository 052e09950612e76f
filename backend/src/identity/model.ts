import { defineModel, SEALED } from '../database/model'

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
  /** HMAC-SHA-256 of what all refresh tokens of the session have in common. */
  familyHash: string
  /** HMAC-SHA-256 of the one refresh token that is good now. */
  refreshHash: string
  /** That of the one before; empty at first. */
  previousHash: string
  createdAt: Date
  /** When the last refresh token was spent. */
  renewedAt: Date
  expiresAt: Date
  /** Where from, and with what, the member signed in. */
  address: string
  userAgent: string
}

/** The second factor of the member whose id it has. */
export interface SecondFactorDocument {
  _id: string
  workspaceId: string
  /** Sealed. */
  seed: string
  /** Null until a first code was shown. */
  confirmedAt: Date | null
  /** The latest step whose code was spent. */
  lastStep: number
  /** HMAC-SHA-256 of the recovery codes that are left. */
  recoveryHashes: string[]
}

/** Failed tries of one subject. */
export interface ThrottleDocument {
  _id: string
  failures: number
  /** No try before. */
  retryAt: Date
  /** When the failures are forgotten. */
  expiresAt: Date
  /** Whether a try that came before its time is in the trail. */
  told: boolean
}

/** A link for a new password. */
export interface ResetDocument {
  /** HMAC-SHA-256 of its token. */
  _id: string
  /** Of the identity it is for. */
  email: string
  expiresAt: Date
}

/** What was signed once may not come again. */
export interface NonceDocument {
  _id: string
  expiresAt: Date
}

export const IdentityModel = defineModel<IdentityDocument>(
  'identities',
  {
    workspaceId: { type: String, required: true },
    memberId: { type: String, required: true },
    passwordHash: { type: String, required: true },
  },
  [{ fields: { memberId: 1 }, unique: true }],
)

export const SessionModel = defineModel<SessionDocument>(
  'sessions',
  {
    memberId: { type: String, required: true },
    familyHash: { type: String, required: true },
    refreshHash: { type: String, required: true },
    previousHash: { type: String, default: '' },
    createdAt: { type: Date, required: true },
    renewedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    address: { type: String, default: '' },
    userAgent: { type: String, default: '' },
  },
  [{ fields: { memberId: 1 } }],
)

export const SecondFactorModel = defineModel<SecondFactorDocument>('second_factors', {
  seed: SEALED,
  confirmedAt: { type: Date, default: null },
  lastStep: { type: Number, required: true },
  recoveryHashes: { type: [String], required: true },
})

export const ThrottleModel = defineModel<ThrottleDocument>('throttles', {
  failures: { type: Number, required: true },
  retryAt: { type: Date, required: true },
  expiresAt: { type: Date, required: true },
  told: { type: Boolean, required: true },
})

export const ResetModel = defineModel<ResetDocument>(
  'password_resets',
  { email: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  [{ fields: { email: 1 } }],
)

export const NonceModel = defineModel<NonceDocument>('nonces', { expiresAt: { type: Date, required: true } })
