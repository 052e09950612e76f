import {
  CurrencyField,
  DateField,
  DateRangePicker,
  SearchField,
  Select,
  StripeFileUploader,
  TextArea,
  TextField,
  type DateRangePickerValue,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { useLog } from '../events'
import { Sample, Samples } from './Sample'

const PLANS = [
  { id: 'starter', value: 'Starter' },
  { id: 'team', value: 'Team' },
  { id: 'scale', value: 'Scale' },
]

function Ranges() {
  const log = useLog()
  const [value, setValue] = useState<DateRangePickerValue>({ range: 'last3Months', granularity: 'month' })
  return (
    <DateRangePicker
      label="Range"
      timeZone="America/New_York"
      disableDatesAfter="today"
      disableDatesBefore="2020/01/01"
      showDateGranularityToggle
      value={value}
      onChange={(next) => {
        setValue({ range: next.range, ...(next.granularity ? { granularity: next.granularity } : {}) })
        log('DateRangePicker.onChange')(next)
      }}
    />
  )
}

export function FieldGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="TextField">
        <TextField
          label="Name"
          description="As on the invoice"
          defaultValue="Acme"
          name="name"
          autoComplete="organization"
          maxLength={40}
          minLength={2}
          required
          spellCheck={false}
          onChange={(event) => log('TextField.onChange')(event.target.value)}
          onKeyDown={(event) => log('TextField.onKeyDown')(event.key)}
          onKeyUp={() => undefined}
        />
        <TextField label="Wrong" error="Enter a number." invalid type="number" size="small" />
        <TextField
          label="Hidden label"
          hiddenElements={['label']}
          placeholder="Search"
          type="search"
          size="large"
        />
        <TextField label="Read only" value="Fixed" readOnly tabIndex={-1} css={{ width: '1/2' }} />
        <TextField label="Disabled" disabled form="none" autoFocus={false} />
      </Sample>
      <Sample name="TextArea">
        <TextArea
          label="Note"
          description="Seen by your team only"
          defaultValue="Two lines
of text"
          name="note"
          rows={3}
          cols={30}
          maxLength={200}
          minLength={1}
          resizeable={false}
          wrap="soft"
          required
          spellCheck
          autoComplete="off"
          autoFocus={false}
          onChange={(event) => log('TextArea.onChange')(event.target.value)}
          onKeyDown={() => undefined}
          onKeyUp={() => undefined}
        />
        <TextArea label="Wrong" error="Too short." invalid size="small" css={{ width: 'fill' }} />
        <TextArea
          label="Fixed"
          hiddenElements={['description']}
          value="Fixed"
          readOnly
          tabIndex={0}
          placeholder="Nothing"
        />
        <TextArea label="Disabled" disabled form="none" />
      </Sample>
      <Sample name="Select">
        <Select
          label="Plan"
          description="For new customers"
          defaultValue="team"
          name="plan"
          autoComplete="off"
          autoFocus={false}
          required
          onChange={(event) => log('Select.onChange')(event.target.value)}
        >
          <option value="starter">Starter</option>
          <option value="team">Team</option>
        </Select>
        <Select label="Wrong" error="Choose one." invalid size="small" css={{ width: '1/2' }}>
          <option value="">None</option>
        </Select>
        <Select label="Several" multiple defaultValue={['a', 'c']} hiddenElements={['label']} form="none">
          <option value="a">A</option>
          <option value="b">B</option>
          <option value="c">C</option>
        </Select>
        <Select label="Controlled" value="b" disabled>
          <option value="b">B</option>
        </Select>
      </Sample>
      <Sample name="DateField">
        <DateField
          label="Start"
          description="First day"
          defaultValue="2026-01-03"
          onChange={log('DateField.onChange')}
        />
        <DateField label="Wrong" error="Choose a day." invalid size="small" />
        <DateField label="Fixed" value="2026-02-01" disabled hiddenElements={['label']} />
      </Sample>
      <Sample name="DateRangePicker">
        <Ranges />
      </Sample>
      <Sample name="CurrencyField">
        <CurrencyField
          label="Amount"
          description="Before tax"
          defaultValue={1050}
          defaultCurrency="EUR"
          currencyAllowlist={['EUR', 'USD', 'JPY']}
          autoFocus={false}
          onChange={log('CurrencyField.onChange')}
          onCurrencyChange={log('CurrencyField.onCurrencyChange')}
        />
        <CurrencyField
          label="Per call"
          currency="USD"
          defaultValue={1.25}
          fractionDigitOffset={2}
          padAllFractionDigits
          size="small"
        />
        <CurrencyField label="Fixed" currency="JPY" value={1200} readOnly hiddenElements={['description']} />
        <CurrencyField label="Wrong" error="Enter an amount." disabled />
      </Sample>
      <Sample name="SearchField">
        <SearchField
          label="Find a plan"
          description="One of three"
          data={PLANS}
          selectionMode="single"
          defaultSelected="team"
          placeholder="Type to search"
          listboxSize="small"
          onInputChange={log('SearchField.onInputChange')}
          onSelectionChange={log('SearchField.onSelectionChange')}
        />
        <SearchField
          label="Find plans"
          data={PLANS}
          selectionMode="multiple"
          defaultSelected={['starter']}
          onSelectionChange={log('SearchField.onSelectionChange')}
        />
        <SearchField label="Fixed" data={PLANS} selectionMode="single" value="Sca" />
        <SearchField
          label="Wrong"
          data={[]}
          selectionMode="single"
          defaultValue="Gone"
          error="No such plan."
          disabled
        />
      </Sample>
      <Sample name="StripeFileUploader">
        <StripeFileUploader
          label="Evidence"
          purpose="dispute_evidence"
          onComplete={(file) => log('StripeFileUploader.onComplete')(file.purpose, file.size)}
          onError={log('StripeFileUploader.onError')}
        />
      </Sample>
    </Samples>
  )
}
