import { Box, Inline } from '@stripe/ui-extension-sdk/ui'

/** A value with its label, compared with nothing. */
export function Amount({ label, value }: { label: string; value: string }) {
  return (
    <Box css={{ stack: 'y', gapY: 'xxsmall' }}>
      <Inline css={{ font: 'caption', color: 'secondary' }}>{label}</Inline>
      <Inline css={{ font: 'subtitle', whiteSpace: 'nowrap' }}>{value}</Inline>
    </Box>
  )
}
