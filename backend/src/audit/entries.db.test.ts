/** Reading the trail: filters, who sees what, export; and what is refused being in it. */
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { signAppRequest } from '../../test/signing'
import { runInScope, type Actor } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AuditEntryModel, DenialModel } from './model'
import type { AuditEntry } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())
// entries of one millisecond have no order
beforeEach(() => desk.clock.advance(1))

const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)
const ANN: Actor = { kind: 'member', id: 'mem_ann' }
const record = (action: string, target: string, scope: object, after?: Record<string, unknown>) =>
  runInScope({ workspaceId: desk.workspaceId, ...scope }, () =>
    inTransaction(() =>
      desk.services.audit.record({
        action,
        target: { type: 'thing', id: target },
        ...(after ? { after } : {}),
      }),
    ),
  )
const list = async (query: string, caller = owner) => {
  const answer = await caller.get(`/v1/audit_entries?limit=100&${query}`)
  expect(answer.statusCode).toBe(200)
  return answer.json<{ data: AuditEntry[] }>().data
}
const actions = async (query: string, caller = owner) =>
  (await list(query, caller)).map(({ action }) => action)
const exported = async (query: string, caller = owner) => caller.get(`/v1/audit_entries/export?${query}`)
const lines = (payload: string): AuditEntry[] =>
  payload
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AuditEntry)

describe('entries', () => {
  let account: { accountId: string; mode: string }
  let other: { accountId: string; mode: string }
  let begun: number
  beforeAll(async () => {
    account = { accountId: desk.account.accountId, mode: 'test' }
    other = { accountId: 'acct_other', mode: 'test' }
    await desk.connect('acct_other')
    begun = desk.clock.seconds() + 10
    for (const [action, target, scope] of [
      ['thing.made', 'thing_1', { ...account, actor: ANN }],
      ['thing.changed', 'thing_1', account],
      ['thing.made', 'thing_2', { ...other, actor: ANN }],
      ['thin.king', 'thing_3', {}],
      ['other.made', 'thing_1', {}],
    ] as const) {
      desk.clock.advance(10)
      await record(action, target, scope)
    }
  })
  const since = () => `from=${begun}&`

  test('are found by target, actor, beginning of the action, account, mode and time', async () => {
    expect(await actions(since())).toEqual([
      'other.made',
      'thin.king',
      'thing.made',
      'thing.changed',
      'thing.made',
    ])
    expect(await actions('target=thing_1')).toEqual(['other.made', 'thing.changed', 'thing.made'])
    expect(await actions('actor=mem_ann')).toEqual(['thing.made', 'thing.made'])
    expect(await actions('action=thing.')).toEqual(['thing.made', 'thing.changed', 'thing.made'])
    expect(await actions('action=thin')).toHaveLength(4)
    expect(await actions('action=thing.made&target=thing_2')).toEqual(['thing.made'])
    expect(await actions(`${since()}account=acct_other`)).toEqual(['thing.made'])
    expect(await actions(`${since()}mode=test`)).toHaveLength(3)
    expect(await actions(`from=${begun + 10}&to=${begun + 30}`)).toEqual(['thing.made', 'thing.changed'])
    expect(await actions(`to=${begun}`)).not.toContain('thing.made')
  })

  test('that are filtered come in pages all the same', async () => {
    const page = async (query: string) =>
      (await owner.get(`/v1/audit_entries?action=thing.&limit=2${query}`)).json<{
        data: AuditEntry[]
        has_more: boolean
      }>()
    const first = await page('')
    const second = await page(`&starting_after=${first.data[1]?.id}`)
    expect([first.has_more, second.has_more]).toEqual([true, false])
    expect([...first.data, ...second.data].map(({ target }) => target.id)).toEqual([
      'thing_2',
      'thing_1',
      'thing_1',
    ])
    expect(await page(`&ending_before=${second.data[0]?.id}`)).toEqual({ ...first, has_more: false })
    const [stranger] = await list('action=other.made')
    expect(
      (await owner.get(`/v1/audit_entries?action=thing.&starting_after=${stranger?.id}`)).statusCode,
    ).toBe(400)
  })

  test.each(['action=.*', 'action[$gt]=', 'target={"$gt":""}', 'actor=a@example.com', 'from=-1', 'to=1e30'])(
    'are not found by %s',
    async (query) => {
      expect((await owner.get(`/v1/audit_entries?${query}`)).json()).toMatchObject({
        code: 'invalid_request',
      })
    },
  )

  test('of another account are not shown to a view, of the workspace they are', async () => {
    const claims = {
      nonce: 'nonce-of-the-entries',
      mode: 'test',
      stripe_roles: [{ id: 'admin' }],
      user_id: 'usr_entries',
      account_id: account.accountId,
    }
    const entered = await desk.app.inject({
      method: 'POST',
      url: '/v1/auth/stripe-app',
      ...signAppRequest(claims, desk.clock.seconds()),
    })
    const view = desk.with(entered.json<{ access_token: string }>().access_token)
    const shown = await list(since(), view)
    expect(new Set(shown.map((entry) => entry.account))).toEqual(new Set([null, account.accountId]))
    expect(shown.filter(({ action }) => action === 'thing.made')).toHaveLength(1)
    expect(await actions('target=thing_2', view)).toEqual([])
    const [foreign] = await list('target=thing_2')
    expect((await view.get(`/v1/audit_entries?starting_after=${foreign?.id}`)).statusCode).toBe(400)
    const { payload, statusCode } = await exported('format=jsonl&action=thing.', view)
    expect([statusCode, lines(payload).map(({ target }) => target.id)]).toEqual([200, ['thing_1', 'thing_1']])
  })

  test('of another account or mode are not shown to an API key that is not for them', async () => {
    const keyFor = async (fields: object) => {
      const key = { name: 'Trail', mode: 'test', scopes: ['audit:read', 'audit:export'], ...fields }
      return desk.with((await owner.post('/v1/api_keys', key)).json<{ key: string }>().key)
    }
    await record('live.made', 'thing_9', { ...account, mode: 'live' })
    const bound = await keyFor({ accounts: ['acct_other'] })
    expect((await list(since(), bound)).every((entry) => [null, 'acct_other'].includes(entry.account))).toBe(
      true,
    )
    expect(await actions('action=thing.', bound)).toEqual(['thing.made'])
    expect(lines((await exported('format=jsonl&action=thing.', bound)).payload)).toHaveLength(1)
    const wide = await keyFor({})
    expect(await actions('action=thing.&account=acct_other', wide)).toEqual(['thing.made'])
    expect(await actions('action=thing.', wide)).toEqual(['thing.changed', 'thing.made'])
    expect(await actions('target=thing_9')).toEqual(['live.made'])
    expect(await actions('target=thing_9', wide)).toEqual([])
    expect((await wide.get('/v1/audit_entries?mode=live')).statusCode).toBe(403)
  })

  describe('as a file', () => {
    test('are the same as in the list, the oldest first, and leave one entry that says so', async () => {
      const { payload, headers } = await exported(`format=jsonl&${since()}action=thing.`)
      expect(headers).toMatchObject({
        'content-type': 'application/x-ndjson',
        'content-disposition': 'attachment; filename="audit.jsonl"',
      })
      expect(lines(payload)).toEqual((await list('action=thing.')).reverse())
      const [entry] = await list('action=audit.')
      expect(entry).toMatchObject({
        action: 'audit.exported',
        target: { type: 'workspace', id: desk.workspaceId },
        after: { format: 'jsonl', from: begun, action: 'thing.', count: 3 },
        request_id: headers['x-request-id'],
      })
    })

    test('for a spreadsheet have a line of names, and no cell that computes', async () => {
      await runInScope({ workspaceId: desk.workspaceId }, () =>
        AuditEntryModel.updateOne({ action: 'thin.king' }, { $set: { userAgent: '=cmd|"/c calc"!A1' } }),
      )
      const { payload, headers } = await exported('action=thin.king')
      const [names, line, end] = payload.split('\r\n')
      expect(headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(names).toMatch(/^"time","action","actor_kind","actor",/)
      expect(line).toMatch(
        /^"2\d{3}-.*Z","thin.king","system","revenue-desk","thing","thing_3",,,,,,"'=cmd\|/,
      )
      expect(line).toContain(`"'=cmd|""/c calc""!A1"`)
      expect(end).toBe('')
    })

    test('are read in pieces and are all there, also those of one millisecond', async () => {
      const rows = Array.from({ length: 520 }, (_, index) => ({ action: `many.${index}` }))
      await inWorkspace(() =>
        inTransaction(async () => {
          for (const { action } of rows)
            await desk.services.audit.record({ action, target: { type: 'thing', id: 'many' } })
        }),
      )
      const { payload } = await exported('format=jsonl&target=many')
      expect(new Set(lines(payload).map(({ action }) => action)).size).toBe(rows.length)
      expect((await list('action=audit.exported'))[0]?.after).toMatchObject({ count: rows.length })
    })

    test('are for those alone who may export', async () => {
      const analyst = await desk.as('finance_analyst')
      expect((await exported('', analyst)).statusCode).toBe(403)
      expect(await actions('', analyst)).not.toEqual([])
    })
  })
})

describe('a refusal', () => {
  const denied = async (actor: string) =>
    (await list(`action=access.denied&actor=${actor}`)).map(({ target, after }) => [target.id, after])
  const newReader = async () => {
    const id = await inWorkspace(() =>
      desk.services.team.addMember({ name: 'R', email: `${Math.random()}@example.com`, role: 'read_only' }),
    )
    return { id, caller: desk.with(await desk.tokenOfMember(id)) }
  }
  const refuse = async (caller: Caller, times: number) => {
    const answers = await Promise.all(
      Array.from({ length: times }, () => caller.post('/v1/roles', { name: 'X' })),
    )
    for (const { statusCode } of answers) expect(statusCode).toBe(403)
  }
  const missing = (times: number) => ({ code: 'permission_missing', permission: 'roles:write', times })

  test('names who, the route and the permission, and nothing of what was sent', async () => {
    const { id, caller } = await newReader()
    const answer = await caller.patch('/v1/members/mem_x?account=' + desk.account.accountId, {
      name: 'secret',
    })
    const [entry, ...more] = await list(`action=access.denied&actor=${id}`)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actor: { kind: 'member', id },
      target: { type: 'route', id: 'PATCH /v1/members/:id' },
      after: { code: 'permission_missing', permission: 'team:write', times: 1 },
      account: desk.account.accountId,
      request_id: answer.headers['x-request-id'],
      address: '127.0.0.1',
    })
    expect(JSON.stringify(entry)).not.toMatch(/secret|mem_x/)
  })

  test('by account, or of more than the own role holds, leaves one too; who is not signed in leaves none', async () => {
    const { id, caller } = await newReader()
    expect((await caller.get('/v1/me?account=acct_secret')).statusCode).toBe(403)
    const [entry] = await list(`action=access.denied&actor=${id}`)
    expect(entry).toMatchObject({
      target: { id: 'GET /v1/me' },
      after: { code: 'account_unknown', permission: 'settings:read', times: 1 },
      account: null,
    })
    expect(JSON.stringify(entry)).not.toContain('acct_secret')
    const admin = await desk.as('admin')
    desk.clock.advance(1)
    const body = { name: 'More', permissions: ['accounts:disconnect'] }
    expect((await admin.post('/v1/roles', body)).json()).toMatchObject({ code: 'role_exceeds_yours' })
    expect((await list('action=access.denied'))[0]?.after).toMatchObject({ code: 'role_exceeds_yours' })
    const before = (await list('action=access.denied')).length
    expect((await desk.with('nobody').get('/v1/me')).statusCode).toBe(401)
    expect((await owner.get('/v1/operations/op_nope')).statusCode).toBe(404)
    expect(await list('action=access.denied')).toHaveLength(before)
  })

  test('that is repeated within a minute leaves one entry; the next one tells how often, and none is lost', async () => {
    const { id, caller } = await newReader()
    await refuse(caller, 12)
    expect(await denied(id)).toEqual([['POST /v1/roles', missing(1)]])
    // another route is another refusal
    await caller.delete('/v1/roles/role_x')
    expect(await denied(id)).toHaveLength(2)
    desk.clock.advance(61)
    await refuse(caller, 3)
    expect((await denied(id)).filter(([route]) => route === 'POST /v1/roles')).toEqual([
      ['POST /v1/roles', missing(12)],
      ['POST /v1/roles', missing(1)],
    ])
    desk.clock.advance(61)
    // also where several instances look at once
    await Promise.all([1, 2, 3].map(() => inWorkspace(() => desk.services.denials.sweep())))
    expect((await denied(id))[0]).toEqual(['POST /v1/roles', missing(2)])
    expect(await denied(id)).toHaveLength(4)
    desk.clock.advance(61)
    await inWorkspace(() => desk.services.denials.sweep())
    expect(await inWorkspace(() => DenialModel.countDocuments({}))).toBe(0)
    expect(await denied(id)).toHaveLength(4)
  })

  test('is told by the desk itself when nobody comes back', async () => {
    const { id, caller } = await newReader()
    await refuse(caller, 5)
    desk.clock.advance(61)
    await desk.services.sealer.seal()
    expect(await denied(id)).toEqual([
      ['POST /v1/roles', missing(4)],
      ['POST /v1/roles', missing(1)],
    ])
  })

  test('stays one where it cannot be written', async () => {
    const { caller } = await newReader()
    const { record: intact } = desk.services.denials
    desk.services.denials.record = () => Promise.reject(new Error('no'))
    await refuse(caller, 1)
    desk.services.denials.record = intact
  })
})
