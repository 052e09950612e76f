import { Banner } from '@stripe/ui-extension-sdk/ui'
import type { SyncState } from '../api/types'
import type { Loadable } from '../hooks/useResource'

function progress(sync: Loadable<SyncState>): string {
  if (sync.state === 'loading' || sync.state === 'failed') return ''
  return ` ${Math.floor(sync.value.percent)}% is done.`
}

/** Plain words for a partial state: what is true already, and what is still to come. */
export function HistoryNotice({ sync }: { sync: Loadable<SyncState> }) {
  return (
    <Banner
      title="History is still being read"
      description={`Figures may still change until it is done.${progress(sync)}`}
    />
  )
}
