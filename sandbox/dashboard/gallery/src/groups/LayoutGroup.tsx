import { Box, Divider, Inline } from '@stripe/ui-extension-sdk/ui'
import { Sample, Samples } from './Sample'

const FONTS = [
  'title',
  'subtitle',
  'heading',
  'subheading',
  'lead',
  'body',
  'bodyEmphasized',
  'caption',
  'kicker',
] as const
const COLORS = [
  'brand',
  'primary',
  'secondary',
  'disabled',
  'info',
  'success',
  'attention',
  'critical',
] as const

export function LayoutGroup() {
  return (
    <Samples>
      <Sample name="Box, fonts">
        {FONTS.map((font) => (
          <Box key={font} css={{ font }}>
            {font}
          </Box>
        ))}
      </Sample>
      <Sample name="Inline, colors">
        {COLORS.filter((color) => color !== 'disabled').map((color) => (
          <Box key={color}>
            <Inline css={{ color, fontWeight: 'semibold', fontFamily: 'monospace' }}>{color}</Inline>
          </Box>
        ))}
      </Sample>
      <Sample name="Box, stacks">
        <Box css={{ stack: 'x', gap: 'small', distribute: 'space-between', backgroundColor: 'container' }}>
          <Box css={{ padding: 'small', keyline: 'neutral', borderRadius: 'small' }}>Left</Box>
          <Box css={{ padding: 'small', keyline: 'critical', borderRadius: 'large' }}>Right</Box>
        </Box>
        <Box css={{ display: 'grid', gridColumns: 3, gap: 'xsmall' }}>
          {['One', 'Two', 'Three'].map((text) => (
            <Box key={text} css={{ padding: 'medium', boxShadow: 'base', textAlign: 'center' }}>
              {text}
            </Box>
          ))}
        </Box>
        <Box css={{ width: '1/3', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          A text that is longer than its place
        </Box>
      </Sample>
      <Sample name="Divider">
        <Box>Above</Box>
        <Divider />
        <Box>Below</Box>
      </Sample>
    </Samples>
  )
}
