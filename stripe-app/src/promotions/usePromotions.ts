import { useCallback, useState } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { PromotionPage } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'

export const PAGE_SIZE = 20

/** One page of promotions, newest first, and the way to the next and the previous one. */
export function usePromotions() {
  const api = useApi()
  const [cursors, setCursors] = useState<string[]>([])
  const after = cursors.at(-1)
  const read = useCallback<Read<PromotionPage>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/promotions', {
          params: { query: after ? { limit: PAGE_SIZE, starting_after: after } : { limit: PAGE_SIZE } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, after],
  )
  const isEmpty = useCallback(({ data }: PromotionPage) => data.length === 0 && !after, [after])
  const page = useResource({ key: `promotions ${after ?? ''}`, read, isEmpty, pollMs: POLL_MS })
  const turnTo = (number: number, lastId: string | undefined) => {
    if (number <= cursors.length) setCursors(cursors.slice(0, number - 1))
    else if (lastId) setCursors([...cursors, lastId])
  }
  return { page, pageNumber: cursors.length + 1, turnTo }
}
