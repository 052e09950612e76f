import type { ReactNode } from 'react'
import { styledDate } from './formats'

export const PALETTE = ['#635bff', '#00a47c', '#e5684b', '#f0b429', '#0085d1', '#9aa4b5']
export const AXIS = { fontSize: 12, fill: 'var(--text-secondary)' }
export const GRID = 'var(--border-neutral)'

export type XValue = Date | number | string
export type Series = { key: string; label: string; color: string; dashed?: boolean; faded?: boolean }
/** One place on the x axis with the value of each series there. */
export type Row = { x: number | string; label: string } & Record<string, number | string | null>

const DAY_MS = 86_400_000

/** How dates are written below a chart: by month when the points are months apart. */
export function dateLabels(values: XValue[]): (value: XValue) => string {
  const times = [...new Set(values.filter((value) => value instanceof Date).map(Number))].sort(
    (a, b) => a - b,
  )
  const [first = 0, second = 0] = times
  const last = times.at(-1) ?? first
  const monthly = times.length > 1 && second - first >= 27 * DAY_MS
  const style = monthly
    ? 'medium-year-month'
    : last - first > 330 * DAY_MS
      ? 'medium-year-month-day'
      : 'medium-month-day'
  return (value) => (value instanceof Date ? styledDate(value.toISOString(), style) : String(value))
}

/** What a chart says to those who cannot see it. */
export function summary(
  kind: string,
  rows: Row[],
  series: Series[],
  format: (value: number) => string,
): string {
  const lines = series.map(({ key, label }) => {
    const known = rows.filter((row) => typeof row[key] === 'number')
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return `${label}: no values`
    return `${label}: ${format(Number(first[key]))} at ${first.label}, ${format(Number(last[key]))} at ${last.label}`
  })
  return `${kind}. ${lines.join('. ')}.`
}

export function ChartFrame({
  label,
  legend,
  children,
}: {
  label: string
  legend?: Series[]
  children: ReactNode
}) {
  return (
    <figure className="ui-chart" role="img" aria-label={label}>
      <div className="ui-chart-plot">{children}</div>
      {legend && legend.length > 1 ? (
        <ul className="ui-legend" aria-hidden="true">
          {legend.map((series) => (
            <li key={series.key}>
              <span style={{ background: series.color, opacity: series.faded ? 0.45 : 1 }} />
              {series.label}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  )
}

type TipEntry = { dataKey?: unknown; value?: unknown; payload?: unknown }
type TipProps = {
  active?: boolean
  payload?: readonly TipEntry[]
  series: Series[]
  format: (value: number) => string
}

/** The values at the place under the pointer. */
export function ChartTip({ active, payload = [], series, format }: TipProps) {
  const row = payload[0]?.payload
  if (!active || typeof row !== 'object' || row === null || !('label' in row)) return null
  return (
    <div className="ui-chart-tip">
      <div className="ui-chart-tip-title">{String(row.label)}</div>
      {series.map(({ key, label, color }) => {
        const value = payload.find((entry) => entry.dataKey === key)?.value
        return typeof value === 'number' ? (
          <div key={key} className="ui-chart-tip-row">
            <span style={{ background: color }} />
            {label}
            <b>{format(value)}</b>
          </div>
        ) : null
      })}
    </div>
  )
}
