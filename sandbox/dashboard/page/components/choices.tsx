import type { CheckboxProps, FormFieldGroupProps, RadioProps, SwitchProps } from '@stripe/ui-extension-sdk/ui'
import { useEffect, useId, useRef } from 'react'
import { changed } from './events'
import { describedBy } from './FieldFrame'

type ChoiceProps = (CheckboxProps | RadioProps | SwitchProps) & { indeterminate?: boolean | undefined }

function Choice({ kind, ...props }: ChoiceProps & { kind: 'checkbox' | 'radio' | 'switch' }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { label, description, error, hiddenElements = [], indeterminate = false, onChange, invalid } = props
  const { autoFocus, checked, defaultChecked, disabled, form, name, readOnly } = props
  const { required, tabIndex, value } = props
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <div className={`ui-choice ui-choice-${kind}`}>
      <input
        {...{
          id,
          autoFocus,
          checked,
          defaultChecked,
          disabled,
          form,
          name,
          readOnly,
          required,
          tabIndex,
          value,
        }}
        ref={input}
        type={kind === 'radio' ? 'radio' : 'checkbox'}
        role={kind === 'switch' ? 'switch' : undefined}
        aria-invalid={invalid || Boolean(error)}
        aria-describedby={describedBy({ id, description, error })}
        onChange={changed(onChange)}
      />
      <div>
        <label htmlFor={id} className={hiddenElements.includes('label') ? 'ui-hidden' : undefined}>
          {label}
        </label>
        {description ? (
          <div className="ui-description" id={`${id}-description`}>
            {description}
          </div>
        ) : null}
        {error ? (
          <div className="ui-error" id={`${id}-error`} role="alert">
            {error}
          </div>
        ) : null}
      </div>
    </div>
  )
}

export function Checkbox(props: CheckboxProps) {
  return <Choice {...props} kind="checkbox" />
}

export function Radio(props: RadioProps) {
  return <Choice {...props} kind="radio" />
}

export function Switch(props: SwitchProps) {
  return <Choice {...props} kind="switch" />
}

export function FormFieldGroup({
  children,
  description,
  disabled,
  layout = 'vertical',
  legend,
}: FormFieldGroupProps) {
  return (
    <fieldset className={`ui-field-group ui-layout-${layout}`} disabled={disabled}>
      {legend ? <legend className="ui-label">{legend}</legend> : null}
      {description ? <div className="ui-description">{description}</div> : null}
      <div className="ui-field-group-fields">{children}</div>
    </fieldset>
  )
}
