import { Box, Checkbox, FormFieldGroup, Inline, Select } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { faultAt } from '../api/problem'
import type { Me, NewApiKey, Permission } from '../api/types'
import { Dialog } from '../components/Dialog'
import { PermissionTable } from '../components/PermissionTable'
import { useApi } from '../hooks/ApiProvider'
import { useAction } from '../hooks/useAction'
import { toast } from '../hooks/useToast'
import { draftErrors, ExpirySelect, FIELDS, KeyFields } from './KeyFields'
import { toAddresses, toRate } from './key-text'
import { NewKey } from './NewKey'
import type { KeyFacts } from './useApiKeys'

const MODES = { live: 'Live', test: 'Test', sandbox: 'Sandbox' } as const
type Mode = keyof typeof MODES
const isMode = (value: string): value is Mode => value in MODES

type AccountsProps = {
  accounts: KeyFacts['accounts']
  mode: Mode
  /** Null: all. */
  chosen: string[] | null
  onChange: (chosen: string[] | null) => void
  error: string | undefined
}

function AccountsField({ accounts, mode, chosen, onChange, error }: AccountsProps) {
  const own = accounts?.filter((account) => account.mode === mode) ?? []
  const hidden = accounts === null ? 'Those who may see accounts can choose among them.' : ''
  const why = hidden || own.length > 0 ? hidden : 'No account that you see here is connected in this mode.'
  return (
    <>
      <Select
        label="Accounts"
        value={chosen === null ? 'all' : 'some'}
        disabled={own.length === 0}
        onChange={(event) => onChange(event.target.value === 'all' ? null : [])}
        {...(why ? { description: why } : {})}
        {...(error ? { error, invalid: true } : {})}
      >
        <option value="all">All of the workspace, also later ones</option>
        <option value="some">Only these</option>
      </Select>
      {chosen === null ? null : (
        <FormFieldGroup legend="Which accounts">
          {own.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={`${name} (${id})`}
              checked={chosen.includes(id)}
              onChange={() =>
                onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
              }
            />
          ))}
        </FormFieldGroup>
      )}
    </>
  )
}

type CreateKeyProps = { me: Me; facts: KeyFacts; onClose: () => void; onCreated: () => void }

/** Makes a key for a program, which may do no more than its maker, and shows it once. */
export function CreateKey({ me, facts, onClose, onCreated }: CreateKeyProps) {
  const api = useApi()
  const { run, pending, problem } = useAction()
  const [draft, setDraft] = useState({ name: '', addresses: '', rate: '600' })
  const [mode, setMode] = useState<Mode>(me.account.mode)
  const [days, setDays] = useState(90)
  const [accounts, setAccounts] = useState<string[] | null>(null)
  const [scopes, setScopes] = useState<Permission['id'][]>([])
  const [checked, setChecked] = useState(false)
  const [made, setMade] = useState<string | null>(null)
  const noAccount = accounts !== null && accounts.length === 0
  const send = () => {
    setChecked(true)
    const rate_limit = toRate(draft.rate)
    if (Object.keys(draftErrors(draft)).length > 0 || rate_limit === null) return
    if (noAccount || scopes.length === 0) return
    const body: NewApiKey = {
      name: draft.name.trim(),
      mode,
      scopes,
      accounts,
      allowed_addresses: toAddresses(draft.addresses),
      rate_limit,
      expires_in_days: days,
    }
    void run(body, async (headers) => {
      const { data } = await api.POST('/v1/api_keys', { body, headers })
      toast('Key created')
      onCreated()
      setMade(data?.key ?? '')
    })
  }
  if (made !== null) return <NewKey name={draft.name.trim()} secret={made} onClose={onClose} />
  return (
    <Dialog
      title="Create API key"
      size="large"
      onClose={onClose}
      problem={problem}
      fields={[...FIELDS, 'accounts']}
      dirty={draft.name !== '' || scopes.length > 0}
      action={{ label: 'Create key', pending, onPress: send }}
    >
      <KeyFields draft={draft} onChange={setDraft} checked={checked} problem={problem} />
      <Select
        label="Mode"
        value={mode}
        onChange={({ target }) => {
          if (!isMode(target.value)) return
          setMode(target.value)
          setAccounts(null)
        }}
      >
        {Object.entries(MODES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <AccountsField
        accounts={facts.accounts}
        mode={mode}
        chosen={accounts}
        onChange={setAccounts}
        error={checked && noAccount ? 'Choose at least one account.' : faultAt(problem, 'accounts')}
      />
      <ExpirySelect days={days} onChange={setDays} />
      <Box css={{ stack: 'y', gapY: 'small' }}>
        <Inline css={{ font: 'subheading' }}>What it may do</Inline>
        <Box css={{ color: 'secondary' }}>
          Never more than you: if you lose a permission, the key does too.
        </Box>
        {checked && scopes.length === 0 ? (
          <Box css={{ color: 'critical' }}>Choose at least one permission.</Box>
        ) : null}
        <PermissionTable me={me} permissions={facts.permissions} held={scopes} onChange={setScopes} />
      </Box>
    </Dialog>
  )
}
