import type { FastifyInstance, FastifyReply } from 'fastify'
import { noFaults, type FailRule, type Faults } from './http/faults'
import type { Deliverer } from './delivery/deliverer'
import { isObject, parseJson, type Json, type JsonObject } from './json'
import { SCENARIOS } from './sample/scenarios'
import type { Engine } from './engine/engine'

export interface Control {
  engine: Engine
  faults: Faults
  deliverer: Deliverer
  /** Moves the account's clock ahead for good. */
  advance: (seconds: number) => void
}

/** The stand-in's own routes, without a key: they are reachable from this machine only. */
export function serveControl(app: FastifyInstance, { engine, faults, deliverer, advance }: Control): void {
  const { main } = engine
  const health = () => ({
    ready: true,
    seed: engine.seed,
    account: main.id,
    // Whoever starts the stand-in can hand the keys on.
    secret_key: main.secretKey,
    live_secret_key: engine.live.secretKey,
    now: new Date(main.now * 1000).toISOString(),
    counts: Object.fromEntries(
      Object.entries(main.store).map(([name, collection]) => [name, collection.size]),
    ),
  })

  app.addHook('onRequest', async (request, reply) => {
    const origin = request.headers.origin
    if (!request.url.startsWith('/_sandbox/') || origin === undefined || isLocal(origin)) return
    await reply.code(403).send({ error: 'Only pages of this machine may use the control routes.' })
  })

  app.get('/_sandbox/health', () => health())

  app.get('/_sandbox/truth', (_request, reply) =>
    reply.type('application/x-ndjson').send(engine.sample.truth.jsonLines()),
  )

  app.get('/_sandbox/decisions', (_request, reply) =>
    reply.type('application/x-ndjson').send(engine.sample.decisions.jsonLines()),
  )

  app.get('/_sandbox/scenarios', () =>
    Object.entries(SCENARIOS).map(([name, { summary }]) => ({ name, summary })),
  )

  app.get('/_sandbox/eurofxref-hist.csv', (_request, reply) =>
    reply.type('text/csv').send(main.fx.csv(main.now)),
  )

  app.post<{ Params: { id: string } }>('/_sandbox/events/:id/resend', (request, reply) => {
    const endpoints = deliverer.resend(request.params.id)
    if (endpoints !== undefined) return { endpoints }
    return reply.code(404).send({ error: `There is no event '${request.params.id}'.` })
  })

  app.post('/_sandbox/advance', (request, reply) => {
    const seconds = bodyOf(request.body)?.['seconds']
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
      return refuse(reply, 'Give {"seconds": n} with a whole number of seconds that is not negative.')
    }
    advance(seconds)
    return health()
  })

  app.get('/_sandbox/faults', () => faults)

  app.post('/_sandbox/faults', (request, reply) => {
    const wanted = readFaults(bodyOf(request.body))
    if (!wanted) {
      return refuse(
        reply,
        `Give any of ${Object.keys(COUNTS).join(', ')} (numbers), "shuffle_deliveries" (true or false) and "fail": [{"match", "status", "code"?, "times", "when"?: "before"|"after"}]; what is left out is off.`,
      )
    }
    Object.assign(faults, wanted)
    return faults
  })
}

function isLocal(origin: string): boolean {
  return URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
}

function refuse(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(400).send({ error })
}

function bodyOf(body: unknown): JsonObject | undefined {
  if (body === undefined || body === null || body === '') return {}
  if (typeof body !== 'string') return undefined
  try {
    const value = parseJson(body)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const COUNTS = {
  latency_ms: 'latencyMs',
  hold_ms: 'holdMs',
  requests_per_second: 'requestsPerSecond',
  drop_deliveries: 'dropDeliveries',
  duplicate_deliveries: 'duplicateDeliveries',
  delay_deliveries_ms: 'delayDeliveriesMs',
} as const

function readFaults(body: JsonObject | undefined): Faults | undefined {
  if (!body) return undefined
  const { fail = [], shuffle_deliveries = false, ...counts } = body
  if (!Array.isArray(fail) || typeof shuffle_deliveries !== 'boolean') return undefined
  const rules = fail.flatMap((rule) => readRule(rule) ?? [])
  if (rules.length < fail.length) return undefined
  const faults: Faults = { ...noFaults(), fail: rules, shuffleDeliveries: shuffle_deliveries }
  for (const [key, value] of Object.entries(counts)) {
    if (!isCount(key) || typeof value !== 'number' || value < 0) return undefined
    faults[COUNTS[key]] = value
  }
  return faults
}

function isCount(key: string): key is keyof typeof COUNTS {
  return Object.hasOwn(COUNTS, key)
}

function readRule(rule: Json): FailRule | undefined {
  if (!isObject(rule)) return undefined
  const { match = '', status = 500, code = null, times = 1, when = 'before' } = rule
  if (typeof match !== 'string' || typeof status !== 'number' || typeof times !== 'number') return undefined
  if (code !== null && typeof code !== 'string') return undefined
  if (when !== 'before' && when !== 'after') return undefined
  return { match, status, code, times, when }
}
