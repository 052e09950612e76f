import { isUnreachable } from '../database/query'
import type { FastifyError, FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { AppError, CATALOGUE, type FieldError, type ProblemCode } from '../errors'
import { problemType } from '../http'

/** Fastify's own errors that are the caller's doing. */
const BY_CODE: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
}

function fieldErrors(error: FastifyError): FieldError[] {
  return (error.validation ?? []).map((problem) => {
    const params = problem.params as {
      missingProperty?: string
      additionalProperty?: string
      allowedValues?: string[]
    }
    const field = params.missingProperty ?? params.additionalProperty
    const pointer = `/${error.validationContext ?? 'body'}${problem.instancePath}${field === undefined ? '' : `/${field}`}`
    if (params.missingProperty !== undefined) return { pointer, message: 'is required' }
    if (params.additionalProperty !== undefined) return { pointer, message: 'is not a known field' }
    if (params.allowedValues) return { pointer, message: `must be one of ${params.allowedValues.join(', ')}` }
    return { pointer, message: problem.message ?? 'is not valid' }
  })
}

/** The expected failure behind an error, or null where something broke. */
function expected(error: FastifyError): AppError | null {
  if (error instanceof AppError) return error
  if (error.validation) {
    const errors = fieldErrors(error)
    const detail = errors.map(({ pointer, message }) => `${pointer.split('/').pop()} ${message}`).join('; ')
    return new AppError('invalid_request', detail || 'The request does not match its schema', { errors })
  }
  const code = BY_CODE[error.code]
  if (code) return new AppError(code, error.message)
  if (error instanceof SyntaxError && error.statusCode === 400)
    return new AppError('invalid_request', 'The body is not JSON')
  if (error.statusCode === 429)
    return new AppError('too_many_requests', 'The limit of this address is reached')
  if (isUnreachable(error))
    return new AppError('database_unavailable', 'The database does not answer', {
      cause: error,
      retryAfterSeconds: 5,
    })
  return null
}

/** Turns whatever a route throws into application/problem+json; what nobody expected is logged and told as nothing. */
export const problemsPlugin = fp((app: FastifyInstance, _options: object, done: () => void) => {
  const answer = (error: AppError, requestId: string) => ({
    type: problemType(error.code),
    title: CATALOGUE[error.code].title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    remedy: CATALOGUE[error.code].remedy,
    request_id: requestId,
    ...(error.options.errors ? { errors: error.options.errors } : {}),
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = expected(error) ?? new AppError('internal', 'The request could not be completed')
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed')
    if (problem.options.retryAfterSeconds) reply.header('retry-after', problem.options.retryAfterSeconds)
    // serialized here: the schemas of a route's answers do not apply to its problems
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .serializer((body: string) => body)
      .send(JSON.stringify(answer(problem, request.id)))
  })
  app.setNotFoundHandler((request) => {
    throw new AppError('not_found', `There is no ${request.method} ${request.url.split('?')[0]}`)
  })
  done()
})
