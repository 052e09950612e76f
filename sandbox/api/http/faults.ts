/** What shall go wrong, for tests. */
export interface FailRule {
  /** Requests whose `METHOD /path` contains this. */
  match: string
  status: number
  times: number
  /** `after` carries the request out and then fails: the client does not know the outcome. */
  when: 'before' | 'after'
}

export interface Faults {
  latencyMs: number
  /** How long a request holds its idempotency key before it runs. */
  holdMs: number
  fail: FailRule[]
  dropDeliveries: number
  duplicateDeliveries: number
}

/** Nothing goes wrong. */
export function noFaults(): Faults {
  return { latencyMs: 0, holdMs: 0, fail: [], dropDeliveries: 0, duplicateDeliveries: 0 }
}

/** The next rule that a request falls under; it is used up by one. */
export function takeFault(faults: Faults, request: string): FailRule | undefined {
  const rule = faults.fail.find((one) => one.times > 0 && request.includes(one.match))
  if (rule) rule.times -= 1
  return rule
}

/** The error body of an injected failure. */
export function faultBody(status: number): string {
  const error =
    status === 429
      ? {
          code: 'rate_limit',
          doc_url: 'https://stripe.com/docs/error-codes/rate-limit',
          message:
            'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
          type: 'invalid_request_error',
        }
      : { message: 'An error occurred while processing your request.', type: 'api_error' }
  return JSON.stringify({ error })
}
