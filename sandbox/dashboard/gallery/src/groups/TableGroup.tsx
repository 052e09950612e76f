import {
  DataTable,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeaderCell,
  TableRow,
  type DataTableColumn,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { useLog } from '../events'
import { Sample } from './Sample'

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Name', pinned: true, cell: { type: 'text' } },
  { key: 'site', label: 'Site', cell: { type: 'link', linkMap: { 'https://example.com': 'Example' } } },
  {
    key: 'since',
    label: 'Since',
    cell: { type: 'date', options: { style: 'medium-year-month-day', timeZone: 'UTC' } },
  },
  { key: 'customer', label: 'Customer', cell: { type: 'id' } },
  {
    key: 'status',
    label: 'Status',
    cell: { type: 'status', statusMap: { active: 'positive', past_due: 'negative' } },
  },
  { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency: 'usd', currencyKey: 'currency' } },
  { key: 'note', label: 'Note', hideHeaderLabel: true },
]
const ITEMS = ['Acme', 'Birch', 'Cobalt', 'Delta', 'Elm'].map((name, index) => ({
  id: `row_${index}`,
  name,
  site: 'https://example.com',
  since: 1_767_398_400 + index * 86_400,
  customer: `cus_${index}`,
  status: index % 2 ? 'past_due' : 'active',
  mrr: 2900 * (index + 1),
  currency: index === 1 ? 'jpy' : 'usd',
  note: `Note ${index}`,
}))
const SHORT: DataTableColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency: 'usd', currencyMap: { row_1: 'jpy' } } },
]

function ByCursor() {
  const [page, setPage] = useState(1)
  const items = ITEMS.slice(page * 2 - 2, page * 2)
  const pagination = { pageSize: 2, currentPage: page, onPageChange: setPage, hasMore: page < 3 }
  return <DataTable columns={SHORT} items={items} pagination={pagination} />
}

function Plain() {
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeaderCell align="left" vAlign="middle" width="maximized" minWidth={80} maxWidth={400} wrap>
            Plan
          </TableHeaderCell>
          <TableHeaderCell align="right" colSpan={2} rowSpan={1} width="auto">
            Amounts
          </TableHeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        <TableRow>
          <TableCell rowSpan={1} vAlign="top" wrap={false}>
            Team
          </TableCell>
          <TableCell align="right" width="minimized" minWidth="auto" maxWidth="maximized">
            $16.00
          </TableCell>
          <TableCell align="right">$160.00</TableCell>
        </TableRow>
      </TableBody>
      <TableFooter>
        <TableRow>
          <TableCell colSpan={3}>Per seat</TableCell>
        </TableRow>
      </TableFooter>
    </Table>
  )
}

export function TableGroup() {
  const log = useLog()
  return (
    <>
      <Sample name="DataTable">
        <DataTable
          columns={COLUMNS}
          items={ITEMS}
          pagination={{ pageSize: 3 }}
          batchable={{ onBatchChange: (chosen) => log('DataTable.onBatchChange')(Object.keys(chosen)) }}
          enableColumnReorder
          enableColumnResize
          onColumnOrderChange={(order) => log('DataTable.onColumnOrderChange')(order.map(({ key }) => key))}
          onRowClick={(item) => log('DataTable.onRowClick')(item.id)}
          rowActions={[
            { id: 'show', label: 'Show', href: { name: 'customers' } },
            {
              id: 'more',
              label: 'More',
              actions: [
                {
                  id: 'end',
                  label: 'End',
                  type: 'destructive',
                  onPress: (item) => log('DataTable.rowActions')(item.id),
                },
              ],
            },
          ]}
        />
      </Sample>
      <Sample name="DataTable, by cursor">
        <ByCursor />
      </Sample>
      <Sample name="DataTable, loading and empty">
        <DataTable columns={SHORT} items={[]} loading />
        <DataTable columns={SHORT} items={[]} emptyMessage="No match." />
        <DataTable
          columns={SHORT}
          items={[]}
          emptyMessage={{ message: 'Nothing yet.', action: { label: 'Create', href: 'https://example.com' } }}
        />
      </Sample>
      <Sample name="Table">
        <Plain />
      </Sample>
    </>
  )
}
