import {
  Badge,
  Banner,
  Box,
  Button,
  Inline,
  PropertyList,
  PropertyListItem,
} from '@stripe/ui-extension-sdk/ui'
import type { SyncState } from '../api/types'
import { lackingText } from '../components/HistoryNotice'
import { Loaded } from '../components/Loaded'
import { agoText } from '../format/dates'
import { count } from '../format/figures'
import { sentence } from '../format/words'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import { useStartSync } from '../hooks/useStartSync'
import { useSync } from '../hooks/useSync'

const STATUS = {
  idle: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Reading history', tone: 'info' },
  complete: { label: 'Up to date', tone: 'positive' },
  failed: { label: 'Failed', tone: 'negative' },
} as const

function State({ sync }: { sync: SyncState }) {
  const locale = useLocale()
  const now = useNow()
  const { label, tone } = STATUS[sync.status]
  const failed = sync.resources.filter(({ status, error }) => status !== 'disabled' && error !== null)
  const lacking = lackingText(sync)
  const rows = sync.resources.reduce((sum, { count: read }) => sum + read, 0)
  // Each part by itself is of interest only while it is being read.
  const shown = sync.status === 'running' ? sync.resources : []
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <PropertyList>
        <PropertyListItem
          label="Status"
          value={
            <Box css={{ stack: 'x', gapX: 'small' }}>
              <Badge type={tone}>{label}</Badge>
              {sync.status === 'running' ? <Inline>{`${Math.floor(sync.percent)}%`}</Inline> : null}
            </Box>
          }
        />
        <PropertyListItem
          label="Last synced"
          value={
            sync.last_synced_at !== null ? sentence(agoText(sync.last_synced_at, now, locale)) : 'Not yet'
          }
        />
        <PropertyListItem label="Read by the last sync" value={`${count(rows, locale)} rows`} />
        {shown.map(({ resource, count: read }) => (
          <PropertyListItem key={resource} label={sentence(resource)} value={count(read, locale)} />
        ))}
      </PropertyList>
      {lacking ? (
        <Banner type="caution" title="Some data cannot be read" description={`The key lacks ${lacking}.`} />
      ) : null}
      {failed.map(({ resource, error }) => (
        <Banner
          key={resource}
          type="caution"
          title={`Reading ${resource.replaceAll('_', ' ')} failed`}
          description={error ?? ''}
        />
      ))}
    </Box>
  )
}

/** How current the data is, and a way to read it again now. */
export function SyncPart({ mayRun }: { mayRun: boolean }) {
  const sync = useSync()
  const { pending, problem, start } = useStartSync(sync.refresh)
  return (
    <Box css={{ stack: 'y', gapY: 'small' }}>
      <Inline css={{ font: 'heading' }}>Data from Stripe</Inline>
      <Loaded from={sync} what="The sync state">
        {(value) => <State sync={value} />}
      </Loaded>
      {problem ? (
        <Banner
          type="critical"
          title="The sync did not start"
          description={`${problem.title}. ${problem.detail}`}
        />
      ) : null}
      {mayRun ? (
        <Box>
          <Button pending={pending} onPress={start}>
            Sync now
          </Button>
        </Box>
      ) : null}
    </Box>
  )
}
