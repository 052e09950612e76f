import { ifNoneMatch, toReading } from '../api/reading'
import type { Churn, Cohorts, Ltv, RetentionSeries, RiskList } from '../api/types'
import { useApi } from '../hooks/ApiProvider'
import { usePages } from '../hooks/usePages'
import { useAnswer } from '../question/useAnswer'
import { queryOf, seriesQueryOf, type Question } from '../question/useQuestion'

/** Retention and churn of each month. */
export function useRetention(question: Question) {
  const query = { ...seriesQueryOf(question), interval: 'month' as const }
  return useAnswer<RetentionSeries>(
    'retention',
    question,
    (api, headers) => api.GET('/v1/analytics/retention', { params: { query }, headers }),
    { isEmpty: ({ data }) => data.every(({ start_customers }) => start_customers === 0) },
  )
}

/** Why customers left. */
export function useChurn(question: Question) {
  return useAnswer<Churn>(
    'churn',
    question,
    (api, headers) => api.GET('/v1/analytics/churn', { params: { query: queryOf(question) }, headers }),
    { isEmpty: ({ churned_customers }) => churned_customers === 0 },
  )
}

export function useLtv(question: Question) {
  return useAnswer<Ltv>('ltv', question, (api, headers) =>
    api.GET('/v1/analytics/ltv', { params: { query: queryOf(question) }, headers }),
  )
}

/** What became of the customers of each month. */
export function useCohorts(question: Question) {
  return useAnswer<Cohorts>(
    'cohorts',
    question,
    (api, headers) =>
      api.GET('/v1/analytics/cohorts', { params: { query: seriesQueryOf(question) }, headers }),
    { isEmpty: ({ data }) => data.length === 0 },
  )
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
