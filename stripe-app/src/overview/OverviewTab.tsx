import { Box, OverviewPage } from '@stripe/ui-extension-sdk/ui'
import { Loaded } from '../components/Loaded'
import { AccountSelect, MissingAccount } from '../desk/AccountSelect'
import { ALL, type Choice } from '../desk/choice'
import { periodOf, todayIn } from '../format/periods'
import { useNow } from '../hooks/useNow'
import type { Loadable } from '../hooks/useResource'
import { AccountsModule } from './AccountsModule'
import { FiguresModule } from './FiguresModule'
import { RangeSelect } from './RangeSelect'
import { TrendModule } from './TrendModule'
import { useOverview } from './useOverview'
import { useRange } from './useRange'
import { WaterfallModule } from './WaterfallModule'

type Choose = (account: string) => void

function Modules({ choice, choose }: { choice: Choice; choose: Choose }) {
  const { me, account, accounts } = choice
  const [range, setRange] = useRange()
  const period = periodOf(range, todayIn(me.account.time_zone, useNow()))
  const overview = useOverview(period)
  const ofAll = account === ALL
  return (
    <OverviewPage
      primaryColumn={
        <>
          <Box css={{ stack: 'x', alignY: 'center', gapX: 'small', gapY: 'small', wrap: 'wrap' }}>
            <AccountSelect choice={choice} choose={choose} />
            <RangeSelect range={range} onChange={setRange} period={period} />
          </Box>
          <MissingAccount choice={choice} choose={choose} />
          <FiguresModule overview={overview} ofAll={ofAll} />
          {ofAll ? (
            <AccountsModule accounts={accounts} own={me.account} period={period} choose={choose} />
          ) : null}
          <TrendModule period={period} overview={overview} />
          <WaterfallModule period={period} />
        </>
      }
    />
  )
}

/** How the business does in a range, and why. */
export function OverviewTab({ choice, choose }: { choice: Loadable<Choice>; choose: Choose }) {
  return (
    <Loaded from={choice} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules choice={value} choose={choose} />}
    </Loaded>
  )
}
