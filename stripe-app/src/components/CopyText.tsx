import { Box, Button, TextArea } from '@stripe/ui-extension-sdk/ui'
import { clipboardWriteText } from '@stripe/ui-extension-sdk/utils'
import { toast } from '../hooks/useToast'

/** About as many characters as a line of a narrow drawer holds. */
const LINE = 45

type CopyTextProps = { label: string; text: string; copy: string; type?: 'primary' | 'secondary' }

/** A text to take along, whole, with the means to copy it. */
export function CopyText({ label, text, copy, type = 'secondary' }: CopyTextProps) {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / LINE), 1)
  const press = () =>
    void clipboardWriteText(text).then(
      () => toast('Copied'),
      () => toast('Copy it by hand', 'caution'),
    )
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <TextArea label={label} defaultValue={text} rows={rows} readOnly />
      <Box>
        <Button type={type} onPress={press}>
          {copy}
        </Button>
      </Box>
    </Box>
  )
}
