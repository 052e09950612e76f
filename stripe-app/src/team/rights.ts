import type { Limits, Me, Permission, Role } from '../api/types'
import { may } from '../hooks/useMe'

/** What somebody holds: as a role has it, and as the signed-in member has it. */
type Held = Pick<Role, 'permissions' | 'limits'>
type Limit = Limits[keyof Limits]

/** Whether a limit allows no more than another. Amounts in two currencies do not compare: that counts as more. */
function isWithin(limit: Limit, other: Limit): boolean {
  if (limit.type === 'none' || other.type === 'unlimited') return true
  return (
    limit.type === 'up_to' &&
    other.type === 'up_to' &&
    limit.currency === other.currency &&
    limit.amount <= other.amount
  )
}

/** Whether a role holds anything that the member does not; such a role they neither give nor take. */
export function isBeyond({ permissions, limits }: Held, me: Me): boolean {
  return (
    permissions.some((permission) => !may(me, permission)) ||
    !isWithin(limits.refund, me.limits.refund) ||
    !isWithin(limits.transfer, me.limits.transfer) ||
    !isWithin(limits.credit_note, me.limits.credit_note)
  )
}

/** Whether by these permissions more rights can be had: what a second person looks at. */
export function givesRights({ permissions }: Pick<Held, 'permissions'>, known: Permission[]): boolean {
  return known.some(({ id, gives_rights }) => gives_rights && permissions.includes(id))
}
