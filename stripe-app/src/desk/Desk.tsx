import { FullPageView } from '@stripe/ui-extension-sdk/ui'
import { Tab, Tabs } from '@stripe/ui-extension-sdk/ui/next'
import { useState } from 'react'
import { useNavigation, useAllSearchParams } from '@stripe/ui-extension-sdk/navigation'
import { may, useMe } from '../hooks/useMe'
import { OverviewTab } from '../overview/OverviewTab'
import { PromotionsTab } from '../promotions/PromotionsTab'

const TABS = { overview: 'Overview', promotions: 'Promotions' } as const

export type TabName = keyof typeof TABS

/** The full page: tabs that are places. What is chosen in one tab stays in the address when another opens. */
export function Desk({ tab }: { tab: TabName }) {
  const { navigateToAppRoute } = useNavigation()
  const [searchParams] = useAllSearchParams()
  const [creating, setCreating] = useState(false)
  const me = useMe()
  const mayCreate = me.state === 'ready' && may(me.value, 'promotions:write')
  const select = (key: string) => {
    if (key === 'overview' || key === 'promotions') navigateToAppRoute({ key, searchParams })
  }
  const create = { label: 'Create promotion', onPress: () => setCreating(true) }
  return (
    <FullPageView {...(tab === 'promotions' && mayCreate ? { pageAction: create } : {})}>
      <Tabs selectedKey={tab} onSelectionChange={select}>
        <Tab id="overview" label={TABS.overview}>
          {tab === 'overview' ? <OverviewTab me={me} /> : null}
        </Tab>
        <Tab id="promotions" label={TABS.promotions}>
          {tab === 'promotions' ? (
            <PromotionsTab me={me} creating={creating} setCreating={setCreating} />
          ) : null}
        </Tab>
      </Tabs>
    </FullPageView>
  )
}
