import { useId, type ChangeEvent } from 'react'
import { usePreview } from './preview-context'
import type { Choose } from './use-choices'

type Option = { id: string; name: string }

function Switch(props: { label: string; value: string; options: Option[]; onChoose: (id: string) => void }) {
  const id = useId()
  const { label, value, options, onChoose } = props
  return (
    <div className="switch">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event: ChangeEvent<HTMLSelectElement>) => onChoose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}

const MODES = [
  { id: 'test', name: 'Test' },
  { id: 'live', name: 'Live' },
]

/** The top bar: as whom, with which role, for which account and in which mode the views run. */
export function Switches({ choose, switchAccount }: { choose: Choose; switchAccount: (id: string) => void }) {
  const { session, identity } = usePreview()
  const { person, role, account, mode } = identity
  return (
    <header className="top">
      <span className="preview-badge">Preview</span>
      <div className="top-switches" role="group" aria-label="Preview as">
        <Switch
          label="User"
          value={person.id}
          options={session.people}
          onChoose={(id) => choose({ person: id })}
        />
        <Switch
          label="Role"
          value={role.id}
          options={session.roles}
          onChoose={(id) => choose({ role: id })}
        />
        <Switch label="Account" value={account.id} options={session.accounts} onChoose={switchAccount} />
        <Switch label="Mode" value={mode} options={MODES} onChoose={(id) => choose({ mode: id })} />
      </div>
    </header>
  )
}
