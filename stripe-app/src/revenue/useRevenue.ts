import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Breakdown, MrrMovements } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'
import { keyOf, seriesQueryOf, type Question } from '../question/useQuestion'

/** The figures of each slice of a dimension; nothing is read while there is none. */
export function useBreakdown(question: Question, by: string | null) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<Breakdown>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/breakdown', {
          params: { query: { ...seriesQueryOf({ from, to, compare, slice }), by: by ?? '' } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice, by],
  )
  const isEmpty = useCallback(({ data }: Breakdown) => data.length === 0, [])
  const key = by === null ? null : `breakdown ${by} ${keyOf(question)}`
  return useResource({ key, read, isEmpty, pollMs: POLL_MS })
}

/** What moved MRR in each month. */
export function useMonthlyMovements(question: Question) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<MrrMovements>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/mrr_movements', {
          params: { query: { ...seriesQueryOf({ from, to, compare, slice }), interval: 'month' } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  return useResource({ key: `monthly movements ${keyOf(question)}`, read, pollMs: POLL_MS })
}
