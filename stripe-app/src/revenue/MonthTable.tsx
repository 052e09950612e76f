import { DataTable, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useEvidence } from '../evidence/EvidenceProvider'
import { dayText, fromDay } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'

/** A year that begins within a month touches thirteen. */
const MONTHS_PER_PAGE = 13
const WHOLE = 'whole'

type Span = { date: string; end_date: string; complete: boolean }
type Cells = Record<string, string | number>

type MonthTableProps<Row extends Span> = {
  columns: DataTableColumn[]
  months: readonly Row[]
  /** The row of all months together, if there is one. */
  whole?: Row
  cellsOf: (row: Row) => Cells
  /** A template of a row's first and last day. */
  evidence: string | undefined
}

/** A row for each month, the newest first; it leads to what it is made of. */
export function MonthTable<Row extends Span>({
  columns,
  months,
  whole,
  cellsOf,
  evidence,
}: MonthTableProps<Row>) {
  const locale = useLocale()
  const { open } = useEvidence()
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const monthText = ({ date, complete }: Span) => {
    const name = date.endsWith('-01') ? month.format(fromDay(date)) : `From ${dayText(date, locale)}`
    return (complete ? name : `${name}, so far`).replaceAll(' ', '\u00a0')
  }
  const rows = new Map(months.toReversed().map((row) => [row.date, { row, name: monthText(row) }]))
  const listed =
    whole && months.length > 1 ? [[WHOLE, { row: whole, name: 'Whole\u00a0range' }] as const] : []
  const all = new Map([...listed, ...rows])
  return (
    <DataTable
      columns={[{ key: 'month', label: 'Month' }, ...columns]}
      items={Array.from(all, ([id, { row, name }]) => ({ ...cellsOf(row), id, month: name }))}
      pagination={{ pageSize: MONTHS_PER_PAGE + listed.length }}
      onRowClick={({ id }) => {
        const row = all.get(id)?.row
        if (row && evidence) open(evidence.replace('{date}', row.date).replace('{end_date}', row.end_date))
      }}
    />
  )
}
