import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { API_VERSION } from '../api-version'
import type { CommandLog } from '../data-dir/commands'
import type { Engine } from '../engine/engine'
import type { Account } from '../store/account'
import { authenticate, checkVersion, header } from './auth'
import { StripeProblem } from './errors'
import { execute, problemAnswer, type Observation } from './execute'
import { faultBody, takeFault, type Faults } from './faults'
import type { Answer, IdempotencyStore } from './idempotency'
import type { Match } from './router'

export interface Service {
  engine: Engine
  secretKey: string
  router: (method: string, path: string) => Match | undefined
  idempotency: IdempotencyStore
  faults: Faults
  commands: CommandLog
  /** Brings an account's clock to the present. */
  catchUp: (account: Account) => void
  reportError: (error: unknown) => void
  /** Told of each request that was carried out. */
  observe: (seen: Observation) => void
}

/** Answers every request that is not one of the control routes. */
export function serveStripe(app: FastifyInstance, service: Service): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setNotFoundHandler((request, reply) => answer(service, request, reply))
}

async function answer(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const requestId = `req_${randomBytes(10).toString('base64url').replaceAll(/[-_]/g, '0')}`
  const [path = '/', query = ''] = request.url.split('?')
  if (service.faults.latencyMs > 0) await sleep(service.faults.latencyMs)
  const fault = takeFault(service.faults, `${request.method} ${path}`)
  if (fault?.when === 'before')
    return send(reply, { status: fault.status, body: faultBody(fault.status), requestId })
  const body = typeof request.body === 'string' ? request.body : ''
  const form = [body, query].filter((part) => part !== '').join('&')
  const outcome = await respond(service, request, {
    path,
    form,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
  })
  if (fault) return send(reply, { status: fault.status, body: faultBody(fault.status), requestId })
  return send(reply, outcome.answer, outcome.replayed)
}

function idempotencyKeyOf(request: FastifyRequest): string | null {
  return request.method === 'POST' ? (header(request.headers, 'idempotency-key') ?? null) : null
}

interface Incoming {
  path: string
  form: string
  requestId: string
  idempotencyKey: string | null
}

async function respond(
  service: Service,
  request: FastifyRequest,
  incoming: Incoming,
): Promise<{ answer: Answer; replayed: boolean }> {
  const { requestId } = incoming
  try {
    const account = authenticate(service.engine, service.secretKey, request.headers)
    const match = service.router(request.method, incoming.path)
    if (!match) return { answer: unknownRoute(request.method, incoming.path, requestId), replayed: false }
    checkVersion(request.headers)
    service.catchUp(account)
    return await perform(service, account, match, { ...incoming, method: request.method })
  } catch (error) {
    if (error instanceof StripeProblem) return { answer: problemAnswer(error, requestId), replayed: false }
    service.reportError(error)
    const message = 'The stand-in failed while it processed the request; its log says why.'
    return {
      answer: { status: 500, body: JSON.stringify({ error: { message, type: 'api_error' } }), requestId },
      replayed: false,
    }
  }
}

async function perform(
  { idempotency, commands, faults, catchUp, observe }: Service,
  account: Account,
  match: Match,
  { method, path, form, requestId, idempotencyKey }: Incoming & { method: string },
): Promise<{ answer: Answer; replayed: boolean }> {
  const stored =
    idempotencyKey === null
      ? undefined
      : idempotency.begin(account, idempotencyKey, `${method} ${path} ${form}`)
  if (stored) return { answer: stored, replayed: true }
  try {
    if (faults.holdMs > 0) {
      await sleep(faults.holdMs)
      catchUp(account)
    }
    const result = execute({
      account,
      match,
      form,
      requestId,
      idempotencyKey,
      observe,
      onCommand: () =>
        commands.append({
          account: account.id,
          at: account.clock.now,
          method,
          path,
          form,
          requestId,
          idempotencyKey,
        }),
    })
    if (idempotencyKey !== null) idempotency.finish(account, idempotencyKey, result)
    return { answer: result, replayed: false }
  } catch (error) {
    if (idempotencyKey !== null) idempotency.forget(account, idempotencyKey)
    throw error
  }
}

function unknownRoute(method: string, path: string, requestId: string): Answer {
  const error = {
    code: 'route_not_covered',
    message: `The Stripe stand-in does not cover ${method} ${path}. The routes it covers are listed in sandbox/README.md.`,
    type: 'api_error',
  }
  return { status: 501, body: JSON.stringify({ error }), requestId }
}

function send(reply: FastifyReply, { status, body, requestId }: Answer, replayed = false): FastifyReply {
  reply
    .code(status)
    .header('content-type', 'application/json')
    .header('request-id', requestId)
    .header('stripe-version', API_VERSION)
  if (replayed) reply.header('idempotent-replayed', 'true').header('original-request', requestId)
  // Clients repeat requests after a 5xx; a route that is not there will not come by that.
  if (status === 501) reply.header('stripe-should-retry', 'false')
  return reply.send(body)
}
