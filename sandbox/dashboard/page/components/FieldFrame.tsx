import type { ReactNode } from 'react'

export type FieldText = {
  id: string
  label?: ReactNode
  description?: string | undefined
  error?: string | undefined
  hiddenElements?: ('label' | 'description' | 'error')[] | undefined
}

/** The ids that tie a control to its description and its error. */
export function describedBy({ id, description, error }: FieldText): string | undefined {
  const ids = [description ? `${id}-description` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Label, description and error around a control, the same for every field. */
export function FieldFrame({ children, ...field }: FieldText & { children: ReactNode }) {
  const { id, label, description, error, hiddenElements = [] } = field
  const hidden = (part: 'label' | 'description' | 'error') =>
    hiddenElements.includes(part) ? ' ui-hidden' : ''
  return (
    <div className={`ui-field${error ? ' is-invalid' : ''}`}>
      {label ? (
        <label className={`ui-label${hidden('label')}`} htmlFor={id}>
          {label}
        </label>
      ) : null}
      {description ? (
        <div className={`ui-description${hidden('description')}`} id={`${id}-description`}>
          {description}
        </div>
      ) : null}
      {children}
      {error ? (
        <div className={`ui-error${hidden('error')}`} id={`${id}-error`} role="alert">
          {error}
        </div>
      ) : null}
    </div>
  )
}
