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

/** The day of a moment in a time zone: 2026-01-03. */
function dayIn(date: Date | undefined, timeZone: string): string {
  return date ? new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(date) : ''
}

/** When a day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const wall = (ms: number) => {
    const text = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone,
    }).format(ms)
    return Date.parse(`${text.replace(' ', 'T')}Z`)
  }
  const guess = midnight - (wall(midnight) - midnight)
  // Twice, for the day on which the clocks change.
  return new Date(guess - (wall(guess) - midnight))
}

/** A limit as the SDK writes it, `2026/01/03` or `today`, as a date field wants it. */
function limit(text: string | undefined, timeZone: string): string | undefined {
  return text === 'today' ? dayIn(new Date(), timeZone) : text?.replaceAll('/', '-')
}

function text(range: Range, timeZone: string): string {
  if (typeof range === 'string') return PRESETS[range]
  if (!range) return 'Choose dates'
  const style = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone })
  return [range.start, range.end].map((date) => (date ? style.format(date) : '…')).join(' – ')
}

export function DateRangePicker(props: DateRangePickerProps) {
  const { onChange, value, label, showDateGranularityToggle, timeZone } = props
  const [min, max] = [limit(props.disableDatesBefore, timeZone), limit(props.disableDatesAfter, timeZone)]
  const [open, setOpen] = useState(false)
  const [custom, setCustom] = useState<[string, string]>(() =>
    typeof value.range === 'object'
      ? [dayIn(value.range.start, timeZone), dayIn(value.range.end, timeZone)]
      : ['', ''],
  )
  const { granularity } = value
  const tell = (range: unknown) => {
    callRemote(onChange, granularity ? { range, granularity } : { range })
    setOpen(false)
  }
  const [start, end] = custom
  const applyCustom = () => tell({ start: startOfDay(start, timeZone), end: startOfDay(end, timeZone) })
  return (
    <div className="ui-date-range">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          className="ui-button ui-button-secondary ui-button-medium"
          aria-label={`${label ?? 'Date range'}: ${text(value.range, timeZone)}`}
        >
          <Glyph name="calendar" size={14} />
          {text(value.range, timeZone)}
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
                  {...{ min, max }}
                  className="ui-input"
                  value={start}
                  onChange={(event) => setCustom([event.target.value, end])}
                />
              </label>
              <label>
                End
                <input
                  type="date"
                  {...{ min, max }}
                  className="ui-input"
                  value={end}
                  onChange={(event) => setCustom([start, event.target.value])}
                />
              </label>
              <button
                type="button"
                className="ui-button ui-button-primary ui-button-small"
                disabled={!start || !end || start > end || start < (min ?? '') || end > (max ?? '9')}
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
