import { Box, DataTable, Select, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { ifNoneMatch, toReading } from '../api/reading'
import type { Approval, Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { secondsText } from '../format/dates'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useNames } from '../hooks/useNames'
import { usePages } from '../hooks/usePages'
import { ApprovalDialog } from './ApprovalDialog'
import { amountText, idsOf, statusText, TONES, whatText } from './approval-text'
import type { TeamFacts } from './useTeam'

const COLUMNS: DataTableColumn[] = [
  { key: 'what', label: 'What' },
  { key: 'amount', label: 'Amount' },
  { key: 'by', label: 'Asked by' },
  { key: 'status', label: 'Status', cell: { type: 'status', statusMap: TONES } },
  { key: 'expires', label: 'Until' },
]

function useApprovals(waiting: boolean) {
  const api = useApi()
  return usePages<Approval>({
    key: waiting ? 'approvals that wait' : 'approvals',
    read: async (page, etag) => {
      const query = waiting ? { ...page, status: 'pending' as const } : page
      return toReading(await api.GET('/v1/approvals', { params: { query }, headers: ifNoneMatch(etag) }))
    },
  })
}

/** What waits for a second person, and what became of it. */
export function Approvals({ me, facts }: { me: Me; facts: TeamFacts }) {
  const locale = useLocale()
  const [waiting, setWaiting] = useState(true)
  const { page, paginationOf } = useApprovals(waiting)
  const [open, setOpen] = useState<string | null>(null)
  const rows = 'value' in page ? page.value.data : []
  const nameOf = useNames(me, rows.flatMap(idsOf))
  const chosen = rows.find(({ id }) => id === open)
  const items = rows.map((approval) => ({
    id: approval.id,
    what: whatText(approval, facts.roles, nameOf),
    amount: amountText(approval, locale),
    by: nameOf(approval.requested_by),
    status: statusText(approval),
    expires: secondsText(approval.expires, locale),
  }))
  return (
    <Section
      title="Approvals"
      action={
        <Select
          label="Which approvals"
          hiddenElements={['label']}
          value={waiting ? 'waiting' : 'all'}
          onChange={(event) => setWaiting(event.target.value === 'waiting')}
        >
          <option value="waiting">Waiting</option>
          <option value="all">All</option>
        </Select>
      }
    >
      <Loaded
        from={page}
        what="The approvals"
        empty={
          <Box css={{ color: 'secondary' }}>
            {waiting ? 'Nothing waits for a second person.' : 'Nobody has asked for an approval yet.'}
          </Box>
        }
      >
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={items}
            emptyMessage="No approvals on this page"
            pagination={paginationOf(value)}
            onRowClick={({ id }) => setOpen(id)}
          />
        )}
      </Loaded>
      {chosen ? (
        <ApprovalDialog
          key={chosen.id}
          approval={chosen}
          what={whatText(chosen, facts.roles, nameOf)}
          nameOf={nameOf}
          me={me}
          onClose={() => setOpen(null)}
          onDecided={page.refresh}
        />
      ) : null}
    </Section>
  )
}
