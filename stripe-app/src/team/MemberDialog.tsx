import { Banner, Box, Button, PropertyList, PropertyListItem, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Me, Member } from '../api/types'
import type { Question } from '../components/Confirm'
import { Dialog } from '../components/Dialog'
import { Refused } from '../components/Refused'
import { ShownOnce } from '../components/ShownOnce'
import { momentText } from '../format/dates'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction, type KeyHeader } from '../hooks/useAction'
import { may } from '../hooks/useMe'
import { roleText, secondFactorText, signInText, statusOf } from './member-text'
import { RoleSelect } from './RoleSelect'
import { useMemberForm } from './useMemberForm'
import type { TeamFacts } from './useTeam'

/** Why the viewer cannot change this member; null where they can. */
function reasonAgainst(me: Me, beyond: boolean): string | null {
  if (!may(me, 'team:write')) return 'Only those who may change the team change this.'
  return beyond
    ? 'This member holds more than your role does; somebody who holds as much can change them.'
    : null
}

function Facts({ member, nameOf }: { member: Member; nameOf: (id: string) => string }) {
  const locale = useLocale()
  const at = (seconds: number | null) => (seconds === null ? 'Never' : momentText(seconds, locale))
  return (
    <PropertyList>
      <PropertyListItem label="Signs in as" value={signInText(member)} />
      <PropertyListItem label="Role" value={roleText(member, nameOf)} />
      <PropertyListItem label="Status" value={statusOf(member).label} />
      <PropertyListItem label="Second factor" value={secondFactorText(member)} />
      <PropertyListItem label="Last seen" value={at(member.last_seen)} />
      <PropertyListItem label="Added" value={at(member.created)} />
      {member.password_reset_requested === null ? null : (
        <PropertyListItem label="Asked for a new password" value={at(member.password_reset_requested)} />
      )}
    </PropertyList>
  )
}

/** A link for a new password, made on demand and shown once. */
function PasswordLink({ id, disabled }: { id: string; disabled: boolean }) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [url, setUrl] = useState<string | null>(null)
  const make = () =>
    void run(id, async (headers) => {
      const { data } = await api.POST('/v1/members/{id}/password_reset', {
        params: { path: { id } },
        headers,
      })
      setUrl(data?.url ?? null)
    })
  if (url !== null)
    return (
      <ShownOnce
        label="Link for a new password"
        text={url}
        copy="Copy link"
        hint="Pass it on yourself. It works once, for an hour; a second factor is still asked for."
      />
    )
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Refused problem={problem} />
      <Box>
        <Button pending={pending} disabled={disabled} onPress={make}>
          Make a link for a new password
        </Button>
      </Box>
    </Box>
  )
}

type MemberDialogProps = {
  member: Member
  me: Me
  facts: TeamFacts
  nameOf: (id: string) => string
  onClose: () => void
  onChanged: () => void
  ask: (question: Question) => void
}

/** A member: what is known of them, their role, and ending or renewing their access. */
export function MemberDialog(props: MemberDialogProps) {
  const { member, me, facts, nameOf, onClose, onChanged, ask } = props
  const api = useApi()
  const onDone = () => {
    onChanged()
    onClose()
  }
  const form = useMemberForm(member, { me, facts, onDone })
  const { id, name, kind, active } = member
  const reason = reasonAgainst(me, form.beyond)
  const setActive = (verb: 'deactivate' | 'reactivate') => (headers: KeyHeader) =>
    verb === 'deactivate'
      ? api.POST('/v1/members/{id}/deactivate', { params: { path: { id } }, headers })
      : api.POST('/v1/members/{id}/reactivate', { params: { path: { id } }, headers })
  const end = () =>
    ask({
      title: `Deactivate ${name}`,
      lines: [
        `${name} loses access at once, and all their sessions end.`,
        ...(id === me.member.id ? ['This is you: somebody else has to let you in again.'] : []),
        'You can reactivate them later.',
      ],
      label: 'Deactivate',
      done: 'Member deactivated',
      work: setActive('deactivate'),
    })
  const renew = () =>
    ask({
      title: `Reactivate ${name}`,
      lines: [`${name} has access again, with the role they had.`],
      label: 'Reactivate',
      done: 'Member reactivated',
      type: 'primary',
      work: setActive('reactivate'),
    })
  return (
    <Dialog
      title={name}
      onClose={onClose}
      problem={form.action.problem}
      fields={['role', 'member_id']}
      dirty={form.changed}
      {...(reason === null
        ? {
            action: {
              label: 'Save',
              pending: form.action.pending,
              disabled: !form.changed,
              onPress: form.save,
            },
          }
        : {})}
    >
      {reason === null ? null : <Banner title={reason} />}
      <Facts member={member} nameOf={nameOf} />
      {reason === null ? (
        <>
          <TextField
            label="Name"
            defaultValue={name}
            maxLength={128}
            onChange={(event) => form.setName(event.target.value)}
            {...(kind === 'stripe_user' ? { description: 'Stripe tells an id alone.' } : {})}
          />
          <RoleSelect
            choices={form.choices}
            value={form.access}
            onChange={form.setAccess}
            error={faultAt(form.action.problem, 'role') ?? faultAt(form.action.problem, 'member_id')}
          />
        </>
      ) : null}
      {form.needsSecond ? (
        <Banner
          title="A second person approves this"
          description="This role gives rights. It counts once somebody else has approved it."
        />
      ) : null}
      {kind === 'member' && active && may(me, 'team:write') ? (
        <PasswordLink id={id} disabled={reason !== null} />
      ) : null}
      {may(me, 'team:write') ? (
        <Box>
          {active ? (
            <Button type="destructive" disabled={reason !== null} onPress={end}>
              Deactivate
            </Button>
          ) : (
            <Button disabled={reason !== null} onPress={renew}>
              Reactivate
            </Button>
          )}
        </Box>
      ) : null}
    </Dialog>
  )
}
