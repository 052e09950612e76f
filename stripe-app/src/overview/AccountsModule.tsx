import { DataTable, PageModule, type DataTableColumn, type DataTableItem } from '@stripe/ui-extension-sdk/ui'
import { stateOf, STATE_CELL, STATES } from '../accounts/account-state'
import type { Account, AccountFigures } from '../api/types'
import { Loaded } from '../components/Loaded'
import { labelOf } from '../desk/choice'
import { figureText, NOTHING } from '../format/figures'
import type { Question } from '../question/useQuestion'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { useAccountFigures } from './useOverview'

const ROWS_PER_PAGE = 25

const columnsIn = (currency: string): DataTableColumn[] => [
  { key: 'name', label: 'Account' },
  { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency } },
  { key: 'net_new', label: 'Net new MRR', cell: { type: 'currency', currency } },
  { key: 'churn', label: 'Customer churn' },
  { key: 'customers', label: 'Customers' },
  { key: 'state', label: 'State', cell: STATE_CELL },
  { key: 'reason', label: 'Details' },
]

function valuesOf({ figures, currency }: AccountFigures, locale: string): Omit<DataTableItem, 'id'> {
  const { mrr, net_new_mrr, customer_churn, active_customers } = figures
  return {
    ...(mrr.value === null ? {} : { mrr: mrr.value }),
    ...(net_new_mrr.value === null ? {} : { net_new: net_new_mrr.value }),
    churn: figureText(customer_churn.value, customer_churn.unit, currency, locale),
    customers: figureText(active_customers.value, active_customers.unit, currency, locale),
  }
}

type TableProps = { accounts: Account[]; figures: AccountFigures[]; choose: (account: string) => void }

function Table({ accounts, figures, choose }: TableProps) {
  const locale = useLocale()
  const now = useNow()
  const items = accounts.map((account): DataTableItem => {
    const own = figures.find((one) => one.account === account.id)
    const { state, reason } = stateOf(account, now, locale)
    return {
      id: account.id,
      name: labelOf(account, accounts),
      ...(own ? valuesOf(own, locale) : { churn: NOTHING, customers: NOTHING }),
      state: STATES[state],
      reason,
    }
  })
  return (
    <DataTable
      columns={columnsIn(figures[0]?.currency ?? 'usd')}
      items={items}
      pagination={{ pageSize: ROWS_PER_PAGE }}
      onRowClick={({ id }) => choose(id)}
    />
  )
}

type AccountsModuleProps = {
  accounts: Account[]
  own: Pick<Account, 'id' | 'mode'>
  question: Question
  choose: (account: string) => void
}

/** What each account adds to the figures of all, and whether it can be relied on. A row leads into the account. */
export function AccountsModule({ accounts, own, question, choose }: AccountsModuleProps) {
  const figures = useAccountFigures(own, question)
  const currency = figures.state === 'ready' ? figures.value.data[0]?.currency : undefined
  const unit = currency ? ` in ${currency.toUpperCase()}` : ''
  return (
    <PageModule title="Accounts" subtitle={`The same range${unit}; choose an account to see it alone`}>
      <Loaded from={figures} what="The figures of each account">
        {({ data }) => <Table accounts={accounts} figures={data} choose={choose} />}
      </Loaded>
    </PageModule>
  )
}
