import { CurrencyField, DateField, Select, TextField, type Currency } from '@stripe/ui-extension-sdk/ui'
import type { Draft, DraftErrors } from './draft'

type FieldsProps = {
  draft: Draft
  errors: DraftErrors
  currency: string
  change: (part: Partial<Draft>) => void
}

const invalid = (error: string | undefined) => (error ? { error, invalid: true } : {})

export function NameFields({ draft, errors, change }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        description="Customers see it on their invoices."
        defaultValue={draft.name}
        maxLength={40}
        onChange={(event) => change({ name: event.target.value })}
        {...invalid(errors.name)}
      />
      <TextField
        label="Code"
        description="Customers enter it at checkout, in upper or lower case."
        defaultValue={draft.code}
        maxLength={40}
        onChange={(event) => change({ code: event.target.value })}
        {...invalid(errors.code)}
      />
    </>
  )
}

/** The field's own list of currencies is closed; the account's currency is one of them. */
function AmountField({ draft, errors, change, currency }: FieldsProps) {
  const code = currency.toUpperCase() as Currency
  return (
    <CurrencyField
      label="Amount off"
      currency={code}
      currencyAllowlist={[code]}
      onChange={(amountMinor) => change({ amountMinor })}
      {...(draft.amountMinor === null ? {} : { defaultValue: draft.amountMinor })}
      {...(errors.amountMinor ? { error: errors.amountMinor } : {})}
    />
  )
}

export function DiscountFields(props: FieldsProps) {
  const { draft, errors, change } = props
  return (
    <>
      <Select
        label="Type of discount"
        value={draft.kind}
        onChange={(event) => change({ kind: event.target.value === 'amount' ? 'amount' : 'percent' })}
      >
        <option value="percent">Percentage</option>
        <option value="amount">Fixed amount</option>
      </Select>
      {draft.kind === 'percent' ? (
        <TextField
          label="Percentage off"
          type="number"
          defaultValue={draft.percent}
          onChange={(event) => change({ percent: event.target.value })}
          {...invalid(errors.percent)}
        />
      ) : (
        <AmountField {...props} />
      )}
    </>
  )
}

const DURATIONS = { once: 'Once', repeating: 'Several months', forever: 'Forever' } as const

function readDuration(value: string): Draft['duration'] {
  return value === 'repeating' || value === 'forever' ? value : 'once'
}

export function LimitFields({ draft, errors, change }: FieldsProps) {
  return (
    <>
      <Select
        label="Duration"
        description="How long a customer keeps the discount after redeeming the code."
        value={draft.duration}
        onChange={(event) => change({ duration: readDuration(event.target.value) })}
      >
        {Object.entries(DURATIONS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {draft.duration === 'repeating' ? (
        <TextField
          label="Months"
          type="number"
          defaultValue={draft.months}
          onChange={(event) => change({ months: event.target.value })}
          {...invalid(errors.months)}
        />
      ) : null}
      <TextField
        label="Redemption limit (optional)"
        type="number"
        defaultValue={draft.maxRedemptions}
        onChange={(event) => change({ maxRedemptions: event.target.value })}
        {...invalid(errors.maxRedemptions)}
      />
      <DateField
        label="Last day (optional)"
        description="The code cannot be redeemed after this day."
        defaultValue={draft.expiresOn}
        onChange={(expiresOn) => change({ expiresOn })}
        {...invalid(errors.expiresOn)}
      />
    </>
  )
}
