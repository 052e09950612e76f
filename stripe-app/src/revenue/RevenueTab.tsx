import { Box, OverviewPage, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Overview } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Figure } from '../components/Figure'
import { Loaded } from '../components/Loaded'
import { NoRevenueYet } from '../components/NoRevenueYet'
import { MissingAccount } from '../desk/AccountSelect'
import type { Choice } from '../desk/choice'
import type { Loadable } from '../hooks/useResource'
import { useOverview } from '../overview/useOverview'
import { QuestionBar, useQuestion } from '../question/QuestionBar'
import { BreakdownModule } from './BreakdownModule'
import { FeesModule } from './FeesModule'
import { GrossToNetModule } from './GrossToNetModule'
import { MovementsModule } from './MovementsModule'
import { ReceivablesModule } from './ReceivablesModule'
import { ReconciliationModule } from './ReconciliationModule'

type Choose = (account: string) => void

function Figures({ overview }: { overview: Overview }) {
  const { figures, currency } = overview
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ display: 'grid', minTileWidth: 144, gap: 'medium' }}>
        <Figure label="MRR" figure={figures.mrr} currency={currency} />
        <Figure label="ARR" figure={figures.arr} currency={currency} />
        <Figure label="Net new MRR" figure={figures.net_new_mrr} currency={currency} signed />
        <Figure label="ARPA" figure={figures.arpa} currency={currency} />
        <Figure label="Quick ratio" figure={figures.quick_ratio} currency={currency} ratio />
      </Box>
      <CoverageLine of={overview} />
    </Box>
  )
}

function Modules({ choice, choose }: { choice: Choice; choose: Choose }) {
  const question = useQuestion(choice)
  const overview = useOverview(question)
  return (
    <OverviewPage
      primaryColumn={
        <>
          <QuestionBar choice={choice} choose={choose} question={question} />
          <MissingAccount choice={choice} choose={choose} />
          <PageModule title="Recurring revenue">
            <Loaded from={overview} what="The figures of recurring revenue" empty={<NoRevenueYet />}>
              {(value) => <Figures overview={value} />}
            </Loaded>
          </PageModule>
          <MovementsModule question={question} />
          <BreakdownModule question={question} />
          <GrossToNetModule question={question} />
          <FeesModule question={question} />
          <ReceivablesModule question={question} />
          <ReconciliationModule />
        </>
      }
    />
  )
}

/** Where revenue comes from, what moved it, and what is left of it. */
export function RevenueTab({ choice, choose }: { choice: Loadable<Choice>; choose: Choose }) {
  return (
    <Loaded from={choice} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules choice={value} choose={choose} />}
    </Loaded>
  )
}
