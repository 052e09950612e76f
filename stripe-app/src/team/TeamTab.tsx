import { Box } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { InviteDialog } from './InviteDialog'
import { Invitations } from './Invitations'
import { Members } from './Members'
import { useInvitations, useTeamFacts, type TeamFacts } from './useTeam'

function Team({ me, facts }: { me: Me; facts: TeamFacts }) {
  const invitations = useInvitations()
  const [inviting, setInviting] = useState(false)
  return (
    <Box css={{ stack: 'y', gapY: 'xlarge' }}>
      <Members me={me} facts={facts} onInvite={() => setInviting(true)} onAsked={() => undefined} />
      <Invitations me={me} invitations={invitations} />
      {inviting ? (
        <InviteDialog
          me={me}
          facts={facts}
          onClose={() => setInviting(false)}
          onInvited={invitations.page.refresh}
        />
      ) : null}
    </Box>
  )
}

/** People and what they may do: members, invitations, roles, and what waits for a second person. */
export function TeamTab({ me }: { me: Me }) {
  const facts = useTeamFacts()
  return (
    <Loaded from={facts} what="The team">
      {(value) => <Team me={me} facts={value} />}
    </Loaded>
  )
}
