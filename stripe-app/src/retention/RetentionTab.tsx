import { Box, OverviewPage, PageModule } from '@stripe/ui-extension-sdk/ui'
import { LineChart } from '@stripe/ui-extension-sdk/ui/next'
import type { Ltv, Overview, RetentionSeries } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Figure } from '../components/Figure'
import { Loaded } from '../components/Loaded'
import { NoRevenueYet } from '../components/NoRevenueYet'
import { MissingAccount } from '../desk/AccountSelect'
import { ALL, type Choice } from '../desk/choice'
import { fromDay } from '../format/dates'
import type { Loadable } from '../hooks/useResource'
import { useOverview } from '../overview/useOverview'
import { QuestionBar, useQuestion } from '../question/QuestionBar'
import type { Question } from '../question/useQuestion'
import { CohortsModule } from './CohortsModule'
import { RiskModule } from './RiskModule'
import { ReasonsModule } from './ReasonsModule'
import { useLtv, useRetention } from './useRetention'

type Choose = (account: string) => void

function Figures({ overview, ltv }: { overview: Overview; ltv: Loadable<Ltv> }) {
  const { figures, currency } = overview
  const lifetime = 'value' in ltv ? ltv.value : null
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ display: 'grid', minTileWidth: 144, gap: 'medium' }}>
        <Figure label="Customer churn" figure={figures.customer_churn} currency={currency} goodWhen="lower" />
        <Figure
          label="Gross MRR churn"
          figure={figures.gross_mrr_churn}
          currency={currency}
          goodWhen="lower"
        />
        <Figure label="Net MRR churn" figure={figures.net_mrr_churn} currency={currency} goodWhen="lower" />
        <Figure label="Net revenue retention" figure={figures.nrr} currency={currency} />
        <Figure label="Gross revenue retention" figure={figures.grr} currency={currency} />
        <Figure
          label="Lifetime value"
          figure={lifetime?.figures.ltv}
          currency={lifetime?.currency ?? currency}
        />
      </Box>
      <CoverageLine of={overview} />
    </Box>
  )
}

type Named = { x: Date; y: number | null; name: string }

/** Percentages of each whole month: one that still runs, or that the range cuts, is no month. */
export function retentionPoints(data: RetentionSeries['data']): Named[] {
  const point = (date: string, bp: number | null, name: string) => ({
    x: fromDay(date),
    y: bp === null ? null : bp / 100,
    name,
  })
  return data
    .filter(({ complete, date }) => complete && date.endsWith('-01'))
    .flatMap(({ date, nrr, grr, logo_retention }) => [
      point(date, nrr, 'Net revenue'),
      point(date, grr, 'Gross revenue'),
      point(date, logo_retention, 'Customers'),
    ])
}

function RetentionModule({ question }: { question: Question }) {
  const retention = useRetention(question)
  return (
    <PageModule
      title="Retention by month, in percent"
      subtitle="Of what was there at the start of each month"
    >
      <Loaded
        from={retention}
        what="Retention by month"
        empty={<Box css={{ color: 'secondary' }}>Nobody was there at the start of any month.</Box>}
      >
        {(value) => (
          <Box css={{ height: 240 }}>
            <LineChart data={retentionPoints(value.data)} />
          </Box>
        )}
      </Loaded>
    </PageModule>
  )
}

function Modules({ choice, choose }: { choice: Choice; choose: Choose }) {
  const question = useQuestion(choice)
  const overview = useOverview(question)
  const ltv = useLtv(question)
  return (
    <OverviewPage
      primaryColumn={
        <>
          <QuestionBar choice={choice} choose={choose} question={question} />
          <MissingAccount choice={choice} choose={choose} />
          <PageModule title="Who stays">
            <Loaded from={overview} what="The figures of retention" empty={<NoRevenueYet />}>
              {(value) => <Figures overview={value} ltv={ltv} />}
            </Loaded>
          </PageModule>
          <RetentionModule question={question} />
          <CohortsModule question={question} />
          <ReasonsModule question={question} />
          {choice.account === ALL ? null : <RiskModule />}
        </>
      }
    />
  )
}

/** Who leaves, when and why. */
export function RetentionTab({ choice, choose }: { choice: Loadable<Choice>; choose: Choose }) {
  return (
    <Loaded from={choice} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules choice={value} choose={choose} />}
    </Loaded>
  )
}
