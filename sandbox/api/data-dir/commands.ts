import { join } from 'node:path'
import { isObject, type Json } from '../json'
import { LineFile, textOf } from './files'

/** A request that changed something, and the instant on the account's clock at which it ran. */
export interface Command {
  account: string
  live: boolean
  at: number
  method: string
  path: string
  form: string
  requestId: string
  idempotencyKey: string | null
}

/** The account's clock was moved ahead of the machine's. */
export interface Advance {
  at: number
  advance: number
}

/**
 * Every command in the order in which they ran. With the seed and the instant of the first start they are the whole
 * state: a restart makes the history again and repeats them.
 */
export interface CommandLog {
  read(): (Command | Advance)[]
  append(command: Command | Advance): void
}

/** A log that forgets: for a stand-in that lives in memory only. */
export const noCommandLog: CommandLog = { read: () => [], append: () => undefined }

/** The log in a data directory. A command is written before it runs and before anyone is answered. */
export function openCommandLog(directory: string): CommandLog {
  const file = new LineFile(join(directory, 'commands.jsonl'))
  return {
    read: () =>
      file.read().map((line, index) => {
        const command = commandOf(line)
        if (!command) throw file.broken(index)
        return command
      }),
    append: (command) => file.append({ ...command }),
  }
}

function commandOf(line: Json): Command | Advance | undefined {
  if (!isObject(line) || typeof line['at'] !== 'number') return undefined
  const { at, advance, idempotencyKey = null } = line
  if (typeof advance === 'number') return { at, advance }
  const account = textOf(line, 'account')
  const live = line['live'] === true
  const method = textOf(line, 'method')
  const path = textOf(line, 'path')
  const form = textOf(line, 'form')
  const requestId = textOf(line, 'requestId')
  if (account === undefined || method === undefined || path === undefined) return undefined
  if (form === undefined || requestId === undefined) return undefined
  if (idempotencyKey !== null && typeof idempotencyKey !== 'string') return undefined
  return { account, live, at, method, path, form, requestId, idempotencyKey }
}
