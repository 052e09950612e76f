import { missing, missingParam } from '../http/errors'
import type { Collection, Stored } from '../store/collection'

/** The object that a path names, or 404. */
export function fromPath<T extends Stored>(
  collection: Collection<T>,
  noun: string,
  id: string | undefined,
): T {
  const found = collection.get(id ?? '')
  if (!found) throw missing(noun, id ?? '')
  return found
}

/** The object that a parameter names, or 400. */
export function fromParam<T extends Stored>(
  collection: Collection<T>,
  noun: string,
  id: string,
  param: string,
): T {
  const found = collection.get(id)
  if (!found) throw missingParam(noun, id, param)
  return found
}

/** Drops the keys whose value is undefined, so that they leave what is there. */
export function given<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const kept: Partial<T> = {}
  for (const key in fields) {
    const value = fields[key]
    if (value !== undefined) kept[key] = value
  }
  return kept
}
