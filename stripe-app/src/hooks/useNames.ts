import { toReading } from '../api/reading'
import type { Me, MemberPage } from '../api/types'
import { useApi } from './ApiProvider'
import { may } from './useMe'
import { useResource } from './useResource'

/** What the members of these ids are called, at most 100; an id stands for itself until its name is known. */
export function useNames(me: Me, ids: (string | null)[]): (id: string) => string {
  const api = useApi()
  const wanted = may(me, 'team:read')
    ? Array.from(new Set(ids.flatMap((id) => (id?.startsWith('mem_') ? [id] : [])))).sort()
    : []
  const named = useResource<MemberPage>({
    key: `names ${wanted.join(' ')}`,
    read: async () =>
      wanted.length === 0
        ? { data: { object: 'list', url: '/v1/members', has_more: false, data: [] }, etag: null }
        : toReading(await api.GET('/v1/members', { params: { query: { ids: wanted, limit: 100 } } })),
  })
  const members = 'value' in named ? named.value.data : []
  return (id) => members.find((member) => member.id === id)?.name ?? id
}
