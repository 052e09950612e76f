import { PageModule } from '@stripe/ui-extension-sdk/ui'
import type { MrrMovements } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import type { Question } from '../question/useQuestion'
import { useMovements } from '../overview/useOverview'
import { MonthTable } from './MonthTable'

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
  const { data, currency, figures } = movements
  const amounts = data.map(amountsOf)
  const shown = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter(
    (field) => ALWAYS.has(field) || amounts.some((row) => row[field] !== 0),
  )
  return (
    <MonthTable
      columns={shown.map((key) => ({ key, label: LABELS[key], cell: { type: 'currency', currency } }))}
      months={data}
      cellsOf={amountsOf}
      evidence={figures['end']?.evidence.replace('figure=mrr', 'figure=mrr_change')}
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
