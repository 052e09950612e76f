import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { API_VERSION } from '../api-version'
import type { CommandLog } from '../data-dir/commands'
import type { Engine } from '../engine/engine'
import type { Account } from '../store/account'
import { authenticate, checkVersion, header, namedAccount, type Caller } from './auth'
import { StripeProblem } from './errors'
import { execute, problemAnswer, type Observation } from './execute'
import { faultBody, takeFault, type Faults, type RequestCounter } from './faults'
import type { Answer, IdempotencyStore } from './idempotency'
import { checkPermission } from './permissions'
import { formOfMultipart } from './multipart'
import type { Match } from './router'

export interface Service {
  engine: Engine
  router: (method: string, path: string) => Match | undefined
  idempotency: IdempotencyStore
  faults: Faults
  requests: RequestCounter
  /** The machine's time in milliseconds. */
  machineMs: () => number
  commands: CommandLog
  /** Brings an account's clock to the present. */
  catchUp: (account: Account) => void
  reportError: (error: unknown) => void
  /** Told of each request that was carried out. */
  observe: (seen: Observation) => void
}

/** Routes of the stand-in's own, without a key: they are reachable from this machine only. */
export const CONTROL = '/_sandbox/'

/** Room for the largest file of any purpose. Source: docs.stripe.com/file-upload. */
export const BODY_LIMIT = 20_000_000

/** Answers every request that has no handler of its own. */
export function serveStripe(app: FastifyInstance, service: Service): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer) =>
      formOfMultipart(body, header(request.headers, 'content-type') ?? ''),
  )
  app.setNotFoundHandler((request, reply) => answer(service, request, reply))
}

function newRequestId(): string {
  return `req_${randomBytes(10).toString('base64url').replaceAll(/[-_]/g, '0')}`
}

async function answer(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const requestId = newRequestId()
  const [path = '/', query = ''] = request.url.split('?')
  if (service.faults.latencyMs > 0) await sleep(service.faults.latencyMs)
  const fault = takeFault(service.faults, `${request.method} ${path}`)
  if (fault?.when === 'before')
    return send(reply, { status: fault.status, body: faultBody(fault), requestId })
  const body = typeof request.body === 'string' ? request.body : ''
  const form = [body, query].filter((part) => part !== '').join('&')
  const outcome = await respond(service, request, {
    path,
    form,
    requestId,
    idempotencyKey: idempotencyKeyOf(request),
  })
  if (fault) return send(reply, { status: fault.status, body: faultBody(fault), requestId })
  return send(reply, outcome.answer, outcome.replayed)
}

function idempotencyKeyOf(request: FastifyRequest): string | null {
  return request.method === 'POST' ? (header(request.headers, 'idempotency-key') ?? null) : null
}

/** Who uses the control routes acts for the main account, or the one that the request names. */
function localCaller({ engine }: Service, request: FastifyRequest): Caller {
  const own = header(request.headers, 'sandbox-mode') === 'live' ? engine.live : engine.main
  const account = namedAccount(own, header(request.headers, 'stripe-account'), own.secretKey)
  return { account, key: own.secretKey, permissions: null }
}

/** What a page asks for, in the name of an account. */
export interface PageRequest {
  method: string
  path: string
  form: string
}

/** Carries out a request of the stand-in's own pages for an account. A refusal is an answer like any other. */
export async function act(
  service: Service,
  account: Account,
  { method, path, form }: PageRequest,
): Promise<Answer> {
  const match = service.router(method, path)
  if (!match) throw new Error(`There is no route ${method} ${path}`)
  service.catchUp(account)
  const requestId = newRequestId()
  try {
    const incoming = { method, path, form, requestId, idempotencyKey: null }
    return (await perform(service, account, match, incoming)).answer
  } catch (error) {
    if (error instanceof StripeProblem) return problemAnswer(error, requestId)
    throw error
  }
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
    const isControl = incoming.path.startsWith(CONTROL)
    const caller = isControl ? localCaller(service, request) : authenticate(service.engine, request.headers)
    const { account, key, permissions } = caller
    const limit = service.faults.requestsPerSecond
    if (limit > 0 && !isControl && service.requests.exceeds(account.id, service.machineMs(), limit)) {
      return {
        answer: { status: 429, body: faultBody({ status: 429, code: null }), requestId },
        replayed: false,
      }
    }
    const match = service.router(request.method, incoming.path)
    if (!match) return { answer: unknownRoute(request.method, incoming.path, requestId), replayed: false }
    if (permissions) checkPermission(account, key, permissions, match.route)
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
          live: account.live,
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
