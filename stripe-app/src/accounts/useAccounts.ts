import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { AccountList } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

/** The accounts of the workspace that the member may see, in the Dashboard's mode. Nothing is asked until they may. */
export function useAccounts(allowed = true) {
  const api = useApi()
  const read = useCallback<Read<AccountList>>(
    async (etag) => toReading(await api.GET('/v1/accounts', { headers: ifNoneMatch(etag) })),
    [api],
  )
  return useResource({ key: allowed ? 'accounts' : null, read, pollMs: POLL_MS })
}
