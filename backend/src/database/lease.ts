/** Work that one instance at a time may do. Expiry is judged by the database's clock; every hold has a fencing number. */
import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { defineModel } from './model'

interface LeaseDocument {
  _id: string
  owner: string
  until: Date
  /** Grows with every new owner: whoever holds an older number has lost the lease. */
  fence: number
}

const LeaseModel = defineModel<LeaseDocument>('leases', {
  owner: { type: String, required: true },
  until: { type: Date, required: true },
  fence: { type: Number, required: true },
})

/** Milliseconds that a lease lasts without renewal, and how often it is renewed. */
const LEASE_MS = 30_000
const RENEW_MS = 10_000

export interface Lease {
  fence: number
  /** True until a renewal failed: then somebody else may be at it. */
  held(): boolean
}

/** Where process ids mean what they mean here: this machine, and this container of it. */
const machine = (() => {
  try {
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname() // no Linux: process ids are the machine's
  }
})()

/** A holder of this machine whose process is gone left its lease behind: nobody needs to wait for its end. */
function isDead(owner: string): boolean {
  const [where, pid] = owner.split('#')
  if (where !== machine) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch {
    return true
  }
}

async function take(name: string, owner: string): Promise<LeaseDocument | null> {
  const free = {
    $or: [{ $lte: [{ $ifNull: ['$until', new Date(0)] }, '$$NOW'] }, { $eq: ['$owner', owner] }],
  }
  const row = await LeaseModel.findOneAndUpdate(
    { _id: name },
    [
      {
        $set: {
          fence: {
            $cond: [
              { $and: [free, { $ne: ['$owner', owner] }] },
              { $add: [{ $ifNull: ['$fence', 0] }, 1] },
              '$fence',
            ],
          },
          until: { $cond: [free, { $add: ['$$NOW', LEASE_MS] }, '$until'] },
          owner: { $cond: [free, owner, '$owner'] },
        },
      },
    ],
    { upsert: true, returnDocument: 'after', updatePipeline: true },
  ).lean()
  if (row?.owner === owner) return row
  if (!row || !isDead(row.owner)) return null
  const freed = await LeaseModel.updateOne({ _id: name, owner: row.owner }, { $set: { until: new Date(0) } })
  return freed.modifiedCount > 0 ? take(name, owner) : null
}

/**
 * Runs `work` while holding the lease, renewing it meanwhile. @returns false when another instance holds it
 */
export async function underLease(name: string, work: (lease: Lease) => Promise<void>): Promise<boolean> {
  const owner = `${machine}#${process.pid}#${randomUUID()}`
  const taken = await take(name, owner)
  if (!taken) return false
  let held = true
  const renewal = setInterval(() => {
    take(name, owner).then(
      (row) => (held = row !== null),
      () => (held = false),
    )
  }, RENEW_MS)
  renewal.unref()
  try {
    await work({ fence: taken.fence, held: () => held })
  } finally {
    clearInterval(renewal)
    await LeaseModel.updateOne({ _id: name, owner }, { $set: { until: new Date(0) } })
  }
  return true
}
