import { Box, Inline, Link } from '@stripe/ui-extension-sdk/ui'
import type { Figure as FigureValue } from '../api/types'
import { useEvidence } from '../evidence/EvidenceProvider'
import { changeOf, figureText, ratioText, type Change } from '../format/figures'
import { useLocale } from '../hooks/LocaleProvider'

type FigureProps = {
  label: string
  figure: FigureValue | undefined
  currency: string
  /** Whether a higher value is better; it decides the colour of the change, never its words. */
  goodWhen?: 'higher' | 'lower'
  /** Whether the value is itself a change, and wears its sign. */
  signed?: boolean
  /** Whether it is one over another, shown as 1.5 and not as 150%. */
  ratio?: boolean
}

function toneOf(change: Change, goodWhen: 'higher' | 'lower'): 'success' | 'critical' | 'secondary' {
  if (change.direction === 'same') return 'secondary'
  return (change.direction === 'up') === (goodWhen === 'higher') ? 'success' : 'critical'
}

/** One figure: label, value, and its change against the previous period in words. */
export function Figure({
  label,
  figure,
  currency,
  goodWhen = 'higher',
  signed = false,
  ratio = false,
}: FigureProps) {
  const locale = useLocale()
  const { open, offered } = useEvidence()
  const { value = null, previous = null, unit = 'minor', evidence = null } = figure ?? {}
  const text = (amount: number | null) =>
    ratio ? ratioText(amount, locale) : figureText(amount, unit, currency, locale, signed)
  // of one over another, a share of what it was says more than points
  const change = changeOf(value, previous, ratio ? 'count' : unit, locale)
  return (
    <Box css={{ stack: 'y', gapY: 'xxsmall' }}>
      <Inline css={{ color: 'secondary', font: 'caption' }}>{label}</Inline>
      <Inline css={{ font: 'subtitle', whiteSpace: 'nowrap' }}>
        {evidence === null || !offered ? (
          text(value)
        ) : (
          <Link type="secondary" onPress={() => open(evidence)}>
            {text(value)}
          </Link>
        )}
      </Inline>
      {change ? (
        <>
          <Inline css={{ font: 'caption', fontWeight: 'semibold', color: toneOf(change, goodWhen) }}>
            {change.text}
          </Inline>
          <Inline css={{ font: 'caption', color: 'secondary', whiteSpace: 'nowrap' }}>
            {`from ${text(previous)}`}
          </Inline>
        </>
      ) : (
        <Inline css={{ font: 'caption', color: 'secondary' }}>No comparison yet</Inline>
      )}
    </Box>
  )
}
