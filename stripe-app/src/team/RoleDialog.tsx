import { Banner, Box, Button, Inline, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Me, Role } from '../api/types'
import { AmountChoice } from '../components/AmountChoice'
import type { Question } from '../components/Confirm'
import { Dialog } from '../components/Dialog'
import { PermissionTable } from '../components/PermissionTable'
import { useApi } from '../hooks/ApiProvider'
import { useAction } from '../hooks/useAction'
import { may } from '../hooks/useMe'
import { toast } from '../hooks/useToast'
import { givesRights, isBeyond } from './rights'
import { draftErrors, KINDS, toDraft, toNewRole, type Kind, type RoleDraft } from './role-draft'
import type { TeamFacts } from './useTeam'

const LABELS: Record<Kind, string> = { refund: 'Refunds', transfer: 'Transfers', credit_note: 'Credit notes' }

/** Why a role can only be read; null where it can be changed. */
function reasonAgainst(role: Role | null, me: Me): string | null {
  if (role?.built_in) return 'Built-in roles do not change. Create a role of your own instead.'
  if (!may(me, 'roles:write')) return 'Only those who may change roles change this.'
  return role && isBeyond(role, me) ? 'This role holds more than yours does.' : null
}

function limitOptions(kind: Kind, me: Me) {
  const { type } = me.limits[kind]
  const beyond = (value: string, label: string, disabled: boolean) =>
    disabled ? { value, label: `${label} – beyond your role`, disabled } : { value, label }
  return [
    { value: 'none', label: 'Not at all' },
    beyond('up_to', 'Up to an amount', type === 'none'),
    beyond('unlimited', 'Any amount', type !== 'unlimited'),
  ]
}

type RoleDialogProps = {
  /** Null: a new one. */
  role: Role | null
  me: Me
  facts: TeamFacts
  onClose: () => void
  onChanged: () => void
  ask: (question: Question) => void
}

/** A role: its name, what it allows and up to which amounts. Built-in ones are shown the same way, locked. */
export function RoleDialog({ role, me, facts, onClose, onChanged, ask }: RoleDialogProps) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [before] = useState(() => toDraft(role, me.account.default_currency))
  const [draft, setDraft] = useState<RoleDraft>(before)
  const [checked, setChecked] = useState(false)
  const reason = reasonAgainst(role, me)
  const errors = checked ? draftErrors(draft) : {}
  const dirty = JSON.stringify(draft) !== JSON.stringify(before)
  const nameError = errors.name ?? faultAt(problem, 'name')
  const added = draft.permissions.filter((id) => !before.permissions.includes(id))
  const refusedAlone =
    role !== null &&
    facts.workspace.four_eyes.role_grant &&
    givesRights({ permissions: added }, facts.permissions)
  const save = () => {
    setChecked(true)
    if (Object.keys(draftErrors(draft)).length > 0) return
    const body = toNewRole(draft)
    void run(body, async (headers) => {
      if (role) await api.PATCH('/v1/roles/{id}', { params: { path: { id: role.id } }, body })
      else await api.POST('/v1/roles', { body, headers })
      toast(role ? 'Role changed' : 'Role created')
      onChanged()
      onClose()
    })
  }
  const remove = (doomed: Role) =>
    ask({
      title: `Delete ${doomed.name}`,
      lines: ['A role can be deleted while nobody holds it.', 'It cannot be brought back.'],
      label: 'Delete role',
      done: 'Role deleted',
      work: () => api.DELETE('/v1/roles/{id}', { params: { path: { id: doomed.id } } }),
    })
  return (
    <Dialog
      title={role?.name ?? 'Create role'}
      size="large"
      onClose={onClose}
      problem={problem}
      fields={['name']}
      dirty={dirty}
      {...(reason === null
        ? {
            action: {
              label: role ? 'Save role' : 'Create role',
              pending,
              disabled: !dirty || refusedAlone,
              onPress: save,
            },
          }
        : {})}
    >
      {reason === null ? (
        <TextField
          label="Name"
          defaultValue={draft.name}
          maxLength={64}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          {...(nameError ? { error: nameError, invalid: true } : {})}
        />
      ) : (
        <Banner title={reason} />
      )}
      {refusedAlone ? (
        <Banner
          type="caution"
          title="One person alone cannot add this right"
          description="It would give more rights to all who hold the role. Create a new role with it, and give that: a second person then approves."
        />
      ) : null}
      <PermissionTable
        me={me}
        permissions={facts.permissions}
        held={draft.permissions}
        onChange={reason === null ? (permissions) => setDraft((now) => ({ ...now, permissions })) : null}
      />
      <Box css={{ stack: 'y', gapY: 'small' }}>
        <Inline css={{ font: 'subheading' }}>Largest amounts that need nobody else</Inline>
        {KINDS.map((kind) => (
          <AmountChoice
            key={kind}
            label={LABELS[kind]}
            options={limitOptions(kind, me)}
            amountOption="up_to"
            value={draft.limits[kind]}
            onChange={(limit) => setDraft((now) => ({ ...now, limits: { ...now.limits, [kind]: limit } }))}
            disabled={reason !== null}
            error={errors[kind]}
          />
        ))}
      </Box>
      {role && reason === null ? (
        <Box>
          <Button type="destructive" onPress={() => remove(role)}>
            Delete role
          </Button>
        </Box>
      ) : null}
    </Dialog>
  )
}
