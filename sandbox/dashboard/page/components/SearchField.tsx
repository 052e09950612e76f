import type { SearchFieldProps } from '@stripe/ui-extension-sdk/ui'
import { useId, useState } from 'react'
import { callRemote } from './events'
import { FieldFrame, describedBy } from './FieldFrame'

/** A field with suggestions; one choice, or several shown as chips below. */
export function SearchField(props: SearchFieldProps) {
  const id = useId()
  const {
    label,
    data,
    description,
    disabled,
    error,
    placeholder,
    onInputChange,
    value,
    defaultValue = '',
  } = props
  const [text, setText] = useState(defaultValue)
  const [picked, setPicked] = useState<string[]>([])
  const field = { id, label, description, error }
  const type = (next: string) => {
    setText(next)
    callRemote(onInputChange, next)
    const found = data.find((entry) => entry.value === next)
    if (!found) return
    if (props.selectionMode === 'single') return callRemote(props.onSelectionChange, found.id)
    const keys = [...new Set([...picked, found.id])]
    setPicked(keys)
    setText('')
    callRemote(props.onSelectionChange, new Set(keys))
  }
  return (
    <FieldFrame {...field}>
      <input
        {...{ id, disabled, placeholder }}
        className="ui-input"
        role="combobox"
        aria-expanded={false}
        aria-controls={`${id}-list`}
        aria-describedby={describedBy(field)}
        list={`${id}-list`}
        value={value ?? text}
        onChange={(event) => type(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {data.map((entry) => (
          <option key={entry.id} value={entry.value} />
        ))}
      </datalist>
      {picked.length > 0 ? (
        <div className="ui-chips">
          {picked.map((key) => (
            <span key={key} className="ui-chip">
              {data.find((entry) => entry.id === key)?.value ?? key}
            </span>
          ))}
        </div>
      ) : null}
    </FieldFrame>
  )
}
