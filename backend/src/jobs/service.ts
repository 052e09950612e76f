/** Runs scheduled work: one run per job, account and slot over any number of instances, caught up after downtime. */
import { isDuplicateKey, trusted } from '../database/query'
import cron from 'node-cron'
import type { AccountDocument } from '../accounts/model'
import { scopeOf, type AccountService } from '../accounts/service'
import type { Clock } from '../clock'
import { currentAccount, runInScope } from '../database/scope'
import { AppError } from '../errors'
import { found, seconds } from '../http'
import type { Logger } from '../log'
import type { Operation } from '../operations/schema'
import type { OperationService } from '../operations/service'
import type { Services } from '../services'
import { syncState } from '../sync/state'
import { dueSlots, slotAfter } from './due'
import { JobRunModel, type JobRunDocument } from './model'
import { JOBS, type Job as JobDefinition } from './schedule'
import type { Job, JobRun } from './schema'

/** Milliseconds that a run is believed to live without a sign, and between its signs. */
const LEASE_MS = 30_000
const RENEW_MS = 10_000
const MAX_ATTEMPTS = 5

export interface JobDeps {
  clock: Clock
  log: Logger
  accounts: AccountService
  operations: OperationService
  /** The services that jobs use; given late, because they are made together. */
  services: () => Services
}

const toJobRun = (row: JobRunDocument): JobRun => ({
  id: row._id,
  object: 'job_run',
  job: row.job,
  due: seconds(row.dueAt),
  trigger: row.trigger,
  status: row.status,
  started: seconds(row.startedAt),
  ended: row.endedAt ? seconds(row.endedAt) : null,
  duration_ms: row.endedAt ? row.endedAt.getTime() - row.startedAt.getTime() : null,
  attempts: row.attempts,
  counts: row.counts,
  error: row.error,
})

export function createJobService({ clock, log, accounts, operations, services }: JobDeps) {
  const running = new Set<Promise<unknown>>()
  let task: ReturnType<typeof cron.schedule> | null = null

  const runId = (job: string, accountKey: string, dueAt: Date) =>
    `${job}:${accountKey}:${dueAt.toISOString()}`

  /** @returns false when the slot is taken: its run exists, whoever made it */
  async function claim(
    job: string,
    account: AccountDocument,
    dueAt: Date,
    trigger: JobRunDocument['trigger'],
  ): Promise<boolean> {
    const now = clock.now()
    try {
      await JobRunModel.create([
        {
          _id: runId(job, account._id, dueAt),
          job,
          accountKey: account._id,
          workspaceId: account.workspaceId,
          dueAt,
          trigger,
          status: 'running',
          startedAt: now,
          endedAt: null,
          leaseUntil: new Date(now.getTime() + LEASE_MS),
          attempts: 1,
          counts: {},
          error: null,
        },
      ])
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  async function execute(job: JobDefinition, account: AccountDocument, dueAt: Date): Promise<void> {
    const _id = runId(job.name, account._id, dueAt)
    const renewal = setInterval(() => {
      JobRunModel.updateOne(
        { _id, status: 'running' },
        { $set: { leaseUntil: new Date(clock.now().getTime() + LEASE_MS) } },
      ).catch((error: unknown) => log.warn({ err: error, run: _id }, 'lease not renewed'))
    }, RENEW_MS)
    renewal.unref()
    const end = (set: Partial<JobRunDocument>) =>
      JobRunModel.updateOne({ _id }, { $set: { endedAt: clock.now(), ...set } })
    try {
      const actor = { kind: 'job' as const, id: job.name }
      const counts = await runInScope({ ...scopeOf(account), actor }, () => job.run(services(), dueAt))
      await end({ status: 'succeeded', counts, error: null })
    } catch (error) {
      log.error({ err: error, run: _id }, 'job failed')
      await end({
        status: 'failed',
        error: error instanceof AppError ? error.detail : 'An unexpected failure; the log tells more',
      })
      throw error
    } finally {
      clearInterval(renewal)
    }
  }

  /** Runs whose process died, and failed ones that deserve another try. */
  async function takeUp(account: AccountDocument): Promise<void> {
    const now = clock.now()
    const lost = await JobRunModel.find({
      accountKey: account._id,
      attempts: trusted({ $lt: MAX_ATTEMPTS }),
      $or: [
        { status: 'running', leaseUntil: trusted({ $lt: now }) },
        {
          status: 'failed',
          trigger: 'schedule',
          endedAt: trusted({ $lt: new Date(now.getTime() - LEASE_MS) }),
        },
      ],
    }).lean()
    for (const { _id, attempts, job: name, dueAt } of lost) {
      const job = JOBS.find((one) => one.name === name)
      const taken = await JobRunModel.updateOne(
        { _id, attempts },
        {
          $set: {
            status: 'running',
            startedAt: now,
            endedAt: null,
            leaseUntil: new Date(now.getTime() + LEASE_MS),
          },
          $inc: { attempts: 1 },
        },
      )
      if (job && taken.modifiedCount > 0)
        await execute(job, account, dueAt).catch(() => log.warn({ run: _id }, 'taken up in vain'))
    }
  }

  async function lastDue(job: string, account: AccountDocument): Promise<number | null> {
    const last = await JobRunModel.findOne({ accountKey: account._id, job, trigger: 'schedule' })
      .sort({ dueAt: -1 })
      .lean()
    return last ? seconds(last.dueAt) : null
  }

  /** Runs what is due for every account whose history is there. One job's failure stops no other. */
  async function tick(): Promise<void> {
    await services().onboarding.eraseDue()
    for (const account of await accounts.all()) {
      const ready = await runInScope(
        { ...scopeOf(account), actor: { kind: 'job', id: 'schedule' } },
        async () => {
          // also where the instance that was reading is gone
          await services().sync.resume()
          return (await syncState()).complete
        },
      )
      if (!ready) continue
      await takeUp(account)
      for (const job of JOBS) {
        const { timeZone } = account.definitions
        for (const slot of dueSlots(
          job.schedule,
          timeZone,
          await lastDue(job.name, account),
          seconds(clock.now()),
        )) {
          const dueAt = new Date(slot * 1000)
          if (await claim(job.name, account, dueAt, 'schedule'))
            await execute(job, account, dueAt).catch(() => log.warn({ job: job.name }, 'to be tried again'))
        }
      }
    }
  }

  const track = <T>(work: Promise<T>): Promise<T> => {
    running.add(work)
    void work.then(
      () => running.delete(work),
      () => running.delete(work),
    )
    return work
  }

  async function current(): Promise<AccountDocument> {
    const { accountId, mode } = currentAccount()
    return found(await accounts.find(accountId, mode), 'account', accountId)
  }

  return {
    tick,

    /** Wakes every minute; the database decides what runs. */
    start(): void {
      task ??= cron.schedule(
        '* * * * *',
        () =>
          track(tick()).catch((error: unknown) =>
            log.error({ err: error }, 'the schedule could not be looked at'),
          ),
        { timezone: 'UTC', noOverlap: true, name: 'schedule' },
      )
    },

    async stop(): Promise<void> {
      await task?.stop()
      await Promise.allSettled(running)
    },

    async list() {
      const account = await current()
      const now = seconds(clock.now())
      const data = await Promise.all(
        JOBS.map(async ({ name, title, schedule }): Promise<Job> => {
          const last = await JobRunModel.findOne({ accountKey: account._id, job: name })
            .sort({ startedAt: -1 })
            .lean()
          return {
            id: name,
            object: 'job',
            title,
            schedule: { every: schedule.every, at_minute: schedule.atMinute, catch_up: schedule.catchUp },
            next_due: slotAfter(schedule, account.definitions.timeZone, now),
            last_run: last ? toJobRun(last) : null,
          }
        }),
      )
      return { object: 'list' as const, url: '/v1/jobs', has_more: false, data }
    },

    async runs(name: string, limit: number) {
      const job = found(
        JOBS.find((one) => one.name === name),
        'job',
        name,
      )
      const { _id: accountKey } = await current()
      const rows = await JobRunModel.find({ accountKey, job: job.name })
        .sort({ dueAt: -1 })
        .limit(limit + 1)
        .lean()
      const data = rows.slice(0, limit).map(toJobRun)
      return { object: 'list' as const, url: `/v1/jobs/${name}/runs`, has_more: rows.length > limit, data }
    },

    /** Starts a run beside the schedule. @throws AppError not_found */
    async run(name: string): Promise<{ operation: Operation; done: Promise<void> }> {
      const job = found(
        JOBS.find((one) => one.name === name),
        'job',
        name,
      )
      const account = await current()
      const dueAt = clock.now()
      if (!(await claim(job.name, account, dueAt, 'manual')))
        throw new AppError('job_running', 'A run was started this very moment')
      const { operation, run } = await operations.begin(`job:${job.name}`)
      const done = track(
        run(async (progress) => {
          await execute(job, account, dueAt)
          await progress.report(1, 1)
        }),
      )
      done.catch((error: unknown) => log.error({ err: error, operation: operation.id }, 'job failed'))
      return { operation, done }
    },
  }
}
export type JobService = ReturnType<typeof createJobService>
