import type { SearchFieldProps } from '@stripe/ui-extension-sdk/ui'
import { useId, useState, type KeyboardEvent } from 'react'
import { callRemote } from './events'
import { FieldFrame, describedBy } from './FieldFrame'
import { Glyph } from './Glyph'

/** The choice of a field: one key, or several that are shown as chips below. */
function useSelection(props: SearchFieldProps) {
  const [keys, setKeys] = useState<string[]>(() => {
    if (props.selectionMode === 'multiple') return (props.defaultSelected ?? []).map(String)
    return props.defaultSelected === undefined ? [] : [String(props.defaultSelected)]
  })
  const set = (next: string[]) => {
    setKeys(next)
    if (props.selectionMode === 'single') callRemote(props.onSelectionChange, next[0] ?? null)
    else callRemote(props.onSelectionChange, new Set(next))
  }
  return {
    keys,
    add: (key: string) => set(props.selectionMode === 'single' ? [key] : [...new Set([...keys, key])]),
    remove: (key: string) => set(keys.filter((one) => one !== key)),
  }
}

/** A field with suggestions: arrows move among them, Enter takes one, Escape closes them. */
export function SearchField(props: SearchFieldProps) {
  const id = useId()
  const { label, data, description, disabled, error, placeholder, onInputChange, value } = props
  const { listboxSize = 'medium', selectionMode } = props
  const { keys, add, remove } = useSelection(props)
  const nameOf = (key: string) => data.find((entry) => entry.id === key)?.value ?? key
  const [text, setText] = useState(
    props.defaultValue ?? (selectionMode === 'single' && keys[0] ? nameOf(keys[0]) : ''),
  )
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const shown = value ?? text
  const found = data.filter((entry) => entry.value.toLowerCase().includes(shown.toLowerCase()))
  const field = { id, label, description, error }

  const type = (next: string) => {
    setText(next)
    setOpen(true)
    setActive(0)
    callRemote(onInputChange, next)
  }
  const choose = (key: string) => {
    setText(selectionMode === 'single' ? nameOf(key) : '')
    setOpen(false)
    add(key)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const [first] = [found[active]]
    if (step) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + found.length) % Math.max(found.length, 1))
    } else if (event.key === 'Enter' && open && first) {
      event.preventDefault()
      choose(first.id)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <FieldFrame {...field}>
      <div className="ui-search">
        <input
          {...{ id, disabled, placeholder }}
          className="ui-input"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={open && found.length > 0 ? `${id}-${active}` : undefined}
          aria-invalid={Boolean(error)}
          aria-describedby={describedBy(field)}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={label}
          className={`ui-menu ui-search-list ui-search-${listboxSize}`}
          hidden={!open || found.length === 0}
        >
          {found.map((entry, index) => (
            <li
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={keys.includes(entry.id)}
              className={`ui-menu-item${index === active ? ' is-active' : ''}`}
              // Before the field loses the focus, and its list with it.
              onMouseDown={(event) => {
                event.preventDefault()
                choose(entry.id)
              }}
            >
              {entry.value}
            </li>
          ))}
        </ul>
      </div>
      {selectionMode === 'multiple' && keys.length > 0 ? (
        <div className="ui-chips">
          {keys.map((key) => (
            <span key={key} className="ui-chip has-value">
              {nameOf(key)}
              <button type="button" aria-label={`Remove ${nameOf(key)}`} onClick={() => remove(key)}>
                <Glyph name="cancel" size={10} />
              </button>
            </span>
          ))}
        </div>
      ) : null}
    </FieldFrame>
  )
}
