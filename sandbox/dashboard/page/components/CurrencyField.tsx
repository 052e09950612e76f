import type { CurrencyFieldProps } from '@stripe/ui-extension-sdk/ui'
import { useId, useState, type ChangeEvent } from 'react'
import { callRemote } from './events'
import { FieldFrame, describedBy } from './FieldFrame'
import { currencyDigits } from './formats'

/** An amount as it is typed: as many digits as asked for, and more where the amount has them. */
function toText(minor: number | null | undefined, digits: number, padded: number): string {
  if (minor === null || minor === undefined) return ''
  const text = (minor / 10 ** digits).toFixed(padded)
  return Number(text) === minor / 10 ** digits ? text : String(minor / 10 ** digits)
}

/** Holds what is typed, tells the smallest unit: $10.00 is 1000, ¥100 is 100. */
export function CurrencyField(props: CurrencyFieldProps) {
  const id = useId()
  const { label, description, error, hiddenElements, onChange, onCurrencyChange, size = 'medium' } = props
  const {
    autoFocus,
    disabled,
    readOnly,
    currencyAllowlist,
    fractionDigitOffset = 0,
    padAllFractionDigits,
  } = props
  const [chosen, setChosen] = useState(props.defaultCurrency ?? 'USD')
  const currency = props.currency ?? chosen
  const digits = currencyDigits(currency)
  const most = digits + fractionDigitOffset
  const padded = padAllFractionDigits ? most : digits
  const [text, setText] = useState(() => toText(props.value ?? props.defaultValue, digits, padded))
  const field = { id, label, description, error, hiddenElements }

  /** With sub-cent digits, the amount in the smallest unit has a fraction. */
  const amountOf = (typed: string) => Number((Number(typed) * 10 ** digits).toFixed(fractionDigitOffset))
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const next = event.target.value.replace(/[^\d.]/g, '')
    setText(next)
    callRemote(onChange, next === '' ? null : amountOf(next))
  }
  const choose = (event: ChangeEvent<HTMLSelectElement>) => {
    const next = (currencyAllowlist ?? []).find((code) => code === event.target.value)
    if (!next) return
    setChosen(next)
    callRemote(onCurrencyChange, next)
  }
  return (
    <FieldFrame {...field}>
      <div className={`ui-currency ui-input-${size}`}>
        <input
          {...{ id, autoFocus, disabled, readOnly }}
          className="ui-input"
          inputMode="decimal"
          value={text}
          aria-invalid={Boolean(error)}
          aria-describedby={describedBy(field)}
          onChange={type}
          onBlur={() => setText((now) => (now === '' ? '' : toText(amountOf(now), digits, padded)))}
        />
        {currencyAllowlist && currencyAllowlist.length > 1 ? (
          <select
            className="ui-input ui-select"
            aria-label="Currency"
            value={currency}
            disabled={disabled}
            onChange={choose}
          >
            {currencyAllowlist.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        ) : (
          <span className="ui-currency-code">{currency}</span>
        )}
      </div>
    </FieldFrame>
  )
}
