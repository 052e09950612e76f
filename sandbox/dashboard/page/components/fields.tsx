import type { DateFieldProps, SelectProps, TextAreaProps, TextFieldProps } from '@stripe/ui-extension-sdk/ui'
import { useId, type OptionHTMLAttributes } from 'react'
import { styleOf } from './css'
import { callRemote, changed, keyed } from './events'
import { FieldFrame, describedBy } from './FieldFrame'

export function TextField(props: TextFieldProps) {
  const id = useId()
  const { css, label, description, error, hiddenElements, invalid, size = 'medium', type = 'text' } = props
  const { onChange, onKeyDown, onKeyUp, ...native } = props
  const { autoComplete, autoFocus, defaultValue, disabled, form, maxLength, minLength, name } = native
  const { placeholder, readOnly, required, spellCheck, tabIndex, value } = native
  const field = { id, label, description, error, hiddenElements }
  return (
    <FieldFrame {...field}>
      <input
        {...{ id, type, autoComplete, autoFocus, defaultValue, disabled, form, maxLength, minLength, name }}
        {...{ placeholder, readOnly, required, spellCheck, tabIndex, value }}
        className={`ui-input ui-input-${size}`}
        style={styleOf(css)}
        aria-invalid={invalid || Boolean(error)}
        aria-describedby={describedBy(field)}
        onChange={changed(onChange)}
        onKeyDown={keyed(onKeyDown)}
        onKeyUp={keyed(onKeyUp)}
      />
    </FieldFrame>
  )
}

export function TextArea(props: TextAreaProps) {
  const id = useId()
  const { css, label, description, error, hiddenElements, invalid, resizeable, size = 'medium' } = props
  const { onChange, onKeyDown, onKeyUp, ...native } = props
  const { autoComplete, autoFocus, cols, defaultValue, disabled, form, maxLength, minLength, name } = native
  const { placeholder, readOnly, required, rows, spellCheck, tabIndex, value, wrap } = native
  const field = { id, label, description, error, hiddenElements }
  return (
    <FieldFrame {...field}>
      <textarea
        {...{ id, autoComplete, autoFocus, cols, defaultValue, disabled, form, maxLength, minLength, name }}
        {...{ placeholder, readOnly, required, rows, spellCheck, tabIndex, value, wrap }}
        className={`ui-input ui-input-${size}`}
        style={{ ...styleOf(css), ...(resizeable === false ? { resize: 'none' } : {}) }}
        aria-invalid={invalid || Boolean(error)}
        aria-describedby={describedBy(field)}
        onChange={changed(onChange)}
        onKeyDown={keyed(onKeyDown)}
        onKeyUp={keyed(onKeyUp)}
      />
    </FieldFrame>
  )
}

export function Select(props: SelectProps) {
  const id = useId()
  const {
    children,
    css,
    label,
    description,
    error,
    hiddenElements,
    invalid,
    onChange,
    size = 'medium',
  } = props
  const { autoComplete, autoFocus, defaultValue, disabled, form, multiple, name, required, value } = props
  const field = { id, label, description, error, hiddenElements }
  return (
    <FieldFrame {...field}>
      <select
        {...{ id, autoComplete, autoFocus, defaultValue, disabled, form, multiple, name, required, value }}
        className={`ui-input ui-select ui-input-${size}`}
        style={styleOf(css)}
        aria-invalid={invalid || Boolean(error)}
        aria-describedby={describedBy(field)}
        onChange={changed(onChange)}
      >
        {children}
      </select>
    </FieldFrame>
  )
}

/** `<option>` is a host element in a view, so it arrives like any component. */
export function Option({ children, disabled, label, value }: OptionHTMLAttributes<HTMLOptionElement>) {
  return (
    <option disabled={disabled} label={label} value={value}>
      {children}
    </option>
  )
}

export function DateField(props: DateFieldProps) {
  const id = useId()
  const { label, description, error, hiddenElements, invalid, onChange, size = 'medium' } = props
  const { defaultValue, disabled, value } = props
  const field = { id, label, description, error, hiddenElements }
  return (
    <FieldFrame {...field}>
      <input
        {...{ id, defaultValue, disabled, value }}
        type="date"
        className={`ui-input ui-input-${size}`}
        aria-invalid={invalid || Boolean(error)}
        aria-describedby={describedBy(field)}
        onChange={(event) => callRemote(onChange, event.target.value)}
      />
    </FieldFrame>
  )
}
