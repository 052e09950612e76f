import { Box, DataTable, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Receivables } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { dayText } from '../format/dates'
import { figureText } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useReceivables } from './useMoney'

const AGES = [
  { age: 'Not due yet', owed: 'receivables_not_due', invoices: 'open_invoices_not_due' },
  { age: '1 to 30 days late', owed: 'receivables_1_30', invoices: 'open_invoices_1_30' },
  { age: '31 to 60 days late', owed: 'receivables_31_60', invoices: 'open_invoices_31_60' },
  { age: '61 to 90 days late', owed: 'receivables_61_90', invoices: 'open_invoices_61_90' },
  { age: 'Over 90 days late', owed: 'receivables_over_90', invoices: 'open_invoices_over_90' },
  { age: 'All open invoices', owed: 'receivables', invoices: 'open_invoices' },
] as const

function Table({ receivables }: { receivables: Receivables }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { figures, currency, previous_period: before } = receivables
  const amount = { type: 'currency', currency } as const
  return (
    <DataTable
      columns={[
        { key: 'age', label: 'Age' },
        { key: 'invoices', label: 'Invoices' },
        { key: 'owed', label: 'Owed', cell: amount },
        { key: 'before', label: `On ${dayText(before.to, locale)}`, cell: amount },
      ]}
      items={AGES.map(({ age, owed, invoices }) => ({
        id: owed,
        age,
        invoices: figureText(figures[invoices].value, 'count', currency, locale),
        owed: figures[owed].value ?? '',
        before: figures[owed].previous ?? '',
      }))}
      onRowClick={({ id }) => {
        const row = AGES.find(({ owed }) => owed === id)
        const evidence = row && figures[row.owed].evidence
        if (evidence) open(evidence)
      }}
    />
  )
}

/** What customers owe at the end of the range, by how long it is past due. */
export function ReceivablesModule({ question }: { question: Question }) {
  const locale = useLocale()
  const receivables = useReceivables(question)
  const unit = 'value' in receivables ? ` in ${receivables.value.currency.toUpperCase()}` : ''
  return (
    <PageModule
      title={`Receivables by age${unit}`}
      subtitle={`Open invoices on ${dayText(question.to, locale)}; choose an age to see them`}
    >
      <Loaded
        from={receivables}
        what="Receivables"
        empty={<Box css={{ color: 'secondary' }}>No invoice is open.</Box>}
      >
        {(value) => (
          <>
            <Table receivables={value} />
            <CoverageLine of={value} />
          </>
        )}
      </Loaded>
    </PageModule>
  )
}
