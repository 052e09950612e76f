import { BarChart, Box, LineChart, Sparkline } from '@stripe/ui-extension-sdk/ui'
import {
  BarChart as NextBarChart,
  LineChart as NextLineChart,
  MeterChart,
  SparkLineChart,
} from '@stripe/ui-extension-sdk/ui/next'
import { useLog } from '../events'
import { Sample, Samples } from './Sample'

const MONTHS = [0, 1, 2, 3, 4, 5].map((month) => new Date(2026, month, 1))
const VALUES = [12_000, 14_500, 13_900, 17_200, 19_800, 21_000]
const valueAt = (index: number) => VALUES[index] ?? 0

const older = MONTHS.flatMap((month, index) => [
  { month, amount: valueAt(index), plan: 'team' },
  { month, amount: valueAt(index) / 2, plan: 'starter' },
])
const named = MONTHS.map((x, index) => ({ x, y: valueAt(index), name: 'MRR' }))
const compared = [
  ...MONTHS.map((x, index) => ({ x, y: valueAt(index), compare: 'current' as const })),
  ...MONTHS.map((x, index) => ({ x, y: valueAt(index) * 0.8, compare: 'previous' as const })),
]
const running = MONTHS.map((x, index) => ({
  x,
  y: valueAt(index),
  name: 'New',
  status: index === 5 ? ('incomplete' as const) : ('complete' as const),
}))
const forecast = MONTHS.map((x, index) => ({
  x,
  y: index === 2 ? null : valueAt(index),
  name: 'MRR',
  period: index > 3 ? ('forecast' as const) : ('actual' as const),
}))
const grown = MONTHS.map((x, index) => ({
  x,
  y: valueAt(index),
  name: 'Cash',
  forecast: valueAt(index) * 1.1,
}))
const steps = ['start', 'new', 'churn', 'end'].map((step, index) => ({
  step,
  amount: [100, 40, -15, 125][index] ?? 0,
}))

const chart = { height: 180 } as const

export function ChartGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="LineChart">
        <Box css={chart}>
          <LineChart
            data={older}
            x="month"
            y={{ value: 'amount', label: 'MRR', format: { currency: 'USD' }, ticks: 4, nice: true }}
            color={{
              value: 'plan',
              domain: ['team', 'starter'],
              format: { team: 'Team', starter: 'Starter' },
            }}
            z="plan"
            axis="both"
            grid="y"
            legend
            tooltip
          />
        </Box>
      </Sample>
      <Sample name="BarChart">
        <Box css={chart}>
          <BarChart
            data={steps}
            x={{ value: 'step', format: 'capitalize' }}
            y={{ value: 'amount', tickFormat: { style: 'decimal' }, zero: true }}
            axis="x"
            grid="both"
            legend={false}
            tooltip={false}
          />
        </Box>
        <Box css={chart}>
          <BarChart data={older} x="month" y="amount" z="plan" color="plan" />
        </Box>
      </Sample>
      <Sample name="Sparkline">
        <Box css={{ height: 48 }}>
          <Sparkline data={older.filter(({ plan }) => plan === 'team')} x="month" y="amount" tooltip />
        </Box>
        <Box css={{ height: 48 }}>
          <Sparkline data={older} x="month" y="amount" z="plan" color="plan" />
        </Box>
      </Sample>
      <Sample name="Next LineChart">
        <Box css={chart}>
          <NextLineChart data={compared} />
        </Box>
        <Box css={chart}>
          <NextLineChart data={forecast} />
        </Box>
      </Sample>
      <Sample name="Next BarChart">
        <Box css={chart}>
          <NextBarChart data={running} />
        </Box>
        <Box css={chart}>
          <NextBarChart data={grown} />
        </Box>
      </Sample>
      <Sample name="SparkLineChart">
        <Box css={{ height: 48 }}>
          <SparkLineChart data={named} />
        </Box>
        <Box css={{ height: 48 }}>
          <SparkLineChart data={compared} />
        </Box>
      </Sample>
      <Sample name="MeterChart">
        <MeterChart
          data={[
            { label: 'Available', value: 120_000 },
            { label: 'Pending', value: 45_000 },
          ]}
          legendEnabled
          unitFormat={{ unit: 'currency', options: { currency: 'usd' } }}
          onSegmentClick={log('MeterChart.onSegmentClick')}
        />
        <MeterChart
          data={[
            { label: 'Used', value: 0.4 },
            { label: 'Left', value: 0.6 },
          ]}
          unitFormat={{ unit: 'percent', options: { signDisplay: 'never' } }}
        />
        <MeterChart data={[{ label: 'All', value: 3 }]} legendEnabled={false} />
      </Sample>
    </Samples>
  )
}
