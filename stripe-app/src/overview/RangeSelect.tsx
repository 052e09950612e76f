import { Box, Inline, Select } from '@stripe/ui-extension-sdk/ui'
import { rangeText } from '../format/dates'
import { RANGES, readRange, type Period, type RangeName } from '../format/periods'
import { useLocale } from '../hooks/LocaleProvider'

type RangeSelectProps = { range: RangeName; period: Period; onChange: (range: RangeName) => void }

export function RangeSelect({ range, period, onChange }: RangeSelectProps) {
  const locale = useLocale()
  return (
    <Box css={{ stack: 'x', alignY: 'center', gapX: 'small', wrap: 'wrap' }}>
      <Box css={{ width: 180 }}>
        <Select
          label="Range"
          hiddenElements={['label']}
          value={range}
          onChange={(event) => onChange(readRange(event.target.value))}
        >
          {Object.entries(RANGES).map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </Box>
      <Inline css={{ color: 'secondary' }}>{rangeText(period.from, period.to, locale)}</Inline>
    </Box>
  )
}
