import type { Breakdown } from '../api/types'
import { useAnswer } from '../question/useAnswer'
import { seriesQueryOf, type Question } from '../question/useQuestion'

/** The figures of each slice of a dimension; nothing is read while there is none. */
export function useBreakdown(question: Question, by: string | null) {
  const query = { ...seriesQueryOf(question), by: by ?? '' }
  return useAnswer<Breakdown>(
    by === null ? null : `breakdown ${by}`,
    question,
    (api, headers) => api.GET('/v1/analytics/breakdown', { params: { query }, headers }),
    { isEmpty: ({ data }) => data.length === 0 },
  )
}
