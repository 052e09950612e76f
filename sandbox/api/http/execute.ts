import { timelineOf } from '../domain/test-clocks'
import { onTimeline } from '../engine/timeline'
import type { Account } from '../store/account'
import { serialize } from '../json'
import { expand, readExpand } from './expand'
import { StripeProblem } from './errors'
import { parseForm } from './form'
import type { Answer } from './idempotency'
import { Params } from './params'
import type { Route } from './route'
import type { Match } from './router'

/** A request that was carried out: what its route could have read, and what it answered. */
export interface Observation {
  route: Route
  /** The ids in its path. */
  ids: string[]
  /** The parameters that the route asked for, as in `items[][price]`, whether they were given or not. */
  parameters: string[]
  body: string
}

export interface Execution {
  account: Account
  match: Match
  /** The parameters as they came. */
  form: string
  requestId: string
  idempotencyKey: string | null
  /** Called when the request has been checked and is about to change something. */
  onCommand?: () => void
  observe?: (seen: Observation) => void
}

/** Checks a request's parameters, carries it out and renders the answer. Throws Stripe's problems. */
export function execute(execution: Execution): Answer {
  const { account, match, form, requestId, idempotencyKey } = execution
  const { route, ids } = match
  const values = parseForm(form)
  const params = new Params(values)
  const paths = readExpand(params, route.answers)
  return onTimeline(account, timelineOf(account, ids, values), () => {
    const run = route.prepare({ account, ids, params })
    params.done()
    if (route.method !== 'GET') execution.onCommand?.()
    account.turn += 1
    account.cause = { requestId, idempotencyKey }
    try {
      const object = expand(account, run(), route.answers, paths)
      const body = serialize(object, account.live)
      execution.observe?.({ route, ids, parameters: params.names(), body })
      return { status: 200, body, requestId }
    } catch (error) {
      // What was begun has an outcome, such as a declined card; it is kept like any other.
      if (error instanceof StripeProblem) return problemAnswer(error, requestId)
      throw error
    } finally {
      account.cause = null
    }
  })
}

/** The answer that tells of a problem. */
export function problemAnswer(problem: StripeProblem, requestId: string): Answer {
  return { status: problem.status, body: JSON.stringify(problem.body(requestId)), requestId }
}
