import { ifNoneMatch, toReading } from '../api/reading'
import type { Account, ApiKey, Me, Permission } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { may } from '../hooks/useMe'
import { usePages } from '../hooks/usePages'
import { useResource, type Loadable } from '../hooks/useResource'

export function useApiKeys() {
  const api = useApi()
  return usePages<ApiKey>({
    key: 'api keys',
    read: async (query, etag) =>
      toReading(await api.GET('/v1/api_keys', { params: { query }, headers: ifNoneMatch(etag) })),
  })
}

/** What a key can be made for. */
export type KeyFacts = {
  permissions: Permission[]
  /** Null for those who may not see them: their keys are for all accounts. */
  accounts: Account[] | null
}

export function useKeyFacts(me: Me): Loadable<KeyFacts> {
  const api = useApi()
  return useResource<KeyFacts>({
    key: 'key facts',
    read: async () => {
      const [permissions, accounts] = await Promise.all([
        api.GET('/v1/permissions'),
        may(me, 'accounts:read') ? api.GET('/v1/accounts') : null,
      ])
      if (!permissions.data) throw new Error('The permissions are missing.')
      const data = { permissions: permissions.data.data, accounts: accounts?.data?.data ?? null }
      return { data, etag: null }
    },
  })
}
