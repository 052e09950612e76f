import { Box, OverviewPage } from '@stripe/ui-extension-sdk/ui'
import type { Me } from '../api/types'
import { Loaded } from '../components/Loaded'
import { periodOf, todayIn } from '../format/periods'
import { useNow } from '../hooks/useNow'
import type { Loadable } from '../hooks/useResource'
import { FiguresModule } from './FiguresModule'
import { RangeSelect } from './RangeSelect'
import { TrendModule } from './TrendModule'
import { useOverview } from './useOverview'
import { useRange } from './useRange'
import { WaterfallModule } from './WaterfallModule'

function Modules({ me }: { me: Me }) {
  const [range, setRange] = useRange()
  const period = periodOf(range, todayIn(me.account.time_zone, useNow()))
  const overview = useOverview(period)
  return (
    <OverviewPage
      primaryColumn={
        <>
          <RangeSelect range={range} onChange={setRange} period={period} />
          <FiguresModule overview={overview} />
          <TrendModule period={period} overview={overview} />
          <WaterfallModule period={period} />
        </>
      }
    />
  )
}

/** How the business does in a range, and why. */
export function OverviewTab({ me }: { me: Loadable<Me> }) {
  return (
    <Loaded from={me} what="Your account" loading={<OverviewPage pending primaryColumn={<Box> </Box>} />}>
      {(value) => <Modules me={value} />}
    </Loaded>
  )
}
