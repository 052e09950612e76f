import type { Api } from '../api/client'
import { ifNoneMatch, toReading } from '../api/reading'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource, type ResourceOptions } from '../hooks/useResource'
import { keyOf, type Question } from './useQuestion'

/** What openapi-fetch returns of an answer. */
type Answer<T> = Promise<{ data?: T; response: Response }>

/**
 * An answer to the question of the tabs, kept fresh while the view is open. `name` tells it from other answers to the
 * same question; null asks nothing yet.
 */
export function useAnswer<T>(
  name: string | null,
  question: Question,
  ask: (api: Api, headers: Record<string, string>) => Answer<T>,
  states: Pick<ResourceOptions<T>, 'isEmpty' | 'isPartial'> = {},
) {
  const api = useApi()
  return useResource<T>({
    key: name === null ? null : `${name} ${keyOf(question)}`,
    read: async (etag) => toReading(await ask(api, ifNoneMatch(etag))),
    pollMs: POLL_MS,
    ...states,
  })
}
