import { Inline } from '@stripe/ui-extension-sdk/ui'
import type { SyncState } from '../api/types'
import { agoText } from '../format/dates'
import { useLocale } from '../hooks/LocaleProvider'
import { useNow } from '../hooks/useNow'
import type { Loadable } from '../hooks/useResource'

/** How old the figures are, in one line. */
export function SyncAge({ sync }: { sync: Loadable<SyncState> }) {
  const locale = useLocale()
  const now = useNow()
  if (sync.state === 'loading') return null
  const text =
    sync.state === 'failed'
      ? 'Sync state unknown: the backend did not answer.'
      : sync.value.last_synced_at !== null
        ? `Synced with Stripe ${agoText(sync.value.last_synced_at, now, locale)}`
        : 'First sync with Stripe is running'
  return <Inline css={{ font: 'caption', color: 'secondary' }}>{text}</Inline>
}
