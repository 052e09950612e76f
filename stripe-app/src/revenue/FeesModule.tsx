import { Box, Inline, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Fees } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { figureText } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { MonthTable } from './MonthTable'
import { useFees } from './useMoney'

const LABELS = {
  processing_fees: 'Payments',
  refund_fees: 'Refunds',
  dispute_fees: 'Disputes',
  service_fees: 'Services',
  fees: 'All fees',
} as const

function Table({ fees }: { fees: Fees }) {
  const locale = useLocale()
  const { data, total, currency, figures } = fees
  const shown = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter(
    (key) => key === 'fees' || data.some((row) => row[key] !== 0),
  )
  return (
    <MonthTable
      columns={[
        ...shown.map((key) => ({
          key,
          label: LABELS[key],
          cell: { type: 'currency' as const, currency },
        })),
        { key: 'rate', label: 'Of gross volume' },
      ]}
      months={data}
      whole={total}
      cellsOf={(row) => ({
        processing_fees: row.processing_fees ?? '',
        refund_fees: row.refund_fees ?? '',
        dispute_fees: row.dispute_fees ?? '',
        service_fees: row.service_fees ?? '',
        fees: row.fees ?? '',
        rate: figureText(row.effective_fee_rate, 'bp', currency, locale),
      })}
      evidence={figures['fees']?.evidence}
    />
  )
}

/** What Stripe took, by what for (V4), and what it is likely to take of payments that are on their way (V5). */
export function FeesModule({ question }: { question: Question }) {
  const locale = useLocale()
  const fees = useFees(question)
  const unit = 'value' in fees ? ` in ${fees.value.currency.toUpperCase()}` : ''
  return (
    <PageModule
      title={`Stripe's fees by month${unit}`}
      subtitle="By what they were taken for; choose a month to see what it is made of"
    >
      <Loaded
        from={fees}
        what="Stripe's fees"
        empty={<Box css={{ color: 'secondary' }}>Stripe took no fees in this range.</Box>}
      >
        {(value) => (
          <Box css={{ stack: 'y', gapY: 'small' }}>
            <Table fees={value} />
            {value.total.estimated_fees ? (
              <Inline css={{ color: 'secondary' }}>
                {`Of payments that are not on the balance yet Stripe is likely to take ${money(value.total.estimated_fees, value.currency, locale)}, by its list prices: an estimate, in none of these figures.`}
              </Inline>
            ) : null}
            <CoverageLine of={value} />
          </Box>
        )}
      </Loaded>
    </PageModule>
  )
}
