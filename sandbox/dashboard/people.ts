import type { Person, Role } from './protocol'

/** The Dashboard roles that the preview can hold, a part of the SDK's `RoleId`. */
export const ROLES: Role[] = [
  { id: 'super_admin', name: 'Super Administrator', type: 'builtIn' },
  { id: 'admin', name: 'Administrator', type: 'builtIn' },
  { id: 'developer', name: 'Developer', type: 'builtIn' },
  { id: 'analyst', name: 'Analyst', type: 'builtIn' },
  { id: 'support_specialist', name: 'Support Specialist', type: 'builtIn' },
  { id: 'refund_analyst', name: 'Refund Analyst', type: 'builtIn' },
  { id: 'view_only', name: 'View only', type: 'builtIn' },
]

/** Who can be signed in to the preview; each has one role until the role switch gives them another. */
export const PEOPLE: Person[] = [
  { id: 'usr_preview_amara', name: 'Amara Okafor', email: 'amara@example.com', role: 'admin' },
  { id: 'usr_preview_jonas', name: 'Jonas Weber', email: 'jonas@example.com', role: 'analyst' },
  { id: 'usr_preview_mei', name: 'Mei Tanaka', email: 'mei@example.com', role: 'support_specialist' },
  { id: 'usr_preview_luca', name: 'Luca Romano', email: 'luca@example.com', role: 'view_only' },
]

/** The person and the role of a request, or null when either is unknown. */
export function findHolder(userId: string, roleId: string): { person: Person; role: Role } | null {
  const person = PEOPLE.find(({ id }) => id === userId)
  const role = ROLES.find(({ id }) => id === roleId)
  return person && role ? { person, role } : null
}
