import { Banner, Box } from '@stripe/ui-extension-sdk/ui'
import { CopyText } from './CopyText'

type ShownOnceProps = { label: string; text: string; hint: string; copy: string }

/** A secret that is shown this once: it lives as long as this is on the page, and nowhere else. */
export function ShownOnce({ label, text, hint, copy }: ShownOnceProps) {
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Banner type="caution" title="It is shown only now" description={hint} />
      <CopyText label={label} text={text} copy={copy} type="primary" />
    </Box>
  )
}
