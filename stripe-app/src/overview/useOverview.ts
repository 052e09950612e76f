import type {
  Account,
  AccountFiguresList,
  Activity,
  Movers,
  MrrMovements,
  MrrSeries,
  Overview,
} from '../api/types'
import { intervalOf } from '../format/periods'
import { useAnswer } from '../question/useAnswer'
import { queryOf, seriesQueryOf, type Question } from '../question/useQuestion'
import { signedMovements } from './waterfall'

/** The row of figures of a period, with those of the period before. */
export function useOverview(question: Question) {
  return useAnswer<Overview>(
    'overview',
    question,
    (api, headers) => api.GET('/v1/analytics/overview', { params: { query: queryOf(question) }, headers }),
    {
      isEmpty: ({ figures }) => Object.values(figures).every(({ value }) => value === null || value === 0),
      isPartial: ({ complete }) => !complete,
    },
  )
}

/** The figures of each account in the mode of this one, all in the currency of those of all. */
export function useAccountFigures({ id: account, mode }: Pick<Account, 'id' | 'mode'>, question: Question) {
  const query = { account, mode, ...queryOf(question) }
  return useAnswer<AccountFiguresList>('account figures', question, (api, headers) =>
    api.GET('/v1/analytics/accounts', { params: { query }, headers }),
  )
}

/** MRR at the close of each day, week or month of a period. */
export function useMrr(question: Question, interval = intervalOf(question)) {
  const query = { ...seriesQueryOf(question), interval }
  return useAnswer<MrrSeries>(
    `mrr ${interval}`,
    question,
    (api, headers) => api.GET('/v1/analytics/mrr', { params: { query }, headers }),
    { isEmpty: ({ data }) => data.every(({ value }) => value === 0) },
  )
}

/** What moved MRR from the start of a period to its end, and in each month. */
export function useMovements(question: Question) {
  const query = { ...seriesQueryOf(question), interval: 'month' as const }
  return useAnswer<MrrMovements>(
    'movements',
    question,
    (api, headers) => api.GET('/v1/analytics/mrr_movements', { params: { query }, headers }),
    {
      isEmpty: ({ total }) => total.start === 0 && signedMovements(total).every(({ change }) => change === 0),
    },
  )
}

/** Who moved MRR most in a period. */
export function useMovers(question: Question) {
  return useAnswer<Movers>(
    'movers',
    question,
    (api, headers) =>
      api.GET('/v1/analytics/movers', { params: { query: seriesQueryOf(question) }, headers }),
    {
      isEmpty: (movers) =>
        [movers.new, movers.expansion, movers.churn].every(({ data }) => data.length === 0),
    },
  )
}

/** What there is, and what came last. */
export function useActivity(question: Question) {
  return useAnswer<Activity>('activity', question, (api, headers) =>
    api.GET('/v1/analytics/activity', { params: { query: queryOf(question) }, headers }),
  )
}
