import { invalid } from '../../http/errors'
import type { Route } from '../../http/route'
import type { JsonObject } from '../../json'
import type { Account } from '../../store/account'

const MOST_DAYS = 60

const renderRetries = ({ retries }: Account): JsonObject => ({
  object: 'sandbox.retries',
  days: [...retries.days],
  end: retries.end,
})

/** When failed payments of subscriptions are tried again, and what comes after: a setting that Stripe's API lacks. */
export const retryCommands: Route[] = [
  {
    method: 'GET',
    path: '/_sandbox/retries',
    answers: 'nothing',
    prepare:
      ({ account }) =>
      () =>
        renderRetries(account),
  },
  {
    method: 'POST',
    path: '/_sandbox/retries',
    answers: 'nothing',
    prepare({ account, params }) {
      const days = params.words('days')?.map((word) => {
        if (/^\d+$/.test(word) && Number(word) >= 1 && Number(word) <= MOST_DAYS) return Number(word)
        throw invalid(`Invalid days: each must be a whole number from 1 to ${MOST_DAYS}.`, { param: 'days' })
      })
      const end = params.oneOf('end', ['cancel', 'unpaid', 'past_due', 'pause'])
      return () => {
        account.retries = { days: days ?? account.retries.days, end: end ?? account.retries.end }
        return renderRetries(account)
      }
    },
  },
]
