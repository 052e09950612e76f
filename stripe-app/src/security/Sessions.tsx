import { Box, Button, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Session } from '../api/types'
import { Confirm, type Question } from '../components/Confirm'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { agoText, momentText } from '../format/dates'
import { sentence } from '../format/words'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { deviceText } from './device'
import { useSessions } from './useSecurity'

const COLUMNS: DataTableColumn[] = [
  { key: 'device', label: 'Device' },
  { key: 'address', label: 'Address' },
  { key: 'created', label: 'Signed in' },
  { key: 'used', label: 'Last used' },
]

/** Where one is signed in with the password. A view has no session, so none of these is the one that asks. */
export function Sessions() {
  const api = useApi()
  const locale = useLocale()
  const now = useNow()
  const { page, paginationOf } = useSessions()
  const [question, setQuestion] = useState<Question | null>(null)
  const rows = 'value' in page ? page.value.data : []
  const item = ({ id, user_agent, address, created, last_used }: Session) => ({
    id,
    device: deviceText(user_agent),
    address: address || 'Unknown',
    created: momentText(created, locale),
    used: sentence(agoText(last_used, now, locale)),
  })
  const askToEnd = (id: string) => {
    const chosen = rows.find((row) => row.id === id)
    if (!chosen) return
    const { device, address, created } = item(chosen)
    setQuestion({
      title: 'End session',
      lines: [`${device}, signed in from ${address} on ${created}, is signed out at once.`],
      label: 'End session',
      done: 'Session ended',
      work: (headers) => api.POST('/v1/auth/sessions/{id}/revoke', { params: { path: { id } }, headers }),
    })
  }
  const askToEndAll = () =>
    setQuestion({
      title: 'End all sessions',
      lines: [
        'Whatever is signed in with your password is signed out at once.',
        'What you have open in the Stripe Dashboard stays open.',
      ],
      label: 'End all sessions',
      done: 'Sessions ended',
      work: (headers) => api.POST('/v1/auth/sessions/revoke_others', { headers }),
    })
  return (
    <Section
      title="Your sessions"
      action={rows.length > 0 ? <Button onPress={askToEndAll}>End all sessions</Button> : null}
    >
      <Loaded
        from={page}
        what="Your sessions"
        empty={<Box css={{ color: 'secondary' }}>You are signed in with your password nowhere.</Box>}
      >
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={value.data.map(item)}
            emptyMessage="No sessions on this page"
            pagination={paginationOf(value)}
            rowActions={[
              { id: 'end', label: 'End session', type: 'destructive', onPress: ({ id }) => askToEnd(id) },
            ]}
          />
        )}
      </Loaded>
      {question ? (
        <Confirm question={question} onClose={() => setQuestion(null)} onDone={page.refresh} />
      ) : null}
    </Section>
  )
}
