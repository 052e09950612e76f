/** Stripe's events as they arrive: stored and journaled before they are acknowledged, worked off afterwards. */
import { trusted } from '../database/query'
import type Stripe from 'stripe'
import type { Clock } from '../clock'
import { scopedId } from '../database/scope'
import { InboxModel, type InboxDocument } from '../sync/model'

/** Attempts before an event is set aside with its reason. */
const MAX_ATTEMPTS = 8

/** Stores the event of the account in scope; a second arrival changes nothing. @returns false for a duplicate */
export async function receive(event: Stripe.Event, clock: Clock): Promise<boolean> {
  const now = clock.now()
  const stored = await InboxModel.updateOne(
    { _id: scopedId(event.id) },
    {
      $setOnInsert: {
        eventId: event.id,
        type: event.type,
        created: event.created,
        receivedAt: now,
        status: 'pending',
        attempts: 0,
        nextAttemptAt: now,
        error: null,
        processedAt: null,
        event,
      },
    },
    { upsert: true },
  )
  return stored.upsertedCount > 0
}

/** The oldest events that are due, at most `limit`. */
export async function due(limit: number, now: Date): Promise<InboxDocument[]> {
  return InboxModel.find({ status: 'pending', nextAttemptAt: trusted({ $lte: now }) })
    .sort({ nextAttemptAt: 1, created: 1 })
    .limit(limit)
    .lean()
}

export async function markProcessed(ids: string[], now: Date): Promise<void> {
  await InboxModel.updateMany(
    { _id: trusted({ $in: ids }) },
    { $set: { status: 'processed', processedAt: now, error: null } },
  )
}

/** Puts an event off, twice as long each time, or sets it aside after the last attempt. */
export async function markFailed(row: InboxDocument, reason: string, now: Date): Promise<void> {
  const attempts = row.attempts + 1
  const nextAttemptAt = new Date(now.getTime() + 1000 * 2 ** attempts)
  const status = attempts >= MAX_ATTEMPTS ? 'dead' : 'pending'
  await InboxModel.updateOne({ _id: row._id }, { $set: { attempts, nextAttemptAt, status, error: reason } })
}
