import { createTimeline } from '../engine/timeline'
import type { Account } from '../store/account'
import type { CustomerRecord, InvoiceRecord } from '../store/records'

/**
 * Does something to a customer only to see what it would bill, and takes all of it back: its records, new objects,
 * drawn ids, planned steps. Meanwhile nothing is told and nothing is collected. Because what is tried out is the real
 * thing, a preview is what will be billed.
 */
export function rehearse<T>(
  account: Account,
  customer: CustomerRecord,
  act: (invoices: readonly InvoiceRecord[]) => T,
): T {
  const { ids, random, timeline, store } = account
  const collections = Object.values(store)
  const { subscriptions, invoices, invoiceItems, schedules } = store
  const restore = remember([
    customer,
    ...subscriptions.withKey('customer', customer.id),
    ...invoices.withKey('customer', customer.id),
    ...invoiceItems.withKey('customer', customer.id),
    ...schedules.withKey('customer', customer.id),
  ])
  const rehearsal = { invoices: [] }
  for (const collection of collections) collection.begin()
  Object.assign(account, { rehearsal, ids: ids.fork(), random: random.fork() })
  account.timeline = createTimeline(timeline.now)
  try {
    return act(rehearsal.invoices)
  } finally {
    Object.assign(account, { rehearsal: null, ids, random, timeline })
    for (const collection of collections) collection.rollback()
    restore()
  }
}

/** Remembers objects with everything in them; the function returned puts them back as they were, in place. */
function remember(roots: readonly object[]): () => void {
  const seen = new Map<object, object>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.set(value, Array.isArray(value) ? [...value] : { ...value })
    Object.values(value).forEach(visit)
  }
  roots.forEach(visit)
  return () => {
    for (const [value, copy] of seen) {
      if (Array.isArray(value) && Array.isArray(copy)) {
        value.splice(0, value.length, ...copy)
        continue
      }
      for (const key of Object.keys(value)) if (!(key in copy)) Reflect.deleteProperty(value, key)
      Object.assign(value, copy)
    }
  }
}
