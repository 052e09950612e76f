import fastify, { type FastifyInstance } from 'fastify'
import { serveControl } from './control'
import { noCommandLog, openCommandLog, type CommandLog } from './data-dir/commands'
import { createDeliveryLog, openDeliveryLog } from './data-dir/deliveries'
import { DataDirError, openOrigin, type Origin } from './data-dir/files'
import { Deliverer } from './delivery/deliverer'
import { createEngine, type Engine } from './engine/engine'
import { StripeProblem } from './http/errors'
import { execute, type Observation } from './http/execute'
import { noFaults, RequestCounter } from './http/faults'
import { IdempotencyStore } from './http/idempotency'
import { createRouter } from './http/router'
import { act, BODY_LIMIT, serveStripe, type Service } from './http/serve'
import { servePages } from './pages/pages'
import { controlRoutes } from './routes/control/table'
import { routeTable } from './routes/table'
import { isScenarioName, type ScenarioName } from './sample/scenarios'
import { isSizeName, SIZES, type SizeName } from './sample/sizes'
import type { Account } from './store/account'

export interface SandboxOptions {
  seed?: string | undefined
  /** The instant at which the sample history ends, in seconds; without it the clock's. */
  now?: number | undefined
  size?: SizeName | undefined
  /** What happened in the last weeks of the history. */
  scenario?: ScenarioName | undefined
  /** Where the commands are kept; without it everything is in memory. */
  dataDir?: string | undefined
  /** The machine's time in milliseconds. */
  clock: () => number
  secretKey?: string | undefined
  /** The address under which it will be reached, for links to its own pages. */
  url?: string | undefined
  reportError?: (error: unknown) => void
  observe?: (seen: Observation) => void
}

export interface Sandbox {
  app: FastifyInstance
  engine: Engine
  secretKey: string
  size: SizeName
  /** Brings all accounts to the present. */
  tick(): void
  close(): Promise<void>
}

const DEFAULT_SEED = 'northwind'

/** A stand-in, ready to listen or to be injected into. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const machineNow = () => Math.floor(options.clock() / 1000)
  const origin = originOf(options, machineNow())
  if (!isSizeName(origin.size)) throw new DataDirError(`There is no sample size '${origin.size}'.`)
  const scenario = origin.scenario ?? undefined
  if (scenario !== undefined && !isScenarioName(scenario)) {
    throw new DataDirError(`There is no scenario '${scenario}'.`)
  }
  const engine = createEngine({
    seed: origin.seed,
    now: origin.startedAt,
    size: SIZES[origin.size],
    scenario,
    secretKey: options.secretKey,
    site: options.url === undefined ? undefined : { url: options.url },
  })
  const { secretKey } = engine.main
  const { dataDir } = options
  const commands = dataDir === undefined ? noCommandLog : openCommandLog(dataDir)
  const faults = noFaults()
  const deliverer = new Deliverer({
    engine,
    faults,
    clock: options.clock,
    log: dataDir === undefined ? createDeliveryLog() : openDeliveryLog(dataDir),
  })
  const router = createRouter([...routeTable(deliverer), ...controlRoutes])
  const idempotency = new IdempotencyStore()
  let ahead = origin.offset
  const catchUp = (account: Account) => engine.advance(account, machineNow() + ahead)
  const tick = () => {
    for (const account of engine.accounts()) catchUp(account)
  }
  ahead += replay({ engine, commands, router, idempotency })
  tick()
  deliverer.start()

  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  })
  // Like Stripe, it dates its answers by the clock that dates its events.
  app.addHook('onSend', async (_request, reply) => {
    reply.header('date', new Date(engine.main.clock.now * 1000).toUTCString())
  })
  const reportError = options.reportError ?? (() => undefined)
  const observe = options.observe ?? (() => undefined)
  const service: Service = {
    observe,
    engine,
    router,
    idempotency,
    faults,
    requests: new RequestCounter(),
    machineMs: options.clock,
    commands,
    catchUp,
    reportError,
  }
  serveStripe(app, service)
  const advance = (seconds: number) => {
    tick()
    commands.append({ at: engine.main.now, advance: seconds })
    ahead += seconds
    tick()
  }
  servePages(app, {
    engine,
    faults,
    deliverer,
    advance,
    act: (account, request) => act(service, account, request),
  })
  serveControl(app, { engine, faults, deliverer, advance })
  return {
    app,
    engine,
    secretKey,
    size: origin.size,
    tick,
    async close() {
      deliverer.close()
      await app.close()
    },
  }
}

function originOf({ seed, now, size, scenario, dataDir }: SandboxOptions, machineNow: number): Origin {
  const begin = (): Origin => {
    const startedAt = now ?? machineNow
    return {
      seed: seed ?? DEFAULT_SEED,
      size: size ?? 'demo',
      scenario: scenario ?? null,
      startedAt,
      offset: startedAt - machineNow,
    }
  }
  if (dataDir === undefined) return begin()
  const origin = openOrigin(dataDir, begin)
  for (const [name, wanted, kept] of [
    ['seed', seed, origin.seed],
    ['size', size, origin.size],
    ['scenario', scenario, origin.scenario],
    ['now', now, origin.startedAt],
  ] as const) {
    if (wanted !== undefined && wanted !== kept) {
      throw new DataDirError(
        `${dataDir} was begun with ${name} '${kept}', not '${wanted}'. Leave the option out or choose another directory.`,
      )
    }
  }
  return origin
}

/** Repeats what was done before a restart; answers by how much the clock had been moved ahead. */
function replay({
  engine,
  commands,
  router,
  idempotency,
}: Pick<Service, 'engine' | 'router' | 'idempotency'> & { commands: CommandLog }): number {
  let ahead = 0
  for (const command of commands.read()) {
    if ('advance' in command) {
      engine.advance(engine.main, command.at + command.advance)
      ahead += command.advance
      continue
    }
    const account = engine.accountOf(command.account, command.live)
    const match = router(command.method, command.path)
    if (!account || !match) {
      throw new DataDirError(
        `The commands of the data directory do not fit its sample data. Move the directory away to begin with fresh sample data.`,
      )
    }
    engine.advance(account, command.at)
    const { form, requestId, idempotencyKey, method, path } = command
    try {
      if (idempotencyKey !== null) idempotency.begin(account, idempotencyKey, `${method} ${path} ${form}`)
      const answer = execute({ account, match, form, requestId, idempotencyKey })
      if (idempotencyKey !== null) idempotency.finish(account, idempotencyKey, answer)
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error
      if (idempotencyKey !== null) idempotency.forget(account, idempotencyKey)
    }
  }
  return ahead
}
