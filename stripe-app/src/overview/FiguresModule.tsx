import { Banner, Box, PageModule } from '@stripe/ui-extension-sdk/ui'
import type { Overview } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Figure } from '../components/Figure'
import { HistoryNotice } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { NoRevenueYet } from '../components/NoRevenueYet'
import { rangeText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import type { Loadable } from '../hooks/useResource'
import { useSync } from '../hooks/useSync'

function Row({ overview }: { overview: Overview }) {
  const locale = useLocale()
  const { figures, currency, previous_period } = overview
  return (
    <Box css={{ stack: 'y', gapY: 'medium' }}>
      <Box css={{ display: 'grid', minTileWidth: 144, gap: 'medium' }}>
        <Figure label="MRR" figure={figures.mrr} currency={currency} />
        <Figure label="Net revenue" figure={figures.net_revenue} currency={currency} />
        <Figure label="Active customers" figure={figures.active_customers} currency={currency} />
        <Figure label="Customer churn" figure={figures.customer_churn} currency={currency} goodWhen="lower" />
        <Figure label="Net MRR churn" figure={figures.net_mrr_churn} currency={currency} goodWhen="lower" />
      </Box>
      <Box css={{ stack: 'x', wrap: 'wrap', gapX: 'medium', font: 'caption', color: 'secondary' }}>
        {`Compared with ${rangeText(previous_period.from, previous_period.to, locale)}`}
        <CoverageLine of={overview} />
      </Box>
    </Box>
  )
}

function Reading() {
  return <HistoryNotice sync={useSync()} />
}

const READING_ALL = (
  <Banner
    title="Not all accounts are read to the end"
    description="Figures may still change. The table of accounts says how far each is, and what it needs."
  />
)

/** The row of figures that answers 'how are we doing'. */
export function FiguresModule({ overview, ofAll }: { overview: Loadable<Overview>; ofAll: boolean }) {
  return (
    <PageModule title="Key figures">
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Loaded
          from={overview}
          what="The key figures"
          partial={ofAll ? READING_ALL : <Reading />}
          empty={<NoRevenueYet />}
        >
          {(value) => <Row overview={value} />}
        </Loaded>
      </Box>
    </PageModule>
  )
}
