import {
  DetailPage,
  DetailPagePropertyList,
  DetailPageTable,
  PageModule,
  type DetailPageModuleTableColumn,
} from '@stripe/ui-extension-sdk/ui'
import { Events, useLog } from '../events'

const COLUMNS: DetailPageModuleTableColumn[] = [
  { key: 'number', label: 'Number' },
  { key: 'total', label: 'Total', cell: { type: 'currency', currency: 'usd' } },
]
const ITEMS = [
  { id: 'in_1', number: 'A-1', total: 2900 },
  { id: 'in_2', number: 'A-2', total: 3900 },
]

function Tables() {
  const log = useLog()
  return (
    <>
      <PageModule title="Invoices">
        <DetailPageTable
          columns={COLUMNS}
          items={ITEMS}
          pending={false}
          createAction={log('DetailPageTable.createAction')}
          extraActions={[{ type: 'action', label: 'Export', onPress: log('DetailPageTable.extraActions') }]}
          onItemPress={(item) => log('DetailPageTable.onItemPress')(item.id)}
          rowActions={[
            { id: 'send', label: 'Send', onPress: (item) => log('DetailPageTable.rowActions')(item.id) },
          ]}
          showOpenAppAction
        />
      </PageModule>
      <PageModule title="Empty and failed">
        <DetailPageTable columns={COLUMNS} items={[]} pending={false} emptyMessage="No credit notes." />
        <DetailPageTable
          columns={COLUMNS}
          pending={false}
          error={{ message: 'Not read.', errorAction: { title: 'Status', href: 'https://example.com' } }}
        />
      </PageModule>
    </>
  )
}

function Properties() {
  const log = useLog()
  return (
    <PageModule title="Profile">
      <DetailPagePropertyList
        pending={false}
        orientation="vertical"
        createAction={log('DetailPagePropertyList.createAction')}
        extraActions={[{ type: 'link', label: 'Customers', href: { name: 'customers' } }]}
        showOpenAppAction
        items={[
          {
            label: 'Owner',
            description: 'Who signs',
            values: [
              {
                label: { text: 'Amara' },
                value: {
                  text: 'Okafor',
                  action: { title: 'Change', onPress: log('DetailPagePropertyList.action') },
                },
              },
            ],
          },
        ]}
      />
      <DetailPagePropertyList pending />
      <DetailPagePropertyList pending={false} items={[]} emptyMessage="No fields." />
      <DetailPagePropertyList pending={false} error={{ message: 'Not read.' }} />
    </PageModule>
  )
}

function Detail() {
  const log = useLog()
  return (
    <>
      <DetailPage
        title="Acme"
        description="Customer since 2024"
        breadcrumbs={[
          {
            type: 'link',
            label: 'Actions',
            route: { name: 'fullPageGlob', params: { glob: ['actions'] } },
          },
        ]}
        actions={[
          { label: 'Edit', type: 'primary', onPress: log('DetailPage.actions') },
          { label: 'Delete', type: 'destructive', disabled: true, onPress: log('never') },
        ]}
        primaryColumn={<Tables />}
        secondaryColumn={<Properties />}
      />
      <DetailPage title="Loading" pending breadcrumbs={[]} primaryColumn={null} />
    </>
  )
}

export function DetailGroup() {
  return (
    <Events>
      <Detail />
    </Events>
  )
}
