import { Box, Inline } from '@stripe/ui-extension-sdk/ui'
import type { ReactNode } from 'react'

type SectionProps = { title: string; action?: ReactNode; children: ReactNode }

/** A part of a page under its heading, with what one can do there at its right. */
export function Section({ title, action, children }: SectionProps) {
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Box css={{ stack: 'x', distribute: 'space-between', alignY: 'center', gapX: 'small' }}>
        <Inline css={{ font: 'heading' }}>{title}</Inline>
        {action ?? null}
      </Box>
      {children}
    </Box>
  )
}
