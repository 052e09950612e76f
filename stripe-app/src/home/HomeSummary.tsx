import { Box, ContextView, Divider, Inline, Link } from '@stripe/ui-extension-sdk/ui'
import { SparkLineChart } from '@stripe/ui-extension-sdk/ui/next'
import { useNavigation } from '@stripe/ui-extension-sdk/navigation'
import type { Me, MrrSeries, Overview } from '../api/types'
import { Figure } from '../components/Figure'
import { HistoryNotice } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { NoRevenueYet } from '../components/NoRevenueYet'
import { fromDay } from '../format/dates'
import { toMajor } from '../format/money'
import { periodOf, todayIn } from '../format/periods'
import { useNow } from '../hooks/useNow'
import { plain } from '../question/useQuestion'
import { useMe } from '../hooks/useMe'
import { useSync } from '../hooks/useSync'
import { useMrr, useOverview } from '../overview/useOverview'
import { SyncAge } from './SyncAge'

function Spark({ series }: { series: MrrSeries }) {
  const points = series.data.map(({ date, value }) => ({
    x: fromDay(date),
    y: toMajor(value, series.currency),
    name: 'MRR',
  }))
  return (
    <Box css={{ height: 56 }}>
      <SparkLineChart data={points} />
    </Box>
  )
}

function Figures({ overview }: { overview: Overview }) {
  const { figures, currency } = overview
  return (
    <Box css={{ display: 'grid', minTileWidth: 140, gap: 'medium' }}>
      <Figure label="Net new MRR" figure={figures.net_new_mrr} currency={currency} signed />
      <Figure label="Customer churn" figure={figures.customer_churn} currency={currency} goodWhen="lower" />
    </Box>
  )
}

function Summary({ me }: { me: Me }) {
  const today = todayIn(me.account.time_zone, useNow())
  const overview = useOverview(plain(periodOf('month_to_date', today)))
  const series = useMrr(plain(periodOf('last_3_months', today)))
  const sync = useSync()
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Loaded
        from={overview}
        what="Your revenue"
        partial={<HistoryNotice sync={sync} />}
        empty={<NoRevenueYet />}
      >
        {(value) => (
          <Box css={{ stack: 'y', gapY: 'medium' }}>
            <Figure label="MRR" figure={value.figures.mrr} currency={value.currency} />
            <Loaded from={series} what="The MRR trend">
              {(trend) => <Spark series={trend} />}
            </Loaded>
            <Inline css={{ font: 'caption', color: 'secondary' }}>Last 3 months</Inline>
            <Divider />
            <Figures overview={value} />
          </Box>
        )}
      </Loaded>
      <SyncAge sync={sync} />
    </Box>
  )
}

/** The short answer on the home page: MRR, what this month added, who left, and how current that is. */
export function HomeSummary() {
  const me = useMe()
  const { createAppRoute } = useNavigation()
  return (
    <ContextView title="Recurring revenue" description="This month so far, in your account's time zone">
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Loaded from={me} what="Your account">
          {(value) => <Summary me={value} />}
        </Loaded>
        <Link href={createAppRoute({ key: 'overview' })}>Open the full overview</Link>
      </Box>
    </ContextView>
  )
}
