import { parseArgs } from 'node:util'
import { isScenarioName, SCENARIOS, type ScenarioName } from './sample/scenarios'
import { isSizeName, SIZES, type SizeName } from './sample/sizes'

export interface Options {
  port: number
  host: string
  dataDir: string | undefined
  seed: string | undefined
  size: SizeName | undefined
  scenario: ScenarioName | undefined
  now: number | undefined
  secretKey: string | undefined
}

/** A wrong option; the message says which and what it may be. */
export class OptionError extends Error {}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** Reads the command line and the environment. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options {
  const values = parse(args)
  const port = Number(values.port ?? environment['SANDBOX_PORT'] ?? 4244)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new OptionError(
      `--port must be a number from 0 to 65535, not '${values.port ?? environment['SANDBOX_PORT']}'.`,
    )
  }
  const host = values.host ?? '127.0.0.1'
  if (!LOOPBACK.includes(host)) {
    throw new OptionError(
      `--host must be one of ${LOOPBACK.join(', ')}: the stand-in serves this machine only.`,
    )
  }
  const { size, scenario, now } = values
  if (size !== undefined && !isSizeName(size)) {
    throw new OptionError(`--size must be one of ${Object.keys(SIZES).join(', ')}, not '${size}'.`)
  }
  if (scenario !== undefined && !isScenarioName(scenario)) {
    throw new OptionError(
      `--scenario must be one of ${Object.keys(SCENARIOS).join(', ')}, not '${scenario}'.`,
    )
  }
  const instant = now === undefined ? undefined : Date.parse(now)
  if (instant !== undefined && Number.isNaN(instant)) {
    throw new OptionError(`--now must be a date such as 2026-11-20T12:00:00Z, not '${now}'.`)
  }
  const secretKey = environment['SANDBOX_SECRET_KEY']
  return {
    port,
    host,
    dataDir: values.data,
    seed: values.seed,
    size,
    scenario,
    now: instant === undefined ? undefined : Math.floor(instant / 1000),
    secretKey: secretKey === '' ? undefined : secretKey,
  }
}

function parse(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = { port: text, host: text, data: text, seed: text, size: text, scenario: text, now: text }
    return parseArgs({ args, options, allowPositionals: false }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}
