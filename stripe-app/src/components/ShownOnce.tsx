import { Banner, Box, Button, TextArea } from '@stripe/ui-extension-sdk/ui'
import { clipboardWriteText } from '@stripe/ui-extension-sdk/utils'
import { toast } from '../hooks/useToast'

type ShownOnceProps = { label: string; text: string; hint: string; copy: string }

/** A secret that is shown this once: it lives as long as this is on the page, and nowhere else. */
export function ShownOnce({ label, text, hint, copy }: ShownOnceProps) {
  const press = () =>
    void clipboardWriteText(text).then(
      () => toast('Copied'),
      () => toast('Copy it by hand', 'caution'),
    )
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Banner type="caution" title="It is shown only now" description={hint} />
      <TextArea label={label} defaultValue={text} rows={text.split('\n').length + 2} readOnly />
      <Box>
        <Button type="primary" onPress={press}>
          {copy}
        </Button>
      </Box>
    </Box>
  )
}
