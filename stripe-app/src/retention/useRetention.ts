import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Churn, Cohorts, Ltv, RetentionSeries, RiskList } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { usePages } from '../hooks/usePages'
import { POLL_MS, useResource } from '../hooks/useResource'
import { keyOf, queryOf, seriesQueryOf, type Question } from '../question/useQuestion'

/** Retention and churn of each month. */
export function useRetention(question: Question) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<RetentionSeries>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/retention', {
          params: { query: { ...seriesQueryOf({ from, to, compare, slice }), interval: 'month' } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  const isEmpty = useCallback(
    ({ data }: RetentionSeries) => data.every(({ start_customers }) => start_customers === 0),
    [],
  )
  return useResource({ key: `retention ${keyOf(question)}`, read, isEmpty, pollMs: POLL_MS })
}

/** Why customers left. */
export function useChurn(question: Question) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<Churn>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/churn', {
          params: { query: queryOf({ from, to, compare, slice }) },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  const isEmpty = useCallback(({ churned_customers }: Churn) => churned_customers === 0, [])
  return useResource({ key: `churn ${keyOf(question)}`, read, isEmpty, pollMs: POLL_MS })
}

export function useLtv(question: Question) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<Ltv>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/ltv', {
          params: { query: queryOf({ from, to, compare, slice }) },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  return useResource({ key: `ltv ${keyOf(question)}`, read, pollMs: POLL_MS })
}

/** What became of the customers of each month. */
export function useCohorts(question: Question) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<Cohorts>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/cohorts', {
          params: { query: seriesQueryOf({ from, to, compare, slice }) },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  const isEmpty = useCallback(({ data }: Cohorts) => data.length === 0, [])
  return useResource({ key: `cohorts ${keyOf(question)}`, read, isEmpty, pollMs: POLL_MS })
}

export type RiskShow = 'predicted' | 'certain'

/** Customers that may leave, or whose end is set; and beside each page what is said of all. */
export function useRisks(show: RiskShow) {
  const api = useApi()
  return usePages<RiskList['data'][number], RiskList>({
    key: `risk ${show}`,
    read: async (query, etag) =>
      toReading(
        await api.GET('/v1/analytics/risk', {
          params: { query: { ...query, show } },
          headers: ifNoneMatch(etag),
        }),
      ),
  })
}
