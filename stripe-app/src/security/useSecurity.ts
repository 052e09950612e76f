import { ifNoneMatch, toReading } from '../api/reading'
import type { Me, SecondFactor, Security, Session } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { may } from '../hooks/useMe'
import { usePages } from '../hooks/usePages'
import { useResource } from '../hooks/useResource'

export type SecurityFacts = {
  /** One's own; null for those who sign in through Stripe alone. */
  factor: SecondFactor | null
  /** What the workspace asks of all; null for those who may not see it. */
  rule: Security | null
}

export function useSecurityFacts(me: Me) {
  const api = useApi()
  return useResource<SecurityFacts>({
    key: 'security facts',
    read: async () => {
      const [factor, rule] = await Promise.all([
        me.signs_in_here ? api.GET('/v1/auth/second_factor') : null,
        may(me, 'settings:read') ? api.GET('/v1/security') : null,
      ])
      return { data: { factor: factor?.data ?? null, rule: rule?.data ?? null }, etag: null }
    },
  })
}

export function useSessions() {
  const api = useApi()
  return usePages<Session>({
    key: 'sessions',
    read: async (query, etag) =>
      toReading(await api.GET('/v1/auth/sessions', { params: { query }, headers: ifNoneMatch(etag) })),
  })
}
