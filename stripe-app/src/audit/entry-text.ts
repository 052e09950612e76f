import type { AuditEntry } from '../api/types'
import { sentence } from '../format/words'

/** A name of the trail as words: `api_key.created` is API key created. */
export const actionText = (action: string): string =>
  sentence(action.replaceAll('.', ' ')).replace(/\bApi\b|\bapi\b/, 'API')

const ACTORS: Record<string, string> = {
  system: 'Revenue Desk',
  job: 'Scheduled work',
  command_line: 'Command line',
  api_key: 'API key',
}

/** Who did it: people by their names, the rest by what it is. */
export function actorText({ actor: { kind, id } }: AuditEntry, nameOf: (id: string) => string): string {
  const what = ACTORS[kind]
  if (what === undefined) return nameOf(id)
  // there is one of each
  return kind === 'system' || kind === 'command_line' ? what : `${what} ${id}`
}

/** What it was about: members by their names, the rest by its id. */
export const targetText = ({ target: { id } }: AuditEntry, nameOf: (id: string) => string): string =>
  nameOf(id)

/** Beginning and end of an id that is too long for a table: `role_…c5f2e0`. */
export const shortId = (text: string): string => text.replace(/^([a-z]+_)[^\s_]{8,}(.{6})$/, '$1…$2')
