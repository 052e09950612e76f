import type {
  TableBodyProps,
  TableCellProps,
  TableFooterProps,
  TableHeadProps,
  TableHeaderCellProps,
  TableProps,
  TableRowProps,
} from '@stripe/ui-extension-sdk/ui'
import type { CSSProperties } from 'react'

function cellStyle({ align, vAlign, width, minWidth, maxWidth, wrap }: TableCellProps): CSSProperties {
  const measure = (value: TableCellProps['width']) =>
    value === 'maximized' ? '100%' : value === 'minimized' ? '1px' : value
  return {
    textAlign: align,
    verticalAlign: vAlign,
    width: measure(width),
    minWidth: measure(minWidth),
    maxWidth: measure(maxWidth),
    whiteSpace: wrap === false ? 'nowrap' : undefined,
  }
}

export function Table({ children }: TableProps) {
  return (
    <div className="ui-table-scroll">
      <table className="ui-table">{children}</table>
    </div>
  )
}

export const TableHead = ({ children }: TableHeadProps) => <thead>{children}</thead>
export const TableBody = ({ children }: TableBodyProps) => <tbody>{children}</tbody>
export const TableFooter = ({ children }: TableFooterProps) => <tfoot>{children}</tfoot>
export const TableRow = ({ children }: TableRowProps) => <tr>{children}</tr>

export function TableCell(props: TableCellProps) {
  return (
    <td colSpan={props.colSpan} rowSpan={props.rowSpan} style={cellStyle(props)}>
      {props.children}
    </td>
  )
}

export function TableHeaderCell(props: TableHeaderCellProps) {
  return (
    <th scope="col" colSpan={props.colSpan} rowSpan={props.rowSpan} style={cellStyle(props)}>
      {props.children}
    </th>
  )
}
