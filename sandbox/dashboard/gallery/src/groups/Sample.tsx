import { Box } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'

/** One component in some of its forms. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box css={{ stack: 'y', gap: 'small', paddingY: 'small' }}>
      <Box css={{ font: 'kicker', color: 'secondary' }}>{name}</Box>
      {children}
    </Box>
  )
}

export const Samples = ({ children }: { children: ReactNode }) => (
  <Box css={{ minTileWidth: 320, gapX: 'xlarge', gapY: 'medium', display: 'grid' }}>{children}</Box>
)
