/** Keeps working the inboxes of all accounts off; one instance at a time for each account. */
import type { AccountDocument } from '../accounts/model'
import { scopeOf, type AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import type { Erasures } from '../customers/erasure'
import { underLease, type Lease } from '../database/lease'
import { runInScope } from '../database/scope'
import { AppError } from '../errors'
import type { Logger } from '../log'
import { createLoop } from '../loop'
import { SealBroken } from '../secrets/vault'
import type { InboxDocument } from '../sync/model'
import { due, markFailed, markProcessed } from './inbox'
import type { Projector } from './projector'

/** Events worked off at once. */
const BATCH = 200
/** Milliseconds between looks where nothing wakes us: events that another instance received, and retries. */
const IDLE_MS = 1_000

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.detail
  return error instanceof SealBroken ? error.message : 'An unexpected failure; the log tells more'
}

export function createWorker({
  accounts,
  projector,
  erasures,
  clock,
  log,
}: {
  accounts: AccountService
  projector: Projector
  erasures: Erasures
  clock: Clock
  log: Logger
}) {
  async function one(row: InboxDocument): Promise<void> {
    try {
      await projector.apply([row])
      await markProcessed([row._id], clock.now())
    } catch (error) {
      log.error(
        { err: error, event: row.eventId, type: row.type, attempts: row.attempts + 1 },
        'event failed',
      )
      await markFailed({ ...row, event: await erasures.keptEvent(row) }, reasonOf(error), clock.now())
    }
  }

  async function batch(rows: InboxDocument[]): Promise<void> {
    try {
      await projector.apply(rows)
      await markProcessed(
        rows.map(({ _id }) => _id),
        clock.now(),
      )
    } catch (error) {
      // one of them may be poison: alone, it holds nobody else up
      log.warn({ err: error, events: rows.length }, 'batch failed, trying its events one by one')
      for (const row of rows) await one(row)
    }
  }

  async function drain(account: AccountDocument, lease: Lease): Promise<void> {
    await runInScope(scopeOf(account), async () => {
      while (!loop.stopped() && lease.held()) {
        const rows = await due(BATCH, clock.now())
        if (rows.length === 0) return
        await batch(rows)
      }
    })
  }

  async function pending(account: AccountDocument): Promise<boolean> {
    return runInScope(scopeOf(account), async () => (await due(1, clock.now())).length > 0)
  }

  async function round(): Promise<void> {
    for (const account of await accounts.all())
      if (await pending(account)) await underLease(`inbox:${account._id}`, (lease) => drain(account, lease))
  }

  const loop = createLoop({
    round,
    idleMs: IDLE_MS,
    failed: (error) => log.error({ err: error }, 'the inboxes could not be worked off'),
  })
  return loop
}
export type Worker = ReturnType<typeof createWorker>
