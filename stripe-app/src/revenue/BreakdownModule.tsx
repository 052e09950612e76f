import { Box, DataTable, PageModule, Select, type DataTableColumn } from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Breakdown } from '../api/types'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { figureText } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import { DIMENSIONS, valueText } from '../question/dimensions'
import type { Question } from '../question/useQuestion'
import { useBreakdown } from './useBreakdown'

const ROWS_PER_PAGE = 10

const columnsIn = (by: string, currency: string): DataTableColumn[] => [
  { key: 'name', label: DIMENSIONS[by] ?? by },
  { key: 'mrr', label: 'MRR', cell: { type: 'currency', currency } },
  { key: 'share', label: 'Share' },
  { key: 'growth', label: 'Growth' },
  { key: 'customers', label: 'Customers' },
  { key: 'arpa', label: 'ARPA' },
  { key: 'new', label: 'New', cell: { type: 'currency', currency } },
  { key: 'churned', label: 'Churned', cell: { type: 'currency', currency } },
]

function Table({ by, breakdown }: { by: string; breakdown: Breakdown }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const { data, currency } = breakdown
  const items = data.map((row) => ({
    id: row.value,
    name: valueText(by, row.value, row.name, locale),
    mrr: row.mrr ?? 0,
    share: figureText(row.share_bp, 'bp', currency, locale),
    growth: figureText(row.mrr_growth, 'bp', currency, locale),
    customers: figureText(row.active_customers, 'count', currency, locale),
    arpa: figureText(row.arpa, 'minor', currency, locale),
    new: row.new_mrr ?? 0,
    churned: 0 - (row.churned_mrr ?? 0),
  }))
  return (
    <DataTable
      columns={columnsIn(by, currency)}
      items={items}
      pagination={{ pageSize: ROWS_PER_PAGE }}
      onRowClick={({ id }) => {
        const row = data.find(({ value }) => value === id)
        if (row) open(row.evidence)
      }}
    />
  )
}

/** Where the MRR comes from: a row for each part, which leads to its customers. */
export function BreakdownModule({ question }: { question: Question }) {
  const [by, setBy] = useState('product')
  const breakdown = useBreakdown(question, by)
  const unit = 'value' in breakdown ? ` in ${breakdown.value.currency.toUpperCase()}` : ''
  const overlaps = 'value' in breakdown && breakdown.value.overlapping
  return (
    <PageModule
      title={`MRR by part${unit}`}
      subtitle={
        overlaps
          ? 'Who uses two coupons is in both rows; choose a row to see its customers'
          : 'Choose a row to see its customers'
      }
    >
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Box css={{ width: 220 }}>
          <Select
            label="Cut by"
            hiddenElements={['label']}
            value={by}
            onChange={(event) => setBy(event.target.value)}
          >
            {Object.entries(DIMENSIONS).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </Box>
        <Loaded
          from={breakdown}
          what="The parts of the MRR"
          empty={<Box css={{ color: 'secondary' }}>No MRR in this range.</Box>}
        >
          {(value) => <Table by={by} breakdown={value} />}
        </Loaded>
      </Box>
    </PageModule>
  )
}
