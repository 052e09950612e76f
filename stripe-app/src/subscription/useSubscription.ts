import { ifNoneMatch } from '../api/reading'
import type { SubscriptionProfile } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { useFound } from '../hooks/useFound'

export function useSubscription(id: string) {
  const api = useApi()
  return useFound<SubscriptionProfile>(`subscription ${id}`, (etag) =>
    api.GET('/v1/subscriptions/{id}', { params: { path: { id } }, headers: ifNoneMatch(etag) }),
  )
}
