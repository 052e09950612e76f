import type { AuditEntry } from '../api/types'

export type DiffRow = { field: string; before: string; after: string; changed: boolean }

/** A value of an entry as one reads it: texts as they are, lists by their parts, what is not there as nothing. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Before and after side by side, a row for each field: those that differ first. */
export function diffOf({ before, after }: Pick<AuditEntry, 'before' | 'after'>): DiffRow[] {
  const fields = Array.from(new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]))
  const rows = fields.map((field) => {
    const [was, is] = [before?.[field], after?.[field]]
    return {
      field,
      before: textOf(was),
      after: textOf(is),
      changed: JSON.stringify(was) !== JSON.stringify(is),
    }
  })
  return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)]
}
