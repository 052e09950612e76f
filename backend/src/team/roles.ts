/** Roles: sets of permissions, with the largest amounts that their holders move. Pure. */
import type { Amount, FourEyes } from '../accounts/model'
import { GIVES_RIGHTS, OWNER_ONLY, PERMISSIONS, WORKSPACE_WIDE, type Permission } from './permissions'

/** What moves money out and is limited by amount. */
export const ACTION_KINDS = ['refund', 'transfer', 'credit_note'] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

/** The largest amount (minor units) of one action that needs nobody else; `none`: not at all. */
export type Limit =
  { type: 'none' } | { type: 'up_to'; amount: number; currency: string } | { type: 'unlimited' }
export type Limits = Record<ActionKind, Limit>

export interface Rights {
  permissions: ReadonlySet<Permission>
  limits: Limits
}

const none: Limit = { type: 'none' }
const unlimited: Limit = { type: 'unlimited' }
export const NO_LIMITS: Limits = { refund: none, transfer: none, credit_note: none }

/** What is left of rights for somebody who acts for some accounts of the workspace only. */
export const boundTo = (permissions: ReadonlySet<Permission>): ReadonlySet<Permission> =>
  new Set([...permissions].filter((permission) => !WORKSPACE_WIDE.has(permission)))

/** Whoever changes the team. */
export interface Doer extends Rights {
  /** Id of the member; absent: the operator, of whom no rule asks a second person. */
  id?: string
}

/** Whoever holds the machine: the command line. */
export const OPERATOR: Rights = {
  permissions: new Set(PERMISSIONS),
  limits: { refund: unlimited, transfer: unlimited, credit_note: unlimited },
}

const reading: Permission[] = [
  'accounts:read',
  'analytics:read',
  'customers:read',
  'operations:read',
  'promotions:read',
  'settings:read',
  'sync:read',
]
const supporting: Permission[] = [...reading, 'jobs:read']

export const ROLES = {
  owner: { name: 'Owner', permissions: PERMISSIONS, limits: OPERATOR.limits },
  admin: {
    name: 'Admin',
    permissions: PERMISSIONS.filter((permission) => !OWNER_ONLY.has(permission)),
    limits: OPERATOR.limits,
  },
  finance_analyst: {
    name: 'Finance analyst',
    permissions: [...reading, 'audit:read', 'costs:write', 'fx_rates:write', 'jobs:read', 'team:read'],
    limits: NO_LIMITS,
  },
  support_agent: { name: 'Support agent', permissions: supporting, limits: NO_LIMITS },
  refund_agent: {
    name: 'Support agent with refunds',
    permissions: [...supporting, 'approvals:read', 'refunds:write'],
    limits: { ...NO_LIMITS, refund: unlimited },
  },
  sales: { name: 'Sales', permissions: [...reading, 'promotions:write'], limits: NO_LIMITS },
  read_only: { name: 'Read-only', permissions: reading, limits: NO_LIMITS },
} as const satisfies Record<string, { name: string; permissions: Permission[]; limits: Limits }>
export type Role = keyof typeof ROLES
export const roleNames = Object.keys(ROLES) as Role[]
export const isBuiltIn = (id: string): id is Role => Object.hasOwn(ROLES, id)

/** Stripe Dashboard roles that give access by themselves; the first in this order that a user holds counts. */
const STRIPE_ROLES: [string, Role][] = [
  ['super_admin', 'admin'],
  ['admin', 'admin'],
  ['analyst', 'finance_analyst'],
  ['refund_analyst', 'refund_agent'],
  ['support_specialist', 'support_agent'],
  ['view_only', 'read_only'],
]

/** The most that the roles in the Stripe Dashboard give. */
export const HIGHEST_STRIPE_ROLE: Role = 'admin'

/** @returns the role that a Stripe user's signed roles give, or null: no access until an admin maps the user. */
export function roleOfStripeRoles(ids: string[]): Role | null {
  return STRIPE_ROLES.find(([stripeRole]) => ids.includes(stripeRole))?.[1] ?? null
}

/** Whether a limit allows no more than another. Amounts in two currencies do not compare: that counts as more. */
export function isWithin(limit: Limit, other: Limit): boolean {
  if (limit.type === 'none' || other.type === 'unlimited') return true
  return (
    limit.type === 'up_to' &&
    other.type === 'up_to' &&
    limit.currency === other.currency &&
    limit.amount <= other.amount
  )
}

/** What `wanted` holds beyond `own`, in words: permissions by their ids, limits by their kind. Empty: nothing. */
export function excess(wanted: Rights, own: Rights): string[] {
  return [
    ...[...wanted.permissions].filter((permission) => !own.permissions.has(permission)),
    ...ACTION_KINDS.filter((kind) => !isWithin(wanted.limits[kind], own.limits[kind])).map(
      (kind) => `the ${kind} limit`,
    ),
  ]
}

/** Whether whoever holds these rights can come to hold more, or give them: what a second person looks at. */
export const givesRights = ({ permissions }: Rights): boolean =>
  GIVES_RIGHTS.some((permission) => permissions.has(permission))

const WRITES: Record<ActionKind, Permission> = {
  refund: 'refunds:write',
  transfer: 'transfers:write',
  credit_note: 'credit_notes:write',
}

/**
 * The amount of one action in a currency, minor units, by the account's stored rates and rounded up, which is the
 * stricter side; null: no rate is known, which counts as more than any limit.
 */
export type AmountIn = (currency: string) => number | null

function isAbove(amountIn: AmountIn, { amount, currency }: Amount): boolean {
  const converted = amountIn(currency)
  return converted === null || converted > amount
}

/** Whether these rights allow one action of this size with nobody else's; what its approver needs. */
export function covers({ permissions, limits }: Rights, kind: ActionKind, amountIn: AmountIn): boolean {
  const limit = limits[kind]
  if (limit.type === 'none' || !permissions.has(WRITES[kind])) return false
  return limit.type === 'unlimited' || !isAbove(amountIn, limit)
}

/** What becomes of a wish to move money: above the role's limit or the workspace's rule a second person decides. */
export function decide(
  rights: Rights,
  kind: ActionKind,
  amountIn: AmountIn,
  fourEyes: FourEyes,
): 'allowed' | 'needs_approval' | 'refused' {
  if (rights.limits[kind].type === 'none' || !rights.permissions.has(WRITES[kind])) return 'refused'
  const above = fourEyes[`${kind}_above`]
  const alone = covers(rights, kind, amountIn) && !(above && isAbove(amountIn, above))
  return alone ? 'allowed' : 'needs_approval'
}
