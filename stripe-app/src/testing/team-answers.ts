import type {
  ApiKey,
  Approval,
  AuditEntry,
  AuditVerification,
  Invitation,
  Me,
  Member,
  Permission,
  Role,
  Workspace,
} from '../api/types'
import { me } from './answers'

/** The team of a backend with data; a test changes the part it is about. */

export const list = <T>(data: T[], url = '/v1') => ({ object: 'list' as const, url, has_more: false, data })

const none = { type: 'none' } as const
const unlimited = { type: 'unlimited' } as const
export const NO_LIMITS = { refund: none, transfer: none, credit_note: none }
const NO_BOUND = { refund: unlimited, transfer: unlimited, credit_note: unlimited }

const GIVING: Permission['id'][] = ['approvals:decide', 'roles:write', 'security:write', 'team:write']
const KNOWN: Record<string, string> = {
  'accounts:read': 'See accounts',
  'approvals:decide': 'Approve or reject what others ask for',
  'approvals:read': 'See what waits for approval',
  'audit:export': 'Export the audit trail',
  'audit:read': 'See the audit trail',
  'keys:read': 'See API keys',
  'keys:write': 'Make API keys',
  'promotions:read': 'See promotions',
  'refunds:write': 'Refund payments',
  'roles:write': 'Change roles',
  'security:write': 'Set four-eyes rules',
  'settings:read': 'See the settings',
  'settings:write': 'Change the settings',
  'team:read': 'See members',
  'team:write': 'Change members',
}

const isKnown = (id: string): id is Permission['id'] => id in KNOWN
export const ALL = Object.keys(KNOWN).filter(isKnown)
export const ADMINS = ALL.filter((id) => id !== 'security:write')

export const permissions = (): Permission[] =>
  ALL.map((id) => {
    const [resource = '', action = ''] = id.split(':')
    return {
      id,
      object: 'permission',
      resource,
      action,
      label: KNOWN[id] ?? id,
      owner_only: id === 'security:write',
      gives_rights: GIVING.includes(id),
    }
  })

export function role(change: Partial<Role> = {}): Role {
  return {
    id: 'role_1',
    object: 'role',
    name: 'Refunds EU',
    built_in: false,
    permissions: ['refunds:write', 'settings:read'],
    limits: { ...NO_LIMITS, refund: { type: 'up_to', amount: 10_000, currency: 'eur' } },
    created: 1_790_000_000,
    ...change,
  }
}

const builtIn = (id: string, name: string, held: Permission['id'][], limits: Role['limits']) =>
  role({ id, name, built_in: true, permissions: held, limits, created: null })

export const roles = (): Role[] => [
  builtIn('owner', 'Owner', ALL, NO_BOUND),
  builtIn('admin', 'Admin', ADMINS, NO_BOUND),
  builtIn('read_only', 'Read-only', ['settings:read', 'promotions:read'], NO_LIMITS),
  role(),
]

export function member(change: Partial<Member> = {}): Member {
  return {
    id: 'mem_2',
    object: 'member',
    kind: 'member',
    name: 'Robin Hale',
    email: 'robin@example.com',
    stripe_user: null,
    mapped: false,
    tied_to: null,
    role: 'read_only',
    role_name: 'Read-only',
    active: true,
    last_seen: 1_790_000_000,
    second_factor: true,
    password_reset_requested: null,
    created: 1_780_000_000,
    ...change,
  }
}

export const stripeUser = (change: Partial<Member> = {}): Member =>
  member({
    id: 'mem_3',
    kind: 'stripe_user',
    name: 'usr_jonas',
    email: null,
    stripe_user: 'usr_jonas',
    second_factor: null,
    last_seen: null,
    ...change,
  })

export function invitation(change: Partial<Invitation> = {}): Invitation {
  return {
    id: 'inv_1',
    object: 'invitation',
    email: 'new@example.com',
    name: null,
    role: 'read_only',
    role_name: 'Read-only',
    status: 'pending',
    invited_by: 'mem_2',
    member: null,
    url: null,
    created: 1_790_000_000,
    expires: 1_790_600_000,
    ...change,
  }
}

export function workspace(change: Partial<Workspace['four_eyes']> = {}): Workspace {
  return {
    id: 'ws_1',
    object: 'workspace',
    name: 'Lumen',
    four_eyes: {
      role_grant: false,
      refund_above: null,
      transfer_above: null,
      credit_note_above: null,
      ...change,
    },
    created: 1_780_000_000,
  }
}

export function approval(change: Partial<Approval> = {}): Approval {
  return {
    id: 'apr_1',
    object: 'approval',
    kind: 'role_grant',
    status: 'pending',
    description: 'Give mem_3 the role admin',
    parameters: { member: 'mem_3', role: 'admin' },
    parameters_sha256: 'ab12',
    reason: null,
    amount: null,
    currency: null,
    account: null,
    mode: null,
    requested_by: 'mem_2',
    decided_by: null,
    rejection: null,
    failure: null,
    created: 1_790_000_000,
    expires: 1_790_259_200,
    decided: null,
    ended: null,
    ...change,
  }
}

export function apiKey(change: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'key_1',
    object: 'api_key',
    name: 'Nightly export',
    mode: 'test',
    accounts: null,
    scopes: ['promotions:read', 'settings:read'],
    effective_scopes: ['promotions:read', 'settings:read'],
    hint: 'rd_test_…3f2a',
    allowed_addresses: [],
    rate_limit: 600,
    created_by: 'mem_2',
    created: 1_790_000_000,
    expires: 4_000_000_000,
    expires_soon: false,
    former_until: null,
    last_used: null,
    last_used_address: null,
    ...change,
  }
}

export function auditEntry(change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 'aud_1',
    object: 'audit_entry',
    created: 1_790_000_000,
    actor: { kind: 'member', id: 'mem_2' },
    action: 'role.changed',
    target: { type: 'role', id: 'role_1' },
    before: { name: 'Refunds', permissions: ['refunds:write'] },
    after: { name: 'Refunds', permissions: ['refunds:write', 'team:read'] },
    account: null,
    mode: null,
    request_id: 'req_1',
    address: '203.0.113.7',
    user_agent: 'Browser',
    seal: { seq: 7, previous_hash: 'aa', hash: 'bb' },
    ...change,
  }
}

export function verification(change: Partial<AuditVerification> = {}): AuditVerification {
  return {
    object: 'audit_verification',
    from: 1,
    to: 1234,
    holds: true,
    fault: null,
    vouched: 1200,
    unsealed: 0,
    next_from: null,
    ...change,
  }
}

/** What the team's tab reads, as an admin. */
export function teamDesk(held: Me['permissions'] = ADMINS): Record<string, unknown> {
  return {
    'GET /v1/me': me(held),
    'GET /v1/members': list([member(), stripeUser()]),
    'GET /v1/invitations': list([invitation()]),
    'GET /v1/roles': list(roles()),
    'GET /v1/permissions': list(permissions()),
    'GET /v1/workspace': workspace(),
    'GET /v1/approvals': list([]),
  }
}
