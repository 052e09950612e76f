import {
  Area,
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { AXIS, ChartFrame, ChartTip, GRID, summary, type Row, type Series } from './chart-parts'
import { compact, locale } from './formats'

type Props = {
  kind: 'line' | 'bar'
  rows: Row[]
  series: Series[]
  format?: (value: number) => string
  tick?: (value: number) => string
  domain?: [number, number]
  ticks?: number
  /** Whether the axis begins at zero whatever the values are. */
  fromZero?: boolean
  /** Whether the axis ends on round numbers. */
  nice?: boolean
  axis?: 'x' | 'y' | 'both' | 'none'
  grid?: 'x' | 'y' | 'both' | 'none'
  legend?: boolean
  tooltip?: boolean
}

const plain = (value: number) => new Intl.NumberFormat(locale()).format(value)

/** Room for the longest tick, so that no number is cut or wrapped. */
function axisWidth(rows: Row[], series: Series[], tick: (value: number) => string): number {
  const values = rows.flatMap((row) => series.map(({ key }) => Number(row[key] ?? 0)))
  const ends = [Math.max(0, ...values), Math.min(0, ...values)]
  // Between the ends there may be a decimal that they do not have.
  const texts = ends.flatMap((end) => [1, 0.75, 0.5, 0.25].map((share) => tick(end * share)))
  const longest = Math.max(...texts.map((text) => text.length), 3)
  return longest * 7 + 12
}

function bars(series: Series[]) {
  return series.map(({ key, label, color, faded }) => (
    <Bar
      key={key}
      dataKey={key}
      name={label}
      stackId="all"
      fill={color}
      fillOpacity={faded ? 0.45 : 1}
      maxBarSize={56}
      isAnimationActive={false}
    />
  ))
}

function lines(series: Series[]) {
  return series.flatMap(({ key, label, color, dashed, faded }, index) => {
    const line = (
      <Line
        key={key}
        type="monotone"
        dataKey={key}
        name={label}
        stroke={color}
        strokeOpacity={faded ? 0.45 : 1}
        strokeWidth={2}
        strokeDasharray={dashed ? '4 4' : '0'}
        dot={false}
        activeDot={{ r: 4 }}
        isAnimationActive={false}
      />
    )
    if (index > 0 || dashed) return [line]
    const fill = (
      <Area
        key={`${key}-area`}
        type="monotone"
        dataKey={key}
        stroke="none"
        fill={color}
        fillOpacity={0.07}
        isAnimationActive={false}
        tooltipType="none"
        legendType="none"
      />
    )
    return [fill, line]
  })
}

export function CartesianChart(props: Props) {
  const { kind, rows, series, format = plain, tick = compact, domain, ticks = 5, nice = true } = props
  const { axis = 'both', grid = 'y', legend = true, tooltip = true } = props
  const labels = new Map(rows.map((row) => [String(row.x), row.label]))
  const hasNegative = rows.some((row) => series.some(({ key }) => Number(row[key]) < 0))
  const label = summary(kind === 'line' ? 'Line chart' : 'Bar chart', rows, series, format)
  return (
    <ChartFrame label={label} {...(legend ? { legend: series } : {})}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 320, height: 180 }}>
        <ComposedChart
          data={rows}
          // room for half of the last label, or labels would be left out to make it fit
          margin={{ top: 8, right: kind === 'line' ? 32 : 8, bottom: 0, left: 0 }}
          stackOffset="sign"
          barCategoryGap="24%"
        >
          {grid === 'none' ? null : (
            <CartesianGrid
              stroke={GRID}
              vertical={grid === 'x' || grid === 'both'}
              horizontal={grid !== 'x'}
            />
          )}
          <XAxis
            dataKey="x"
            tickFormatter={(value: unknown) => labels.get(String(value)) ?? ''}
            hide={axis === 'y' || axis === 'none'}
            tick={AXIS}
            tickLine={false}
            axisLine={{ stroke: GRID }}
            minTickGap={24}
            interval={kind === 'bar' && rows.length <= 8 ? 0 : 'equidistantPreserveStart'}
          />
          <YAxis
            hide={axis === 'x' || axis === 'none'}
            tick={AXIS}
            tickLine={false}
            axisLine={false}
            tickFormatter={tick}
            tickCount={ticks}
            width={axisWidth(rows, series, tick)}
            domain={domain ?? [floor(props, hasNegative), nice ? 'auto' : 'dataMax']}
            {...(domain ? { ticks: roundTicks(domain), allowDataOverflow: true } : {})}
          />
          {hasNegative ? <ReferenceLine y={0} stroke="var(--text-disabled)" /> : null}
          {tooltip ? (
            <Tooltip
              content={<ChartTip series={series} format={format} />}
              cursor={{ fill: 'var(--surface-container)' }}
              isAnimationActive={false}
            />
          ) : null}
          {kind === 'bar' ? bars(series) : lines(series)}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}

/** Round numbers inside a given domain: 1, 2, 2.5 or 5 times a power of ten apart. */
export function roundTicks([low, high]: [number, number]): number[] {
  const rough = (high - low) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((factor) => factor * power >= rough) ?? 10) * power
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step)
}

function floor({ kind, rows, series, fromZero }: Props, hasNegative: boolean): number | 'auto' | 'dataMin' {
  if (fromZero !== undefined && !hasNegative) return fromZero ? 0 : 'dataMin'
  if (kind === 'line') return lineFloor(rows, series)
  return hasNegative ? 'auto' : 0
}

/** A trend far above zero is drawn from below its lowest point, or its shape would be a flat line. */
function lineFloor(rows: Row[], series: Series[]): number | 'auto' {
  const values = rows
    .flatMap((row) => series.map(({ key }) => row[key]))
    .filter((value) => typeof value === 'number')
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low >= 0 && (low === high || low < (high - low) * 3) ? 0 : 'auto'
}
