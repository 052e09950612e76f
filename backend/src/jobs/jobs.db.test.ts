import { startDesk, until, type Desk } from '../../test/harness'
import { SnapshotModel } from '../analytics/model'
import { changeSyncState } from '../sync/state'
import { JobRunModel } from './model'
import { createJobService } from './service'

const DAY = 86_400

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  await desk.inAccount(() => changeSyncState({ complete: true, status: 'complete' }))
})
afterAll(() => desk.close())
beforeEach(() => JobRunModel.deleteMany({}))

const runsOf = (job: string) => JobRunModel.find({ job }).sort({ dueAt: 1 }).lean()

/** Another instance on the same database. */
const instance = () => {
  const { clock, services } = desk
  const { accounts, operations } = services
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  return createJobService({ clock, log, accounts, operations, services: () => services })
}

test('two instances that wake at once make one run per slot', async () => {
  const [one, two] = [instance(), instance()]
  await Promise.all([one.tick(), two.tick(), one.tick(), two.tick()])
  for (const job of [
    'revenue-rollup',
    'revenue-snapshot',
    'churn-daily',
    'forecasts',
    'risk',
    'anomalies',
    'promotions-resume',
    'approvals-settle',
    'erasures-settle',
  ]) {
    const runs = await runsOf(job)
    expect(runs).toHaveLength(1)
    expect(runs[0]).toMatchObject({ status: 'succeeded', trigger: 'schedule', attempts: 1 })
  }
})

test('the days of an absence are caught up, each snapshot frozen once', async () => {
  await instance().tick()
  const before = await desk.inAccount(() => SnapshotModel.countDocuments({ kind: 'revenue' }))
  desk.clock.advance(3 * DAY)
  await instance().tick()
  await instance().tick()
  expect(await runsOf('revenue-snapshot')).toHaveLength(4)
  expect(await desk.inAccount(() => SnapshotModel.countDocuments({ kind: 'revenue' }))).toBe(before + 3)
})

test('an account whose history is not read yet waits: no half figure is frozen', async () => {
  await desk.inAccount(() => changeSyncState({ complete: false }))
  await instance().tick()
  expect(await JobRunModel.countDocuments({})).toBe(0)
  await desk.inAccount(() => changeSyncState({ complete: true, status: 'complete' }))
})

test('a run whose process died is taken up when its lease has ended', async () => {
  await instance().tick()
  const [run] = await runsOf('churn-daily')
  await JobRunModel.updateOne(
    { _id: run?._id },
    { $set: { status: 'running', endedAt: null, leaseUntil: new Date(desk.clock.ms() + 10_000) } },
  )
  await instance().tick()
  expect((await runsOf('churn-daily'))[0]).toMatchObject({ status: 'running', attempts: 1 })
  desk.clock.advance(60)
  await instance().tick()
  expect((await runsOf('churn-daily'))[0]).toMatchObject({ status: 'succeeded', attempts: 2 })
})

test('a failed run says why and is tried again, at most five times', async () => {
  const failing = desk.services.analytics.freeze
  let tries = 0
  desk.services.analytics.freeze = () => {
    tries++
    return Promise.reject(new Error('a bug'))
  }
  try {
    for (let round = 0; round < 8; round++) {
      await instance().tick()
      desk.clock.advance(120)
    }
  } finally {
    desk.services.analytics.freeze = failing
  }
  const [run] = await runsOf('revenue-snapshot')
  expect(run).toMatchObject({
    status: 'failed',
    attempts: 5,
    error: 'An unexpected failure; the log tells more',
  })
  expect(tries).toBe(10)
})

test('the API lists jobs with their next slot, starts one, and shows the run', async () => {
  const owner = await desk.as('owner')
  const listed = (await owner.get('/v1/jobs')).json<{ data: { id: string; next_due: number }[] }>()
  expect(listed.data.map(({ id }) => id)).toEqual([
    'fx-rates',
    'revenue-rollup',
    'revenue-snapshot',
    'churn-daily',
    'forecasts',
    'risk',
    'anomalies',
    'promotions-resume',
    'approvals-settle',
    'erasures-settle',
  ])
  expect(listed.data.every(({ next_due }) => next_due > desk.clock.seconds())).toBe(true)

  const started = await owner.post('/v1/jobs/churn-daily/runs')
  expect(started.statusCode).toBe(202)
  const { id } = started.json<{ id: string }>()
  await until(
    async () => (await owner.get(`/v1/operations/${id}`)).json<{ status: string }>().status === 'succeeded',
  )
  const runs = (await owner.get('/v1/jobs/churn-daily/runs')).json<{
    data: { trigger: string; status: string }[]
  }>()
  expect(runs.data[0]).toMatchObject({ trigger: 'manual', status: 'succeeded' })
})

test('an unknown job is not found', async () => {
  const owner = await desk.as('owner')
  expect((await owner.post('/v1/jobs/nope/runs')).json()).toMatchObject({ status: 404, code: 'not_found' })
})
