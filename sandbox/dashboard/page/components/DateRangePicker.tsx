import type { DateRangePickerProps } from '@stripe/ui-extension-sdk/ui'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { callRemote } from './events'
import { locale } from './formats'
import { Glyph } from './Glyph'

const PRESETS = {
  today: 'Today',
  last7Days: 'Last 7 days',
  last4Weeks: 'Last 4 weeks',
  last3Months: 'Last 3 months',
  last6Months: 'Last 6 months',
  last12Months: 'Last 12 months',
  monthToDate: 'Month to date',
  quarterToDate: 'Quarter to date',
  yearToDate: 'Year to date',
  previousMonth: 'Previous month',
  previousQuarter: 'Previous quarter',
  previousYear: 'Previous year',
  yesterday: 'Yesterday',
  allTime: 'All time',
} as const

const GRANULARITIES = ['day', 'week', 'month', 'year'] as const

type Range = DateRangePickerProps['value']['range']

function day(date: Date | undefined): string {
  if (!date) return ''
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`
}

function text(range: Range): string {
  if (typeof range === 'string') return PRESETS[range]
  if (!range) return 'Choose dates'
  const style = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' })
  return [range.start, range.end].map((date) => (date ? style.format(date) : '…')).join(' – ')
}

export function DateRangePicker(props: DateRangePickerProps) {
  const { onChange, value, label, showDateGranularityToggle } = props
  const [open, setOpen] = useState(false)
  const [custom, setCustom] = useState<[string, string]>(() =>
    typeof value.range === 'object' ? [day(value.range.start), day(value.range.end)] : ['', ''],
  )
  const { granularity } = value
  const tell = (range: unknown) => {
    callRemote(onChange, granularity ? { range, granularity } : { range })
    setOpen(false)
  }
  const [start, end] = custom
  const applyCustom = () => tell({ start: new Date(`${start}T00:00:00`), end: new Date(`${end}T00:00:00`) })
  return (
    <div className="ui-date-range">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          className="ui-button ui-button-secondary ui-button-medium"
          aria-label={`${label ?? 'Date range'}: ${text(value.range)}`}
        >
          <Glyph name="calendar" size={14} />
          {text(value.range)}
          <Glyph name="chevronDown" size={12} />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="ui-menu ui-date-range-menu" align="start" sideOffset={4}>
            <div className="ui-date-range-presets">
              {Object.entries(PRESETS).map(([key, name]) => (
                <button
                  type="button"
                  key={key}
                  className="ui-menu-item"
                  aria-pressed={value.range === key}
                  onClick={() => tell(key)}
                >
                  {name}
                </button>
              ))}
            </div>
            <div className="ui-date-range-custom">
              <label>
                Start
                <input
                  type="date"
                  className="ui-input"
                  value={start}
                  onChange={(event) => setCustom([event.target.value, end])}
                />
              </label>
              <label>
                End
                <input
                  type="date"
                  className="ui-input"
                  value={end}
                  onChange={(event) => setCustom([start, event.target.value])}
                />
              </label>
              <button
                type="button"
                className="ui-button ui-button-primary ui-button-small"
                disabled={!start || !end || start > end}
                onClick={applyCustom}
              >
                Apply
              </button>
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {showDateGranularityToggle ? (
        <select
          className="ui-input ui-select"
          aria-label="Granularity"
          value={granularity ?? 'day'}
          onChange={(event) => callRemote(onChange, { range: value.range, granularity: event.target.value })}
        >
          {GRANULARITIES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      ) : null}
    </div>
  )
}
