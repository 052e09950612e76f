import { violation } from './command-monitor'

const OWNER = { accountId: 'acct_1', mode: 'test' }

describe('a command on merchant data is a violation unless it names account and mode by equality', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['find', 'facts', { filter: { ...OWNER, customer: 'cus_1' } }],
    ['find', 'facts', { filter: { $and: [{ customer: 'cus_1' }, OWNER] } }],
    ['count', 'facts', { query: OWNER }],
    ['distinct', 'facts', { query: OWNER }],
    ['findAndModify', 'facts', { query: OWNER }],
    ['update', 'facts', { updates: [{ q: OWNER }, { q: OWNER }] }],
    ['delete', 'facts', { deletes: [{ q: OWNER }] }],
    ['insert', 'facts', { documents: [OWNER, OWNER] }],
    ['aggregate', 'facts', { pipeline: [{ $match: OWNER }, { $group: { _id: null } }] }],
    ['find', 'members', { filter: { workspaceId: 'ws_1' } }],
    ['find', 'accounts', { filter: {} }],
    ['createIndexes', 'facts', { indexes: [] }],
    ['getMore', 'facts', {}],
  ])('%s on %s may run: %j', (name, collection, rest) => {
    expect(violation(name, { [name]: collection, ...rest })).toBeNull()
  })

  it.each<[string, string, Record<string, unknown>, string]>([
    ['find', 'facts', { filter: {} }, 'find on facts without accountId'],
    ['find', 'facts', { filter: { accountId: 'acct_1' } }, 'find on facts without mode'],
    ['find', 'facts', {}, 'find on facts without accountId'],
    [
      'find',
      'facts',
      { filter: { accountId: { $in: ['a', 'b'] }, mode: 'test' } },
      'find on facts without accountId',
    ],
    ['find', 'facts', { filter: { $or: [OWNER, { customer: 'x' }] } }, 'find on facts without accountId'],
    ['find', 'members', { filter: OWNER }, 'find on members without workspaceId'],
    ['update', 'facts', { updates: [{ q: OWNER }, { q: {} }] }, 'update on facts without accountId'],
    ['delete', 'facts', { deletes: [{ q: { mode: 'test' } }] }, 'delete on facts without accountId'],
    ['insert', 'facts', { documents: [OWNER, {}] }, 'insert on facts without accountId'],
    [
      'aggregate',
      'facts',
      { pipeline: [{ $sort: { a: 1 } }, { $match: OWNER }] },
      'aggregate on facts without accountId',
    ],
    [
      'aggregate',
      'facts',
      { pipeline: [{ $match: OWNER }, { $lookup: { from: 'prices' } }] },
      'aggregate on facts without accountId',
    ],
    [
      'aggregate',
      'facts',
      { pipeline: [{ $match: OWNER }, { $unionWith: 'prices' }] },
      'aggregate on facts without accountId',
    ],
    [
      'aggregate',
      'facts',
      { pipeline: [{ $changeStream: {} }, { $match: OWNER }] },
      'aggregate on facts without accountId',
    ],
    [
      'aggregate',
      'facts',
      { pipeline: [{ $match: OWNER }, { $facet: { all: [{ $lookup: { from: 'prices' } }] } }] },
      'aggregate on facts without accountId',
    ],
    ['mapReduce', 'facts', {}, 'mapReduce on facts is not a known command'],
    ['find', 'of_nobody', { filter: OWNER }, 'find on of_nobody, which no table names'],
  ])('%s on %s is named: %j', (name, collection, rest, told) => {
    expect(violation(name, { [name]: collection, ...rest })).toBe(told)
  })
})
