/** `npm start`: database, Stripe stand-in, backend and Dashboard preview in one go, and one Ctrl-C for all of them. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { loadConfig, type Config } from '../backend/src/config'
import { findMongod, startMongod } from '../backend/src/database/embedded-mongod'
import { SetupError } from '../backend/src/errors'
import { start, type Running } from './processes'

/** What must be ended, in the order of its start. */
const running: { stop(): Promise<void> }[] = []
let stopping: Promise<void> | null = null

function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const one of running.reverse()) await one.stop()
  })()
  return stopping
}

function checkFree(port: number, variable: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', () =>
      reject(
        new SetupError(`Port ${port} is in use: stop what listens there, or set ${variable} to another`),
      ),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}

async function until<T>(ready: () => Promise<T | null>, watched: Running): Promise<T> {
  for (;;) {
    const value = await Promise.race([ready().catch(() => null), watched.failed])
    if (value !== null) return value
    await Promise.race([wait(100), watched.failed])
  }
}

const answers = async (url: string): Promise<true | null> => ((await fetch(url)).ok ? true : null)

async function json<T>(url: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(url, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  })
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return (await answer.json()) as T
}

interface Admin {
  email: string
  password: string
}

/** Shows how the first sync goes on, until it has ended. */
async function followSync(base: string, admin: Admin, backend: Running): Promise<void> {
  type Tokens = { access_token: string; refresh_token: string; expires_in: number }
  type Sync = {
    status: string
    percent: number
    resources: { resource: string; count: number; status: string }[]
  }
  const enter = async (path: string, body: object) => {
    const tokens = await json<Tokens>(`${base}/auth/${path}`, { method: 'POST', body: JSON.stringify(body) })
    return { ...tokens, renewAt: Date.now() + (tokens.expires_in * 1000) / 2 }
  }
  let session = await enter('sessions', admin)
  const terminal = process.stdout.isTTY
  const bar = terminal
    ? new SingleBar({
        format: 'Reading Stripe [{bar}] {percentage} %  {rows} rows  {what}',
        hideCursor: true,
      })
    : null
  bar?.start(100, 0, { rows: 0, what: '' })
  let told = -1
  const final = await until(async () => {
    // the first sync of a large account outlasts an access token
    if (Date.now() > session.renewAt)
      session = await enter('sessions/refresh', { refresh_token: session.refresh_token })
    const headers = { authorization: `Bearer ${session.access_token}` }
    const sync = await json<Sync>(`${base}/sync`, { headers })
    const rows = sync.resources.reduce(
      (sum, { count, resource }) => (resource === 'figures' ? sum : sum + count),
      0,
    )
    const what = sync.resources.filter(({ status }) => status === 'running').map(({ resource }) => resource)
    bar?.update(sync.percent, { rows: rows.toLocaleString('en'), what: what.slice(0, 3).join(', ') })
    if (!terminal && sync.percent >= told + 20) console.log(`Reading Stripe: ${(told = sync.percent)} %`)
    return sync.status === 'complete' || sync.status === 'failed' ? sync.status : null
  }, backend)
  bar?.stop()
  if (final === 'failed')
    console.log('Not everything could be read from Stripe; the desk says what, and goes on with the rest.')
}

async function startDatabase(config: Config): Promise<void> {
  if (config.mongodbUri !== null) return
  const find = () => findMongod(config.mongodBinary, config.cacheDir, console.log)
  running.push(await startMongod(path.join(config.dataDir, 'mongodb'), find))
}

async function startStandIn(config: Config, logs: string): Promise<void> {
  if (!config.stripe.standIn) return
  const args = ['--port', String(config.sandboxPort), '--data', path.join(config.dataDir, 'sandbox')]
  const standIn = start(
    'stripe-stand-in',
    'sandbox/api/main.ts',
    args,
    { SANDBOX_SECRET_KEY: config.stripe.secretKey ?? '' },
    logs,
  )
  running.push(standIn)
  await until(() => answers(`${config.stripe.apiBase.origin}/_sandbox/health`), standIn)
}

async function main(): Promise<void> {
  const config = loadConfig()
  const logs = path.join(config.dataDir, 'logs')
  const { loopback, standIn } = config.stripe
  await checkFree(config.port, 'PORT')
  if (loopback) await checkFree(config.previewPort, 'PREVIEW_PORT')
  if (standIn) await checkFree(config.sandboxPort, 'SANDBOX_PORT')

  await Promise.all([startDatabase(config), startStandIn(config, logs)])
  const backend = start('backend', 'backend/src/main.ts', [], {}, logs)
  running.push(backend)
  const preview = loopback
    ? start('preview', 'sandbox/dashboard/main.ts', [], previewEnvironment(config), logs)
    : null
  if (preview) running.push(preview)

  const base = `http://localhost:${config.port}`
  await until(() => answers(`${base}/health/ready`), backend)
  if (preview) await until(() => answers(`http://localhost:${config.previewPort}`), preview)
  const admin = JSON.parse(readFileSync(path.join(config.dataDir, 'admin.json'), 'utf8')) as Admin
  await followSync(`${base}/v1`, admin, backend)

  console.log('\nRevenue Desk is ready.\n')
  if (preview) console.log(`  Dashboard preview  http://localhost:${config.previewPort}`)
  console.log(`  API reference      ${base}/docs`)
  if (standIn) console.log(`  Stripe stand-in    http://localhost:${config.sandboxPort}`)
  console.log(
    `  Admin sign-in      ${admin.email}  ${admin.password}\n\nCtrl-C stops all of it; the data stays in ${config.dataDir}.`,
  )
  await Promise.race([backend.failed, ...(preview ? [preview.failed] : [])])
}

function previewEnvironment({ port, previewPort, stripe }: Config): NodeJS.ProcessEnv {
  return {
    PREVIEW_PORT: String(previewPort),
    BACKEND_URL: `http://localhost:${port}`,
    STRIPE_API_BASE: stripe.apiBase.origin,
    STRIPE_SECRET_KEY: stripe.secretKey ?? '',
    STRIPE_APP_SECRET: stripe.appSecrets[0] ?? '',
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    void stopAll().then(() => process.exit(0))
  })

main().catch(async (error: unknown): Promise<void> => {
  if (stopping) return
  if (error instanceof SetupError) console.error(error.message)
  else console.error(error)
  await stopAll()
  process.exit(1)
})
