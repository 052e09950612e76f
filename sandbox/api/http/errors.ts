import type { JsonObject } from '../json'

export interface ErrorDetails {
  status: number
  type: 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error'
  code?: string
  param?: string
  message: string
  extra?: JsonObject
}

/** An error as Stripe answers it. */
export class StripeProblem extends Error {
  constructor(readonly details: ErrorDetails) {
    super(details.message)
  }

  get status(): number {
    return this.details.status
  }

  /** The body of the answer. */
  body(requestId: string): JsonObject {
    const { type, code, param, message, extra } = this.details
    return {
      error: {
        ...(code === undefined
          ? {}
          : { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        message,
        ...(param === undefined ? {} : { param }),
        request_log_url: `https://dashboard.stripe.com/test/workbench/logs?object=${requestId}`,
        type,
        ...extra,
      },
    }
  }
}

/** A request that cannot be served as it is. */
export function invalid(
  message: string,
  { code, param, status = 400 }: { code?: string; param?: string; status?: number } = {},
): StripeProblem {
  return new StripeProblem({
    status,
    type: 'invalid_request_error',
    message,
    ...(code === undefined ? {} : { code }),
    ...(param === undefined ? {} : { param }),
  })
}

/** An object that the request names in its path does not exist. */
export function missing(noun: string, id: string, param = 'id'): StripeProblem {
  return invalid(`No such ${noun}: '${id}'`, { code: 'resource_missing', param, status: 404 })
}

/** An object that a parameter names does not exist. */
export function missingParam(noun: string, id: string, param: string): StripeProblem {
  return invalid(`No such ${noun}: '${id}'`, { code: 'resource_missing', param })
}
