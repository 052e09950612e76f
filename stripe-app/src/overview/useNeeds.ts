import { ifNoneMatch, toReading } from '../api/reading'
import type { NeedsAttention } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

/** What needs somebody now, whatever the range. */
export function useNeeds() {
  const api = useApi()
  return useResource<NeedsAttention>({
    key: 'needs attention',
    read: async (etag) =>
      toReading(await api.GET('/v1/analytics/needs_attention', { headers: ifNoneMatch(etag) })),
    isEmpty: ({ data, complete, fx_missing }) => data.length === 0 && complete && fx_missing.length === 0,
    pollMs: POLL_MS,
  })
}
