import { actAs, createLogger, openDesk, type OpenDesk } from '../bootstrap'
import { loadConfig, type Config } from '../config'

/** Opens the desk, does the work for its account as the command line, and closes it again. */
export async function withDesk<T>(work: (desk: OpenDesk, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig()
  // what a command has to say it prints; the log carries what went wrong
  const log = createLogger({ ...config, logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const desk = await openDesk(config, log, (line) => console.error(line))
  try {
    return await actAs(desk.account, { kind: 'command_line', id: 'desk' }, () => work(desk, config))
  } finally {
    await desk.stop()
  }
}

/** Prints rows as a table for people or as JSON for programs. */
export function print(rows: Record<string, unknown>[], json: boolean): void {
  if (json) console.log(JSON.stringify(rows, null, 2))
  else console.table(rows)
}

/** Local time to the second, as in a log. */
export const at = (seconds: number | null): string =>
  seconds === null ? '–' : new Date(seconds * 1000).toISOString().replace('T', ' ').slice(0, 19)
