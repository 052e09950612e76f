/** The desk as a stranger starts it: one command, a folder of its own, ports of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import Stripe from 'stripe'
import { freePort } from '../../backend/src/database/embedded-mongod'

const root = path.resolve(__dirname, '../..')

export interface Ports {
  backend: number
  preview: number
  standIn: number
}

export const freePorts = async (): Promise<Ports> => ({
  backend: await freePort(),
  preview: await freePort(),
  standIn: await freePort(),
})

export const temporaryFolder = (): string => mkdtempSync(path.join(os.tmpdir(), 'desk-'))

export function environment(folder: string, ports: Ports, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { MONGODB_URI: _uri, STRIPE_SECRET_KEY: _key, STRIPE_API_BASE: _base, ...env } = process.env
  return {
    ...env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    PORT: String(ports.backend),
    PREVIEW_PORT: String(ports.preview),
    SANDBOX_PORT: String(ports.standIn),
    ...more,
  }
}

export interface Run {
  child: ChildProcess
  /** All it has printed so far. */
  output(): string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
  /** Resolves when this was printed. @throws Error when it ends before, or takes too long */
  says(text: string, withinMs?: number): Promise<void>
}

const started: Run[] = []

/** Ends what a failed test left running. */
export async function endAll(): Promise<void> {
  for (const { child, ended } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  }
}

/** Runs a TypeScript file of the repository as a process. */
export function run(file: string, args: string[], env: NodeJS.ProcessEnv): Run {
  const child = spawn(process.execPath, ['scripts/run.mjs', file, ...args], { cwd: root, env })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const one: Run = {
    child,
    output: () => text,
    ended,
    says: (wanted, withinMs = 120_000) =>
      eventually(() => Promise.resolve(text.includes(wanted)), `"${wanted}" in:\n${text}`, withinMs, ended),
  }
  started.push(one)
  return one
}

/** Waits until `check` is true; tells what was awaited when it never is. */
export async function eventually(
  check: () => Promise<boolean>,
  what: string,
  withinMs = 20_000,
  ended?: Promise<unknown>,
): Promise<void> {
  let over = false
  void ended?.then(() => (over = true))
  for (const until = Date.now() + withinMs; Date.now() < until;) {
    if (await check().catch(() => false)) return
    if (over) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Awaited in vain: ${what}`)
}

export interface Desk {
  ports: Ports
  folder: string
  process: Run
  stripe: Stripe
  /** A call as the generated owner. */
  api: Call
  stop(): Promise<number | null>
}

/** The official client on the stand-in of this folder. */
export function stripeOf(folder: string, port: number): Stripe {
  const { STRIPE_SECRET_KEY: key } = JSON.parse(readFileSync(path.join(folder, 'keys.json'), 'utf8')) as {
    STRIPE_SECRET_KEY: string
  }
  return new Stripe(key, { host: 'localhost', port, protocol: 'http' })
}

/** Signs the generated owner in. @returns the access token */
export async function signIn(folder: string, port: number): Promise<string> {
  const answer = await fetch(`http://localhost:${port}/v1/auth/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: readFileSync(path.join(folder, 'admin.json'), 'utf8'),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

export type Call = <T>(pathname: string, init?: RequestInit) => Promise<{ status: number; body: T }>

/** Calls of the API with a token. */
export function apiAs(port: number, token: string): Call {
  return async <T>(pathname: string, init: RequestInit = {}) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...init.headers,
    }
    const answer = await fetch(`http://localhost:${port}/v1${pathname}`, { ...init, headers })
    return { status: answer.status, body: (await answer.json()) as T }
  }
}

/** `npm start` in an empty folder, until it says that it is ready. */
export async function startDesk(): Promise<Desk> {
  const folder = temporaryFolder()
  const ports = await freePorts()
  const process = run('scripts/start.ts', [], environment(folder, ports))
  await process.says('Revenue Desk is ready.')
  const token = await signIn(folder, ports.backend)
  return {
    ports,
    folder,
    process,
    stripe: stripeOf(folder, ports.standIn),
    api: apiAs(ports.backend, token),
    async stop() {
      process.child.kill('SIGINT')
      const code = await process.ended
      rmSync(folder, { recursive: true, force: true })
      return code
    },
  }
}
