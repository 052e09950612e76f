import { Box, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Revenue } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { figureText } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { MonthTable } from './MonthTable'
import { useRevenue } from './useMoney'

const LABELS = {
  gross_volume: 'Gross volume',
  refunds: 'Refunds',
  disputes: 'Disputes',
  net_revenue: 'Net revenue',
  fees: 'Fees',
  net_volume: 'Net volume',
} as const

function Table({ revenue }: { revenue: Revenue }) {
  const locale = useLocale()
  const { data, total, currency, figures } = revenue
  const taken = (value: number | null) => (value === null ? '' : 0 - value)
  return (
    <MonthTable
      columns={[
        ...Object.entries(LABELS).map(([key, label]) => ({
          key,
          label,
          cell: { type: 'currency' as const, currency },
        })),
        { key: 'refund_rate', label: 'Refund rate' },
      ]}
      months={data}
      whole={total}
      // As they are added: what was taken is below 0.
      cellsOf={({ gross_volume, refunds, disputes, net_revenue, fees, net_volume, refund_rate }) => ({
        gross_volume: gross_volume ?? '',
        refunds: taken(refunds),
        disputes: taken(disputes),
        net_revenue: net_revenue ?? '',
        fees: taken(fees),
        net_volume: net_volume ?? '',
        refund_rate: figureText(refund_rate, 'bp', currency, locale),
      })}
      evidence={figures['net_volume']?.evidence}
    />
  )
}

/** What customers paid, what went back, and what Stripe's fees left of it (V2 to V4, P2), month by month. */
export function GrossToNetModule({ question }: { question: Question }) {
  const revenue = useRevenue(question)
  const unit = 'value' in revenue ? ` in ${revenue.value.currency.toUpperCase()}` : ''
  return (
    <PageModule
      title={`Gross to net by month${unit}`}
      subtitle={
        question.slice === null
          ? 'What moved on the balance; choose a month to see what it is made of'
          : 'What moved on the balance, of all parts of the MRR; choose a month to see what it is made of'
      }
    >
      <Loaded
        from={revenue}
        what="Gross to net"
        empty={<Box css={{ color: 'secondary' }}>No payment reached the balance in this range.</Box>}
      >
        {(value) => (
          <>
            <Table revenue={value} />
            <CoverageLine of={value} />
          </>
        )}
      </Loaded>
    </PageModule>
  )
}
