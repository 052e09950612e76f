import type Stripe from 'stripe'
import type { ReactNode } from 'react'
import type { Place } from '../addresses'
import { usePreview } from '../preview-context'
import type { Answer } from '../use-stripe'
import { PlaceLink } from './PlaceLink'

export type Column<T> = { label: string; kind?: 'number' | 'date'; cell: (row: T) => ReactNode }

type Props<T> = {
  /** What the table holds, for those who cannot see it. */
  label: string
  columns: Column<T>[]
  answer: Answer<Pick<Stripe.ApiList<T>, 'data'>>
  empty: string
  /** The page of a row; its first cell links there. */
  open?: (row: T) => Place
  /** How many rows to keep room for while they are read. */
  expected?: number
}

const NONE = <span className="ui-none">—</span>

function Rows<T extends { id: string }>({
  columns,
  rows,
  open,
}: Pick<Props<T>, 'columns' | 'open'> & { rows: T[] }) {
  const { navigate } = usePreview()
  return rows.map((row) => {
    const target = open?.(row)
    return (
      <tr key={row.id} data-row={row.id} onClick={target ? () => navigate(target) : undefined}>
        {columns.map(({ label, kind, cell }, index) => (
          <td key={label} className={kind ? `is-${kind}` : undefined}>
            {target && index === 0 ? <PlaceLink to={target}>{cell(row)}</PlaceLink> : (cell(row) ?? NONE)}
          </td>
        ))}
      </tr>
    )
  })
}

function Skeleton({ columns, rows }: { columns: number; rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_none, column) => (
        <td key={column}>
          <div className="ui-skeleton" style={{ height: 14, margin: '3px 0' }} />
        </td>
      ))}
    </tr>
  ))
}

/** Objects of the stand-in as rows: loading keeps the table's head and height. */
export function ObjectTable<T extends { id: string }>(props: Props<T>) {
  const { label, columns, answer, empty, open, expected = 3 } = props
  if (answer.state === 'failed') return <p className="note">{answer.message}</p>
  if (answer.state === 'ready' && answer.value.data.length === 0) return <p className="note">{empty}</p>
  return (
    <div className="ui-table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table
        className={`ui-table object-table${open ? ' is-clickable' : ''}`}
        aria-busy={answer.state === 'loading'}
      >
        <caption className="ui-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.kind ? `is-${column.kind}` : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.state === 'ready' ? (
            <Rows columns={columns} rows={answer.value.data} {...(open ? { open } : {})} />
          ) : (
            <Skeleton columns={columns.length} rows={expected} />
          )}
        </tbody>
      </table>
    </div>
  )
}
