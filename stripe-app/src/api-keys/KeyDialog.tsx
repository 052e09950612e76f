import { Banner, Box, Button, PropertyList, PropertyListItem } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { ApiKey, Me } from '../api/types'
import { Dialog } from '../components/Dialog'
import { momentText } from '../format/dates'
import { sentence } from '../format/words'
import { useApi } from '../hooks/ApiProvider'
import { useLocale } from '../hooks/LocaleProvider'
import { useAction } from '../hooks/useAction'
import { may } from '../hooks/useMe'
import { useNow } from '../hooks/useNow'
import { toast } from '../hooks/useToast'
import { draftErrors, FIELDS, KeyFields } from './KeyFields'
import { statusOf, toAddresses, toRate } from './key-text'
import type { KeyFacts } from './useApiKeys'

type Shown = { apiKey: ApiKey; facts: KeyFacts; nameOf: (id: string) => string }

function Facts({ apiKey, facts, nameOf }: Shown) {
  const locale = useLocale()
  const now = useNow()
  const nameOfAccount = (id: string) => facts.accounts?.find((account) => account.id === id)?.name ?? id
  const { accounts, effective_scopes, former_until, last_used, last_used_address } = apiKey
  const rows: [string, string | null][] = [
    ['Key', apiKey.hint],
    ['Id', apiKey.id],
    ['Status', statusOf(apiKey, now).label],
    ['Mode', sentence(apiKey.mode)],
    ['Accounts', accounts === null ? 'All of the workspace' : accounts.map(nameOfAccount).join(', ')],
    ['May do now', effective_scopes.join(', ') || 'Nothing'],
    ['Made by', `${nameOf(apiKey.created_by)}, ${momentText(apiKey.created, locale)}`],
    ['Expires', momentText(apiKey.expires, locale)],
    ['Former key good until', former_until === null ? null : momentText(former_until, locale)],
    [
      'Last used',
      last_used === null
        ? 'Never'
        : [momentText(last_used, locale), last_used_address].filter(Boolean).join(', from '),
    ],
    ['Allowed addresses', apiKey.allowed_addresses.join(', ') || 'All'],
    ['Requests a minute', String(apiKey.rate_limit)],
  ]
  return (
    <PropertyList>
      {rows.map(([label, value]) =>
        value === null ? null : <PropertyListItem key={label} label={label} value={value} />,
      )}
    </PropertyList>
  )
}

/** Scopes of the key that whoever made it no longer holds. */
function Lost({ apiKey: { scopes, effective_scopes } }: { apiKey: ApiKey }) {
  const lost = scopes.filter((scope) => !effective_scopes.includes(scope))
  if (lost.length === 0) return null
  return (
    <Banner
      type="caution"
      title="It may do less than it was made for"
      description={`Whoever made it no longer holds ${lost.join(', ')}.`}
    />
  )
}

type KeyDialogProps = Shown & {
  me: Me
  onClose: () => void
  onChanged: () => void
  onRotate: () => void
  onRevoke: () => void
}

/** A key: what it is good for, what of it can be changed, and replacing or ending it. */
export function KeyDialog({ me, onClose, onChanged, onRotate, onRevoke, ...shown }: KeyDialogProps) {
  const { id, name, allowed_addresses, rate_limit, scopes } = shown.apiKey
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [before] = useState({ name, addresses: allowed_addresses.join('\n'), rate: String(rate_limit) })
  const [draft, setDraft] = useState(before)
  const [checked, setChecked] = useState(false)
  const mayWrite = may(me, 'keys:write')
  const beyond = scopes.filter((scope) => !may(me, scope))
  const dirty = JSON.stringify(draft) !== JSON.stringify(before)
  const save = () => {
    setChecked(true)
    const rate = toRate(draft.rate)
    if (Object.keys(draftErrors(draft)).length > 0 || rate === null) return
    const body = {
      name: draft.name.trim(),
      allowed_addresses: toAddresses(draft.addresses),
      rate_limit: rate,
    }
    void run(body, async () => {
      await api.PATCH('/v1/api_keys/{id}', { params: { path: { id } }, body })
      toast('Key changed')
      onChanged()
      onClose()
    })
  }
  return (
    <Dialog
      title={name}
      onClose={onClose}
      problem={problem}
      fields={FIELDS}
      dirty={dirty}
      {...(mayWrite ? { action: { label: 'Save', pending, disabled: !dirty, onPress: save } } : {})}
    >
      <Lost apiKey={shown.apiKey} />
      <Facts {...shown} />
      {mayWrite ? (
        <>
          <KeyFields draft={draft} onChange={setDraft} checked={checked} problem={problem} />
          {beyond.length > 0 ? (
            <Box css={{ color: 'secondary' }}>
              {`You cannot rotate it: it may do what your role does not hold (${beyond.join(', ')}).`}
            </Box>
          ) : null}
          <Box css={{ stack: 'x', gapX: 'small' }}>
            <Button disabled={beyond.length > 0} onPress={onRotate}>
              Rotate
            </Button>
            <Button type="destructive" onPress={onRevoke}>
              Revoke
            </Button>
          </Box>
        </>
      ) : (
        <Banner title="Only those who may make keys change this." />
      )}
    </Dialog>
  )
}
