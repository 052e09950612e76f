import { Box, PageModule } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import type { MrrSeries, Overview } from '../api/types'
import { Loaded } from '../components/Loaded'
import { intervalOf } from '../format/periods'
import type { Question } from '../question/useQuestion'
import type { Loadable } from '../hooks/useResource'
import { trendPoints } from './trend'
import { useMrr } from './useOverview'

const POINTS = { day: 'each day', week: 'each week', month: 'each month' }

/** The period before this one, as the backend compares it; until it is known, this period itself. */
function previousPeriod(overview: Loadable<Overview>, question: Question): Question {
  return overview.state === 'loading' || overview.state === 'failed'
    ? question
    : { ...question, ...overview.value.previous_period }
}

function Chart({ series, previous }: { series: MrrSeries; previous: MrrSeries['data'] }) {
  return (
    <Box css={{ height: 240 }}>
      <LineChart data={trendPoints(series.data, previous, series.currency)} />
    </Box>
  )
}

/** MRR over time with the previous period behind it. The chart knows no unit, so the title names it. */
export function TrendModule({ question, overview }: { question: Question; overview: Loadable<Overview> }) {
  const interval = intervalOf(question)
  const series = useMrr(question)
  const before = previousPeriod(overview, question)
  const previous = useMrr(before, interval)
  const known = before !== question && (previous.state === 'ready' || previous.state === 'partial')
  const unit = series.state === 'ready' ? ` in ${series.value.currency.toUpperCase()}` : ''
  return (
    <PageModule title={`MRR trend${unit}`} subtitle={`At the close of ${POINTS[interval]}`}>
      <Loaded
        from={series}
        what="The MRR trend"
        empty={<Box css={{ color: 'secondary' }}>The trend begins with the first active subscription.</Box>}
      >
        {(value) => <Chart series={value} previous={known ? previous.value.data : []} />}
      </Loaded>
    </PageModule>
  )
}
