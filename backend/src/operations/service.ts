import type { AuditService } from '../audit/service'
import type { Clock } from '../clock'
import { pageOf } from '../database/page'
import { trusted } from '../database/query'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, newId, seconds, type Page } from '../http'
import { OperationModel, type OperationDocument } from './model'
import type { Operation } from './schema'

/** Milliseconds without a sign after which an operation's process is taken for dead. */
const SILENT_MS = 60_000

/** Given to the work: says how far it is, and throws `Canceled` when somebody asked for its end. */
export interface Progress {
  id: string
  report(done: number, total: number | null): Promise<void>
}

export class Canceled extends Error {}

const toOperation = (row: OperationDocument): Operation => {
  const elapsed = (row.updatedAt.getTime() - row.startedAt.getTime()) / 1000
  const rate = elapsed > 0 && row.done > 0 ? row.done / elapsed : null
  const left =
    row.status === 'running' && row.total !== null && rate !== null ? (row.total - row.done) / rate : null
  return {
    id: row._id,
    object: 'operation',
    kind: row.kind,
    status: row.status,
    done: row.done,
    total: row.total,
    percent:
      row.total === null
        ? null
        : row.total === 0
          ? 100
          : Math.min(100, Math.floor((row.done * 100) / row.total)),
    rate: rate === null ? null : Math.round(rate * 10) / 10,
    seconds_left: left === null ? null : Math.max(0, Math.ceil(left)),
    started: seconds(row.startedAt),
    ended: row.endedAt ? seconds(row.endedAt) : null,
    error: row.error,
  }
}

export function createOperationService({ clock, audit }: { clock: Clock; audit: AuditService }) {
  const end = (id: string, status: OperationDocument['status'], error: string | null) =>
    OperationModel.updateOne(
      { _id: id },
      { $set: { status, error, endedAt: clock.now(), updatedAt: clock.now() } },
    )

  return {
    /** Begins an operation for the account in scope and hands it to `work`, which goes on after the answer. */
    async begin(kind: string): Promise<{
      operation: Operation
      run: (work: (progress: Progress) => Promise<void>) => Promise<void>
    }> {
      const startedAt = clock.now()
      const row: OperationDocument = {
        _id: newId('op', startedAt),
        kind,
        status: 'running',
        done: 0,
        total: null,
        startedAt,
        updatedAt: startedAt,
        endedAt: null,
        error: null,
        cancelRequested: false,
      }
      await inTransaction(async () => {
        await OperationModel.create([row])
        await audit.record({
          action: 'operation.started',
          target: { type: 'operation', id: row._id },
          after: { kind },
        })
      })
      const progress: Progress = {
        id: row._id,
        report: async (done, total) => {
          const now = await OperationModel.findOneAndUpdate(
            { _id: row._id },
            { $set: { done, total, updatedAt: clock.now() } },
            { returnDocument: 'after' },
          ).lean()
          if (now?.cancelRequested) throw new Canceled('canceled on request')
        },
      }
      const run = async (work: (progress: Progress) => Promise<void>): Promise<void> => {
        try {
          await work(progress)
          await end(row._id, 'succeeded', null)
        } catch (error) {
          const reason =
            error instanceof AppError ? error.detail : 'An unexpected failure; the log tells more'
          await (error instanceof Canceled ? end(row._id, 'canceled', null) : end(row._id, 'failed', reason))
          if (!(error instanceof Canceled)) throw error
        }
      }
      return { operation: toOperation(row), run }
    },

    async get(id: string): Promise<Operation> {
      return toOperation(found(await OperationModel.findById(id).lean(), 'operation', id))
    },

    async list(page: Page) {
      const { rows, has_more } = await pageOf(OperationModel, {}, page)
      return { object: 'list' as const, url: '/v1/operations', has_more, data: rows.map(toOperation) }
    },

    /** Asks the work to stop at its next step. @throws AppError operation_ended */
    async cancel(id: string): Promise<Operation> {
      return inTransaction(async () => {
        const before = found(await OperationModel.findById(id).lean(), 'operation', id)
        if (before.status !== 'running')
          throw new AppError('operation_ended', `The operation has ${before.status}`)
        await OperationModel.updateOne({ _id: id }, { $set: { cancelRequested: true } })
        await audit.record({ action: 'operation.cancel_requested', target: { type: 'operation', id } })
        return toOperation(before)
      })
    },

    /** Operations that a process left behind when it died: said to have failed, so that nobody waits for them. */
    async endAbandoned(): Promise<void> {
      const silentSince = new Date(clock.now().getTime() - SILENT_MS)
      await OperationModel.updateMany(
        { status: 'running', updatedAt: trusted({ $lt: silentSince }) },
        {
          $set: {
            status: 'failed',
            error: 'The process that ran it ended; its work is taken up again',
            endedAt: clock.now(),
          },
        },
      )
    },
  }
}
export type OperationService = ReturnType<typeof createOperationService>
