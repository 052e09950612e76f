import { BarChart, Box, Inline, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { MovementTotal, MrrMovements } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { money, toMajor } from '../format/money'
import type { Question } from '../question/useQuestion'
import { useLocale } from '../hooks/LocaleProvider'
import { chartCurrency } from './chart-currency'
import { useMovements } from './useOverview'
import { signedMovements, waterfallDomain, waterfallSteps } from './waterfall'

const SERIES = { total: 'MRR', gained: 'Gained', lost: 'Lost' }

/** Stacked bars: what stands in the first series, what moved on top of it. */
function chartData(total: MovementTotal, currency: string) {
  return waterfallSteps(total).flatMap(({ label, change, standing, kind }) => {
    const moved = { step: label, series: SERIES[kind], amount: toMajor(change, currency) }
    if (kind === 'total') return [moved]
    return [{ step: label, series: SERIES.total, amount: toMajor(standing, currency) }, moved]
  })
}

function Chart({ total, currency }: { total: MovementTotal; currency: string }) {
  const domain = waterfallDomain(waterfallSteps(total)).map((minor) => toMajor(minor, currency))
  return (
    <Box css={{ height: 280 }}>
      <BarChart
        data={chartData(total, currency)}
        x="step"
        y={{ value: 'amount', domain, zero: false, ...chartCurrency(currency) }}
        color={{ value: 'series', domain: Object.values(SERIES) }}
        axis="both"
        grid="y"
        legend
        tooltip
      />
    </Box>
  )
}

function Amount({ label, text }: { label: string; text: string }) {
  return (
    <Box css={{ stack: 'y' }}>
      <Inline css={{ font: 'caption', color: 'secondary' }}>{label}</Inline>
      <Inline css={{ fontWeight: 'semibold', whiteSpace: 'nowrap' }}>{text}</Inline>
    </Box>
  )
}

/** The same movements as words and amounts, for reading and for screen readers. */
function Amounts({ total, currency }: { total: MovementTotal; currency: string }) {
  const locale = useLocale()
  return (
    <Box css={{ display: 'grid', minTileWidth: 104, gap: 'small' }}>
      <Amount label="MRR at start" text={money(total.start, currency, locale)} />
      {signedMovements(total).map(({ label, change }) => (
        <Amount key={label} label={label} text={money(change, currency, locale, { signed: true })} />
      ))}
      <Amount label="MRR at end" text={money(total.end, currency, locale)} />
    </Box>
  )
}

function Content({ movements }: { movements: MrrMovements }) {
  const { total, currency } = movements
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Chart total={total} currency={currency} />
      <Amounts total={total} currency={currency} />
      <CoverageLine of={movements} />
    </Box>
  )
}

/** Why MRR changed: the walk from the start of the period to its end. */
export function WaterfallModule({ question }: { question: Question }) {
  const movements = useMovements(question)
  return (
    <PageModule title="MRR movements" subtitle="What moved MRR from the start of the range to its end">
      <Loaded
        from={movements}
        what="The MRR movements"
        empty={<Box css={{ color: 'secondary' }}>Nothing moved MRR in this range.</Box>}
      >
        {(value) => <Content movements={value} />}
      </Loaded>
    </PageModule>
  )
}
