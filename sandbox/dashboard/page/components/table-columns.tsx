import type { DataTableColumn, DataTableProps } from '@stripe/ui-extension-sdk/ui'
import { useState, type DragEvent, type KeyboardEvent } from 'react'
import { columnClass } from './DataCell'
import { callRemote } from './events'

type Columns = { columns: DataTableColumn[]; move: ((key: string, to: number) => void) | undefined }

/** The columns in the order in which the user has put them. */
export function useColumns(props: DataTableProps): Columns {
  const { columns, enableColumnReorder = false, onColumnOrderChange } = props
  const [order, setOrder] = useState<string[]>([])
  const rank = ({ key }: DataTableColumn) => (order.includes(key) ? order.indexOf(key) : columns.length)
  const sorted = [...columns].sort((a, b) => rank(a) - rank(b))
  if (!enableColumnReorder) return { columns: sorted, move: undefined }
  const move = (key: string, to: number) => {
    const moved = sorted.find((column) => column.key === key)
    if (!moved || to < 0 || to >= sorted.length) return
    const next = sorted.filter((column) => column.key !== key)
    next.splice(to, 0, moved)
    setOrder(next.map((column) => column.key))
    callRemote(onColumnOrderChange, next)
  }
  return { columns: sorted, move }
}

/** How a column's cells stand: figures to the right, pinned ones in their place. */
export function cellClass({ cell, pinned }: DataTableColumn): string | undefined {
  const names = [columnClass(cell), pinned ? 'is-pinned' : undefined].filter(Boolean)
  return names.length > 0 ? names.join(' ') : undefined
}

type HeadProps = { column: DataTableColumn; index: number; resize: boolean; move: Columns['move'] }

/** A column's head; where columns can be moved, by dragging it or with the arrow keys. */
export function ColumnHead({ column, index, resize, move }: HeadProps) {
  const { key, label, hideHeaderLabel } = column
  const drop = (event: DragEvent) => {
    event.preventDefault()
    move?.(event.dataTransfer.getData('text/plain'), index)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (step) move?.(key, index + step)
  }
  const text = <span className={hideHeaderLabel ? 'ui-hidden' : undefined}>{label}</span>
  return (
    <th
      scope="col"
      className={cellClass(column)}
      onDragOver={move ? (event) => event.preventDefault() : undefined}
      onDrop={move ? drop : undefined}
    >
      <div className={resize ? 'ui-column-resize' : undefined}>
        {move ? (
          <button
            type="button"
            className="ui-row-button ui-column-move"
            draggable
            aria-description="Arrow keys move the column"
            onDragStart={(event) => event.dataTransfer.setData('text/plain', key)}
            onKeyDown={press}
          >
            {text}
          </button>
        ) : (
          text
        )}
      </div>
    </th>
  )
}
