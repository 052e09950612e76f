import type { AuditEntry } from '../api/types'

export type DiffRow = { field: string; before: string; after: string; changed: boolean }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values of an entry by their places, `limits › refund › type`: objects are opened, lists are not. */
function leavesOf(object: Record<string, unknown>, path: string[] = []): [string, unknown][] {
  return Object.entries(object).flatMap(([key, value]): [string, unknown][] =>
    isObject(value) ? leavesOf(value, [...path, key]) : [[[...path, key].join(' › '), value]],
  )
}

/** A value as one reads it: texts as they are, lists by their parts, what is not there as nothing. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value)
}

/** Before and after side by side, a row for each value: those that differ first. */
export function diffOf(entry: Pick<AuditEntry, 'before' | 'after'>): DiffRow[] {
  const before = new Map(leavesOf(entry.before ?? {}))
  const after = new Map(leavesOf(entry.after ?? {}))
  const rows = Array.from(new Set([...before.keys(), ...after.keys()])).map((field) => {
    const [was, is] = [before.get(field), after.get(field)]
    return {
      field,
      before: textOf(was),
      after: textOf(is),
      changed: JSON.stringify(was) !== JSON.stringify(is),
    }
  })
  return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)]
}
