import { Box } from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'
import { may } from '../hooks/useMe'

type NeedsPermissionProps = { me: Me; permission: Me['permissions'][number]; what: string }

/** Why a button is disabled that a colleague could press. */
export function NeedsPermission({ me, permission, what }: NeedsPermissionProps) {
  if (may(me, permission)) return null
  return (
    <Box css={{ font: 'caption', color: 'secondary' }}>
      {`${what} needs the permission ${permission}; your role is ${me.member.role_name}.`}
    </Box>
  )
}
