import { Button, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me, Role } from '../api/types'
import { Confirm, type Question } from '../components/Confirm'
import { Section } from '../components/Section'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { RoleDialog } from './RoleDialog'
import type { TeamFacts } from './useTeam'

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'kind', label: 'Kind' },
  { key: 'permissions', label: 'Permissions' },
  { key: 'refunds', label: 'Refunds alone' },
]

function limitText(limit: Role['limits']['refund'], locale: string): string {
  if (limit.type === 'up_to') return `Up to ${money(limit.amount, limit.currency, locale)}`
  return limit.type === 'unlimited' ? 'Any amount' : 'None'
}

/** The roles of the workspace; a row opens what it allows. */
export function Roles({ me, facts, onChanged }: { me: Me; facts: TeamFacts; onChanged: () => void }) {
  const locale = useLocale()
  const [open, setOpen] = useState<Role | 'new' | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const { roles, permissions } = facts
  const items = roles.map((role) => ({
    id: role.id,
    name: role.name,
    kind: role.built_in ? 'Built-in' : 'Custom',
    permissions: `${role.permissions.length} of ${permissions.length}`,
    refunds: limitText(role.limits.refund, locale),
  }))
  return (
    <Section
      title="Roles"
      action={
        may(me, 'roles:write') || me.bound ? (
          <Button disabled={me.bound} onPress={() => setOpen('new')}>
            Create role
          </Button>
        ) : null
      }
    >
      <DataTable
        columns={COLUMNS}
        items={items}
        onRowClick={({ id }) => setOpen(roles.find((role) => role.id === id) ?? null)}
      />
      {open ? (
        <RoleDialog
          role={open === 'new' ? null : open}
          me={me}
          facts={facts}
          onClose={() => setOpen(null)}
          onChanged={onChanged}
          ask={(next) => {
            setOpen(null)
            setQuestion(next)
          }}
        />
      ) : null}
      {question ? <Confirm question={question} onClose={() => setQuestion(null)} onDone={onChanged} /> : null}
    </Section>
  )
}
