/** Processes of ours: started with their log in a file, watched, and ended in order. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SetupError } from '../backend/src/errors'

const root = path.resolve(__dirname, '..')

/** Milliseconds that a process has to end by itself. */
const PATIENCE_MS = 12_000

export interface Running {
  name: string
  /** Rejects when the process ends before it was asked to. */
  failed: Promise<never>
  stop(): Promise<void>
}

function lastLine(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean)
  return lines.at(-1) ?? 'it gave no reason'
}

/** Starts a TypeScript file. Its output goes to a log; what it says last on stderr is the reason if it fails. */
export function start(
  name: string,
  file: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  logDir: string,
): Running {
  mkdirSync(logDir, { recursive: true })
  const [out, errors] = [path.join(logDir, `${name}.log`), path.join(logDir, `${name}.err`)]
  const endWithParent = pathToFileURL(path.join(root, 'scripts/end-with-parent.mjs')).href
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', endWithParent, path.join(root, 'scripts/run.mjs'), path.join(root, file), ...args],
    {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', openSync(out, 'a'), openSync(errors, 'w'), 'ipc'],
      // Ctrl-C reaches us first: we end them in order
      detached: true,
    },
  )
  let stopping = false
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (!stopping)
        reject(new SetupError(`${name} ended (${signal ?? `code ${code}`}): ${lastLine(errors)}`))
    })
  })
  failed.catch(() => undefined)
  return {
    name,
    failed,
    async stop() {
      stopping = true
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(killer)
    },
  }
}
