import type { Fees, Receivables, Revenue } from '../api/types'
import { useAnswer } from '../question/useAnswer'
import { queryOf, seriesQueryOf, type Question } from '../question/useQuestion'

/** The same range of everything: what moved on the balance belongs to no part of the MRR. */
const whole = (question: Question): Question => ({ ...question, slice: null })
const monthly = (question: Question) => ({
  ...seriesQueryOf(whole(question)),
  interval: 'month' as const,
})

/** What came in, what went back and what was left, of each month. */
export function useRevenue(question: Question) {
  const query = monthly(question)
  return useAnswer<Revenue>(
    'revenue',
    whole(question),
    (api, headers) => api.GET('/v1/analytics/revenue', { params: { query }, headers }),
    {
      isEmpty: ({ total: { payments, refunds, disputes, fees } }) =>
        [payments, refunds, disputes, fees].every((value) => value === 0),
    },
  )
}

/** Stripe's fees of each month, by what they were taken for. */
export function useFees(question: Question) {
  const query = monthly(question)
  return useAnswer<Fees>(
    'fees',
    whole(question),
    (api, headers) => api.GET('/v1/analytics/fees', { params: { query }, headers }),
    { isEmpty: ({ total: { fees, estimated_fees } }) => fees === 0 && !estimated_fees },
  )
}

/** What customers owe at the end of the range, and at that of the range before. */
export function useReceivables(question: Question) {
  const query = queryOf(whole(question))
  return useAnswer<Receivables>(
    'receivables',
    whole(question),
    (api, headers) => api.GET('/v1/analytics/receivables', { params: { query }, headers }),
    {
      isEmpty: ({ figures: { open_invoices } }) => open_invoices.value === 0 && !open_invoices.previous,
    },
  )
}
