import { defineModel } from '../database/model'
import type { Permission } from './permissions'
import type { Limits } from './roles'

export interface MemberDocument {
  _id: string
  workspaceId: string
  /** Signs in with a password, or comes through the Stripe Dashboard. */
  kind: 'member' | 'stripe_user'
  name: string
  email: string | null
  stripeUserId: string | null
  /** A built-in role or the id of a custom one; null: no access. */
  role: string | null
  /** An admin decided about this Stripe user: the roles in the Stripe Dashboard no longer do. */
  mapped: boolean
  /** The member who this Stripe user is. */
  tiedTo: string | null
  active: boolean
  /** When they last came in or renewed their session. */
  lastSeenAt?: Date | null
  /** When the member last asked for a new password and has not set it yet. */
  resetRequestedAt?: Date | null
  createdAt: Date
}

/** A custom role; the built-in ones are code. */
export interface RoleDocument {
  _id: string
  workspaceId: string
  name: string
  permissions: Permission[]
  limits: Limits
  createdAt: Date
}

/** A link by which somebody makes themselves a member. */
export interface InvitationDocument {
  _id: string
  workspaceId: string
  /** Lower case. */
  email: string
  name: string | null
  role: string
  /** HMAC-SHA-256 of the token in the link. */
  tokenHash: string
  /** The member who invited; null: the command line. */
  invitedBy: string | null
  status: 'pending' | 'accepted' | 'revoked'
  /** Who it became. */
  memberId: string | null
  createdAt: Date
  expiresAt: Date
}

export const MemberModel = defineModel<MemberDocument>(
  'members',
  {
    kind: { type: String, required: true },
    name: { type: String, required: true },
    email: { type: String, default: null },
    stripeUserId: { type: String, default: null },
    role: { type: String, default: null },
    mapped: { type: Boolean, default: false },
    tiedTo: { type: String, default: null },
    active: { type: Boolean, required: true },
    lastSeenAt: { type: Date },
    resetRequestedAt: { type: Date },
    createdAt: { type: Date, required: true },
  },
  [
    { fields: { _id: -1 } },
    { fields: { role: 1 } },
    {
      fields: { stripeUserId: 1 },
      unique: true,
      partialFilterExpression: { stripeUserId: { $type: 'string' } },
    },
  ],
)

export const RoleModel = defineModel<RoleDocument>(
  'roles',
  {
    name: { type: String, required: true },
    permissions: { type: [String], required: true },
    limits: { type: Object, required: true },
    createdAt: { type: Date, required: true },
  },
  [{ fields: { name: 1 }, unique: true }],
)

export const InvitationModel = defineModel<InvitationDocument>(
  'invitations',
  {
    email: { type: String, required: true },
    name: { type: String, default: null },
    role: { type: String, required: true },
    tokenHash: { type: String, required: true },
    invitedBy: { type: String, default: null },
    status: { type: String, required: true },
    memberId: { type: String, default: null },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  [
    { fields: { _id: -1 } },
    { fields: { role: 1 } },
    { fields: { email: 1 }, unique: true, partialFilterExpression: { status: 'pending' } },
  ],
)
