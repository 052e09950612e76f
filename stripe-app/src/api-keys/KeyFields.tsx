import { Select, TextArea, TextField } from '@stripe/ui-extension-sdk/ui'
import { faultAt, type ApiProblem } from '../api/problem'
import { EXPIRIES, toRate } from './key-text'

/** What of a key can be changed later, as it is typed. */
export type KeyDraft = { name: string; addresses: string; rate: string }

export const FIELDS = ['name', 'allowed_addresses', 'rate_limit']

export function draftErrors({ name, rate }: KeyDraft): Partial<Record<keyof KeyDraft, string>> {
  return {
    ...(name.trim() === '' ? { name: 'Enter a name.' } : {}),
    ...(toRate(rate) === null ? { rate: 'Enter a whole number from 1 to 6000.' } : {}),
  }
}

const invalid = (error: string | undefined) => (error ? { error, invalid: true } : {})

type KeyFieldsProps = {
  draft: KeyDraft
  onChange: (draft: KeyDraft) => void
  checked: boolean
  problem: ApiProblem | null
}

export function KeyFields({ draft, onChange, checked, problem }: KeyFieldsProps) {
  const errors = checked ? draftErrors(draft) : {}
  return (
    <>
      <TextField
        label="Name"
        description="What uses it, so that you know it again."
        defaultValue={draft.name}
        maxLength={80}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
        {...invalid(errors.name ?? faultAt(problem, 'name'))}
      />
      <TextArea
        label="Allowed addresses (optional)"
        description="Addresses or networks it may be used from, one in a line. Empty: from anywhere."
        placeholder="203.0.113.0/24"
        rows={3}
        defaultValue={draft.addresses}
        onChange={(event) => onChange({ ...draft, addresses: event.target.value })}
        {...invalid(faultAt(problem, 'allowed_addresses'))}
      />
      <TextField
        label="Requests a minute"
        type="number"
        defaultValue={draft.rate}
        onChange={(event) => onChange({ ...draft, rate: event.target.value })}
        {...invalid(errors.rate ?? faultAt(problem, 'rate_limit'))}
      />
    </>
  )
}

export function ExpirySelect({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Select
      label="Expires after"
      value={String(days)}
      onChange={(event) => onChange(Number(event.target.value))}
    >
      {EXPIRIES.map((one) => (
        <option key={one} value={String(one)}>
          {`${one} days`}
        </option>
      ))}
    </Select>
  )
}
