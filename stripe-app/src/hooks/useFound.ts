import { ApiProblem } from '../api/problem'
import { toReading } from '../api/reading'
import { POLL_MS, useResource } from './useResource'

/** What an id leads to. Unknown is an answer of its own, not a missing one. */
export type Found<T> = { found: T | null }

/** What openapi-fetch returns of an answer. */
type Answer<T> = Promise<{ data?: T; response: Response }>

/** One object of the account, kept fresh; null while the backend does not know it yet. */
export function useFound<T extends { complete: boolean }>(
  key: string,
  ask: (etag: string | null) => Answer<T>,
) {
  return useResource<Found<T>>({
    key,
    read: async (etag) => {
      try {
        const reading = toReading(await ask(etag))
        return reading === 'unchanged' ? reading : { data: { found: reading.data }, etag: reading.etag }
      } catch (cause) {
        if (cause instanceof ApiProblem && cause.status === 404) return { data: { found: null }, etag: null }
        throw cause
      }
    },
    isEmpty: ({ found }) => found === null,
    isPartial: ({ found }) => found !== null && !found.complete,
    pollMs: POLL_MS,
  })
}
