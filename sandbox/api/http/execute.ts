import type { Account } from '../store/account'
import { expand, readExpand } from './expand'
import type { StripeProblem } from './errors'
import { parseForm } from './form'
import type { Answer } from './idempotency'
import { Params } from './params'
import type { Match } from './router'

export interface Execution {
  account: Account
  match: Match
  /** The parameters as they came. */
  form: string
  requestId: string
  idempotencyKey: string | null
  /** Called when the request has been checked and is about to change something. */
  onCommand?: () => void
}

/** Checks a request's parameters, carries it out and renders the answer. Throws Stripe's problems. */
export function execute({ account, match, form, requestId, idempotencyKey, onCommand }: Execution): Answer {
  const { route, ids } = match
  const params = new Params(parseForm(form))
  const paths = readExpand(params, route.answers)
  const run = route.prepare({ account, ids, params })
  params.done()
  if (route.method !== 'GET') onCommand?.()
  account.cause = { requestId, idempotencyKey }
  try {
    const object = expand(account, run(), route.answers, paths)
    return { status: 200, body: JSON.stringify(object), requestId }
  } finally {
    account.cause = null
  }
}

/** The answer that tells of a problem. */
export function problemAnswer(problem: StripeProblem, requestId: string): Answer {
  return { status: problem.status, body: JSON.stringify(problem.body(requestId)), requestId }
}
