import { Banner } from '@stripe/ui-extension-sdk/ui'
import type { SyncState } from '../api/types'
import type { Loadable } from '../hooks/useResource'

/** What cannot be read, by the permission that it needs: charge_read for charges, refunds. */
export function lackingText({ resources }: Pick<SyncState, 'resources'>): string {
  const byPermission = new Map<string, string[]>()
  for (const { permission, resource } of resources)
    if (permission !== null)
      byPermission.set(permission, [...(byPermission.get(permission) ?? []), resource.replaceAll('_', ' ')])
  return Array.from(byPermission, ([permission, names]) => `${permission} for ${names.join(', ')}`).join('; ')
}

/** Plain words for a partial state: what is true already, and what is still to come or cannot come. */
export function HistoryNotice({ sync }: { sync: Loadable<SyncState> }) {
  if (sync.state === 'loading' || sync.state === 'failed')
    return <Banner title="Not all of the history is read" description="Figures may still change." />
  const { percent } = sync.value
  const lacking = lackingText(sync.value)
  if (percent === 100 && lacking !== '')
    return (
      <Banner
        type="caution"
        title="Some data cannot be read"
        description={`The key of this account lacks ${lacking}. Figures leave out what needs it. Grant it to the key at Stripe, then choose Sync now in the settings.`}
      />
    )
  return (
    <Banner
      title="History is still being read"
      description={`Figures may still change until it is done. ${Math.floor(percent)}% is done.`}
    />
  )
}
