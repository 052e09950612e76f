import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { SyncState } from '../api/types'
import { useApi } from './ApiProvider'
import { POLL_MS, useResource } from './useResource'

/** How far the backend has read this account's history. */
export function useSync() {
  const api = useApi()
  const read = useCallback<Read<SyncState>>(
    async (etag) => toReading(await api.GET('/v1/sync', { headers: ifNoneMatch(etag) })),
    [api],
  )
  return useResource({ key: 'sync', read, pollMs: POLL_MS })
}
