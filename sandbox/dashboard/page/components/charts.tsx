import type { BarChartProps, Channel, LineChartProps, SparklineProps } from '@stripe/ui-extension-sdk/ui'
import { CartesianChart } from './CartesianChart'
import { PALETTE, dateLabels, type Row, type Series, type XValue } from './chart-parts'
import { locale } from './formats'

type Accessor = string | number | Channel

const channel = (accessor: Accessor): Channel =>
  typeof accessor === 'object' ? accessor : { value: accessor }

/** The column that an accessor names; without one, the values are the series' own. */
const column = (accessor: Accessor | undefined) =>
  accessor === undefined ? undefined : channel(accessor).value

/** What a channel calls a category: by its own words, with a capital, or as it is. */
function worder(format: Channel['format']): (value: string) => string {
  if (format === 'capitalize') return (value) => value.slice(0, 1).toUpperCase() + value.slice(1)
  if (typeof format !== 'object' || 'currency' in format || 'unit' in format) return (value) => value
  const words: Record<string, string | undefined> = format
  return (value) => words[value] ?? value
}

function formatter(format: Channel['format'], short: boolean): (value: number) => string {
  const compact: Intl.NumberFormatOptions = short ? { notation: 'compact', maximumFractionDigits: 1 } : {}
  if (typeof format === 'object' && 'currency' in format && typeof format.currency === 'string') {
    const digits =
      'fractionalDigits' in format && format.fractionalDigits === 0 ? { maximumFractionDigits: 0 } : {}
    const options: Intl.NumberFormatOptions = {
      style: 'currency',
      currency: format.currency,
      ...digits,
      ...compact,
    }
    return (value) => new Intl.NumberFormat(locale(), options).format(value)
  }
  if (typeof format === 'object' && 'unit' in format && typeof format.unit === 'string') {
    const options: Intl.NumberFormatOptions = { style: 'unit', unit: format.unit, ...compact }
    return (value) => new Intl.NumberFormat(locale(), options).format(value)
  }
  return (value) => new Intl.NumberFormat(locale(), compact).format(value)
}

function isX(value: unknown): value is XValue {
  return value instanceof Date || typeof value === 'number' || typeof value === 'string'
}

function shape({ data, x, y, z, color = z }: Pick<BarChartProps, 'data' | 'x' | 'y' | 'z' | 'color'>): {
  rows: Row[]
  series: Series[]
} {
  const [xKey, yKey, colorKey] = [column(x), column(y), column(color)]
  const groupWord = worder(color === undefined ? undefined : channel(color).format)
  const xWord = worder(channel(x).tickFormat ?? channel(x).format)
  const points = data.map((datum: Record<string, unknown>) => {
    const at = xKey === undefined ? undefined : datum[xKey]
    const value = yKey === undefined ? undefined : datum[yKey]
    const group = colorKey === undefined ? undefined : datum[colorKey]
    return {
      x: isX(at) ? at : '',
      y: typeof value === 'number' ? value : null,
      name: String(group ?? channel(y).label ?? 'Value'),
    }
  })
  const dateLabel = dateLabels(points.map((point) => point.x))
  const label = (at: XValue) => (typeof at === 'string' ? xWord(at) : dateLabel(at))
  const order: unknown[] =
    (typeof color === 'object' ? color.domain : undefined) ?? points.map(({ name }) => name)
  const names = [...new Set(order.map(String))]
  const rows = new Map<string, Row>()
  for (const point of points) {
    const id = point.x instanceof Date ? String(point.x.getTime()) : String(point.x)
    const row = rows.get(id) ?? {
      x: point.x instanceof Date ? point.x.getTime() : point.x,
      label: label(point.x),
    }
    rows.set(id, row)
    const before = row[point.name]
    row[point.name] = point.y === null ? null : point.y + (typeof before === 'number' ? before : 0)
  }
  const series = names.map((name, index) => ({
    key: name,
    label: groupWord(name),
    color: PALETTE[index % PALETTE.length] ?? '#635bff',
  }))
  return { rows: [...rows.values()], series }
}

type Scale = { domain?: [number, number]; ticks?: number; fromZero?: boolean; nice?: boolean }

function scaleOf(y: Accessor): Scale {
  const { domain = [], ticks, zero, nice } = channel(y)
  const [low, high] = domain
  return {
    ...(typeof low === 'number' && typeof high === 'number' ? { domain: [low, high] } : {}),
    ...(ticks === undefined ? {} : { ticks }),
    ...(zero === undefined ? {} : { fromZero: zero }),
    ...(nice === undefined ? {} : { nice }),
  }
}

function OlderChart({ kind, ...props }: (BarChartProps | LineChartProps) & { kind: 'line' | 'bar' }) {
  const { axis = 'both', grid = 'y', legend = true, tooltip = true, y } = props
  const { format, tickFormat = format } = channel(y)
  return (
    <CartesianChart
      {...{ kind, axis, grid, legend, tooltip }}
      {...shape(props)}
      {...scaleOf(y)}
      format={formatter(format, false)}
      tick={formatter(tickFormat, true)}
    />
  )
}

export function BarChart(props: BarChartProps) {
  return <OlderChart {...props} kind="bar" />
}

export function LineChart(props: LineChartProps) {
  return <OlderChart {...props} kind="line" />
}

export function Sparkline({ color, data, tooltip, x, y, z }: SparklineProps) {
  return (
    <div className="ui-sparkline">
      <OlderChart kind="line" {...{ color, data, tooltip, x, y, z }} axis="none" grid="none" legend={false} />
    </div>
  )
}
