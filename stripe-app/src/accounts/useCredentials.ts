import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { CredentialList } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

/** The keys of the account that the views are about; it has few. */
export function useCredentials() {
  const api = useApi()
  const read = useCallback<Read<CredentialList>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/credentials', { params: { query: { limit: 100 } }, headers: ifNoneMatch(etag) }),
      ),
    [api],
  )
  return useResource({ key: 'credentials', read, pollMs: POLL_MS })
}
