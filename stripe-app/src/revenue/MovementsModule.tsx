import { DataTable, PageModule, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import type { MrrMovements } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { dayText, fromDay } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useMovements } from '../overview/useOverview'

const MONTHS_PER_PAGE = 12

const LABELS = {
  start: 'Start',
  new: 'New',
  expansion: 'Expansion',
  reactivation: 'Reactivation',
  contraction: 'Contraction',
  churn: 'Churn',
  transfers: 'Transfers',
  fx: 'Currency',
  end: 'End',
} as const

type Row = MrrMovements['data'][number]

/** As they are added: what was lost is below 0. Transfers are told of a part alone. */
const amountsOf = (row: Row) => ({
  start: row.start,
  new: row.new,
  expansion: row.expansion,
  reactivation: row.reactivation,
  contraction: 0 - row.contraction,
  churn: 0 - row.churn,
  transfers: (row.transfer_in ?? 0) - (row.transfer_out ?? 0),
  fx: row.fx,
  end: row.end,
})

const ALWAYS = new Set(['start', 'new', 'expansion', 'contraction', 'churn', 'end'])

function Table({ movements }: { movements: MrrMovements }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { data, currency, figures } = movements
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const monthText = ({ date, complete }: Row) => {
    const name = date.endsWith('-01') ? month.format(fromDay(date)) : `From ${dayText(date, locale)}`
    return (complete ? name : `${name}, so far`).replaceAll(' ', '\u00a0')
  }
  const rows = data.map((row) => ({ row, amounts: amountsOf(row) }))
  const shown = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter(
    (field) => ALWAYS.has(field) || rows.some(({ amounts }) => amounts[field] !== 0),
  )
  const columns: DataTableColumn[] = [
    { key: 'month', label: 'Month' },
    ...shown.map((key): DataTableColumn => ({
      key,
      label: LABELS[key],
      cell: { type: 'currency', currency },
    })),
  ]
  const items = rows.toReversed().map(({ row, amounts }) => ({
    ...amounts,
    id: row.date,
    month: monthText(row),
  }))
  return (
    <DataTable
      columns={columns}
      items={items}
      pagination={{ pageSize: MONTHS_PER_PAGE }}
      onRowClick={({ id }) => {
        const row = data.find(({ date }) => date === id)
        const link = figures['end']?.evidence
        if (row && link)
          open(
            link
              .replace('figure=mrr', 'figure=mrr_change')
              .replace('{date}', row.date)
              .replace('{end_date}', row.end_date),
          )
      }}
    />
  )
}

/** What moved MRR, month by month; a month leads to its movements. */
export function MovementsModule({ question }: { question: Question }) {
  const movements = useMovements(question)
  const unit = 'value' in movements ? ` in ${movements.value.currency.toUpperCase()}` : ''
  return (
    <PageModule title={`MRR movements by month${unit}`} subtitle="Choose a month to see what it is made of">
      <Loaded from={movements} what="The movements by month">
        {(value) => (
          <>
            <Table movements={value} />
            <CoverageLine of={value} />
          </>
        )}
      </Loaded>
    </PageModule>
  )
}
