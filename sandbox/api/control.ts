import type { FastifyInstance, FastifyReply } from 'fastify'
import { noFaults, type FailRule, type Faults } from './http/faults'
import { isObject, parseJson, type Json, type JsonObject } from './json'
import type { Engine } from './engine/engine'

export interface Control {
  engine: Engine
  /** The test key, so that whoever starts the stand-in can hand it on. */
  secretKey: string
  faults: Faults
  /** Moves the account's clock ahead for good. */
  advance: (seconds: number) => void
}

/** The stand-in's own routes, without a key: they are reachable from this machine only. */
export function serveControl(app: FastifyInstance, { engine, secretKey, faults, advance }: Control): void {
  const { main } = engine
  const health = () => ({
    ready: true,
    seed: engine.seed,
    account: main.id,
    secret_key: secretKey,
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
    reply.type('application/x-ndjson').send(engine.truth.jsonLines()),
  )

  app.get('/_sandbox/eurofxref-hist.csv', (_request, reply) =>
    reply.type('text/csv').send(main.fx.csv(main.now)),
  )

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
        'Give {"latency_ms"?, "hold_ms"?, "fail"?: [{"match", "status", "times", "when"?: "before"|"after"}], "drop_deliveries"?, "duplicate_deliveries"?}; what is left out is off.',
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

const FAULT_KEYS = ['latency_ms', 'hold_ms', 'fail', 'drop_deliveries', 'duplicate_deliveries']

function readFaults(body: JsonObject | undefined): Faults | undefined {
  if (!body || Object.keys(body).some((key) => !FAULT_KEYS.includes(key))) return undefined
  const { latency_ms = 0, hold_ms = 0, fail = [], drop_deliveries = 0, duplicate_deliveries = 0 } = body
  if (typeof latency_ms !== 'number' || typeof hold_ms !== 'number') return undefined
  if (typeof drop_deliveries !== 'number') return undefined
  if (typeof duplicate_deliveries !== 'number' || !Array.isArray(fail)) return undefined
  const rules = fail.map(readRule)
  if (rules.some((rule) => rule === undefined)) return undefined
  return {
    ...noFaults(),
    latencyMs: latency_ms,
    holdMs: hold_ms,
    fail: rules.flatMap((rule) => rule ?? []),
    dropDeliveries: drop_deliveries,
    duplicateDeliveries: duplicate_deliveries,
  }
}

function readRule(rule: Json): FailRule | undefined {
  if (!isObject(rule)) return undefined
  const { match = '', status = 500, times = 1, when = 'before' } = rule
  if (typeof match !== 'string' || typeof status !== 'number' || typeof times !== 'number') return undefined
  if (when !== 'before' && when !== 'after') return undefined
  return { match, status, times, when }
}
