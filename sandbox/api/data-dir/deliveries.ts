import { join } from 'node:path'
import { LineFile } from './files'

/** Which events need not be delivered to which endpoints any more. */
export interface DeliveryLog {
  has(endpoint: string, event: string): boolean
  add(endpoint: string, event: string): void
  /** Forgets the events that are not there any more, so that the log keeps its size over the months. */
  retain(isThere: (event: string) => boolean): void
}

/** A log in memory. */
export function createDeliveryLog(): DeliveryLog {
  const done = new Set<string>()
  return {
    has: (endpoint, event) => done.has(`${endpoint} ${event}`),
    add: (endpoint, event) => done.add(`${endpoint} ${event}`),
    retain(isThere) {
      for (const one of done) if (!isThere(one.slice(one.indexOf(' ') + 1))) done.delete(one)
    },
  }
}

/** The log in a data directory, so that a restart does not deliver everything again. */
export function openDeliveryLog(directory: string): DeliveryLog {
  const file = new LineFile(join(directory, 'delivered.jsonl'))
  const log = createDeliveryLog()
  const known = file.read().map((line, index): [string, string] => {
    const [endpoint, event] = Array.isArray(line) ? line : []
    if (typeof endpoint !== 'string' || typeof event !== 'string') throw file.broken(index)
    return [endpoint, event]
  })
  for (const [endpoint, event] of known) log.add(endpoint, event)
  return {
    has: log.has,
    add(endpoint, event) {
      log.add(endpoint, event)
      file.append([endpoint, event])
    },
    retain(isThere) {
      log.retain(isThere)
      const left = known.filter(([, event]) => isThere(event))
      if (left.length < known.length) file.replace(left)
    },
  }
}
