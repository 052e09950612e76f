import { Button, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me, Member } from '../api/types'
import { Confirm, type Question } from '../components/Confirm'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { agoText } from '../format/dates'
import { sentence } from '../format/words'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useNames } from '../hooks/useNames'
import { useNow } from '../hooks/useNow'
import { MemberDialog } from './MemberDialog'
import { roleText, secondFactorText, signInText, STATUS, statusOf } from './member-text'
import { useMembers, type TeamFacts } from './useTeam'

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'signIn', label: 'Signs in as' },
  { key: 'role', label: 'Role' },
  {
    key: 'status',
    label: 'Status',
    cell: {
      type: 'status',
      statusMap: Object.fromEntries(Object.values(STATUS).map(({ label, tone }) => [label, tone])),
    },
  },
  { key: 'secondFactor', label: 'Second factor' },
  { key: 'lastSeen', label: 'Last seen' },
]

type MembersProps = { me: Me; facts: TeamFacts; onInvite: () => void }

/** Who is here, and what each of them may do; a row opens what can be changed. */
export function Members({ me, facts, onInvite }: MembersProps) {
  const locale = useLocale()
  const now = useNow()
  const { page, paginationOf } = useMembers()
  const [open, setOpen] = useState<string | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const rows = 'value' in page ? page.value.data : []
  const nameOf = useNames(
    me,
    rows.map(({ tied_to }) => tied_to),
  )
  const chosen = rows.find(({ id }) => id === open)
  const item = (member: Member) => ({
    id: member.id,
    name: member.name,
    signIn: signInText(member),
    role: roleText(member, nameOf),
    status: statusOf(member).label,
    secondFactor: secondFactorText(member),
    lastSeen: member.last_seen === null ? 'Never' : sentence(agoText(member.last_seen, now, locale)),
  })
  return (
    <Section
      title="Members"
      action={
        may(me, 'team:write') || me.bound ? (
          <Button disabled={me.bound} onPress={onInvite}>
            Invite member
          </Button>
        ) : null
      }
    >
      <Loaded from={page} what="The members">
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={value.data.map(item)}
            emptyMessage="No members on this page"
            pagination={paginationOf(value)}
            onRowClick={({ id }) => setOpen(id)}
          />
        )}
      </Loaded>
      {chosen ? (
        <MemberDialog
          key={chosen.id}
          member={chosen}
          me={me}
          facts={facts}
          nameOf={nameOf}
          onClose={() => setOpen(null)}
          onChanged={page.refresh}
          ask={(next) => {
            setOpen(null)
            setQuestion(next)
          }}
        />
      ) : null}
      {question ? (
        <Confirm question={question} onClose={() => setQuestion(null)} onDone={page.refresh} />
      ) : null}
    </Section>
  )
}
