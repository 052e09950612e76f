/** Stripe's events as they arrive: stored and journaled before they are acknowledged, worked off afterwards. */
import { trusted } from '../database/query'
import type { Clock } from '../clock'
import { bulkWrite, type BulkOperation } from '../database/model'
import { scopedId } from '../database/scope'
import { sealedPlace } from '../database/sealed'
import { SealBroken, type Vault } from '../secrets/vault'
import { InboxModel, type InboxDocument } from '../sync/model'

/** Attempts before an event is set aside with its reason. */
const MAX_ATTEMPTS = 8

/** Arrivals that share one write at most. */
const MAX_SHARED = 500

/** An event as far as the inbox looks into it; all of it is kept. */
export interface Arriving {
  id: string
  type: string
  created: number
}

interface Arrival {
  operation: BulkOperation
  stored(): void
  failed(error: unknown): void
}

export function createInbox({ vault, clock }: { vault: Vault; clock: Clock }) {
  /** Arrivals by account and mode that wait for the write before theirs; none where no write is under way. */
  const arrivals = new Map<string, Arrival[]>()

  /** Writes until nothing waits. It runs in the scope of the arrival that began it: one account, like its key. */
  async function writeArrivals(key: string): Promise<void> {
    for (
      let batch = arrivals.get(key)?.splice(0, MAX_SHARED);
      batch?.length;
      batch = arrivals.get(key)?.splice(0, MAX_SHARED)
    ) {
      try {
        await bulkWrite(
          'inbox',
          batch.map(({ operation }) => operation),
        )
        for (const { stored } of batch) stored()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    arrivals.delete(key)
  }

  const seal = (_id: string, event: unknown): string =>
    vault.seal(JSON.stringify(event), sealedPlace('inbox', _id, 'event'))

  /** The body of an event. @throws SealBroken */
  const open = ({ _id, event }: InboxDocument): unknown =>
    typeof event === 'string' ? JSON.parse(vault.open(event, sealedPlace('inbox', _id, 'event'))) : event

  return {
    seal,
    open,

    /** The body of an event; null where it does not open: it says nothing, and `desk secrets doctor` names it. */
    readable(row: InboxDocument): unknown {
      try {
        return open(row)
      } catch (error) {
        if (error instanceof SealBroken) return null
        throw error
      }
    },

    /**
     * Stores the event of the account in scope, journaled on a majority; a second arrival changes nothing. What
     * arrives while a write is under way shares the next one: a journal's sync costs the same for one and for many.
     */
    receive(event: Arriving): Promise<void> {
      const now = clock.now()
      const { id: eventId, type, created } = event
      const _id = scopedId(eventId)
      const state = { status: 'pending', attempts: 0, nextAttemptAt: now, error: null, processedAt: null }
      const row = { eventId, type, created, receivedAt: now, ...state, event: seal(_id, event) }
      const operation = { updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } }
      return new Promise((stored, failed) => {
        const key = scopedId('')
        const waiting = arrivals.get(key)
        if (waiting) return void waiting.push({ operation, stored, failed })
        arrivals.set(key, [{ operation, stored, failed }])
        void writeArrivals(key)
      })
    },
  }
}
export type Inbox = ReturnType<typeof createInbox>

/** The oldest events that are due, at most `limit`. */
export async function due(limit: number, now: Date): Promise<InboxDocument[]> {
  return InboxModel.find({ status: 'pending', nextAttemptAt: trusted({ $lte: now }) })
    .sort({ nextAttemptAt: 1, created: 1 })
    .limit(limit)
    .lean()
}

/** Nothing reads the body of an event again: what it tells is in copies and facts. */
export async function markProcessed(ids: string[], now: Date): Promise<void> {
  await InboxModel.updateMany(
    { _id: trusted({ $in: ids }) },
    { $set: { status: 'processed', processedAt: now, error: null, event: null } },
  )
}

/** Puts an event off, twice as long each time, or sets it aside after the last attempt. */
export async function markFailed(row: InboxDocument, reason: string, now: Date): Promise<void> {
  const attempts = row.attempts + 1
  const nextAttemptAt = new Date(now.getTime() + 1000 * 2 ** attempts)
  const status = attempts >= MAX_ATTEMPTS ? 'dead' : 'pending'
  const { _id, event } = row
  await InboxModel.updateOne({ _id }, { $set: { attempts, nextAttemptAt, status, error: reason, event } })
}
