/** What can be allowed: `resource:action`, with the line that the roles editor and the documents show. */
export const PERMISSION_LABELS = {
  'accounts:disconnect': 'Disconnect Stripe accounts and erase their data',
  'accounts:read': 'See the connected Stripe accounts',
  'accounts:write': 'Connect Stripe accounts',
  'analytics:read': 'See the figures',
  'approvals:decide': 'Approve or reject what others ask for',
  'approvals:read': 'See what waits for approval, and take back what one asked for',
  'audit:export': 'Export the audit trail',
  'audit:read': 'See the audit trail',
  'costs:write': 'Enter costs',
  'credentials:read': 'See by which Stripe keys accounts are reached',
  'credentials:write': 'Add, activate and remove Stripe keys',
  'credit_notes:write': 'Issue credit notes, up to the limit of the role',
  'customers:erase': 'Erase customers, here and at Stripe',
  'customers:export': 'Export all that is kept about a customer',
  'customers:read': 'See customers and their personal data',
  'fx_rates:write': 'Set exchange rates',
  'jobs:read': 'See scheduled work',
  'jobs:run': 'Run scheduled work now',
  'keys:read': 'See API keys',
  'keys:write': 'Make, rotate and revoke API keys that may do no more than oneself',
  'operations:cancel': 'Cancel long work',
  'operations:read': 'See long work',
  'promotions:read': 'See promotions',
  'promotions:write': 'Create and end promotions',
  'refunds:write': 'Refund payments, up to the limit of the role',
  'roles:write': 'Create, change and delete roles that hold no more than the own one',
  'security:write': 'Set four-eyes rules and who needs a second factor',
  'settings:read': 'See the settings',
  'settings:write': 'Change the settings',
  'sync:read': 'See how far Stripe has been read',
  'sync:run': 'Read Stripe again',
  'team:read': 'See members, their e-mail addresses and roles',
  'team:write': 'Invite, change and deactivate members who hold no more than oneself',
  'transfers:write': 'Transfer money to connected accounts, up to the limit of the role',
} as const satisfies Record<`${string}:${string}`, string>
export type Permission = keyof typeof PERMISSION_LABELS
export const PERMISSIONS = Object.keys(PERMISSION_LABELS) as Permission[]

/** What admins lack. Nobody gives away what they do not hold, so only owners make owners. */
export const OWNER_ONLY: ReadonlySet<Permission> = new Set(['accounts:disconnect', 'security:write'])

/** What concerns all accounts of a workspace: not for whoever acts for some of them only. */
export const WORKSPACE_WIDE: ReadonlySet<Permission> = new Set([
  'keys:write',
  'roles:write',
  'security:write',
  'team:write',
])

/** Rights by which more rights can be had, by oneself or by a second name of one's own. */
export const GIVES_RIGHTS: Permission[] = [...OWNER_ONLY, 'approvals:decide', 'roles:write', 'team:write']
