import { startDesk, type Caller, type Desk } from '../../test/harness'
import { AppError } from '../errors'
import { JobRunModel } from '../jobs/model'
import type { Services } from '../services'

type Run = Services['jobs']['run']

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

describe('an idempotency key', () => {
  const run = (key: string, caller = owner) => caller.post('/v1/jobs/churn-daily/runs', {}, { key })

  /** In place of the next run of a job. */
  function once(instead: (real: Run) => Run): void {
    const real = desk.services.jobs.run
    desk.services.jobs.run = (name) => {
      desk.services.jobs.run = real
      return instead(real)(name)
    }
  }
  beforeEach(async () => {
    desk.clock.advance(1)
    await JobRunModel.deleteMany({})
  })

  test('is free again after a failure of ours', async () => {
    once(() => () => Promise.reject(new Error('broken')))
    expect((await run('failed')).statusCode).toBe(500)
    const again = await run('failed')
    expect(again.statusCode).toBe(202)
    expect(again.headers['idempotent-replayed']).toBeUndefined()
  })

  test('keeps a refusal', async () => {
    once(() => () => Promise.reject(new AppError('job_running', 'A run is under way')))
    const first = await run('refused')
    expect(first.json()).toMatchObject({ status: 409, code: 'job_running' })
    const again = await run('refused')
    expect([again.payload, again.headers['content-type']]).toEqual([
      first.payload,
      first.headers['content-type'],
    ])
  })

  test('of an answer with a secret is not answered again, of its refusal it is', async () => {
    const make = (scopes: string[], key: string) =>
      owner.post('/v1/api_keys', { name: 'Once', mode: 'test', scopes }, { key })
    expect((await make(['settings:read'], 'secret')).statusCode).toBe(201)
    expect((await make(['settings:read'], 'secret')).json()).toMatchObject({
      code: 'idempotency_reply_secret',
    })
    const beyond = () =>
      owner.post(
        '/v1/api_keys',
        { name: 'Once', mode: 'live', scopes: ['settings:read'], accounts: ['acct_x'] },
        { key: 'beyond' },
      )
    const first = await beyond()
    expect(first.statusCode).toBe(400)
    expect((await beyond()).payload).toBe(first.payload)
  })

  test('is held while its first request runs, and taken over a minute after that died', async () => {
    let finish = () => {}
    const waiting = new Promise<void>((resolve) => (finish = resolve))
    once((real) => async (name) => {
      await waiting
      return real(name)
    })
    const first = run('slow')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await run('slow')).json()).toMatchObject({ status: 409, code: 'idempotency_key_in_use' })
    desk.clock.advance(61)
    expect((await run('slow')).statusCode).toBe(202)
    desk.clock.advance(1)
    finish()
    await first
  })

  test('is its caller’s own: another member, another account, another effect', async () => {
    const admin = await desk.as('admin')
    const { owner: neighbour } = await desk.neighbour('acct_keys')
    const ids = new Set<string>()
    for (const caller of [owner, admin, neighbour]) {
      desk.clock.advance(1)
      ids.add((await run('shared', caller)).json<{ id: string }>().id)
    }
    expect(ids.size).toBe(3)
  })

  test('too long is refused, and on what only reads it means nothing', async () => {
    expect((await run('x'.repeat(256))).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/headers/idempotency-key' }],
    })
    const read = async () => (await owner.get('/v1/me', { key: 'read' })).headers['idempotent-replayed']
    expect([await read(), await read()]).toEqual([undefined, undefined])
  })
})
