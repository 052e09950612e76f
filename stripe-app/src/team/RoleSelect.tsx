import { Select } from '@stripe/ui-extension-sdk/ui'
import type { Me, Role } from '../api/types'
import { isBeyond } from './rights'

export type Choice = { value: string; label: string; disabled?: boolean }

/** The roles as choices; those that hold more than one's own cannot be chosen, and say so. */
export function roleChoices(roles: Role[], me: Me): Choice[] {
  return roles.map((role) =>
    isBeyond(role, me)
      ? { value: role.id, label: `${role.name} – beyond your role`, disabled: true }
      : { value: role.id, label: role.name },
  )
}

type RoleSelectProps = {
  choices: Choice[]
  value: string
  onChange: (value: string) => void
  error: string | undefined
  disabled?: boolean
}

export function RoleSelect({ choices, value, onChange, error, disabled = false }: RoleSelectProps) {
  return (
    <Select
      label="Role"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
      {...(error ? { error, invalid: true } : {})}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled ?? false}>
          {choice.label}
        </option>
      ))}
    </Select>
  )
}
