import {
  Accordion,
  AccordionItem,
  Badge,
  Box,
  Icon,
  Img,
  Link,
  List,
  ListItem,
  PropertyList,
  PropertyListItem,
  Tab,
  TabList,
  TabPanel,
  TabPanels,
  Tabs,
  TaskList,
  TaskListItem,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { useLog } from '../events'
import { PIXEL } from './pixel'
import { Sample, Samples } from './Sample'

function ControlledTabs() {
  const [tab, setTab] = useState('b')
  return (
    <Tabs selectedKey={tab} onSelectionChange={setTab} size="small" fitted>
      <TabList>
        <Tab id="a">First</Tab>
        <Tab id="b">Second</Tab>
        <Tab id="c" disabled>
          Third
        </Tab>
      </TabList>
      <TabPanels>
        <TabPanel id="a">The first panel</TabPanel>
        <TabPanel id="b">The second panel</TabPanel>
        <TabPanel id="c">The third panel</TabPanel>
      </TabPanels>
    </Tabs>
  )
}

export function ListGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="List, ListItem">
        <List onAction={log('List.onAction')}>
          <ListItem
            id="acme"
            title="Acme"
            secondaryTitle="Team plan"
            value="$29.00"
            icon={<Icon name="customers" />}
          />
          <ListItem
            id="other"
            size="large"
            title="Other"
            image={<Img src={PIXEL} alt="" width={24} height={24} />}
            value={<Badge type="positive">Active</Badge>}
          />
        </List>
      </Sample>
      <Sample name="PropertyList, PropertyListItem">
        <PropertyList orientation="horizontal">
          <PropertyListItem label="Plan" value="Team" />
          <PropertyListItem label="Ends" />
        </PropertyList>
        <PropertyList orientation="vertical">
          <PropertyListItem label={<Badge>Label</Badge>} value={<Link>Value</Link>} />
        </PropertyList>
      </Sample>
      <Sample name="Accordion, AccordionItem">
        <Accordion>
          <AccordionItem
            title="Open at first"
            subtitle="With a subtitle"
            defaultOpen
            media={<Icon name="invoice" />}
            actions={<Link onPress={log('AccordionItem.actions')}>Act</Link>}
            onChange={log('AccordionItem.onChange')}
          >
            <Box>Content</Box>
          </AccordionItem>
          <AccordionItem title="Closed at first">More content</AccordionItem>
        </Accordion>
      </Sample>
      <Sample name="TaskList, TaskListItem">
        <TaskList>
          <TaskListItem title="Connect" status="complete" />
          <TaskListItem
            title="Sync"
            status="in-progress"
            onPress={(event) => log('TaskListItem.onPress')(event.type)}
            subTasks={[
              { title: 'Read customers', status: 'complete' },
              { title: 'Read invoices', status: 'blocked' },
            ]}
          />
          <TaskListItem title="Invite" status="not-started" />
        </TaskList>
      </Sample>
      <Sample name="Tabs, TabList, Tab, TabPanels, TabPanel">
        <ControlledTabs />
      </Sample>
    </Samples>
  )
}
