import type { DataTableItem, DataTableProps } from '@stripe/ui-extension-sdk/ui'
import { useState, type ReactNode } from 'react'
import { callRemote } from './events'
import { locale } from './formats'

type Pagination = NonNullable<DataTableProps['pagination']>

/** The rows of the current page and what leads to the others: by the table itself, by the view, or by cursor. */
export function usePages(
  items: DataTableItem[],
  pagination: Pagination | undefined,
): { rows: DataTableItem[]; pager: ReactNode } {
  const [own, setOwn] = useState(1)
  if (!pagination) return { rows: items, pager: null }
  const { pageSize, onPageChange } = pagination
  const byCursor = 'hasMore' in pagination
  const controlled = pagination.currentPage !== undefined
  const total = byCursor ? undefined : controlled ? (pagination.totalItems ?? items.length) : items.length
  const lastPage = total === undefined ? Infinity : Math.max(Math.ceil(total / pageSize), 1)
  const page = Math.min(pagination.currentPage ?? own, lastPage)
  const hasMore = byCursor ? pagination.hasMore : page < lastPage
  const rows = controlled ? items : items.slice((page - 1) * pageSize, page * pageSize)
  if (page === 1 && !hasMore) return { rows, pager: null }
  const go = (next: number) => {
    setOwn(next)
    callRemote(onPageChange, next)
  }
  const first = (page - 1) * pageSize + 1
  const count = (value: number) => new Intl.NumberFormat(locale()).format(value)
  const caption =
    total === undefined ? '' : `${count(first)}–${count(first + rows.length - 1)} of ${count(total)} results`
  const button = (label: string, disabled: boolean, to: number) => (
    <button
      type="button"
      className="ui-button ui-button-secondary ui-button-small"
      disabled={disabled}
      onClick={() => go(to)}
    >
      {label}
    </button>
  )
  const pager = (
    <nav className="ui-pager" aria-label="Pages">
      <span>{caption}</span>
      {button('Previous', page <= 1, page - 1)}
      {button('Next', !hasMore, page + 1)}
    </nav>
  )
  return { rows, pager }
}
