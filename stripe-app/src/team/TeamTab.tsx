import { Box } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me } from '../api/types'
import { BoundNotice } from '../components/BoundNotice'
import { Loaded } from '../components/Loaded'
import { may } from '../hooks/useMe'
import { Approvals } from './Approvals'
import { FourEyes } from './FourEyes'
import { InviteDialog } from './InviteDialog'
import { Invitations } from './Invitations'
import { Members } from './Members'
import { Roles } from './Roles'
import { useInvitations, useTeamFacts, type TeamFacts } from './useTeam'

function Team({ me, facts, refresh }: { me: Me; facts: TeamFacts; refresh: () => void }) {
  const invitations = useInvitations()
  const [inviting, setInviting] = useState(false)
  return (
    <Box css={{ stack: 'y', gapY: 'xlarge' }}>
      <BoundNotice me={me} />
      <Members me={me} facts={facts} onInvite={() => setInviting(true)} />
      <Invitations me={me} invitations={invitations} />
      <Roles me={me} facts={facts} onChanged={refresh} />
      {may(me, 'approvals:read') ? <Approvals me={me} facts={facts} /> : null}
      <FourEyes me={me} rules={facts.workspace.four_eyes} onSaved={refresh} />
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
      {(value) => <Team me={me} facts={value} refresh={facts.refresh} />}
    </Loaded>
  )
}
