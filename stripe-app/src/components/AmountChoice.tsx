import { Box, CurrencyField, Select, type Currency } from '@stripe/ui-extension-sdk/ui'
import { useLocale } from '../hooks/LocaleProvider'
import { currencyChoices } from '../settings/choices'

/** A choice of which one takes an amount: minor units, null until it is entered. */
export type AmountDraft = { type: string; amount: number | null; currency: string }

type AmountChoiceProps = {
  label: string
  options: { value: string; label: string; disabled?: boolean }[]
  /** The option that takes the amount. */
  amountOption: string
  value: AmountDraft
  onChange: (value: AmountDraft) => void
  disabled: boolean
  error: string | undefined
}

/** One of some options; one of them asks for an amount and its currency. */
export function AmountChoice(props: AmountChoiceProps) {
  const { label, options, amountOption, value, onChange, disabled, error } = props
  const locale = useLocale()
  const code = value.currency.toUpperCase() as Currency
  return (
    <Box css={{ stack: 'x', gapX: 'small', alignY: 'top', wrap: 'wrap' }}>
      <Select
        label={label}
        value={value.type}
        disabled={disabled}
        onChange={(event) => onChange({ ...value, type: event.target.value })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled ?? false}>
            {option.label}
          </option>
        ))}
      </Select>
      {value.type === amountOption ? (
        <>
          <CurrencyField
            // what was typed means another amount in another currency
            key={code}
            label="Amount"
            currency={code}
            currencyAllowlist={[code]}
            disabled={disabled}
            onChange={(amount) => onChange({ ...value, amount })}
            {...(value.amount === null ? {} : { defaultValue: value.amount })}
            {...(error ? { error } : {})}
          />
          <Select
            label="Currency"
            value={value.currency}
            disabled={disabled}
            onChange={(event) => onChange({ ...value, currency: event.target.value, amount: null })}
          >
            {currencyChoices(value.currency, locale).map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        </>
      ) : null}
    </Box>
  )
}
