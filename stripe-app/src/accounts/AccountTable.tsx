import { DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import type { Account } from '../api/types'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { stateOf, STATE_CELL, STATES } from './account-state'
import { VIA } from './words'

const ROWS_PER_PAGE = 25

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Account' },
  { key: 'account', label: 'ID', cell: { type: 'id' } },
  { key: 'via', label: 'Connected by' },
  { key: 'state', label: 'State', cell: STATE_CELL },
  { key: 'reason', label: 'Details' },
]

/** The accounts of the workspace. A row leads to the account's keys and what it needs. */
export function AccountTable({ accounts, open }: { accounts: Account[]; open: (id: string) => void }) {
  const locale = useLocale()
  const now = useNow()
  const items = accounts.map((account) => {
    const { state, reason } = stateOf(account, now, locale)
    const { id, name, via } = account
    return { id, name, account: id, via: VIA[via], state: STATES[state], reason }
  })
  return (
    <DataTable
      columns={COLUMNS}
      items={items}
      pagination={{ pageSize: ROWS_PER_PAGE }}
      onRowClick={({ id }) => open(id)}
    />
  )
}
