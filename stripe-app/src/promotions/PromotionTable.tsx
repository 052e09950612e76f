import { DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import type { Account, Promotion, PromotionPage } from '../api/types'
import { labelOf } from '../desk/choice'
import { secondsText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { STATUS, discountText, redemptionText } from './discount-text'
import { PAGE_SIZE } from './usePromotions'

const COLUMNS: DataTableColumn[] = [
  { key: 'name', label: 'Name' },
  { key: 'code', label: 'Code', cell: { type: 'id' } },
  {
    key: 'status',
    label: 'Status',
    cell: {
      type: 'status',
      statusMap: {
        [STATUS.active]: 'positive',
        [STATUS.creating]: 'info',
        [STATUS.ended]: 'neutral',
        [STATUS.failed]: 'negative',
      },
    },
  },
  { key: 'discount', label: 'Discount' },
  { key: 'redemptions', label: 'Redemptions' },
  { key: 'ends', label: 'Ends' },
  { key: 'created', label: 'Created' },
]

const ACCOUNT: DataTableColumn = { key: 'account', label: 'Account' }

type PromotionTableProps = {
  page: PromotionPage
  pageNumber: number
  turnTo: (pageNumber: number, lastId: string | undefined) => void
  /** Whose promotions these are, where they are of several accounts. */
  accounts: Account[] | null
  /** Null for those who may not end a promotion: they see no action. */
  onEnd: ((promotion: Promotion) => void) | null
}

export function PromotionTable({ page, pageNumber, turnTo, accounts, onEnd }: PromotionTableProps) {
  const locale = useLocale()
  const nameOf = (id: string) => {
    const account = accounts?.find((one) => one.id === id)
    return account && accounts ? labelOf(account, accounts) : id
  }
  const items = page.data.map((promotion) => ({
    id: promotion.id,
    name: promotion.name,
    ...(accounts ? { account: nameOf(promotion.account) } : {}),
    code: promotion.code,
    status: STATUS[promotion.status],
    discount: discountText(promotion, locale),
    redemptions: redemptionText(promotion, locale),
    ends: promotion.expires_at === null ? 'Never' : secondsText(promotion.expires_at, locale),
    created: secondsText(promotion.created, locale),
  }))
  const end = ({ id }: { id: string }) => {
    const promotion = page.data.find((candidate) => candidate.id === id)
    if (promotion) onEnd?.(promotion)
  }
  return (
    <DataTable
      columns={accounts ? COLUMNS.toSpliced(1, 0, ACCOUNT) : COLUMNS}
      items={items}
      emptyMessage="No promotions on this page"
      pagination={{
        pageSize: PAGE_SIZE,
        currentPage: pageNumber,
        hasMore: page.has_more,
        onPageChange: (next) => turnTo(next, page.data.at(-1)?.id),
      }}
      {...(onEnd
        ? { rowActions: [{ id: 'end', label: 'End promotion', type: 'destructive', onPress: end }] }
        : {})}
    />
  )
}
