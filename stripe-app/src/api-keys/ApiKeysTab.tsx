import { Banner, Box, Button, DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { ApiKey, Me } from '../api/types'
import { BoundNotice } from '../components/BoundNotice'
import { Confirm } from '../components/Confirm'
import { Loaded } from '../components/Loaded'
import { Section } from '../components/Section'
import { agoText, secondsText } from '../format/dates'
import { sentence } from '../format/words'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { may } from '../hooks/useMe'
import { useNames } from '../hooks/useNames'
import { useNow } from '../hooks/useNow'
import { CreateKey } from './CreateKey'
import { KeyDialog } from './KeyDialog'
import { STATUS, statusOf } from './key-text'
import { RotateKey } from './RotateKey'
import { useApiKeys, useKeyFacts, type KeyFacts } from './useApiKeys'

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'hint', label: 'Key', cell: { type: 'id' } },
  { key: 'scopes', label: 'Permissions' },
  {
    key: 'status',
    label: 'Status',
    cell: {
      type: 'status',
      statusMap: Object.fromEntries(Object.values(STATUS).map(({ label, tone }) => [label, tone])),
    },
  },
  { key: 'expires', label: 'Expires' },
  { key: 'used', label: 'Last used' },
]

type Doing = { what: 'open' | 'rotate' | 'revoke'; apiKey: ApiKey }

function Keys({ me, facts }: { me: Me; facts: KeyFacts }) {
  const api = useApi()
  const locale = useLocale()
  const now = useNow()
  const { page, paginationOf } = useApiKeys()
  const [creating, setCreating] = useState(false)
  const [doing, setDoing] = useState<Doing | null>(null)
  const rows = 'value' in page ? page.value.data : []
  const nameOf = useNames(
    me,
    rows.map(({ created_by }) => created_by),
  )
  const stop = () => setDoing(null)
  const open = (id: string) => {
    const apiKey = rows.find((row) => row.id === id)
    if (apiKey) setDoing({ what: 'open', apiKey })
  }
  const create =
    may(me, 'keys:write') || me.bound ? (
      <Button disabled={me.bound} onPress={() => setCreating(true)}>
        Create key
      </Button>
    ) : null
  const items = rows.map((apiKey) => ({
    id: apiKey.id,
    name: apiKey.name,
    hint: apiKey.hint,
    scopes: apiKey.effective_scopes.length,
    status: statusOf(apiKey, now).label,
    expires: secondsText(apiKey.expires, locale),
    used: apiKey.last_used === null ? 'Never' : sentence(agoText(apiKey.last_used, now, locale)),
  }))
  return (
    <Section title="API keys" action={create}>
      <Loaded
        from={page}
        what="The API keys"
        empty={
          <Banner
            title="No API keys yet"
            description="A key lets a program of yours read figures or start jobs: with its own permissions, and with an end."
          />
        }
      >
        {(value) => (
          <DataTable
            columns={COLUMNS}
            items={items}
            emptyMessage="No keys on this page"
            pagination={paginationOf(value)}
            onRowClick={({ id }) => open(id)}
          />
        )}
      </Loaded>
      {creating ? (
        <CreateKey me={me} facts={facts} onClose={() => setCreating(false)} onCreated={page.refresh} />
      ) : null}
      {doing?.what === 'open' ? (
        <KeyDialog
          me={me}
          apiKey={doing.apiKey}
          facts={facts}
          nameOf={nameOf}
          onClose={stop}
          onChanged={page.refresh}
          onRotate={() => setDoing({ ...doing, what: 'rotate' })}
          onRevoke={() => setDoing({ ...doing, what: 'revoke' })}
        />
      ) : null}
      {doing?.what === 'rotate' ? (
        <RotateKey apiKey={doing.apiKey} onClose={stop} onRotated={page.refresh} />
      ) : null}
      {doing?.what === 'revoke' ? (
        <Confirm
          question={{
            title: `Revoke ${doing.apiKey.name}`,
            lines: [
              'Programs that use the key are refused at once.',
              'It cannot be brought back; a new key has other characters.',
            ],
            label: 'Revoke key',
            done: 'Key revoked',
            work: () => api.DELETE('/v1/api_keys/{id}', { params: { path: { id: doing.apiKey.id } } }),
          }}
          onClose={stop}
          onDone={page.refresh}
        />
      ) : null}
    </Section>
  )
}

/** Keys by which programs use the desk. */
export function ApiKeysTab({ me }: { me: Me }) {
  const facts = useKeyFacts(me)
  return (
    <Loaded from={facts} what="The API keys">
      {(value) => (
        <Box css={{ stack: 'y', gapY: 'xlarge' }}>
          <BoundNotice me={me} />
          <Keys me={me} facts={value} />
        </Box>
      )}
    </Loaded>
  )
}
