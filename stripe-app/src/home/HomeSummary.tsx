import { Box, ContextView, Divider, Inline, Link, List, ListItem } from '@stripe/ui-extension-sdk/ui'
import { SparkLineChart } from '@stripe/ui-extension-sdk/ui/next'
import { useNavigation } from '@stripe/ui-extension-sdk/navigation'
import type { Me, MrrSeries, NeedsAttention, Overview } from '../api/types'
import { Amount } from '../components/Amount'
import { Figure } from '../components/Figure'
import { HistoryNotice } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { MaybeLink } from '../components/MaybeLink'
import { NoRevenueYet } from '../components/NoRevenueYet'
import { fromDay } from '../format/dates'
import { money, toMajor } from '../format/money'
import { periodOf, todayIn } from '../format/periods'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { plain } from '../question/useQuestion'
import { useMe } from '../hooks/useMe'
import { useSync } from '../hooks/useSync'
import { needsOf } from '../overview/needs'
import { useNeeds } from '../overview/useNeeds'
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

/** Rows of what needs somebody that there is room for. */
const ROWS = 3

function Needs({ needs }: { needs: NeedsAttention }) {
  const locale = useLocale()
  const failed = needs.data.find(({ kind }) => kind === 'failed_payments')
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Amount label="Money at risk" value={money(failed?.amount ?? 0, needs.currency, locale)} />
      <List>
        {needsOf(needs, locale)
          .slice(0, ROWS)
          .map(({ key, title, detail, place, cases }) => (
            <ListItem
              key={key}
              title={<MaybeLink to={place ?? cases[0]?.place ?? null}>{title}</MaybeLink>}
              secondaryTitle={detail}
            />
          ))}
      </List>
    </Box>
  )
}

function Summary({ me }: { me: Me }) {
  const today = todayIn(me.account.time_zone, useNow())
  const overview = useOverview(plain(periodOf('month_to_date', today)))
  const series = useMrr(plain(periodOf('last_3_months', today)))
  const needs = useNeeds()
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
      <Divider />
      <Box css={{ stack: 'y', gapY: 'small' }}>
        <Inline css={{ font: 'subheading' }}>Needs you</Inline>
        <Loaded
          from={needs}
          what="What needs you"
          empty={<Box css={{ color: 'secondary' }}>Nothing needs you now.</Box>}
        >
          {(value) => <Needs needs={value} />}
        </Loaded>
      </Box>
      <SyncAge sync={sync} />
    </Box>
  )
}

/** The short answer on the home page: MRR, what this month added, who left, what needs somebody, and how current that is. */
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
