import { openTestDatabase } from '../../test/harness'
import { FactModel, SnapshotModel } from '../analytics/model'
import type { Page } from '../http'
import { SubscriptionModel } from '../subscriptions/model'
import { readVersions, storeVersions } from './mirror'
import { bulkWrite } from './model'
import { pageOf } from './page'
import { upserting } from './query'
import { runInScope, scopedId, type AccountScope } from './scope'
import { currentSession, inTransaction } from './transaction'

const OURS: AccountScope = { workspaceId: 'ws_a', accountId: 'acct_a', mode: 'test' }
const inScope = <T>(work: () => Promise<T>, scope = OURS) => runInScope(scope, work)

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
})
afterEach(() => {
  expect(database.violations).toEqual([])
})
afterAll(() => database.drop())

const snapshot = (id: string, kind: 'revenue' | 'churn' = 'revenue') => ({
  _id: id,
  kind,
  day: '2026-01-01',
  takenAt: new Date(0),
  figures: {},
})
const add = (id: string, kind?: 'revenue' | 'churn') => SnapshotModel.create([snapshot(id, kind)])

describe('a transaction', () => {
  const ids = () => inScope(async () => (await SnapshotModel.distinct('_id')).sort())
  afterEach(() => inScope(() => SnapshotModel.deleteMany({}).then(() => undefined)))

  test('is whole or nothing, bulk writes included', async () => {
    const broken = inScope(() =>
      inTransaction(async () => {
        await add('a')
        await bulkWrite('snapshots', [{ insertOne: { document: snapshot('b') } }])
        throw new Error('broken')
      }),
    )
    await expect(broken).rejects.toThrow('broken')
    expect(await ids()).toEqual([])
  })

  test('inside another joins it: the outer one decides', async () => {
    const broken = inScope(() =>
      inTransaction(async () => {
        await inTransaction(() => add('a'))
        expect(await SnapshotModel.findById('a').lean()).not.toBeNull()
        throw new Error('outer')
      }),
    )
    await expect(broken).rejects.toThrow('outer')
    expect(await ids()).toEqual([])
    await inScope(() =>
      inTransaction(async () => {
        const session = currentSession()
        await inTransaction(async () => {
          expect(currentSession()).toBe(session)
          await add('b')
        })
        await add('c')
      }),
    )
    expect(await ids()).toEqual(['b', 'c'])
    expect(currentSession()).toBeUndefined()
  })

  test('of two that change the same document both come through, one after the other', async () => {
    await inScope(() => add('n'))
    const bump = () =>
      inScope(() =>
        inTransaction(async () => {
          const row = await SnapshotModel.findById('n').lean()
          const count = Number(row?.figures['count'] ?? 0) + 1
          await SnapshotModel.updateOne({ _id: 'n' }, { $set: { figures: { count } } })
        }),
      )
    await Promise.all(Array.from({ length: 6 }, bump))
    expect((await inScope(() => SnapshotModel.findById('n').lean().exec()))?.figures).toEqual({ count: 6 })
  })
})

describe('a page', () => {
  const IDS = ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07']
  const page = (change: Partial<Page>, filter = {}) =>
    inScope(async () => {
      const { rows, has_more } = await pageOf(SnapshotModel, filter, { limit: 3, ...change })
      return [...rows.map(({ _id }) => _id), has_more]
    })
  beforeAll(async () => {
    for (const id of IDS) await inScope(() => add(id, id === 'p04' ? 'churn' : 'revenue'))
    await inScope(() => add('p99'), { ...OURS, accountId: 'acct_b' })
  })

  test.each<[string, Partial<Page>, (string | boolean)[]]>([
    ['the first', {}, ['p07', 'p06', 'p05', true]],
    ['one after', { starting_after: 'p05' }, ['p04', 'p03', 'p02', true]],
    ['the last', { starting_after: 'p02' }, ['p01', false]],
    ['beyond the last', { starting_after: 'p01' }, [false]],
    ['one before, in the same order', { ending_before: 'p02' }, ['p05', 'p04', 'p03', true]],
    ['the first, backwards', { ending_before: 'p05' }, ['p07', 'p06', false]],
    ['exactly all', { limit: 7 }, [...[...IDS].reverse(), false]],
  ])('%s', async (_name, change, expected) => {
    expect(await page(change)).toEqual(expected)
  })

  test('with a filter holds only what it names', async () => {
    expect(await page({}, { kind: 'churn' })).toEqual(['p04', false])
  })

  test.each<[string, Partial<Page>, object]>([
    ['of nobody', { starting_after: 'nope' }, {}],
    ['of another account', { starting_after: 'p99' }, {}],
    ['outside the filter', { ending_before: 'p05' }, { kind: 'churn' }],
    ['in both directions at once', { starting_after: 'p05', ending_before: 'p02' }, {}],
  ])('a cursor %s is refused', async (_name, change, filter) => {
    await expect(page(change, filter)).rejects.toMatchObject({ code: 'invalid_request' })
  })
})

describe('copies of Stripe’s objects', () => {
  const version = (at: number, says: string, id = 'sub_1') => ({
    id,
    version: at,
    deleted: false,
    object: { id, says, $odd: { 'a.b': 1 } },
  })
  const store = (at: number, says: string, settled = false) =>
    inScope(() => storeVersions('subscriptions', [version(at, says)], settled))
  const stored = async () => (await inScope(() => readVersions('subscriptions', ['sub_1']))).get('sub_1')
  beforeEach(async () => {
    await inScope(() => SubscriptionModel.deleteMany({}).then(() => undefined))
    await store(100, 'first')
  })

  test.each<[string, number, boolean, string]>([
    ['a newer one replaces', 101, false, 'next'],
    ['an older one is left out', 99, false, 'first'],
    ['one of the same second is left out', 100, false, 'first'],
    ['one of the same second that was read again replaces', 100, true, 'next'],
    ['an older one is left out even when it was read again', 99, true, 'first'],
  ])('%s', async (_name, at, settled, says) => {
    await store(at, 'next', settled)
    expect(await stored()).toMatchObject({ version: Math.max(at, 100), object: { says } })
  })

  test('are kept to the letter, whatever their keys are called', async () => {
    expect((await stored())?.object).toEqual({ id: 'sub_1', says: 'first', $odd: { 'a.b': 1 } })
  })

  test('that arrive at the same time end as the newest', async () => {
    await inScope(() => SubscriptionModel.deleteMany({}).then(() => undefined))
    await Promise.all([3, 7, 5, 1, 6, 2, 4].map((at) => store(at, `at ${at}`)))
    expect(await stored()).toMatchObject({ version: 7, object: { says: 'at 7' } })
  })

  test('of the same id in another account stay apart', async () => {
    const theirs = { ...OURS, accountId: 'acct_b' }
    await inScope(() => storeVersions('subscriptions', [version(500, 'theirs')], false), theirs)
    expect(await stored()).toMatchObject({ version: 100 })
  })
})

describe('what many write at the same time is there once', () => {
  const ROUNDS = Array.from({ length: 15 }, (_, round) => round)
  const WRITERS = Array.from({ length: 8 }, (_, writer) => writer)

  test('facts', async () => {
    const fact = { object: 'subscription', customer: 'cus_1', source: 'event', causes: [], data: {} }
    const rows = { ...fact, effectiveAt: new Date(0), recordedAt: new Date(0) }
    for (const round of ROUNDS) {
      const append = () =>
        bulkWrite(
          'facts',
          Array.from({ length: 20 }, (_, index) => ({
            updateOne: {
              filter: { _id: scopedId(`${round}:${index}`) },
              update: { $setOnInsert: { ...rows, objectId: `sub_${index}` } },
              upsert: true,
            },
          })),
        )
      await Promise.all(WRITERS.map(() => inScope(append)))
    }
    expect(await inScope(() => FactModel.countDocuments({}).exec())).toBe(20 * ROUNDS.length)
  })

  test('single rows, and exactly one of the writers is told that it was the one', async () => {
    for (const round of ROUNDS) {
      const row = { $setOnInsert: { kind: 'churn', day: '2026-01-01', takenAt: new Date(0), figures: {} } }
      const answers = await Promise.all(
        WRITERS.map(() =>
          inScope(() =>
            upserting(() => SnapshotModel.updateOne({ _id: `once_${round}` }, row, { upsert: true })),
          ),
        ),
      )
      expect(answers.filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1)
    }
  })

  test('but an insert that meets another is told', async () => {
    await inScope(() => add('taken'))
    const insert = inScope(() => bulkWrite('snapshots', [{ insertOne: { document: snapshot('taken') } }]))
    await expect(insert).rejects.toMatchObject({ code: 11000 })
  })
})
