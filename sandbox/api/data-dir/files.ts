import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { isObject, parseJson, type Json, type JsonObject } from '../json'

/** The data directory cannot be used; the message says what is wrong and what to do. */
export class DataDirError extends Error {}

const BEGIN_ANEW = 'Move the directory away to begin with fresh sample data.'

/** A file of JSON lines that is only ever appended to. */
export class LineFile {
  constructor(private readonly path: string) {}

  /** All lines. A last line without its end was never finished and is cut off; anything else that is broken is refused. */
  read(): Json[] {
    if (!existsSync(this.path)) return []
    const text = readFileSync(this.path, 'utf8')
    const end = text.lastIndexOf('\n') + 1
    if (end < text.length) truncateSync(this.path, Buffer.byteLength(text.slice(0, end)))
    return text
      .slice(0, end)
      .split('\n')
      .filter((line) => line !== '')
      .map((line, index) => {
        try {
          return parseJson(line)
        } catch {
          throw new DataDirError(`${this.path}: line ${index + 1} is not JSON. ${BEGIN_ANEW}`)
        }
      })
  }

  append(line: Json): void {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`)
  }

  /** Puts other lines in the place of all of them; a crash leaves the old ones or the new ones. */
  replace(lines: readonly Json[]): void {
    const fresh = `${this.path}.new`
    writeFileSync(fresh, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    renameSync(fresh, this.path)
  }

  /** The error for a line that is JSON but not what belongs here. */
  broken(index: number): DataDirError {
    return new DataDirError(
      `${this.path}: line ${index + 1} is not one that this program wrote. ${BEGIN_ANEW}`,
    )
  }
}

/** What the sample data of a directory was made with. */
export interface Origin {
  seed: string
  size: string
  /** The scenario of its history, if it has one. */
  scenario: string | null
  startedAt: number
  /** Seconds by which the account's clock is ahead of the machine's, before anything was advanced. */
  offset: number
}

/** Reads what a directory was begun with, or writes it if the directory is new. */
export function openOrigin(directory: string, begin: () => Origin): Origin {
  const path = join(directory, 'sandbox.json')
  try {
    mkdirSync(directory, { recursive: true })
    if (!existsSync(path)) {
      const origin = begin()
      writeFileSync(path, `${JSON.stringify({ ...origin })}\n`)
      return origin
    }
  } catch (error) {
    throw new DataDirError(
      `${directory} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const origin = readOrigin(path)
  if (!origin) throw new DataDirError(`${path} is not one that this program wrote. ${BEGIN_ANEW}`)
  return origin
}

function readOrigin(path: string): Origin | undefined {
  let value: Json
  try {
    value = parseJson(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
  if (!isObject(value)) return undefined
  const { seed, size, scenario = null, startedAt, offset } = value
  if (typeof seed !== 'string' || typeof size !== 'string') return undefined
  if (typeof startedAt !== 'number' || typeof offset !== 'number') return undefined
  if (scenario !== null && typeof scenario !== 'string') return undefined
  return { seed, size, scenario, startedAt, offset }
}

/** A field of a line that must be text. */
export function textOf(line: JsonObject, key: string): string | undefined {
  const value = line[key]
  return typeof value === 'string' ? value : undefined
}
