import { DateField, Select, TextField } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Me } from '../api/types'
import { Dialog } from '../components/Dialog'
import { actionText } from './entry-text'
import { AREAS, LABELS, NO_FILTER, type AuditFilter } from './filter'

type FilterDialogProps = {
  me: Me
  filter: AuditFilter
  /** Those who did something on the page that is shown, by their ids. */
  actors: { id: string; name: string }[]
  onClose: () => void
  onApply: (filter: AuditFilter) => void
}

/** Options that have the present value among them, whatever it is. */
const withCurrent = (options: [string, string][], current: string): [string, string][] =>
  current === '' || options.some(([value]) => value === current)
    ? options
    : [...options, [current, actionText(current)]]

/** What the trail shall be narrowed to. */
export function FilterDialog({ me, filter, actors, onClose, onApply }: FilterDialogProps) {
  const [draft, setDraft] = useState(filter)
  const change = (part: Partial<AuditFilter>) => setDraft((now) => ({ ...now, ...part }))
  const select = (key: 'actor' | 'action' | 'account', all: string, options: [string, string][]) => (
    <Select
      label={LABELS[key]}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.target.value })}
    >
      <option value="">{all}</option>
      {withCurrent(options, draft[key]).map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
  const people = actors.map(({ id, name }): [string, string] => [id, name])
  return (
    <Dialog
      title="Filter the trail"
      onClose={onClose}
      action={{
        label: 'Show',
        pending: false,
        onPress: () => {
          onApply({ ...NO_FILTER, ...draft, target: draft.target.trim() })
          onClose()
        },
      }}
    >
      {select('actor', 'Anybody', people)}
      {select('action', 'Anything', Object.entries(AREAS))}
      <TextField
        label={LABELS.target}
        description="The id of a member, key, role, promotion or other object."
        defaultValue={draft.target}
        maxLength={255}
        onChange={(event) => change({ target: event.target.value })}
      />
      {select('account', 'This account and the workspace', [[me.account.id, `${me.account.name} alone`]])}
      <DateField label={LABELS.from} defaultValue={draft.from} onChange={(from) => change({ from })} />
      <DateField
        label={LABELS.to}
        description="This day included."
        defaultValue={draft.to}
        onChange={(to) => change({ to })}
      />
    </Dialog>
  )
}
