import type {
  BarChartProps,
  LineChartProps,
  MeterChartProps,
  SparkLineChartProps,
} from '@stripe/ui-extension-sdk/ui/next'
import { Line, LineChart as RechartsLine, ResponsiveContainer, YAxis } from 'recharts'
import { CartesianChart } from './CartesianChart'
import { PALETTE, dateLabels, summary, type Row, type Series, type XValue } from './chart-parts'
import { callRemote } from './events'
import { locale, money } from './formats'

type Point = {
  x: XValue
  y: number | null
  name?: string
  compare?: 'current' | 'previous'
  status?: 'incomplete' | 'complete'
  period?: 'actual' | 'forecast'
  forecast?: number
}

type Keyed = { key: string; label: string; later: boolean }

function seriesOf(point: Point): Keyed {
  if (point.compare) {
    const current = point.compare === 'current'
    return { key: point.compare, label: current ? 'This period' : 'Previous period', later: !current }
  }
  const name = point.name ?? 'Value'
  const later = point.status === 'incomplete' || point.period === 'forecast'
  const suffix = point.period === 'forecast' ? ' (forecast)' : ' (so far)'
  return { key: later ? name + suffix : name, label: later ? name + suffix : name, later }
}

/** Points by x, one column for each series; a later part is dashed and joined to the last certain point. */
function shape(points: Point[], joined: boolean): { rows: Row[]; series: Series[] } {
  const label = dateLabels(points.map(({ x }) => x))
  const rows = new Map<string, Row>()
  const series = new Map<string, Series>()
  const colors = new Map<string, string>()
  let lastCertain: { row: Row; value: number | null } | undefined
  for (const point of points) {
    const { key, label: seriesLabel, later } = seriesOf(point)
    const id = point.x instanceof Date ? String(point.x.getTime()) : String(point.x)
    const row = rows.get(id) ?? {
      x: point.x instanceof Date ? point.x.getTime() : point.x,
      label: label(point.x),
    }
    rows.set(id, row)
    row[key] = point.y
    const family = point.name ?? 'compare'
    const color = colors.get(family) ?? PALETTE[colors.size % PALETTE.length] ?? '#635bff'
    colors.set(family, color)
    const grey = point.compare === 'previous'
    if (!series.has(key)) {
      series.set(key, {
        key,
        label: seriesLabel,
        color: grey ? 'var(--text-disabled)' : color,
        dashed: later,
        faded: later && !grey,
      })
      if (joined && later && !grey && lastCertain) lastCertain.row[key] = lastCertain.value
    }
    if (!later) lastCertain = { row, value: point.y }
  }
  return { rows: [...rows.values()], series: [...series.values()] }
}

export function LineChart({ data }: LineChartProps) {
  return <CartesianChart kind="line" {...shape(data, true)} />
}

/** What a bar is expected to grow to is a paler bar on top of it. */
function withForecast(data: Point[]): Point[] {
  return data.flatMap((point) =>
    point.forecast === undefined
      ? [point]
      : [
          point,
          { x: point.x, y: point.forecast - (point.y ?? 0), name: point.name ?? 'Value', period: 'forecast' },
        ],
  )
}

export function BarChart({ data }: BarChartProps) {
  return <CartesianChart kind="bar" {...shape(withForecast(data), false)} />
}

export function SparkLineChart({ data }: SparkLineChartProps) {
  const { rows, series } = shape(data, true)
  const text = summary('Line chart', rows, series, (value) => new Intl.NumberFormat(locale()).format(value))
  return (
    <figure className="ui-sparkline" role="img" aria-label={text}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 200, height: 40 }}>
        <RechartsLine
          data={rows}
          margin={{ top: 3, right: 3, bottom: 3, left: 3 }}
          accessibilityLayer={false}
        >
          <YAxis hide domain={['dataMin', 'dataMax']} />
          {series.map(({ key, color, dashed }) => (
            <Line
              key={key}
              type="monotone"
              dataKey={key}
              stroke={color}
              strokeWidth={2}
              strokeDasharray={dashed ? '3 3' : '0'}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </RechartsLine>
      </ResponsiveContainer>
    </figure>
  )
}

function unit(value: number, format: MeterChartProps['unitFormat']): string {
  if (format?.unit === 'currency') return money(value, format.options.currency)
  if (format?.unit === 'none') return ''
  if (format?.unit === 'percent') {
    const { signDisplay = 'auto' } = format.options
    const options = { style: 'percent', maximumFractionDigits: 1, signDisplay } as const
    return new Intl.NumberFormat(locale(), options).format(value)
  }
  return new Intl.NumberFormat(locale()).format(value)
}

export function MeterChart({ data, legendEnabled = true, onSegmentClick, unitFormat }: MeterChartProps) {
  const total = data.reduce((sum, { value }) => sum + value, 0)
  const colored = data.map((segment, index) => ({ segment, color: PALETTE[index % PALETTE.length] }))
  const click = (eventType: string, segment: unknown) =>
    callRemote(onSegmentClick, { eventType, data: segment })
  return (
    <figure className="ui-meter">
      <div className="ui-meter-bar" aria-hidden="true">
        {colored.map(({ segment, color }) => (
          <div
            key={segment.label}
            style={{ width: `${total === 0 ? 0 : (segment.value / total) * 100}%`, background: color }}
            onClick={() => click('meter.segment.click', segment)}
          />
        ))}
      </div>
      <ul className={`ui-legend ui-meter-legend${legendEnabled ? '' : ' ui-hidden'}`}>
        {colored.map(({ segment, color }) => {
          const content = (
            <>
              <span style={{ background: color }} />
              {segment.label}
              <b>{unit(segment.value, unitFormat)}</b>
            </>
          )
          return (
            <li key={segment.label}>
              {onSegmentClick && legendEnabled ? (
                <button type="button" onClick={() => click('meter.legend.click', segment)}>
                  {content}
                </button>
              ) : (
                content
              )}
            </li>
          )
        })}
      </ul>
    </figure>
  )
}
