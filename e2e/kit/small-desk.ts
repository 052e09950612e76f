/** A desk for the views: stand-in, backend and preview as processes of their own, on ports and a folder of their own. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type Stripe from 'stripe'
import { loadConfig } from '../../backend/src/config'
import { apiAs, environment, eventually, freePorts, run, signIn, stripeOf } from './desk'
import { temporaryFolder, type Call, type Ports, type Run } from './desk'

export interface SmallDesk {
  ports: Ports
  /** The one account of the stand-in. */
  account: string
  stripe: Stripe
  /** A call as the generated owner. */
  api: Call
  /** What shall go wrong at the stand-in from now on; `{}` turns all of it off. */
  faults(wanted: Record<string, unknown>): Promise<void>
  /** Waits until the history is read and the figures are computed. */
  synced(): Promise<void>
  /** Ends the backend as a crash would. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  revive(): Promise<void>
  /** Starts the backend anew with other keys for its tokens: none of those it gave out is good any more. */
  changeTokenKeys(): Promise<void>
  /** Ends all of it, also after a failed test. */
  end(): Promise<void>
}

export interface SmallDeskOptions {
  /** How much the stand-in's account holds. */
  size?: 'small' | 'empty'
  /** How long the stand-in takes for each answer, from before the first sync on. */
  latencyMs?: number
}

const answers = (url: string) => () => fetch(url).then(({ ok }) => ok)

/** The database outlives a backend that was killed: the last one to leave ends it. */
function endDatabase(folder: string): void {
  const file = path.join(folder, 'mongodb/mongod.json')
  if (!existsSync(file)) return
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number }
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

async function endOf(one: Run, signal: NodeJS.Signals): Promise<void> {
  one.child.kill(signal)
  await one.ended
}

export async function startSmallDesk(options: SmallDeskOptions = {}): Promise<SmallDesk> {
  const { size = 'small', latencyMs } = options
  const folder = temporaryFolder()
  const ports = await freePorts()
  const env = environment(folder, ports, { LOG_LEVEL: 'error' })
  const { stripe } = loadConfig(env) // makes the folder's keys
  const key = stripe.secretKey ?? ''
  const base = `http://localhost:${ports.standIn}`
  const backendUrl = `http://localhost:${ports.backend}`
  const faults = async (wanted: Record<string, unknown>): Promise<void> => {
    const { ok } = await fetch(`${base}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(wanted) })
    if (!ok) throw new Error('The stand-in does not know these faults')
  }

  const standIn = run('sandbox/api/main.ts', ['--size', size], { ...env, SANDBOX_SECRET_KEY: key })
  const preview = run('sandbox/dashboard/main.ts', [], {
    ...env,
    BACKEND_URL: backendUrl,
    STRIPE_API_BASE: base,
    STRIPE_SECRET_KEY: key,
    STRIPE_APP_SECRET: stripe.appSecrets[0] ?? '',
  })
  let backend: Run | null = null
  let api: Call = () => Promise.reject(new Error('The backend has not started'))
  const startBackend = async () => {
    const one = run('backend/src/main.ts', [], env)
    backend = one
    await eventually(answers(`${backendUrl}/health/ready`), 'the backend', 60_000, one.ended).catch(() => {
      throw new Error(`The backend did not start: ${one.output()}`)
    })
    api = apiAs(ports.backend, await signIn(folder, ports.backend))
  }
  const kill = async () => {
    if (backend) await endOf(backend, 'SIGKILL')
  }
  const end = async () => {
    const all = [standIn, preview, ...(backend ? [backend] : [])]
    await Promise.all(all.map((one) => endOf(one, 'SIGKILL')))
    endDatabase(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await standIn.says('ready')
    if (latencyMs !== undefined) await faults({ latency_ms: latencyMs })
    await Promise.all([startBackend(), preview.says('ready')])
  } catch (error) {
    await end()
    throw error
  }
  const { body } = await api<{ account: { id: string } }>('/me')
  const synced = () =>
    eventually(
      async () => (await api<{ complete: boolean }>('/sync')).body.complete,
      'the end of the sync',
      60_000,
    )
  if (latencyMs === undefined) await synced()
  return {
    ports,
    account: body.account.id,
    stripe: stripeOf(folder, ports.standIn),
    api: (pathname, init) => api(pathname, init),
    faults,
    synced,
    kill,
    revive: startBackend,
    async changeTokenKeys() {
      await kill()
      const file = path.join(folder, 'keys.json')
      const keys = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
      const JWT_KEYS = `other:${randomBytes(32).toString('base64')}`
      writeFileSync(file, JSON.stringify({ ...keys, JWT_KEYS }))
      await startBackend()
    },
    end,
  }
}
