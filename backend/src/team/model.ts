import { defineModel } from '../database/model'
import type { Role } from './permissions'

export interface MemberDocument {
  _id: string
  workspaceId: string
  /** Signs in with a password, or comes through the Stripe Dashboard. */
  kind: 'member' | 'stripe_user'
  name: string
  email: string | null
  stripeUserId: string | null
  role: Role
  active: boolean
  createdAt: Date
}

export const MemberModel = defineModel<MemberDocument>(
  'members',
  {
    kind: { type: String, required: true },
    name: { type: String, required: true },
    email: { type: String, default: null },
    stripeUserId: { type: String, default: null },
    role: { type: String, required: true },
    active: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
  },
  [
    {
      fields: { stripeUserId: 1 },
      unique: true,
      partialFilterExpression: { stripeUserId: { $type: 'string' } },
    },
  ],
)
