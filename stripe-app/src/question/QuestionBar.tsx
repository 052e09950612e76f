import { Box, Inline, Select } from '@stripe/ui-extension-sdk/ui'
import { AccountSelect } from '../desk/AccountSelect'
import type { Choice } from '../desk/choice'
import { periodOf, todayIn } from '../format/periods'
import { useNow } from '../hooks/useNow'
import { useLocale } from '../hooks/LocaleProvider'
import { RangeSelect } from '../overview/RangeSelect'
import { useRange } from '../overview/useRange'
import { useBreakdown } from '../revenue/useBreakdown'
import { DIMENSIONS, valueText } from './dimensions'
import { COMPARISONS, useComparison, useSlice, type Question } from './useQuestion'

/** The question that all tabs share, out of the address. */
export function useQuestion({ me }: Choice): Question {
  const [range] = useRange()
  const [compare] = useComparison()
  const [slice] = useSlice()
  return {
    ...periodOf(range, todayIn(me.account.time_zone, useNow())),
    compare,
    slice: slice?.endsWith(':') ? null : slice,
  }
}

function SliceSelect({ question }: { question: Question }) {
  const locale = useLocale()
  const [slice, setSlice] = useSlice()
  const dimension = slice?.split(':')[0] ?? ''
  const value = slice?.slice(dimension.length + 1) ?? ''
  const slices = useBreakdown({ ...question, slice: null }, dimension === '' ? null : dimension)
  const rows = 'value' in slices ? slices.value.data : []
  const known = rows.some((row) => row.value === value)
  return (
    <>
      <Box css={{ width: 160 }}>
        <Select
          label="Part of the MRR"
          hiddenElements={['label']}
          value={dimension}
          onChange={(event) => {
            const next = event.target.value
            setSlice(next === '' ? null : `${next}:`)
          }}
        >
          <option value="">All of the MRR</option>
          {Object.entries(DIMENSIONS).map(([name, label]) => (
            <option key={name} value={name}>
              {`By ${label.toLowerCase()}`}
            </option>
          ))}
        </Select>
      </Box>
      {dimension === '' ? null : (
        <Box css={{ width: 200 }}>
          <Select
            label={DIMENSIONS[dimension] ?? dimension}
            hiddenElements={['label']}
            value={value}
            onChange={(event) => setSlice(`${dimension}:${event.target.value}`)}
          >
            <option value="">Choose one</option>
            {known || value === '' ? null : <option value={value}>{value}</option>}
            {rows.map((row) => (
              <option key={row.value} value={row.value}>
                {valueText(dimension, row.value, row.name, locale)}
              </option>
            ))}
          </Select>
        </Box>
      )}
    </>
  )
}

type QuestionBarProps = { choice: Choice; choose: (account: string) => void; question: Question }

/** Which account, which range, compared with what, and which part of the MRR. */
export function QuestionBar({ choice, choose, question }: QuestionBarProps) {
  const [range, setRange] = useRange()
  const [compare, setCompare] = useComparison()
  return (
    <Box css={{ stack: 'x', alignY: 'center', gapX: 'small', gapY: 'small', wrap: 'wrap' }}>
      <AccountSelect choice={choice} choose={choose} />
      <RangeSelect range={range} onChange={setRange} period={question} />
      <Inline css={{ color: 'secondary' }}>against</Inline>
      <Box css={{ width: 160 }}>
        <Select
          label="Compared with"
          hiddenElements={['label']}
          value={compare}
          onChange={(event) =>
            setCompare(event.target.value === 'previous_year' ? 'previous_year' : 'previous_period')
          }
        >
          {Object.entries(COMPARISONS).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </Box>
      <SliceSelect question={question} />
    </Box>
  )
}
