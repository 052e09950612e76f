import { useCallback } from 'react'
import { toReading, type Read } from '../api/reading'
import type { Me } from '../api/types'
import { useApi } from './ApiProvider'
import { useResource } from './useResource'

/** The signed-in member, their account and what they may do. */
export function useMe() {
  const api = useApi()
  const read = useCallback<Read<Me>>(async () => toReading(await api.GET('/v1/me')), [api])
  return useResource({ key: 'me', read })
}

/** Whether a member may do something. What may not be done is not shown; the backend refuses it besides. */
export function may(me: Me, permission: string): boolean {
  return me.permissions.some((granted) => granted === permission)
}
