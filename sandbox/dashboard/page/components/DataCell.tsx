import type { DataTableCell } from '@stripe/ui-extension-sdk/ui'
import { Badge } from './feedback'
import { money, styledDate } from './formats'

type Item = Readonly<Record<string, string | number>>

const alignsRight = (cell: DataTableCell | undefined) => cell?.type === 'currency'

/** The class that lines a column's head up with its figures. */
export const columnClass = (cell: DataTableCell | undefined) => (alignsRight(cell) ? 'is-number' : undefined)

/** One value of a data table in the form its column asks for. */
export function DataCell({
  cell,
  value,
  item,
}: {
  cell: DataTableCell | undefined
  value: string | number | undefined
  item: Item
}) {
  if (value === undefined || value === '') return <span className="ui-none">—</span>
  switch (cell?.type) {
    case 'currency': {
      const own = cell.currencyKey ? item[cell.currencyKey] : cell.currencyMap?.[String(item['id'])]
      return <>{money(Number(value), String(own || cell.currency))}</>
    }
    case 'date':
      return <>{styledDate(value, cell.options?.style, cell.options?.timeZone)}</>
    case 'status':
      return <Badge type={cell.statusMap[String(value)] ?? 'neutral'}>{value}</Badge>
    case 'id':
      return <code>{value}</code>
    case 'link':
      return (
        <a className="ui-link" href={String(value)} rel="noreferrer">
          {cell.linkMap?.[String(value)] ?? value}
        </a>
      )
    default:
      return <>{value}</>
  }
}
