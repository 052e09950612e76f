import { Badge, Banner, Box, Button, Icon, Img, Link, Spinner, Tooltip } from '@stripe/ui-extension-sdk/ui'
import { useLog } from '../events'
import { PIXEL } from './pixel'
import { Sample, Samples } from './Sample'

const TONES = ['neutral', 'urgent', 'warning', 'negative', 'positive', 'info'] as const
const ICONS = ['add', 'arrowUp', 'calendar', 'customers', 'invoice', 'search', 'settings', 'warning'] as const
const SIZES = ['xsmall', 'small', 'medium', 'large', 'xlarge'] as const

export function FeedbackGroup() {
  const log = useLog()
  return (
    <Samples>
      <Sample name="Badge">
        <Box css={{ stack: 'x', gap: 'small', wrap: 'wrap' }}>
          {TONES.map((tone) => (
            <Badge key={tone} type={tone}>
              {tone}
            </Badge>
          ))}
        </Box>
      </Sample>
      <Sample name="Banner">
        <Banner
          title="Figures are incomplete"
          description="The history is still being read."
          type="default"
          onDismiss={log('Banner.onDismiss')}
        />
        <Banner type="caution" title="Sync is late" actions={<Button size="small">Sync now</Button>} />
        <Banner type="critical" description={<Link>Nothing was saved.</Link>} />
      </Sample>
      <Sample name="Icon">
        <Box css={{ stack: 'x', gap: 'medium', wrap: 'wrap' }}>
          {ICONS.map((name) => (
            <Icon key={name} name={name} />
          ))}
          {SIZES.map((size) => (
            <Icon key={size} name="checkCircle" size={size} css={{ fill: 'success' }} />
          ))}
          <Icon name="webhook" size="large" />
        </Box>
      </Sample>
      <Sample name="Img">
        <Img
          src={PIXEL}
          srcSet={`${PIXEL} 2x`}
          sizes="48px"
          alt="A dot"
          width={48}
          height={48}
          crossOrigin="anonymous"
        />
      </Sample>
      <Sample name="Spinner">
        <Box css={{ stack: 'x', gap: 'medium' }}>
          <Spinner size="small" />
          <Spinner size="medium" delay={200} />
          <Spinner size="large" />
        </Box>
      </Sample>
      <Sample name="Tooltip">
        <Tooltip trigger={<Link>Why?</Link>} placement="bottom start" type="description" delay={0}>
          Because a coupon ended.
        </Tooltip>
      </Sample>
    </Samples>
  )
}
