import { Box, OverviewPage } from '@stripe/ui-extension-sdk/ui'
import { Loaded } from '../components/Loaded'
import { MissingAccount } from '../desk/AccountSelect'
import { ALL, type Choice } from '../desk/choice'
import type { Loadable } from '../hooks/useResource'
import { QuestionBar, useQuestion } from '../question/QuestionBar'
import { AccountsModule } from './AccountsModule'
import { ActivityModule } from './ActivityModule'
import { FiguresModule } from './FiguresModule'
import { MoversModule } from './MoversModule'
import { NeedsModule } from './NeedsModule'
import { TrendModule } from './TrendModule'
import { useOverview } from './useOverview'
import { WaterfallModule } from './WaterfallModule'

type Choose = (account: string) => void

function Modules({ choice, choose }: { choice: Choice; choose: Choose }) {
  const { me, account, accounts } = choice
  const question = useQuestion(choice)
  const overview = useOverview(question)
  const ofAll = account === ALL
  const linked = account === null
  return (
    <OverviewPage
      primaryColumn={
        <>
          <QuestionBar choice={choice} choose={choose} question={question} />
          <MissingAccount choice={choice} choose={choose} />
          <FiguresModule overview={overview} ofAll={ofAll} />
          {ofAll ? (
            <AccountsModule accounts={accounts} own={me.account} question={question} choose={choose} />
          ) : null}
          <Box css={{ display: 'grid', minTileWidth: 320, gap: 'medium' }}>
            <NeedsModule linked={linked} />
            <MoversModule question={question} linked={linked} />
          </Box>
          <TrendModule question={question} overview={overview} />
          <WaterfallModule question={question} />
          <ActivityModule choice={choice} question={question} />
        </>
      }
    />
  )
}

/** How the business does in a range, why, and what to do today. */
export function OverviewTab({ choice, choose }: { choice: Loadable<Choice>; choose: Choose }) {
  return (
    <Loaded from={choice} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules choice={value} choose={choose} />}
    </Loaded>
  )
}
