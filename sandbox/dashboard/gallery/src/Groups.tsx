import { useNavigation } from '@stripe/ui-extension-sdk/navigation'
import { FullPageView } from '@stripe/ui-extension-sdk/ui'
import { Tab, Tabs } from '@stripe/ui-extension-sdk/ui/next'
import type { ComponentType } from 'react'
import { Events, useLog } from './events'
import { ActionGroup } from './groups/ActionGroup'
import { ChartGroup } from './groups/ChartGroup'
import { ChoiceGroup } from './groups/ChoiceGroup'
import { FeedbackGroup } from './groups/FeedbackGroup'
import { FieldGroup } from './groups/FieldGroup'
import { LayoutGroup } from './groups/LayoutGroup'
import { ListGroup } from './groups/ListGroup'
import { OverviewGroup } from './groups/OverviewGroup'
import { TableGroup } from './groups/TableGroup'
import { ViewGroup } from './groups/ViewGroup'

const GROUPS: Record<string, ComponentType> = {
  actions: ActionGroup,
  fields: FieldGroup,
  choices: ChoiceGroup,
  lists: ListGroup,
  tables: TableGroup,
  charts: ChartGroup,
  feedback: FeedbackGroup,
  layout: LayoutGroup,
  overview: OverviewGroup,
  views: ViewGroup,
}

function Page({ group }: { group: string }) {
  const log = useLog()
  const { navigateToAppRoute } = useNavigation()
  const Shown = GROUPS[group]
  return (
    <FullPageView pageAction={{ label: 'Page action', onPress: log('FullPageView.pageAction') }}>
      <Tabs
        selectedKey={group}
        onSelectionChange={(key) => navigateToAppRoute({ key: 'group', params: { group: key } })}
      >
        {Object.keys(GROUPS).map((name) => (
          <Tab key={name} id={name} label={name.slice(0, 1).toUpperCase() + name.slice(1)}>
            {name === group && Shown ? <Shown /> : null}
          </Tab>
        ))}
      </Tabs>
    </FullPageView>
  )
}

/** All components, group by group, each with what it can be given. */
export function Groups({ group }: { group: string }) {
  return (
    <Events>
      <Page group={group} />
    </Events>
  )
}
