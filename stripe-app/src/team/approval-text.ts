import type { Approval, Role } from '../api/types'
import { money } from '../format/money'
import { sentence } from '../format/words'

export const TONES = {
  Pending: 'info',
  Approved: 'info',
  Executed: 'positive',
  Failed: 'negative',
  Rejected: 'neutral',
  Canceled: 'neutral',
  Expired: 'warning',
} as const

export const statusText = ({ status }: Approval): string => sentence(status)

const textAt = (parameters: Approval['parameters'], key: string): string | null => {
  const value = parameters[key]
  return typeof value === 'string' ? value : null
}

/** The members that an approval is about, so that their names can be read. */
export const idsOf = ({ requested_by, decided_by, parameters }: Approval): (string | null)[] => [
  requested_by,
  decided_by,
  textAt(parameters, 'member'),
  textAt(parameters, 'tied_to'),
]

/** What was asked for, with names in place of ids where they are known. */
export function whatText(approval: Approval, roles: Role[], nameOf: (id: string) => string): string {
  const { kind, parameters, description } = approval
  const [member, role, tied] = ['member', 'role', 'tied_to'].map((key) => textAt(parameters, key))
  if (kind !== 'role_grant' || !member) return description
  if (tied) return `Let ${nameOf(member)} in as ${nameOf(tied)}`
  return `Give ${nameOf(member)} the role ${roles.find(({ id }) => id === role)?.name ?? role}`
}

export const amountText = ({ amount, currency }: Approval, locale: string): string =>
  amount === null || currency === null ? '' : money(amount, currency, locale)
