/** What can be allowed, and the built-in roles as sets of it. */
export const PERMISSIONS = [
  'accounts:read',
  'accounts:write',
  'accounts:disconnect',
  'analytics:read',
  'audit:read',
  'credentials:read',
  'credentials:write',
  'customers:read',
  'fx_rates:write',
  'jobs:read',
  'jobs:run',
  'operations:read',
  'operations:cancel',
  'promotions:read',
  'promotions:write',
  'settings:read',
  'settings:write',
  'sync:read',
  'sync:run',
  'team:read',
  'team:write',
] as const
export type Permission = (typeof PERMISSIONS)[number]

const reading: Permission[] = [
  'accounts:read',
  'analytics:read',
  'customers:read',
  'operations:read',
  'promotions:read',
  'settings:read',
  'sync:read',
]

export const ROLES = {
  owner: [...PERMISSIONS],
  admin: PERMISSIONS.filter((permission) => permission !== 'accounts:disconnect'),
  finance_analyst: [...reading, 'audit:read', 'fx_rates:write', 'jobs:read', 'team:read'],
  support_agent: [...reading, 'jobs:read'],
  sales: [...reading, 'promotions:write'],
  read_only: reading,
} as const satisfies Record<string, readonly Permission[]>
export type Role = keyof typeof ROLES

export const roleNames = Object.keys(ROLES) as Role[]

/** Stripe Dashboard roles that give access by themselves; the first in this order that a user holds counts. */
const STRIPE_ROLES: [string, Role][] = [
  ['super_admin', 'admin'],
  ['admin', 'admin'],
  ['analyst', 'finance_analyst'],
  ['support_specialist', 'support_agent'],
  ['refund_analyst', 'support_agent'],
  ['view_only', 'read_only'],
]

/** @returns the role that a Stripe user's signed roles give, or null: no access until an admin maps the user. */
export function roleOfStripeRoles(ids: string[]): Role | null {
  return STRIPE_ROLES.find(([stripeRole]) => ids.includes(stripeRole))?.[1] ?? null
}
