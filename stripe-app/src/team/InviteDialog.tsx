import { Banner, Box, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Invitation, Me } from '../api/types'
import { Dialog } from '../components/Dialog'
import { ShownOnce } from '../components/ShownOnce'
import { momentText } from '../format/dates'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { toast } from '../hooks/useToast'
import { roleChoices, RoleSelect } from './RoleSelect'
import { givesRights } from './rights'
import type { TeamFacts } from './useTeam'

const FIELDS = ['email', 'name', 'role']
const invalid = (error: string | undefined) => (error ? { error, invalid: true } : {})

function Invited({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const locale = useLocale()
  const { email, url, expires } = invitation
  return (
    <Dialog title={`Invitation for ${email ?? 'the new member'}`} onClose={onClose}>
      <ShownOnce
        label="Invitation link"
        text={url ?? ''}
        copy="Copy link"
        hint={`The desk sends no e-mail: pass the link on yourself. It works once, until ${momentText(expires, locale)}.`}
      />
      <Box css={{ color: 'secondary' }}>
        If it gets lost, invite the same address again: the former link then stops working.
      </Box>
    </Dialog>
  )
}

type InviteDialogProps = { me: Me; facts: TeamFacts; onClose: () => void; onInvited: () => void }

/** Makes a link by which somebody becomes a member, and shows it once. */
export function InviteDialog({ me, facts, onClose, onInvited }: InviteDialogProps) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [draft, setDraft] = useState({ email: '', name: '', role: 'read_only' })
  const [checked, setChecked] = useState(false)
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const email = draft.email.trim()
  const missing = checked && !/^\S+@\S+$/.test(email) ? 'Enter an e-mail address.' : undefined
  const role = facts.roles.find(({ id }) => id === draft.role)
  const refusedAlone = facts.workspace.four_eyes.role_grant && role && givesRights(role, facts.permissions)
  const send = () => {
    setChecked(true)
    if (!/^\S+@\S+$/.test(email)) return
    const name = draft.name.trim()
    const body = { email, role: draft.role, ...(name ? { name } : {}) }
    void run(body, async (headers) => {
      const { data } = await api.POST('/v1/invitations', { body, headers })
      toast('Invitation made')
      onInvited()
      setInvitation(data ?? null)
    })
  }
  if (invitation) return <Invited invitation={invitation} onClose={onClose} />
  return (
    <Dialog
      title="Invite member"
      onClose={onClose}
      problem={problem}
      fields={FIELDS}
      dirty={email !== '' || draft.name !== ''}
      action={{ label: 'Make invitation', pending, disabled: Boolean(refusedAlone), onPress: send }}
    >
      <TextField
        label="E-mail address"
        description="They sign in with it and a password of their own."
        type="email"
        maxLength={254}
        onChange={(event) => setDraft({ ...draft, email: event.target.value })}
        {...invalid(missing ?? faultAt(problem, 'email'))}
      />
      <TextField
        label="Name (optional)"
        maxLength={128}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        {...invalid(faultAt(problem, 'name'))}
      />
      <RoleSelect
        choices={roleChoices(facts.roles, me)}
        value={draft.role}
        onChange={(next) => setDraft({ ...draft, role: next })}
        error={faultAt(problem, 'role')}
      />
      {refusedAlone ? (
        <Banner
          type="caution"
          title="One person alone cannot give this role"
          description="Invite with a lower role, and change it once they are here: the change then waits for a second person."
        />
      ) : null}
    </Dialog>
  )
}
