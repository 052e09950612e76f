/** Watches what really goes to MongoDB and names every command that does not carry its owner. For tests. */
import type { mongo } from 'mongoose'
import { COLLECTIONS, type CollectionName, type ScopeKey } from './scope'

const FIELDS: Record<ScopeKey, string[]> = {
  account: ['accountId', 'mode'],
  workspace: ['workspaceId'],
  none: [],
}

type Doc = Record<string, unknown>
const isDoc = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const docs = (value: unknown): Doc[] => (Array.isArray(value) ? value.filter(isDoc) : [])

/** One owner by equality: a string at the top or inside $and; $in over accounts does not count. */
function carries(filter: unknown, field: string): boolean {
  if (!isDoc(filter)) return false
  if (typeof filter[field] === 'string') return true
  return docs(filter['$and']).some((part) => carries(part, field))
}

function filtersOf(command: Doc, name: string): unknown[] {
  switch (name) {
    case 'find':
      return [command['filter']]
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return [command['query']]
    case 'update':
      return docs(command['updates']).map((update) => update['q'])
    case 'delete':
      return docs(command['deletes']).map((removal) => removal['q'])
    case 'insert':
      return docs(command['documents'])
    case 'aggregate':
      return [docs(command['pipeline'])[0]?.['$match'], ...joins(command['pipeline'])]
    default:
      return []
  }
}

/** The first match of each joined pipeline, also inside a $facet; a join without one is reported as undefined. */
function joins(pipeline: unknown): unknown[] {
  return docs(pipeline).flatMap((stage) => {
    if (isDoc(stage['$facet'])) return Object.values(stage['$facet']).flatMap(joins)
    const join = stage['$lookup'] ?? stage['$unionWith'] ?? stage['$graphLookup']
    if (join === undefined) return []
    return [isDoc(join) ? docs(join['pipeline'])[0]?.['$match'] : undefined]
  })
}

/** Commands that need no owner: they name no document. */
const WITHOUT_DOCUMENTS = new Set([
  'create',
  'createIndexes',
  'listIndexes',
  'drop',
  'dropIndexes',
  'getMore',
  'killCursors',
])

/** @returns what is wrong with the command, or null. */
export function violation(commandName: string, command: Doc): string | null {
  const collection = command[commandName]
  if (typeof collection !== 'string' || WITHOUT_DOCUMENTS.has(commandName)) return null
  if (!(collection in COLLECTIONS)) return `${commandName} on ${collection}, which no table names`
  const fields = FIELDS[COLLECTIONS[collection as CollectionName]]
  const filters = filtersOf(command, commandName)
  if (fields.length > 0 && filters.length === 0)
    return `${commandName} on ${collection} is not a known command`
  const missing = fields.find((field) => !filters.every((filter) => carries(filter, field)))
  return missing ? `${commandName} on ${collection} without ${missing}` : null
}

/** Starts watching; the list grows with every violation. The client needs `monitorCommands: true`. */
export function watchCommands(client: mongo.MongoClient): string[] {
  const violations: string[] = []
  client.on('commandStarted', ({ commandName, command }) => {
    const found = violation(commandName, command as Doc)
    if (found) violations.push(found)
  })
  return violations
}
