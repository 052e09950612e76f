import type { Member } from '../api/types'

/** By what somebody comes in. */
export function signInText({ kind, email }: Member): string {
  return kind === 'stripe_user' ? 'Stripe Dashboard user' : (email ?? 'Password')
}

export const STATUS = {
  active: { label: 'Active', tone: 'positive' },
  deactivated: { label: 'Deactivated', tone: 'neutral' },
  without: { label: 'No access', tone: 'warning' },
  reset: { label: 'Wants a new password', tone: 'urgent' },
} as const

/** The one thing to know of a member first. */
export function statusOf({ active, role, tied_to, password_reset_requested }: Member) {
  if (!active) return STATUS.deactivated
  if (password_reset_requested !== null) return STATUS.reset
  return role === null && tied_to === null ? STATUS.without : STATUS.active
}

export function secondFactorText({ second_factor }: Member): string {
  if (second_factor === null) return 'By Stripe'
  return second_factor ? 'On' : 'Off'
}

/** By whose role a member is here: their own, or that of the member they are. */
export function roleText({ role, role_name, tied_to }: Member, nameOf: (id: string) => string): string {
  if (tied_to !== null) return `As ${nameOf(tied_to)}`
  return role_name ?? role ?? 'None'
}
