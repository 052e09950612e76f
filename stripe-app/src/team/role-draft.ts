import type { AmountDraft } from '../components/AmountChoice'
import type { Limits, NewRole, Permission, Role } from '../api/types'

export const KINDS = ['refund', 'transfer', 'credit_note'] as const
export type Kind = (typeof KINDS)[number]

export type RoleDraft = {
  name: string
  permissions: Permission['id'][]
  limits: Record<Kind, AmountDraft>
}

type Limit = Limits[Kind]

const toAmount = (limit: Limit, currency: string): AmountDraft =>
  limit.type === 'up_to' ? limit : { type: limit.type, amount: null, currency }

const NONE: Limit = { type: 'none' }

/** A role as it is edited; a new one holds nothing. Limits without an amount begin in the account's currency. */
export function toDraft(role: Role | null, currency: string): RoleDraft {
  const { refund, transfer, credit_note } = role?.limits ?? {
    refund: NONE,
    transfer: NONE,
    credit_note: NONE,
  }
  return {
    name: role?.name ?? '',
    permissions: role?.permissions ?? [],
    limits: {
      refund: toAmount(refund, currency),
      transfer: toAmount(transfer, currency),
      credit_note: toAmount(credit_note, currency),
    },
  }
}

function toLimit({ type, amount, currency }: AmountDraft): Limit {
  if (type === 'up_to') return { type, amount: amount ?? 0, currency }
  return type === 'unlimited' ? { type } : NONE
}

/** What must be put right first; empty when nothing must. */
export function draftErrors({ name, limits }: RoleDraft): Partial<Record<'name' | Kind, string>> {
  const missing = KINDS.filter((kind) => limits[kind].type === 'up_to' && limits[kind].amount === null)
  return {
    ...(name.trim() === '' ? { name: 'Enter a name.' } : {}),
    ...Object.fromEntries(missing.map((kind) => [kind, 'Enter an amount.'])),
  }
}

/** The request of a draft without errors. */
export const toNewRole = ({ name, permissions, limits }: RoleDraft): NewRole => ({
  name: name.trim(),
  permissions,
  limits: {
    refund: toLimit(limits.refund),
    transfer: toLimit(limits.transfer),
    credit_note: toLimit(limits.credit_note),
  },
})
