import { SingleBar } from 'cli-progress'
import type { AccountDocument } from '../accounts/model'
import { scopeOf } from '../accounts/service'
import { openDesk, type OpenDesk } from '../bootstrap'
import { loadConfig, type Config } from '../config'
import { runInScope, type Mode } from '../database/scope'
import { SetupError } from '../errors'
import type { Page } from '../http'
import { createLogger } from '../log'

const ACTOR = { kind: 'command_line', id: 'desk' } as const

/** Which account the command is about: `--account` and `--mode`, else the one that was connected first. */
let wanted: { account?: string; mode?: Mode } = {}
export const about = (options: { account?: string; mode?: Mode }): void => {
  wanted = options
}

/** All rows of a list that is read by pages. */
export async function allOf<T extends { id: string }>(
  read: (page: Page) => Promise<{ data: T[]; has_more: boolean }>,
): Promise<T[]> {
  const rows: T[] = []
  for (let more = true; more;) {
    const last = rows.at(-1)
    const page = await read({ limit: 100, ...(last ? { starting_after: last.id } : {}) })
    rows.push(...page.data)
    more = page.has_more
  }
  return rows
}

/** Opens the desk, does the work for its workspace as the command line, and closes it again. */
export async function withWorkspace<T>(
  work: (desk: OpenDesk, config: Config) => Promise<T>,
  options?: { connects: boolean },
): Promise<T> {
  const config = loadConfig()
  // what a command has to say it prints; the log carries what went wrong
  const log = createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const desk = await openDesk(config, log, (line) => console.error(line), options)
  try {
    return await runInScope({ workspaceId: desk.workspaceId, actor: ACTOR }, () => work(desk, config))
  } finally {
    await desk.stop()
  }
}

/** The same for one of its accounts. @throws SetupError when there is none like it */
export const withDesk = <T>(
  work: (desk: OpenDesk & { account: AccountDocument }, config: Config) => Promise<T>,
): Promise<T> =>
  withWorkspace(async (desk, config) => {
    const all = await desk.services.accounts.ofWorkspace(desk.workspaceId)
    const account = all.find(
      ({ accountId, mode }) => (wanted.account ?? accountId) === accountId && (wanted.mode ?? mode) === mode,
    )
    if (!account)
      throw new SetupError(
        all.length === 0
          ? 'No Stripe account is connected: set STRIPE_SECRET_KEY, or use desk accounts connect'
          : 'No such account: desk accounts list names them',
      )
    return runInScope({ ...scopeOf(account), actor: ACTOR }, () => work({ ...desk, account }, config))
  })

/** Prints rows as a table for people or as JSON for programs. */
export function print(rows: Record<string, unknown>[], json: boolean): void {
  if (json) console.log(JSON.stringify(rows, null, 2))
  else console.table(rows)
}

/** A bar on a terminal, else a line for each step that is done; nothing where a program reads along. */
export function progressOf(title: string, json: boolean) {
  const bar =
    process.stdout.isTTY && !json
      ? new SingleBar({ format: `${title} {step} [{bar}] {value} of {total}`, clearOnComplete: true })
      : null
  const told = new Set<string>()
  bar?.start(0, 0, { step: '' })
  return {
    tell(step: string, done: number, total: number): void {
      bar?.setTotal(total)
      bar?.update(done, { step })
      if (bar || json || done < total || told.has(step)) return
      told.add(step)
      console.log(`${step}: ${done} of ${total}`)
    },
    end: () => bar?.stop(),
  }
}

/** Local time to the second, as in a log. */
export const at = (seconds: number | null): string =>
  seconds === null ? '–' : new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19)
