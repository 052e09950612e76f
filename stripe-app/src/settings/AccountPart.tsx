import { Box, Inline, PropertyList, PropertyListItem } from '@stripe/ui-extension-sdk/ui'
import { MODES } from '../accounts/words'
import type { Me } from '../api/types'

/** Stripe signs a user's id, not their name, so the name comes from the Dashboard. */
export function AccountPart({ me, userName }: { me: Me; userName: string | null }) {
  const { account, member, workspace } = me
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Inline css={{ font: 'heading' }}>Account</Inline>
      <PropertyList>
        <PropertyListItem label="Stripe account" value={`${account.name} (${account.id})`} />
        <PropertyListItem label="Mode" value={MODES[account.mode]} />
        <PropertyListItem label="Workspace" value={workspace.name} />
        <PropertyListItem label="Signed in as" value={`${userName ?? member.name}, ${member.role_name}`} />
      </PropertyList>
    </Box>
  )
}
