import { FullPageView } from '@stripe/ui-extension-sdk/ui'
import { Tab, Tabs } from '@stripe/ui-extension-sdk/ui/next'
import { useState } from 'react'
import { useNavigation, useAllSearchParams } from '@stripe/ui-extension-sdk/navigation'
import { AboutAccount } from '../hooks/ApiProvider'
import { may } from '../hooks/useMe'
import { EvidenceProvider } from '../evidence/EvidenceProvider'
import { ForecastTab } from '../forecast/ForecastTab'
import { OverviewTab } from '../overview/OverviewTab'
import { PromotionsTab } from '../promotions/PromotionsTab'
import { RetentionTab } from '../retention/RetentionTab'
import { RevenueTab } from '../revenue/RevenueTab'
import { ALL } from './choice'
import { useChoice } from './useChoice'

const TABS = {
  overview: 'Overview',
  revenue: 'Revenue',
  retention: 'Retention',
  forecast: 'Forecast',
  promotions: 'Promotions',
} as const

export type TabName = keyof typeof TABS

const isTab = (key: string): key is TabName => Object.hasOwn(TABS, key)

/** The full page: tabs that are places. What is chosen in one tab stays in the address when another opens. */
export function Desk({ tab }: { tab: TabName }) {
  const { navigateToAppRoute } = useNavigation()
  const [searchParams] = useAllSearchParams()
  const [creating, setCreating] = useState(false)
  const { choice, choose } = useChoice()
  const chosen = choice.state === 'ready' ? choice.value : null
  const mayCreate = chosen !== null && chosen.account !== ALL && may(chosen.me, 'promotions:write')
  const select = (key: string) => {
    if (isTab(key)) navigateToAppRoute({ key, searchParams })
  }
  const create = { label: 'Create promotion', onPress: () => setCreating(true) }
  return (
    <FullPageView {...(tab === 'promotions' && mayCreate ? { pageAction: create } : {})}>
      <AboutAccount account={chosen?.account ?? null}>
        <EvidenceProvider>
          <Tabs selectedKey={tab} onSelectionChange={select}>
            <Tab id="overview" label={TABS.overview}>
              {tab === 'overview' ? <OverviewTab choice={choice} choose={choose} /> : null}
            </Tab>
            <Tab id="revenue" label={TABS.revenue}>
              {tab === 'revenue' ? <RevenueTab choice={choice} choose={choose} /> : null}
            </Tab>
            <Tab id="retention" label={TABS.retention}>
              {tab === 'retention' ? <RetentionTab choice={choice} choose={choose} /> : null}
            </Tab>
            <Tab id="forecast" label={TABS.forecast}>
              {tab === 'forecast' ? <ForecastTab choice={choice} choose={choose} /> : null}
            </Tab>
            <Tab id="promotions" label={TABS.promotions}>
              {tab === 'promotions' ? (
                <PromotionsTab
                  choice={choice}
                  choose={choose}
                  creating={creating}
                  setCreating={setCreating}
                />
              ) : null}
            </Tab>
          </Tabs>
        </EvidenceProvider>
      </AboutAccount>
    </FullPageView>
  )
}
