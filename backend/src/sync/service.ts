import { setTimeout as wait } from 'node:timers/promises'
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
import { READS } from '../stripe/permissions'
import { createBackfill, emptyResources, isOver, lacksAny } from './backfill'
import type { Copies } from './copies'
import type { ResourceState } from './model'
import type { Sync } from './schema'
import { changeSyncState, syncState } from './state'

export interface SyncDeps {
  clock: Clock
  log: Logger
  figures: Figures
  operations: OperationService
  stripe: StripeGateway
  copies: Copies
}

/** A change of definitions must not be lost to a sync that is under way: it waits for its end. */
const RECOMPUTE_PATIENCE_SECONDS = 3_600

/** Share of the work that each part is, where it is not known how much is left: all parts alike. */
function percent(resources: ResourceState[]): number {
  if (resources.length === 0) return 0
  return Math.floor((resources.filter(({ status }) => isOver(status)).length * 100) / resources.length)
}

export function createSyncService({ clock, log, figures, operations, stripe, copies }: SyncDeps) {
  /** Work that goes on after its answer; awaited at shutdown. */
  const running = new Set<Promise<unknown>>()

  const backfill = createBackfill({ stripe, clock, log, copies, figures })

  const lease = () => {
    const { accountId, mode } = currentAccount()
    return `sync:${accountId}:${mode}`
  }

  function inBackground(what: string, task: Promise<unknown>): void {
    const watched = task.catch((error: unknown) => log.error({ err: error }, `${what} failed`))
    running.add(watched)
    void watched.finally(() => running.delete(watched))
  }

  /** Waits for its turn, at most so many seconds. */
  async function start(
    kind: string,
    work: (progress: Progress) => Promise<void>,
    patienceSeconds: number,
  ): Promise<Operation> {
    const { operation, run } = await operations.begin(kind)
    const inTurn = async () => {
      for (let waited = 0; !(await underLease(lease(), () => run(work))); waited++) {
        if (waited >= patienceSeconds)
          return run(() => Promise.reject(new AppError('job_running', 'Another run is under way')))
        await wait(1_000)
      }
    }
    inBackground(kind, inTurn())
    return operation
  }

  /** Needs no turn: what writes figures at the same time makes one of the two start again. */
  async function startBeside(kind: string, work: (progress: Progress) => Promise<void>): Promise<Operation> {
    const { operation, run } = await operations.begin(kind)
    inBackground(kind, run(work))
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
          permission: own === 'disabled' && resource !== 'figures' ? READS[resource] : null,
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
      return start('sync', read, 0)
    },

    /** Computes every figure again from the stored facts, as after a change of definitions. */
    async startRecompute(): Promise<Operation> {
      return start(
        'recompute',
        (progress) => figures.rebuild((done, total) => progress.report(done, total)),
        RECOMPUTE_PATIENCE_SECONDS,
      )
    },

    /** Values what happened by the rates in force, after these changed. */
    startRevaluation: (): Promise<Operation> =>
      startBeside('revaluation', async (progress) => {
        await figures.revalue((done, total) => progress.report(done, total))
      }),

    /** Makes the slices of all figures anew, after what they are kept by changed. */
    startReslicing: (): Promise<Operation> =>
      startBeside('reslicing', (progress) => figures.reslice((done, total) => progress.report(done, total))),

    /**
     * Reads an account for the first time, goes on where a dead process stopped, or reads what a former version did
     * not; nothing where all is read, or where another instance is at it.
     */
    async resume(): Promise<void> {
      await operations.endAbandoned()
      const { status, complete, resources } = await syncState()
      if (complete && status !== 'running' && !lacksAny(resources)) return
      const work = async () => {
        const { run } = await operations.begin('sync')
        await run(read)
      }
      inBackground('sync', underLease(lease(), work))
    },

    /** Resolves when the work under way has ended. */
    async drain(): Promise<void> {
      await Promise.all(running)
    },
  }
}
export type SyncService = ReturnType<typeof createSyncService>
