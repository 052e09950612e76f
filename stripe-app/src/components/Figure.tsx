import { Box, Inline } from '@stripe/ui-extension-sdk/ui'
import type { Figure as FigureValue } from '../api/types'
import { changeOf, figureText, type Change } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'

type FigureProps = {
  label: string
  figure: FigureValue | undefined
  currency: string
  /** Whether a higher value is better; it decides the colour of the change, never its words. */
  goodWhen?: 'higher' | 'lower'
  /** Whether the value is itself a change, and wears its sign. */
  signed?: boolean
}

function toneOf(change: Change, goodWhen: 'higher' | 'lower'): 'success' | 'critical' | 'secondary' {
  if (change.direction === 'same') return 'secondary'
  return (change.direction === 'up') === (goodWhen === 'higher') ? 'success' : 'critical'
}

/** One figure: label, value, and its change against the previous period in words. */
export function Figure({ label, figure, currency, goodWhen = 'higher', signed = false }: FigureProps) {
  const locale = useLocale()
  const { value = null, previous = null, unit = 'minor' } = figure ?? {}
  const change = changeOf(value, previous, unit, locale)
  return (
    <Box css={{ stack: 'y', gapY: 'xxsmall' }}>
      <Inline css={{ color: 'secondary', font: 'caption' }}>{label}</Inline>
      <Inline css={{ font: 'subtitle', whiteSpace: 'nowrap' }}>
        {figureText(value, unit, currency, locale, signed)}
      </Inline>
      {change ? (
        <>
          <Inline css={{ font: 'caption', fontWeight: 'semibold', color: toneOf(change, goodWhen) }}>
            {change.text}
          </Inline>
          <Inline css={{ font: 'caption', color: 'secondary', whiteSpace: 'nowrap' }}>
            {`from ${figureText(previous, unit, currency, locale, signed)}`}
          </Inline>
        </>
      ) : (
        <Inline css={{ font: 'caption', color: 'secondary' }}>No comparison yet</Inline>
      )}
    </Box>
  )
}
