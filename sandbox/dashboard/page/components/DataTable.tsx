import type { DataTableItem, DataTableProps } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import { DataCell } from './DataCell'
import { callRemote } from './events'
import { RowMenu } from './RowMenu'
import { cellClass, ColumnHead, useColumns } from './table-columns'
import { usePages } from './table-pages'

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

/** The rows that are picked for an action on all of them. */
function usePicked(items: DataTableItem[], batchable: DataTableProps['batchable']) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const set = (next: ReadonlySet<string>) => {
    setPicked(next)
    const chosen = items.filter((item) => next.has(item.id)).map((item) => [item.id, item])
    callRemote(batchable?.onBatchChange, Object.fromEntries(chosen))
  }
  return {
    picked,
    pick(id: string) {
      const next = new Set(picked)
      if (!next.delete(id)) next.add(id)
      set(next)
    },
    pickAll: (all: boolean) => set(new Set(all ? items.map(({ id }) => id) : [])),
  }
}

type RowProps = Pick<DataTableProps, 'onRowClick' | 'rowActions'> & {
  item: DataTableItem
  columns: DataTableProps['columns']
  /** Undefined where rows cannot be picked. */
  picked: boolean | undefined
  pick: (id: string) => void
}

function Row({ item, columns, picked, pick, onRowClick, rowActions = [] }: RowProps) {
  const name = String(item[columns[0]?.key ?? 'id'] ?? item.id)
  return (
    <tr data-row={item.id} onClick={onRowClick ? () => callRemote(onRowClick, item) : undefined}>
      {picked === undefined ? null : (
        <td className="is-picker" onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label={`Select ${name}`}
            checked={picked}
            onChange={() => pick(item.id)}
          />
        </td>
      )}
      {columns.map((column, index) => {
        const value = <DataCell cell={column.cell} value={item[column.key]} item={item} />
        return (
          <td key={column.key} className={cellClass(column)}>
            {onRowClick && index === 0 ? (
              <button
                type="button"
                className="ui-row-button"
                onClick={(event) => {
                  event.stopPropagation()
                  callRemote(onRowClick, item)
                }}
              >
                {value}
              </button>
            ) : (
              value
            )}
          </td>
        )
      })}
      {rowActions.length > 0 ? (
        <td className="is-narrow" onClick={(event) => event.stopPropagation()}>
          <RowMenu actions={rowActions} item={item} label={name} />
        </td>
      ) : null}
    </tr>
  )
}

export function DataTable(props: DataTableProps) {
  const { items, batchable, emptyMessage, enableColumnResize = false, loading = false } = props
  const { onRowClick, pagination, rowActions = [] } = props
  const { columns, move } = useColumns(props)
  const { picked, pick, pickAll } = usePicked(items, batchable)
  const { rows, pager } = usePages(items, pagination)
  if (!loading && items.length === 0) return <Empty message={emptyMessage} />
  const all = items.length > 0 && items.every(({ id }) => picked.has(id))
  return (
    <div className="ui-data-table" aria-busy={loading}>
      <div className="ui-table-scroll" tabIndex={0} role="group" aria-label="Table">
        <table className={`ui-table${onRowClick ? ' is-clickable' : ''}`}>
          <thead>
            <tr>
              {batchable ? (
                <th className="is-picker">
                  <input
                    type="checkbox"
                    aria-label="Select all"
                    checked={all}
                    onChange={(event) => pickAll(event.target.checked)}
                  />
                </th>
              ) : null}
              {columns.map((column, index) => (
                <ColumnHead key={column.key} {...{ column, index, move }} resize={enableColumnResize} />
              ))}
              {rowActions.length > 0 ? (
                <th className="is-narrow">
                  <span className="ui-hidden">Actions</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {loading && items.length === 0 ? <SkeletonRows columns={columns.length} /> : null}
            {rows.map((item) => (
              <Row
                key={item.id}
                {...{ item, columns, pick, rowActions }}
                {...(onRowClick ? { onRowClick } : {})}
                picked={batchable ? picked.has(item.id) : undefined}
              />
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
