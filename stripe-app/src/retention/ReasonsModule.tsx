import { Box, DataTable, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Churn } from '../api/types'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { figureText } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useChurn } from './useRetention'

const REASONS = {
  voluntary: 'They chose to leave',
  involuntary: 'A payment failed',
  paused: 'Collection was paused',
} as const

function Reasons({ churn }: { churn: Churn }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { currency, figures } = churn
  return (
    <DataTable
      columns={[
        { key: 'reason', label: 'Why' },
        { key: 'customers', label: 'Customers' },
        { key: 'customers_share', label: 'Share of customers' },
        { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency } },
        { key: 'mrr_share', label: 'Share of MRR' },
        { key: 'rate', label: 'Of MRR at the start' },
      ]}
      items={(Object.keys(REASONS) as (keyof typeof REASONS)[]).map((reason) => {
        const { customers, mrr, customers_share_bp, mrr_share_bp, rate_bp } = churn[reason]
        const rate = (bp: number | null) => figureText(bp, 'bp', currency, locale)
        return {
          id: reason,
          reason: REASONS[reason],
          customers: figureText(customers, 'count', currency, locale),
          customers_share: rate(customers_share_bp),
          mrr,
          mrr_share: rate(mrr_share_bp),
          rate: rate(rate_bp),
        }
      })}
      onRowClick={({ id }) => {
        const evidence = figures[`${id}.mrr`]?.evidence
        if (evidence) open(evidence)
      }}
    />
  )
}

/** Why customers left: a row leads to those who did. */
export function ReasonsModule({ question }: { question: Question }) {
  const churn = useChurn(question)
  return (
    <PageModule title="Why customers left" subtitle="Choose a reason to see who they were">
      <Loaded
        from={churn}
        what="The reasons for leaving"
        empty={<Box css={{ color: 'secondary' }}>Nobody left in this range.</Box>}
      >
        {(value) => <Reasons churn={value} />}
      </Loaded>
    </PageModule>
  )
}
