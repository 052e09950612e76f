import { Box } from '@stripe/ui-extension-sdk/ui'
import { agoText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'

type Covered = {
  currency: string
  as_of: number | null
  complete?: boolean
  estimated?: boolean
  reconstructed?: boolean
  fx_missing?: readonly unknown[]
}

/** The small print of a figure: currency, age, and what is inferred rather than read. */
export function useCoverageText({
  currency,
  as_of,
  complete = true,
  estimated,
  reconstructed,
  fx_missing = [],
}: Covered): string {
  const locale = useLocale()
  const now = useNow()
  return [
    currency.toUpperCase(),
    as_of === null ? 'not synced yet' : `updated ${agoText(as_of, now, locale)}`,
    complete ? '' : 'history not complete',
    reconstructed ? 'history rebuilt from invoices' : '',
    estimated ? 'partly estimated' : '',
    fx_missing.length > 0 ? `no exchange rate for ${fx_missing.map(String).join(', ').toUpperCase()}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

export function CoverageLine({ of }: { of: Covered }) {
  return <Box css={{ font: 'caption', color: 'secondary' }}>{useCoverageText(of)}</Box>
}
