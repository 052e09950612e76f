import { DataTable, PageModule, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import type { MrrMovements } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { fromDay } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useMonthlyMovements } from './useRevenue'

const MONTHS_PER_PAGE = 12

const LABELS = {
  start: 'Start',
  new: 'New',
  expansion: 'Expansion',
  reactivation: 'Reactivation',
  contraction: 'Contraction',
  churn: 'Churn',
  transfer_in: 'In from other parts',
  transfer_out: 'Out to other parts',
  fx: 'Exchange rates',
  end: 'End',
} as const
const LOST: ReadonlySet<string> = new Set(['contraction', 'churn', 'transfer_out'])

type Field = keyof typeof LABELS

function Table({ movements }: { movements: MrrMovements }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { data, currency, figures } = movements
  const fields = (Object.keys(LABELS) as Field[]).filter(
    (field) => field !== 'fx' || data.some((row) => row.fx !== 0),
  )
  const shown = fields.filter((field) => data.some((row) => row[field] !== undefined))
  const columns: DataTableColumn[] = [
    { key: 'month', label: 'Month' },
    ...shown.map((key): DataTableColumn => ({
      key,
      label: LABELS[key],
      cell: { type: 'currency', currency },
    })),
  ]
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const items = data.toReversed().map((row) => ({
    id: row.date,
    month: `${month.format(fromDay(row.date))}${row.complete ? '' : ' (running)'}`,
    ...Object.fromEntries(shown.map((field) => [field, (LOST.has(field) ? -1 : 1) * (row[field] ?? 0)])),
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
  const movements = useMonthlyMovements(question)
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
