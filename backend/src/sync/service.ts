import type { Figures } from '../analytics/figures'
import type { Clock } from '../clock'
import { underLease } from '../database/lease'
import { currentAccount } from '../database/scope'
import { AppError } from '../errors'
import { seconds } from '../http'
import type { Logger } from '../log'
import type { OperationService, Progress } from '../operations/service'
import type { Operation } from '../operations/schema'
import type { StripeGateway } from '../stripe/gateway'
import { createBackfill, emptyResources } from './backfill'
import type { ResourceState } from './model'
import type { Sync } from './schema'
import { changeSyncState, syncState } from './state'

export interface SyncDeps {
  clock: Clock
  log: Logger
  figures: Figures
  operations: OperationService
  stripe: StripeGateway
}

/** Share of the work that each part is, where it is not known how much is left: all parts alike. */
function percent(resources: ResourceState[]): number {
  if (resources.length === 0) return 0
  return Math.floor((resources.filter(({ status }) => status === 'complete').length * 100) / resources.length)
}

export function createSyncService({ clock, log, figures, operations, stripe }: SyncDeps) {
  /** Work that goes on after its answer; awaited at shutdown. */
  const running = new Set<Promise<unknown>>()

  const backfill = createBackfill({ stripe, clock, log, rebuild: figures.rebuild })

  async function inBackground(kind: string, work: (progress: Progress) => Promise<void>): Promise<Operation> {
    const { accountId, mode } = currentAccount()
    const { operation, run } = await operations.begin(kind)
    const task = underLease(`sync:${accountId}:${mode}`, () => run(work))
      .then(async (taken) => {
        if (!taken) await run(() => Promise.reject(new AppError('job_running', 'Another run is under way')))
      })
      .catch((error: unknown) => log.error({ err: error, operation: operation.id }, `${kind} failed`))
    running.add(task)
    void task.finally(() => running.delete(task))
    return operation
  }

  async function read(progress: Progress): Promise<void> {
    try {
      await changeSyncState({ operation: progress.id })
      await backfill.run(progress)
      const now = clock.now()
      await changeSyncState({ status: 'complete', complete: true, completedAt: now, asOf: now })
    } catch (error) {
      await changeSyncState({ status: 'failed' })
      throw error
    }
  }

  return {
    async state(): Promise<Sync> {
      const { status, complete, resources, asOf, operation } = await syncState()
      return {
        object: 'sync',
        status,
        complete,
        percent: percent(resources),
        resources: resources.map(({ resource, status: own, count, error }) => ({
          resource,
          status: own,
          count,
          error,
        })),
        last_synced_at: asOf ? seconds(asOf) : null,
        operation,
      }
    },

    /** Reads the account from Stripe, or goes on where a run was interrupted. `full` reads again what is stored. */
    async start({ full }: { full: boolean }): Promise<Operation> {
      if (full) await changeSyncState({ resources: emptyResources() })
      return inBackground('sync', read)
    },

    /** Computes every figure again from the stored facts, as after a change of definitions. */
    async startRecompute(): Promise<Operation> {
      return inBackground('recompute', async (progress) => {
        await figures.rebuild((done) => progress.report(done, null))
      })
    },

    /** Takes up what a dead process left, and reads an account for the first time. */
    async startWhereNeeded(): Promise<Operation | null> {
      await operations.endAbandoned()
      const { status, complete } = await syncState()
      return complete && status !== 'running' ? null : inBackground('sync', read)
    },

    /** Resolves when the work under way has ended. */
    async drain(): Promise<void> {
      await Promise.all(running)
    },
  }
}
export type SyncService = ReturnType<typeof createSyncService>
