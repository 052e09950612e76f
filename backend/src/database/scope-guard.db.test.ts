import mongoose, { trusted } from 'mongoose'
import { openTestDatabase } from '../../test/harness'
import { PromotionModel } from '../promotions/model'
import { FactModel } from '../analytics/model'
import { FxDayModel } from '../fx/model'
import { MemberModel } from '../team/model'
import { bulkWrite } from './model'
import { runInScope, scopedId, type AccountScope } from './scope'

const OURS: AccountScope = { workspaceId: 'ws_a', accountId: 'acct_a', mode: 'test' }
const THEIRS: AccountScope = { workspaceId: 'ws_b', accountId: 'acct_b', mode: 'test' }
const OUR_LIVE: AccountScope = { ...OURS, mode: 'live' }

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.drop())

const day = (on: string, rate = '1.1') => ({ _id: scopedId(on), day: on, perEuro: { usd: rate } })
const seed = (scope: AccountScope, rate: string) =>
  runInScope(scope, async () => {
    await FxDayModel.create([day('2026-01-01', rate), day('2026-01-02', rate)])
  })

beforeEach(async () => {
  await mongoose.connection.db?.collection('fx_rates').deleteMany({})
  // that reached all accounts on purpose
  database.violations.length = 0
  await seed(OURS, '1.1')
  await seed(THEIRS, '2.2')
  await seed(OUR_LIVE, '3.3')
})

/** Every document of the collection, whoever it belongs to. */
async function everything(): Promise<Record<string, unknown>[]> {
  const rows = (await mongoose.connection.db?.collection('fx_rates').find().sort({ _id: 1 }).toArray()) ?? []
  database.violations.length = 0
  return rows
}

const ONE = { day: '2026-01-01' }
const SET = { $set: { perEuro: { usd: '9' } } }

/** Each of Mongoose's ways to reach documents; none of them names an owner. */
const WAYS: Record<string, () => PromiseLike<unknown>> = {
  find: () => FxDayModel.find().lean(),
  'find with a cursor': async () => {
    const rows: unknown[] = []
    for await (const row of FxDayModel.find().lean().cursor()) rows.push(row)
    return rows
  },
  findOne: () => FxDayModel.findOne(ONE).lean(),
  findById: () => FxDayModel.findById('acct_b:test:2026-01-01').lean(),
  exists: () => FxDayModel.exists(ONE),
  countDocuments: () => FxDayModel.countDocuments(),
  distinct: () => FxDayModel.distinct('perEuro.usd'),
  updateOne: () => FxDayModel.updateOne(ONE, SET),
  updateMany: () => FxDayModel.updateMany({}, SET),
  deleteOne: () => FxDayModel.deleteOne(ONE),
  deleteMany: () => FxDayModel.deleteMany({}),
  findOneAndUpdate: () => FxDayModel.findOneAndUpdate(ONE, SET),
  findByIdAndUpdate: () => FxDayModel.findByIdAndUpdate('acct_b:test:2026-01-01', SET),
  findOneAndDelete: () => FxDayModel.findOneAndDelete(ONE),
  aggregate: () => FxDayModel.aggregate([{ $group: { _id: '$perEuro.usd' } }]),
  insertMany: () => FxDayModel.insertMany([{ _id: 'i1', day: '2026-02-01', perEuro: {} }]),
  create: () => FxDayModel.create([{ _id: 'c1', day: '2026-02-02', perEuro: {} }]),
  'bulkWrite of ours': () =>
    bulkWrite('fx_rates', [
      { insertOne: { document: { _id: 'b1', day: '2026-02-03', perEuro: {} } } },
      { updateOne: { filter: { _id: 'acct_b:test:2026-01-01' }, update: SET } },
      { replaceOne: { filter: { _id: 'b1' }, replacement: { day: '2026-02-04', perEuro: {} } } },
      { deleteOne: { filter: { _id: 'acct_b:test:2026-01-02' } } },
    ]),
}

describe.each(Object.entries(WAYS))('%s', (_name, way) => {
  it('refuses to work where nobody said whose data it may touch', async () => {
    const before = await everything()
    await expect((async () => way())()).rejects.toThrow('No scope')
    expect(await everything()).toEqual(before)
  })

  it('refuses a workspace where an account is needed', async () => {
    await expect(runInScope({ workspaceId: 'ws_a' }, way)).rejects.toThrow('No account in scope')
  })

  it('carries its owner to the database and leaves the data of others as it is', async () => {
    const notOurs = (rows: Record<string, unknown>[]) =>
      rows.filter(({ accountId, mode }) => accountId !== 'acct_a' || mode !== 'test')
    const before = notOurs(await everything())
    const answer = await runInScope(OURS, way)
    expect(database.violations).toEqual([])
    expect(JSON.stringify(answer) ?? '').not.toMatch(/2\.2|3\.3|acct_b|live/)
    expect(notOurs(await everything())).toEqual(before)
  })
})

describe('what the guard does not know, it refuses', () => {
  const owners: Record<string, unknown> = { accountId: trusted({ $in: ['acct_a', 'acct_b'] }) }
  const refused: Record<string, () => PromiseLike<unknown>> = {
    'an estimated count': () => FxDayModel.estimatedDocumentCount(),
    "Mongoose's own bulkWrite": () => FxDayModel.bulkWrite([{ deleteOne: { filter: ONE } }]),
    'a $lookup': () => FxDayModel.aggregate([{ $lookup: { from: 'facts', pipeline: [], as: 'x' } }]),
    'a $unionWith': () => FxDayModel.aggregate([{ $unionWith: { coll: 'facts', pipeline: [] } }]),
    'a $lookup inside a $facet': () =>
      FxDayModel.aggregate([{ $facet: { x: [{ $lookup: { from: 'facts', pipeline: [], as: 'x' } }] } }]),
    'a pipeline that writes': () => FxDayModel.aggregate([{ $out: 'facts' }]),
    'a change stream': async () => FxDayModel.watch(),
    'a replacement that would lose its owner': () =>
      FxDayModel.replaceOne(ONE, { _id: 'x', day: '2026-01-01', perEuro: {} }),
    'the same, found and replaced': () =>
      FxDayModel.findOneAndReplace(ONE, { day: '2026-01-01', perEuro: {} }),
    'another owner in a filter': () => FxDayModel.find({ accountId: 'acct_b' }).lean(),
    'a list of owners': () => FxDayModel.find().where(owners).lean(),
    'another owner in a document': () =>
      FxDayModel.create([{ _id: 'x', day: '2026-03-01', perEuro: {}, ...THEIRS }]),
    'another owner in many documents': () =>
      FxDayModel.insertMany([{ _id: 'x', day: '2026-03-01', perEuro: {}, accountId: 'acct_b' }]),
    'another owner in an update': () => FxDayModel.updateOne(ONE, { $set: { accountId: 'acct_b' } }),
    'a pipeline as an update': () =>
      FxDayModel.updateOne(ONE, [{ $set: { accountId: 'acct_b' } }], { updatePipeline: true }),
    'another owner in a bulk write': () =>
      bulkWrite('fx_rates', [{ deleteOne: { filter: { accountId: 'acct_b' } } }]),
    'an update of many in a bulk write': () =>
      bulkWrite('fx_rates', [{ updateMany: { filter: {}, update: SET } }]),
    'a field that no model names': () => FxDayModel.updateOne(ONE, { $set: { invented: 1 } }),
    'a filter on such a field': () => FxDayModel.find({ invented: 1 }).lean(),
  }
  it.each(Object.entries(refused))('%s', async (_name, way) => {
    const before = await everything()
    await expect(runInScope(OURS, async () => way())).rejects.toThrow()
    expect(database.violations).toEqual([])
    expect(await everything()).toEqual(before)
  })

  it('an owner taken away by an update: it stays', async () => {
    const before = await everything()
    await runInScope(OURS, () => FxDayModel.updateMany({}, { $unset: { accountId: 1 } })).catch(() => null)
    expect(await everything()).toEqual(before)
  })

  it('an operator that came in with a value', async () => {
    const hostile: unknown = { $gt: '' }
    const found = await runInScope(OURS, () => FxDayModel.find({ day: hostile as string }).lean()).catch(
      () => [],
    )
    expect(found).toEqual([])
  })
})

it('the same Stripe id in two accounts and two modes is four documents', async () => {
  const rows = await everything()
  expect(rows).toHaveLength(6)
  for (const [scope, rate] of [
    [OURS, '1.1'],
    [THEIRS, '2.2'],
    [OUR_LIVE, '3.3'],
  ] as const)
    expect(await runInScope(scope, () => FxDayModel.distinct('perEuro.usd'))).toEqual([rate])
})

it('people belong to a workspace: the same rule by its id', async () => {
  const add = (scope: AccountScope, _id: string) =>
    runInScope({ workspaceId: scope.workspaceId }, () =>
      MemberModel.create([
        { _id, name: 'A', kind: 'member', role: 'owner', active: true, createdAt: new Date(0) },
      ]),
    )
  await add(OURS, 'mem_a')
  await add(THEIRS, 'mem_b')
  expect(await runInScope(OURS, () => MemberModel.distinct('_id'))).toEqual(['mem_a'])
  expect(await runInScope(OURS, () => MemberModel.findById('mem_b').lean())).toBeNull()
  await expect((async () => MemberModel.find().lean())()).rejects.toThrow('No scope')
  expect(database.violations).toEqual([])
})

it('every collection of merchant data is indexed by account and mode first', async () => {
  for (const model of [FactModel, FxDayModel, PromotionModel]) {
    const indexes = await mongoose.connection.db?.collection(model.collection.name).indexes()
    const own = (indexes ?? []).filter(({ name }) => name !== '_id_')
    expect(own.length).toBeGreaterThan(0)
    for (const { key } of own) expect(Object.keys(key).slice(0, 2)).toEqual(['accountId', 'mode'])
  }
})
