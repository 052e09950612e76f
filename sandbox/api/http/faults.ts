/** What shall go wrong, for tests. */
export interface FailRule {
  /** Requests whose `METHOD /path` contains this. */
  match: string
  status: number
  /** The error's code, such as `lock_timeout`; without it that of the status. */
  code: string | null
  times: number
  /** `after` carries the request out and then fails: the client does not know the outcome. */
  when: 'before' | 'after'
}

export interface Faults {
  latencyMs: number
  /** How long a request holds its idempotency key before it runs. */
  holdMs: number
  /** More requests than this in a second are refused, for each account; 0 refuses none. */
  requestsPerSecond: number
  fail: FailRule[]
  dropDeliveries: number
  duplicateDeliveries: number
  /** How long each delivery waits before it goes out. */
  delayDeliveriesMs: number
  /** Deliveries of half a second go out in any order. */
  shuffleDeliveries: boolean
}

/** Nothing goes wrong. */
export function noFaults(): Faults {
  return {
    latencyMs: 0,
    holdMs: 0,
    requestsPerSecond: 0,
    fail: [],
    dropDeliveries: 0,
    duplicateDeliveries: 0,
    delayDeliveriesMs: 0,
    shuffleDeliveries: false,
  }
}

/** The next rule that a request falls under; it is used up by one. */
export function takeFault(faults: Faults, request: string): FailRule | undefined {
  const rule = faults.fail.find((one) => one.times > 0 && request.includes(one.match))
  if (rule) rule.times -= 1
  return rule
}

/** Counts the requests of each account in the running second, by the machine's clock. */
export class RequestCounter {
  private second = 0
  private readonly counts = new Map<string, number>()

  /** Whether an account has asked more often in this second than it may. */
  exceeds(account: string, nowMs: number, limit: number): boolean {
    const second = Math.floor(nowMs / 1000)
    if (second !== this.second) this.counts.clear()
    this.second = second
    const count = (this.counts.get(account) ?? 0) + 1
    this.counts.set(account, count)
    return count > limit
  }
}

const MESSAGES: Record<string, string> = {
  rate_limit:
    'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
  lock_timeout:
    'This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request. If you see this error frequently and are making multiple concurrent requests to a single object, make your requests serially or at a lower rate. For more details, see https://stripe.com/docs/rate-limits#object-lock-timeouts.',
}

/** The error body of an injected failure. */
export function faultBody({ status, code }: Pick<FailRule, 'status' | 'code'>): string {
  const known = code ?? (status === 429 ? 'rate_limit' : null)
  const error = {
    ...(known === null
      ? {}
      : { code: known, doc_url: `https://stripe.com/docs/error-codes/${known.replaceAll('_', '-')}` }),
    message: MESSAGES[known ?? ''] ?? 'An error occurred while processing your request.',
    type: status < 500 ? 'invalid_request_error' : 'api_error',
  }
  return JSON.stringify({ error })
}
