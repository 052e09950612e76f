import { useCallback } from 'react'
import { toReading, type Read } from '../api/reading'
import type { Settings } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { useResource } from '../hooks/useResource'

/** How this account's figures are computed. Not polled: a form must not change under the hand. */
export function useSettings() {
  const api = useApi()
  const read = useCallback<Read<Settings>>(async () => toReading(await api.GET('/v1/settings')), [api])
  return useResource({ key: 'settings', read })
}
