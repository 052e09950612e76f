import { join } from 'node:path'
import { LineFile } from './files'

/** Which events need not be delivered to which endpoints any more. */
export interface DeliveryLog {
  has(endpoint: string, event: string): boolean
  add(endpoint: string, event: string): void
}

/** A log in memory. */
export function createDeliveryLog(): DeliveryLog {
  const done = new Set<string>()
  return {
    has: (endpoint, event) => done.has(`${endpoint} ${event}`),
    add: (endpoint, event) => done.add(`${endpoint} ${event}`),
  }
}

/** The log in a data directory, so that a restart does not deliver everything again. */
export function openDeliveryLog(directory: string): DeliveryLog {
  const file = new LineFile(join(directory, 'delivered.jsonl'))
  const log = createDeliveryLog()
  for (const [index, line] of file.read().entries()) {
    const [endpoint, event] = Array.isArray(line) ? line : []
    if (typeof endpoint !== 'string' || typeof event !== 'string') throw file.broken(index)
    log.add(endpoint, event)
  }
  return {
    has: log.has,
    add(endpoint, event) {
      log.add(endpoint, event)
      file.append([endpoint, event])
    },
  }
}
