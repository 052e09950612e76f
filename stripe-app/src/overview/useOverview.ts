import { useCallback } from 'react'
import { ifNoneMatch, toReading, type Read } from '../api/reading'
import type { Account, AccountFiguresList, MrrMovements, MrrSeries, Overview } from '../api/types'
import { intervalOf } from '../format/periods'
import { keyOf, queryOf, seriesQueryOf, type Question } from '../question/useQuestion'
import { useApi } from '../hooks/ApiProvider'
import { POLL_MS, useResource } from '../hooks/useResource'
import { signedMovements } from './waterfall'

const isPartial = ({ complete }: { complete: boolean }) => !complete

/** The row of figures of a period, with those of the period before. */
export function useOverview({ from, to, compare, slice }: Question) {
  const api = useApi()
  const read = useCallback<Read<Overview>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/overview', {
          params: { query: queryOf({ from, to, compare, slice }) },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice],
  )
  const isEmpty = useCallback(
    ({ figures }: Overview) => Object.values(figures).every(({ value }) => value === null || value === 0),
    [],
  )
  const key = `overview ${keyOf({ from, to, compare, slice })}`
  return useResource({ key, read, isEmpty, isPartial, pollMs: POLL_MS })
}

/** The figures of each account in the mode of this one, all in the currency of those of all. */
export function useAccountFigures(
  { id: account, mode }: Pick<Account, 'id' | 'mode'>,
  { from, to, compare, slice }: Question,
) {
  const api = useApi()
  const read = useCallback<Read<AccountFiguresList>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/accounts', {
          params: { query: { account, mode, ...queryOf({ from, to, compare, slice }) } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, account, mode, from, to, compare, slice],
  )
  const key = `account figures ${keyOf({ from, to, compare, slice })}`
  return useResource({ key, read, pollMs: POLL_MS })
}

/** MRR at the close of each day, week or month of a period. */
export function useMrr(question: Question, interval = intervalOf(question)) {
  const api = useApi()
  const { from, to, compare, slice } = question
  const read = useCallback<Read<MrrSeries>>(
    async (etag) =>
      toReading(
        await api.GET('/v1/analytics/mrr', {
          params: { query: { ...seriesQueryOf({ from, to, compare, slice }), interval } },
          headers: ifNoneMatch(etag),
        }),
      ),
    [api, from, to, compare, slice, interval],
  )
  const isEmpty = useCallback(({ data }: MrrSeries) => data.every(({ value }) => value === 0), [])
  return useResource({ key: `mrr ${keyOf(question)} ${interval}`, read, isEmpty, pollMs: POLL_MS })
}

/** What moved MRR from the start of a period to its end. */
export function useMovements(question: Question) {
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
  const isEmpty = useCallback(
    ({ total }: MrrMovements) =>
      total.start === 0 && signedMovements(total).every(({ change }) => change === 0),
    [],
  )
  return useResource({ key: `movements ${keyOf(question)}`, read, isEmpty, pollMs: POLL_MS })
}
