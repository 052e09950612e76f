import { Box, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Invitation, Me } from '../api/types'
import { Confirm } from '../components/Confirm'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { secondsText } from '../format/dates'
import { sentence } from '../format/words'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useNames } from '../hooks/useNames'
import type { Pages } from '../hooks/usePages'
import { toast } from '../hooks/useToast'

const COLUMNS: DataTableColumn[] = [
  { key: 'email', label: 'E-mail address' },
  { key: 'role', label: 'Role' },
  {
    key: 'status',
    label: 'Status',
    cell: {
      type: 'status',
      statusMap: { Pending: 'info', Accepted: 'positive', Revoked: 'neutral', Expired: 'warning' },
    },
  },
  { key: 'by', label: 'Invited by' },
  { key: 'expires', label: 'Expires' },
]

/** Who was invited, and taking it back; ended ones stay listed for 30 days. */
export function Invitations({ me, invitations }: { me: Me; invitations: Pages<Invitation> }) {
  const api = useApi()
  const locale = useLocale()
  const { page, paginationOf } = invitations
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  const rows = 'value' in page ? page.value.data : []
  const nameOf = useNames(
    me,
    rows.map(({ invited_by }) => invited_by),
  )
  const items = rows.map(({ id, email, role, role_name, status, invited_by, expires }) => ({
    id,
    email: email ?? '',
    role: role_name ?? role,
    status: sentence(status),
    by: invited_by === null ? 'Command line' : nameOf(invited_by),
    expires: secondsText(expires, locale),
  }))
  const ask = ({ id }: { id: string }) => {
    const chosen = rows.find((row) => row.id === id)
    if (chosen?.status === 'pending') setRevoking(chosen)
    else toast('The invitation has ended', 'caution')
  }
  return (
    <Section title="Invitations">
      <Loaded
        from={page}
        what="The invitations"
        empty={<Box css={{ color: 'secondary' }}>Nobody has been invited in the last 30 days.</Box>}
      >
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={items}
            emptyMessage="No invitations on this page"
            pagination={paginationOf(value)}
            {...(may(me, 'team:write')
              ? { rowActions: [{ id: 'revoke', label: 'Revoke', type: 'destructive', onPress: ask }] }
              : {})}
          />
        )}
      </Loaded>
      {revoking ? (
        <Confirm
          question={{
            title: 'Revoke invitation',
            lines: [`The link for ${revoking.email ?? 'this address'} stops working at once.`],
            label: 'Revoke invitation',
            done: 'Invitation revoked',
            work: (headers) =>
              api.POST('/v1/invitations/{id}/revoke', { params: { path: { id: revoking.id } }, headers }),
          }}
          onClose={() => setRevoking(null)}
          onDone={page.refresh}
        />
      ) : null}
    </Section>
  )
}
