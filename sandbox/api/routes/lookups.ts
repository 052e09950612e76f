import { missing, missingParam } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import type { Collection, Stored } from '../store/collection'
import type { CustomerRecord } from '../store/records'

/** The object that a path names, or 404. */
export function fromPath<T extends Stored>(
  collection: Collection<T>,
  noun: string,
  id: string | undefined,
  param?: string,
): T {
  const found = collection.get(id ?? '')
  if (!found) throw missing(noun, id ?? '', param)
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

/** The index filters that are given, by the index's name. */
export function filters(params: Params, ...names: string[]): Record<string, string> {
  const by: Record<string, string> = {}
  for (const name of names) {
    const value = params.filled(name)
    if (value !== undefined) by[name] = value
  }
  return by
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

/** A customer that is not deleted, named by the path or by a parameter. */
export function livingCustomer(
  { store }: Account,
  id: string | undefined,
  { param }: { param?: string } = {},
): CustomerRecord {
  const customer = store.customers.get(id ?? '')
  if (customer && !customer.deleted) return customer
  throw param === undefined ? missing('customer', id ?? '') : missingParam('customer', id ?? '', param)
}
