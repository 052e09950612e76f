import {
  Badge,
  Box,
  Link,
  PageModule,
  Select,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '@stripe/ui-extension-sdk/ui'
import { useState } from 'react'
import type { Cohorts } from '../api/types'
import { CoverageLine } from '../components/Coverage'
import { Loaded } from '../components/Loaded'
import { useEvidence } from '../evidence/EvidenceProvider'
import { fromDay } from '../format/dates'
import { figureText, NOTHING } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'
import type { Question } from '../question/useQuestion'
import { useCohorts } from './useRetention'

const MEASURES = { customer_bp: 'Customers', revenue_bp: 'Revenue' } as const
type Measure = keyof typeof MEASURES

type Cohort = Cohorts['data'][number]
type Cell = Cohort['months'][number]

/** Warm where few are left, green where most are; a small cohort says little, a running month nothing yet. */
export function toneOf(bp: number, { small }: Pick<Cohort, 'small'>, complete: boolean) {
  if (small || !complete) return 'neutral'
  if (bp >= 9_000) return 'positive'
  if (bp >= 7_500) return 'info'
  return bp >= 5_000 ? 'warning' : 'negative'
}

/** Shares without decimals: the table is read by its shape. */
const share = (bp: number, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(bp / 10_000)

function Value({ cohort, cell, measure }: { cohort: Cohort; cell: Cell | undefined; measure: Measure }) {
  const locale = useLocale()
  const bp = cell?.[measure] ?? null
  if (!cell || bp === null) return <>{cell ? NOTHING : ''}</>
  return <Badge type={toneOf(bp, cohort, cell.complete)}>{share(bp, locale)}</Badge>
}

function CohortTable({ cohorts, measure }: { cohorts: Cohorts; measure: Measure }) {
  const locale = useLocale()
  const { open } = useEvidence()
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const longest = Math.max(0, ...cohorts.data.map(({ months }) => months.length))
  const numbers = Array.from({ length: longest }, (_, index) => index)
  return (
    <Table>
      <TableHead>
        <TableRow>
          <TableHeaderCell>Began in</TableHeaderCell>
          <TableHeaderCell align="right">{measure === 'customer_bp' ? 'Customers' : 'MRR'}</TableHeaderCell>
          {numbers.map((number) => (
            <TableHeaderCell key={number} align="right">
              {String(number)}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {cohorts.data.map((cohort) => (
          <TableRow key={cohort.month}>
            <TableCell wrap={false}>{month.format(fromDay(`${cohort.month}-01`))}</TableCell>
            <TableCell wrap={false} align="right">
              <Link type="secondary" onPress={() => open(cohort.evidence)}>
                {measure === 'customer_bp'
                  ? figureText(cohort.size, 'count', cohorts.currency, locale)
                  : figureText(cohort.initial_mrr, 'minor', cohorts.currency, locale)}
              </Link>
            </TableCell>
            {numbers.map((number) => (
              <TableCell key={number} align="right">
                <Value cohort={cohort} cell={cohort.months[number]} measure={measure} />
              </TableCell>
            ))}
          </TableRow>
        ))}
        <TableRow>
          <TableCell wrap={false}>Average</TableCell>
          <TableCell> </TableCell>
          {numbers.map((number) => {
            const bp = cohorts.averages[number]?.[measure] ?? null
            return (
              <TableCell key={number} align="right">
                {bp === null ? NOTHING : share(bp, locale)}
              </TableCell>
            )
          })}
        </TableRow>
      </TableBody>
    </Table>
  )
}

/** What is left of the customers of each month, month by month after their first. */
export function CohortsModule({ question }: { question: Question }) {
  const [measure, setMeasure] = useState<Measure>('customer_bp')
  const cohorts = useCohorts(question)
  return (
    <PageModule
      title="Cohorts"
      subtitle="Share that is left at the end of each month after the first; months that still run, and cohorts below ten customers, are grey"
    >
      <Box css={{ stack: 'y', gapY: 'medium' }}>
        <Box css={{ width: 160 }}>
          <Select
            label="Measure"
            hiddenElements={['label']}
            value={measure}
            onChange={(event) =>
              setMeasure(event.target.value === 'revenue_bp' ? 'revenue_bp' : 'customer_bp')
            }
          >
            {Object.entries(MEASURES).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </Box>
        <Loaded
          from={cohorts}
          what="The cohorts"
          empty={<Box css={{ color: 'secondary' }}>No customer began in this range.</Box>}
        >
          {(value) => (
            <>
              <CohortTable cohorts={value} measure={measure} />
              <CoverageLine of={value} />
            </>
          )}
        </Loaded>
      </Box>
    </PageModule>
  )
}
