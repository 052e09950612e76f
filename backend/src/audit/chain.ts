/** The chain of the audit trail: pure functions over entries as they are stored. */
import { createHash } from 'node:crypto'

/** Where a chain stands: the number of its last entry, which is also how many it has, and that entry's hash. */
export interface Link {
  seq: number
  /** Null before the first entry. */
  hash: string | null
}

export const BEGINNING: Link = { seq: 0, hash: null }

/** What is hashed of a stored entry: everything in its document but the hash itself. */
export interface Sealable {
  seq: number | null
  previousHash: string | null
  hash: string | null
}

/**
 * One text for one value: JSON with sorted keys and no spaces (as RFC 8785 has it). What JSON would make alike is told
 * apart by the name of its type, so that no value can be put in the place of another.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value instanceof Date) return `Date(${value.getTime()})`
  const fields = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
  const prototype: unknown = Object.getPrototypeOf(value)
  const type = prototype === null || prototype === Object.prototype ? '' : value.constructor.name
  return `${type}{${fields.join(',')}}`
}

/** SHA-256 over the canonical form of the entry with its place in the chain, hexadecimal. */
export function hashOf({ hash: _hash, ...entry }: Sealable): string {
  return createHash('sha256').update(canonical(entry)).digest('hex')
}

/** The entry in its place behind `previous`. */
export function link(
  entry: Sealable,
  previous: Link,
): { seq: number; previousHash: string | null; hash: string } {
  const place = { seq: previous.seq + 1, previousHash: previous.hash }
  return { ...place, hash: hashOf({ ...entry, ...place }) }
}

export type FaultReason = keyof typeof FAULTS

/** What can be wrong with a chain, in words. */
export const FAULTS = {
  missing: 'No entry has this number: it was deleted, or the end of the trail was cut off',
  misplaced: 'An entry stands here that is no part of the chain',
  altered: 'The entry is not what was sealed',
  rewritten:
    'This entry or the next one was sealed anew: the next one, a checkpoint or the head names another hash',
  head_missing: 'The signed head of the chain is gone',
  head_forged: 'The head of the chain was not signed by this desk',
  checkpoint_forged: 'A checkpoint at this entry was not signed by this desk',
  key_unknown: 'The head is signed by a key that ENCRYPTION_KEYS lacks: put it back',
} as const

export interface Fault {
  seq: number
  reason: FaultReason
}

/**
 * Checks that entries, in the order of their numbers, follow `previous` and each other.
 * @returns the end of what holds, and the first fault
 */
export function follow(previous: Link, entries: Sealable[]): { end: Link; fault: Fault | null } {
  let end = previous
  for (const entry of entries) {
    const seq = end.seq + 1
    const fault = faultOf(entry, end)
    if (fault !== null)
      return { end, fault: { seq: fault === 'rewritten' ? Math.max(end.seq, 1) : seq, reason: fault } }
    end = { seq, hash: entry.hash }
  }
  return { end, fault: null }
}

function faultOf(entry: Sealable, previous: Link): FaultReason | null {
  const seq = previous.seq + 1
  if (entry.seq !== seq)
    return Number.isInteger(entry.seq) && Number(entry.seq) > seq ? 'missing' : 'misplaced'
  if (entry.hash !== hashOf(entry)) return 'altered'
  if (entry.previousHash !== previous.hash) return 'rewritten'
  return null
}
