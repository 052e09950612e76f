import type { DataTableItem, DataTableProps } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { DataCell, columnClass } from './DataCell'
import { callRemote } from './events'
import { RowMenu } from './RowMenu'

type Pagination = NonNullable<DataTableProps['pagination']>

function usePages(items: DataTableItem[], pagination: Pagination | undefined) {
  const [own, setOwn] = useState(1)
  if (!pagination) return { rows: items, pager: null }
  const { pageSize, onPageChange } = pagination
  const page = pagination.currentPage ?? own
  const hasMore =
    'hasMore' in pagination ? pagination.hasMore : page * pageSize < (pagination.totalItems ?? items.length)
  const controlled = pagination.currentPage !== undefined
  const rows = controlled ? items : items.slice((page - 1) * pageSize, page * pageSize)
  const go = (next: number) => {
    setOwn(next)
    callRemote(onPageChange, next)
  }
  const total = 'totalItems' in pagination ? pagination.totalItems : controlled ? undefined : items.length
  if (page === 1 && !hasMore) return { rows, pager: null }
  const first = (page - 1) * pageSize + 1
  const range = `${first}–${first + rows.length - 1}${total === undefined ? '' : ` of ${total}`}`
  const pager = (
    <nav className="ui-pager" aria-label="Pages">
      <span>{range}</span>
      <button
        type="button"
        className="ui-button ui-button-secondary ui-button-small"
        disabled={page <= 1}
        onClick={() => go(page - 1)}
      >
        Previous
      </button>
      <button
        type="button"
        className="ui-button ui-button-secondary ui-button-small"
        disabled={!hasMore}
        onClick={() => go(page + 1)}
      >
        Next
      </button>
    </nav>
  )
  return { rows, pager }
}

function Empty({ message }: { message: DataTableProps['emptyMessage'] }) {
  if (message === undefined || typeof message === 'string') {
    return <div className="ui-empty">{message ?? 'No results'}</div>
  }
  return (
    <div className="ui-empty">
      <p>{message.message}</p>
      <a className="ui-button ui-button-secondary ui-button-medium" href={message.action.href}>
        {message.action.label}
      </a>
    </div>
  )
}

export function DataTable(props: DataTableProps) {
  const { columns, items, batchable, emptyMessage, loading, onRowClick, pagination, rowActions = [] } = props
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { rows, pager } = usePages(items, pagination)
  const pick = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
    const chosen = items.filter((item) => next.has(item.id)).map((item) => [item.id, item])
    callRemote(batchable?.onBatchChange, Object.fromEntries(chosen))
  }
  if (!loading && items.length === 0) return <Empty message={emptyMessage} />
  const [firstKey = 'id'] = columns.map(({ key }) => key)
  return (
    <div className="ui-data-table" aria-busy={loading}>
      <div className="ui-table-scroll">
        <table className={`ui-table${onRowClick ? ' is-clickable' : ''}`}>
          <thead>
            <tr>
              {batchable ? <th className="is-narrow" aria-label="Select" /> : null}
              {columns.map(({ key, label, hideHeaderLabel, cell }) => (
                <th key={key} scope="col" className={columnClass(cell)}>
                  <span className={hideHeaderLabel ? 'ui-hidden' : undefined}>{label}</span>
                </th>
              ))}
              {rowActions.length > 0 ? <th className="is-narrow" aria-label="Actions" /> : null}
            </tr>
          </thead>
          <tbody>
            {loading && items.length === 0 ? <SkeletonRows columns={columns.length} /> : null}
            {rows.map((item) => (
              <tr
                key={item.id}
                data-row={item.id}
                onClick={onRowClick ? () => callRemote(onRowClick, item) : undefined}
              >
                {batchable ? (
                  <td onClick={(event) => event.stopPropagation()}>
                    <input
                      type="checkbox"
                      aria-label={`Select ${item[firstKey]}`}
                      checked={picked.has(item.id)}
                      onChange={() => pick(item.id)}
                    />
                  </td>
                ) : null}
                {columns.map(({ key, cell }, index) => (
                  <td key={key} className={columnClass(cell)}>
                    {onRowClick && index === 0 ? (
                      <button
                        type="button"
                        className="ui-row-button"
                        onClick={(event) => {
                          event.stopPropagation()
                          callRemote(onRowClick, item)
                        }}
                      >
                        <DataCell cell={cell} value={item[key]} item={item} />
                      </button>
                    ) : (
                      <DataCell cell={cell} value={item[key]} item={item} />
                    )}
                  </td>
                ))}
                {rowActions.length > 0 ? (
                  <td className="is-narrow" onClick={(event) => event.stopPropagation()}>
                    <RowMenu actions={rowActions} item={item} label={String(item[firstKey] ?? item.id)} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pager}
    </div>
  )
}

function SkeletonRows({ columns }: { columns: number }) {
  return [0, 1, 2].map((row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column}>
          <div className="ui-skeleton" style={{ height: 14 }} />
        </td>
      ))}
    </tr>
  ))
}
