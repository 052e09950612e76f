/** What goes wrong says so in one line, and a process that dies loses nothing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import {
  endAll,
  environment,
  eventually,
  freePorts,
  run,
  signIn,
  stripeOf,
  temporaryFolder,
  type Run,
} from './kit/desk'
import { ownMrr, reportedMrr } from './kit/own-mrr'

jest.setTimeout(420_000)

/** Milliseconds: a transaction that died with its process holds its locks for 20 s, and a sync that met them is resumed by the minute. */
const RESUMED_MS = 120_000

afterAll(endAll)

/** Starts in vain. @returns exit code and what was said */
async function failedStart(
  folder: string,
  more: NodeJS.ProcessEnv,
): Promise<{ code: number | null; said: string }> {
  const started = run('scripts/start.ts', [], environment(folder, await freePorts(), more))
  return { code: await started.ended, said: started.output().trim() }
}

const listening = (port: number): Promise<boolean> =>
  fetch(`http://localhost:${port}`).then(
    () => true,
    () => false,
  )

test('a port in use', async () => {
  const server = await new Promise<Server>((resolve) => {
    const one = createServer().listen(0, '127.0.0.1', () => resolve(one))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const { code, said } = await failedStart(temporaryFolder(), { PREVIEW_PORT: String(port) })
  server.close()
  expect({ code, said }).toEqual({
    code: 1,
    said: `Port ${port} is in use: stop what listens there, or set PREVIEW_PORT to another`,
  })
})

test('no way to get a mongod', async () => {
  const { code, said } = await failedStart(temporaryFolder(), { MONGOD_BINARY: '/nowhere/mongod' })
  expect({ code, said }).toEqual({ code: 1, said: 'MONGOD_BINARY does not run as mongod: /nowhere/mongod' })
})

test('a malformed key', async () => {
  const { code, said } = await failedStart(temporaryFolder(), {
    STRIPE_SECRET_KEY: 'whsec_wrong',
    STRIPE_API_BASE: 'http://localhost:1',
  })
  expect(code).toBe(1)
  expect(said).toMatch(/^STRIPE_SECRET_KEY is not a Stripe key: .+$/)
})

test('a key that Stripe refuses', async () => {
  const folder = temporaryFolder()
  const ports = await freePorts()
  const standIn = run(
    'sandbox/api/main.ts',
    ['--port', String(ports.standIn), '--size', 'small'],
    environment(folder, ports),
  )
  await standIn.says('ready')
  const more = {
    STRIPE_SECRET_KEY: 'sk_test_not_the_one',
    STRIPE_API_BASE: `http://localhost:${ports.standIn}`,
  }
  const { code, said } = await failedStart(folder, more)
  standIn.child.kill('SIGTERM')
  expect(code).toBe(1)
  expect(said).toMatch(/Stripe refuses the key: check STRIPE_SECRET_KEY/)
  expect(said.split('\n')).toHaveLength(1)
})

test('corrupt data: of the keys, of the database', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'keys.json'), '{"JWT_KEYS": ')
  const keys = await failedStart(folder, {})
  expect(keys.code).toBe(1)
  expect(keys.said).toMatch(
    /keys\.json cannot be read: restore it from a backup, or move .+ away to start anew$/,
  )

  const other = temporaryFolder()
  mkdirSync(path.join(other, 'mongodb/db'), { recursive: true })
  writeFileSync(path.join(other, 'mongodb/db/WiredTiger'), 'not a database')
  writeFileSync(path.join(other, 'mongodb/db/WiredTiger.wt'), 'not a database')
  writeFileSync(path.join(other, 'mongodb/db/storage.bson'), 'not a database')
  const database = await failedStart(other, {})
  expect(database.code).toBe(1)
  expect(database.said).toMatch(
    /^The database files in .+ cannot be opened \(.+\): move .+ away to start anew.*$/m,
  )
  expect(database.said.split('\n')).toHaveLength(1)
})

test('against an address that is not this machine neither preview nor stand-in starts', async () => {
  const folder = temporaryFolder()
  const ports = await freePorts()
  // a name that stands for no machine: the backend gives up, and nothing else was started
  const more = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_API_BASE: 'https://stripe.invalid' }
  const started = run('scripts/start.ts', [], environment(folder, ports, more))
  let seen = false
  const looking = setInterval(
    () =>
      void Promise.all([listening(ports.preview), listening(ports.standIn)]).then(
        (up) => (seen ||= up.includes(true)),
      ),
    200,
  )
  const code = await started.ended
  clearInterval(looking)
  expect(code).toBe(1)
  expect(started.output()).toMatch(/Stripe does not answer at https:\/\/stripe\.invalid/)
  expect(seen).toBe(false)
})

test('a backend killed in the middle of the sync starts again; nothing is missing or double', async () => {
  const folder = temporaryFolder()
  const ports = await freePorts()
  const env = environment(folder, ports, { LOG_LEVEL: 'error' })
  const backend = (): Run => run('backend/src/main.ts', [], env)
  const ready = () => fetch(`http://localhost:${ports.backend}/health/ready`).then(({ ok }) => ok)
  // the folder's keys must be there before the stand-in, which takes its key from them
  const desk = run('backend/src/cli/main.ts', ['jobs', 'list'], env)
  await desk.ended
  const { STRIPE_SECRET_KEY: key } = JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8')) as {
    STRIPE_SECRET_KEY: string
  }
  const standIn = run('sandbox/api/main.ts', ['--port', String(ports.standIn), '--size', 'small'], {
    ...env,
    SANDBOX_SECRET_KEY: key,
  })
  await standIn.says('ready')
  await fetch(`http://localhost:${ports.standIn}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ latency_ms: 60 }),
  })

  type Sync = {
    status: string
    complete: boolean
    resources: { resource: string; status: string; count: number }[]
  }
  let token = ''
  const api = async <T>(pathname: string): Promise<T> =>
    (await (
      await fetch(`http://localhost:${ports.backend}/v1${pathname}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).json()) as T
  const enter = async (): Promise<Run> => {
    const one = backend()
    await eventually(ready, 'the backend', 60_000, one.ended)
    token = await signIn(folder, ports.backend)
    return one
  }

  let killed = 0
  for (const marker of ['subscriptions', 'charges']) {
    const one = await enter()
    await eventually(
      async () => {
        const { complete, resources } = await api<Sync>('/sync')
        return (
          complete ||
          resources.some(
            ({ resource, status, count }) => resource === marker && (status === 'complete' || count > 0),
          )
        )
      },
      marker,
      RESUMED_MS,
    )
    if (!(await api<Sync>('/sync')).complete) killed++
    one.child.kill('SIGKILL')
    await one.ended
  }
  expect(killed).toBeGreaterThan(0)
  const last = await enter()
  await eventually(async () => (await api<Sync>('/sync')).complete, 'the sync', RESUMED_MS)

  const health = (await (await fetch(`http://localhost:${ports.standIn}/_sandbox/health`)).json()) as {
    counts: Record<string, number>
  }
  const stripe = stripeOf(folder, ports.standIn)
  const customers = new Set<string>()
  for (let cursor: string | undefined, more = true; more;) {
    const page = await api<{ data: { id: string }[]; has_more: boolean }>(
      `/customers?limit=100${cursor ? `&starting_after=${cursor}` : ''}`,
    )
    for (const { id } of page.data) {
      expect(customers.has(id)).toBe(false)
      customers.add(id)
    }
    cursor = page.data.at(-1)?.id
    more = page.has_more
  }
  expect(customers.size).toBe(health.counts['customers'])

  const own = await ownMrr(stripe, Math.floor(Date.now() / 1000))
  const rates = await api<{ data: { per_euro: Record<string, string> }[] }>('/fx_rates?limit=1')
  const { currency, figures } = await api<{ currency: string; figures: { mrr: { value: number } } }>(
    '/analytics/overview',
  )
  expect(figures.mrr.value).toBe(reportedMrr(own, rates.data[0]?.per_euro ?? {}, currency))
  last.child.kill('SIGTERM')
  expect(await last.ended).toBe(0)
  standIn.child.kill('SIGTERM')
})
