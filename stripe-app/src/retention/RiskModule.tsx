import { Box, DataTable, Inline, PageModule, Select, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { RiskList } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { dayText } from '../format/dates'
import { count, percent } from '../format/figures'
import { money } from '../format/money'
import { useLocale } from '../hooks/LocaleProvider'
import { useRisks, type RiskShow } from './useRetention'

const SHOWN: Record<RiskShow, string> = { predicted: 'May leave', certain: 'Set to end' }

const STATUS = {
  type: 'status',
  statusMap: { High: 'negative', Medium: 'warning', Low: 'neutral', Certain: 'info' },
} as const
const BANDS = { high: 'High', medium: 'Medium', low: 'Low' } as const

const columnsIn = (show: RiskShow, currency: string): DataTableColumn[] => [
  { key: 'customer', label: 'Customer' },
  { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency } },
  { key: 'at_risk', label: 'At risk', cell: { type: 'currency', currency } },
  { key: 'band', label: 'Risk', cell: STATUS },
  show === 'certain' ? { key: 'why', label: 'Ends' } : { key: 'why', label: 'Why, within 30 days' },
]

/** What a merchant may expect of the score, from months that it did not learn from. */
function qualityText({ quality }: RiskList, locale: string): string {
  if (!quality || quality.auc_bp === null)
    return 'Fewer than 20 customers left in the months held out: how good the score is cannot be told yet.'
  const { auc_bp, customers, churned, top_tenth_lift_bp } = quality
  const lift =
    top_tenth_lift_bp === null
      ? ''
      : ` In the tenth ranked highest ${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(top_tenth_lift_bp / 10_000)} times as many left as on average.`
  return `On months held out (${count(customers, locale)} observations, ${count(churned, locale)} left), who left ranked above who stayed in ${percent(auc_bp, locale)} of cases; by chance it is 50%.${lift}`
}

function Totals({ totals, currency }: RiskList) {
  const locale = useLocale()
  const likely = totals.high.customers + totals.medium.customers
  const atRisk = totals.high.money_at_risk + totals.medium.money_at_risk
  return (
    <Inline css={{ color: 'secondary' }}>
      {`${count(likely, locale)} customers at medium or high risk, ${money(atRisk, currency, locale)} of MRR expected to go; ${count(totals.certain.customers, locale)} are set to end with ${money(totals.certain.mrr, currency, locale)}.`}
    </Inline>
  )
}

/** Who may leave next, why, and how far the score can be trusted. */
export function RiskModule() {
  const locale = useLocale()
  const [show, setShow] = useState<RiskShow>('predicted')
  const { page, paginationOf } = useRisks(show)
  return (
    <PageModule title="Churn risk" subtitle="Worked out each day; the most money at risk first">
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Box css={{ width: 160 }}>
          <Select
            label="Which customers"
            hiddenElements={['label']}
            value={show}
            onChange={(event) => setShow(event.target.value === 'certain' ? 'certain' : 'predicted')}
          >
            {Object.entries(SHOWN).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </Box>
        <Loaded
          from={page}
          what="The churn risk"
          empty={
            <Box css={{ color: 'secondary' }}>
              {show === 'certain'
                ? 'No customer is set to end.'
                : 'The first scores are worked out in the coming night.'}
            </Box>
          }
        >
          {(value) => (
            <Box css={{ stack: 'y', gapY: 'small' }}>
              <Totals {...value} />
              <DataTable
                columns={columnsIn(show, value.currency)}
                items={value.data.map((row) => ({
                  id: row.id,
                  customer: row.customer_name ?? row.customer,
                  mrr: row.mrr,
                  at_risk: row.money_at_risk,
                  band: row.band === null ? 'Certain' : BANDS[row.band],
                  why:
                    row.ends === null
                      ? row.reasons.map(({ sentence }) => sentence).join(' ') || 'Nothing in particular.'
                      : dayText(row.ends, locale),
                }))}
                pagination={paginationOf(value)}
              />
              <Inline css={{ color: 'secondary' }}>{qualityText(value, locale)}</Inline>
              <CoverageLine of={value} />
            </Box>
          )}
        </Loaded>
      </Box>
    </PageModule>
  )
}
