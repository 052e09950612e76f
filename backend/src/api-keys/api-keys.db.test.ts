import fc from 'fast-check'
import { buildApp } from '../app'
import { startDesk, type Caller, type Desk } from '../../test/harness'
import { runInScope } from '../database/scope'
import { MemberModel } from '../team/model'
import { PERMISSIONS, type Permission } from '../team/permissions'
import { roleNames, ROLES } from '../team/roles'
import { ApiKeyModel } from './model'
import type { ApiKey, NewApiKey } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const DAY = 86_400
const make = async (more: object = {}, caller = owner) =>
  caller.post('/v1/api_keys', { name: 'Export', mode: 'test', scopes: ['settings:read'], ...more })
const made = async (more: object = {}, caller = owner) => (await make(more, caller)).json<NewApiKey>()
const me = (key: string, query = '', call: object = {}) => desk.with(key).get(`/v1/me${query}`, call)
const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)

test('a key is shown once, kept as a hash, and does what it was made for', async () => {
  const key = await made()
  expect(key.key).toMatch(/^rd_test_/)
  expect((await me(key.key)).json()).toMatchObject({
    permissions: ['settings:read'],
    account: { mode: 'test' },
  })
  expect((await desk.with(key.key).get('/v1/members')).json()).toMatchObject({ code: 'permission_missing' })
  const secret = key.key.split('_')[3] ?? ''
  const shown =
    (await owner.get('/v1/api_keys?limit=100')).body + (await owner.get(`/v1/api_keys/${key.id}`)).body
  const stored = JSON.stringify(await inWorkspace(() => ApiKeyModel.find().lean().exec()))
  const trail = (await owner.get('/v1/audit_entries?limit=100')).body
  for (const text of [shown, stored, trail]) expect(text).not.toContain(secret)
})

test('its answer is not kept for a replay', async () => {
  const call = { key: 'once' }
  const body = { name: 'Once', mode: 'test', scopes: ['settings:read'] }
  expect((await owner.post('/v1/api_keys', body, call)).statusCode).toBe(201)
  expect((await owner.post('/v1/api_keys', body, call)).json()).toMatchObject({
    code: 'idempotency_reply_secret',
  })
})

test('nobody makes a key that may do more than they may, whatever role and scopes', async () => {
  const makers = await Promise.all(roleNames.map(async (role) => ({ role, caller: await desk.as(role) })))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...makers),
      fc.uniqueArray(fc.constantFrom(...PERMISSIONS), { minLength: 1, maxLength: 4 }),
      async ({ role, caller }, scopes) => {
        const answer = await make({ scopes }, caller)
        const held: readonly Permission[] = ROLES[role].permissions
        const mayMake = held.includes('keys:write')
        const within = scopes.every((scope) => held.includes(scope))
        expect(answer.statusCode).toBe(mayMake && within ? 201 : 403)
        if (answer.statusCode === 201) await owner.delete(`/v1/api_keys/${answer.json<NewApiKey>().id}`)
      },
    ),
    { numRuns: 25 },
  )
})

test('when its maker loses rights, so does the key; with its maker gone it ends', async () => {
  const maker = await inWorkspace(() =>
    desk.services.team.addMember({ name: 'Maker', email: 'maker@example.com', role: 'admin' }),
  )
  const rights = await inWorkspace(() => desk.services.team.rightsOf(maker))
  if (!rights) throw new Error('No rights')
  const key = await inWorkspace(() =>
    desk.services.apiKeys.create(
      { ...rights, id: maker },
      { name: 'Theirs', mode: 'test', scopes: ['settings:read', 'team:read'], expires_in_days: 90 },
    ),
  )
  const members = () => desk.with(key.key).get('/v1/members')
  expect((await members()).statusCode).toBe(200)
  const set = (change: object) =>
    inWorkspace(() => MemberModel.updateOne({ _id: maker }, { $set: change }).exec())
  await set({ role: 'read_only' })
  expect((await members()).json()).toMatchObject({ code: 'permission_missing' })
  expect((await owner.get(`/v1/api_keys/${key.id}`)).json<ApiKey>().effective_scopes).toEqual([
    'settings:read',
  ])
  await set({ active: false })
  expect((await me(key.key)).json()).toMatchObject({ status: 401, code: 'not_signed_in' })
})

test('a key is bound to its mode, its accounts and its workspace', async () => {
  await desk.inAccount(() => desk.connect('acct_second'))
  const bound = await made({ accounts: ['acct_second'] })
  expect((await me(bound.key)).json()).toMatchObject({ account: { id: 'acct_second' } })
  expect((await me(bound.key, `?account=${desk.account.accountId}`)).json()).toMatchObject({
    code: 'account_unknown',
  })
  expect((await me(bound.key, '?mode=live')).json()).toMatchObject({ code: 'account_unknown' })
  const { data } = (await owner.get(`/v1/audit_entries?action=access.denied&actor=${bound.id}`)).json<{
    data: object[]
  }>()
  expect(data).toEqual([
    expect.objectContaining({
      target: { type: 'route', id: 'GET /v1/me' },
      after: expect.objectContaining({ code: 'account_unknown', times: 1 }) as unknown,
    }),
  ])
  const maker = await made({ accounts: ['acct_second'], scopes: ['keys:write', 'keys:read'] })
  expect((await make({}, desk.with(maker.key))).json()).toMatchObject({ code: 'account_bound' })
  expect((await desk.with(maker.key).get('/v1/api_keys')).statusCode).toBe(200)
  const all = await made()
  expect((await me(all.key, '?account=acct_second')).statusCode).toBe(200)
  const { account } = await desk.neighbour('acct_theirs')
  expect((await me(all.key, `?account=${account.accountId}`)).json()).toMatchObject({
    code: 'account_unknown',
  })
  expect((await make({ accounts: [account.accountId] })).json()).toMatchObject({
    errors: [{ pointer: '/body/accounts/0' }],
  })
})

test('another workspace neither sees nor ends it', async () => {
  const { id } = await made()
  const { owner: neighbour } = await desk.neighbour('acct_nosy')
  expect((await neighbour.get(`/v1/api_keys/${id}`)).statusCode).toBe(404)
  expect((await neighbour.delete(`/v1/api_keys/${id}`)).statusCode).toBe(404)
  expect((await neighbour.get('/v1/api_keys')).json()).toMatchObject({ data: [] })
})

test.each<[string, (key: string) => string]>([
  ['cut', (key) => key.slice(0, -1)],
  ['mistyped', (key) => `${key.slice(0, -9)}${key.at(-9) === '0' ? '1' : '0'}${key.slice(-8)}`],
  ['of another mode', (key) => key.replace('rd_test_', 'rd_live_')],
  ['of nobody', () => `rd_test_${'0'.repeat(27)}_${'0'.repeat(64)}00000000`],
])('a key %s is refused, and no different from one that never was', async (_what, change) => {
  const { key } = await made()
  const { request_id: _id, ...problem } = (await me(change(key))).json<Record<string, unknown>>()
  expect(problem).toMatchObject({
    status: 401,
    code: 'not_signed_in',
    detail: 'The API key is unknown, revoked or expired',
  })
})

test('where a request comes from is told by our own proxies alone', async () => {
  const { key } = await made({ allowed_addresses: ['203.0.113.9'] })
  const config = { ...desk.config, trustedProxies: ['10.1.0.0/16'] }
  const behind = await buildApp({ config, services: desk.services })
  const from = async (app: Desk['app'], remoteAddress: string, forwarded: string) => {
    const headers = { authorization: `Bearer ${key}`, 'x-forwarded-for': forwarded }
    return (await app.inject({ url: '/v1/me', remoteAddress, headers })).statusCode
  }
  expect(await from(behind, '10.1.2.3', '203.0.113.9')).toBe(200)
  // what a client made up stands before what our proxy saw
  expect(await from(behind, '10.1.2.3', '203.0.113.9, 198.51.100.1')).toBe(403)
  expect(await from(behind, '10.2.0.1', '203.0.113.9')).toBe(403)
  expect(await from(desk.app, '10.1.2.3', '203.0.113.9')).toBe(403)
  await behind.close()
})

test('it is used only from where it may be', async () => {
  const { key, id } = await made({ allowed_addresses: ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'] })
  const from = (remoteAddress: string) => me(key, '', { remoteAddress })
  for (const address of ['203.0.113.9', '::ffff:203.0.113.200', '2001:db8::1', '198.51.100.7'])
    expect([address, (await from(address)).statusCode]).toEqual([address, 200])
  for (const address of ['203.0.114.1', '198.51.100.8', '2001:db9::1', '127.0.0.1'])
    expect([address, (await from(address)).json<{ code: string }>().code]).toEqual([
      address,
      'address_not_allowed',
    ])
  expect((await owner.patch(`/v1/api_keys/${id}`, { allowed_addresses: [] })).statusCode).toBe(200)
  expect((await from('127.0.0.1')).statusCode).toBe(200)
})

test.each(['300.1.1.1', '10.0.0.0/33', '10.0.0.0/x', 'example.com', '::1/129', ''])(
  '%s is no network',
  async (entry) => {
    const answer = await make({ allowed_addresses: ['10.0.0.0/8', entry] })
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/body/allowed_addresses/1' }] })
  },
)

test('a rotation leaves the former key good for its overlap, and no longer', async () => {
  const first = await made()
  const rotated = (
    await owner.post(`/v1/api_keys/${first.id}/rotate`, { overlap_hours: 2 })
  ).json<NewApiKey>()
  expect([(await me(first.key)).statusCode, (await me(rotated.key)).statusCode]).toEqual([200, 200])
  const again = (await owner.post(`/v1/api_keys/${first.id}/rotate`, { overlap_hours: 0 })).json<NewApiKey>()
  expect([
    (await me(first.key)).statusCode,
    (await me(rotated.key)).statusCode,
    (await me(again.key)).statusCode,
  ]).toEqual([401, 401, 200])
})

test('revoked under load, it ends on every instance at once', async () => {
  const { key, id } = await made()
  const other = await buildApp({ config: desk.config, services: desk.services })
  await other.ready()
  const ask = async (app: Desk['app']) =>
    (await app.inject({ url: '/v1/me', headers: { authorization: `Bearer ${key}` } })).statusCode
  const before = await Promise.all(
    Array.from({ length: 20 }, (_, index) => ask(index % 2 ? desk.app : other)),
  )
  expect(new Set(before)).toEqual(new Set([200]))
  expect((await owner.delete(`/v1/api_keys/${id}`)).statusCode).toBe(204)
  expect([await ask(desk.app), await ask(other)]).toEqual([401, 401])
  await other.close()
})

test('its own limit counts for it alone, and says when to come again', async () => {
  const { key } = await made({ rate_limit: 3 })
  const other = await made({ rate_limit: 3 })
  const answers = []
  for (let request = 0; request < 4; request += 1) answers.push(await me(key))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429])
  expect(answers[3]?.json()).toMatchObject({ code: 'too_many_requests' })
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0)
  expect(answers[1]?.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '1' })
  expect((await me(other.key)).statusCode).toBe(200)
})

test('its use is written down to the minute', async () => {
  const { key, id } = await made()
  const lastUsed = async () => (await owner.get(`/v1/api_keys/${id}`)).json<ApiKey>()
  expect(await lastUsed()).toMatchObject({ last_used: null, last_used_address: null })
  await me(key)
  const first = desk.clock.seconds()
  expect(await lastUsed()).toMatchObject({ last_used: first, last_used_address: '127.0.0.1' })
  desk.clock.advance(30)
  await me(key)
  expect((await lastUsed()).last_used).toBe(first)
  desk.clock.advance(30)
  await me(key)
  expect((await lastUsed()).last_used).toBe(first + 60)
})

test('a key is no way to keys, nor to what wants a fresh proof', async () => {
  const { key } = await made({ scopes: ['keys:write', 'roles:write', 'credentials:write'] })
  const caller = desk.with(key)
  const answers = [
    await make({}, caller),
    await caller.post('/v1/roles', { name: 'More', permissions: [] }),
    await caller.post('/v1/credentials', { name: 'Mine', secret_key: desk.standIn.secretKey }),
  ]
  for (const answer of answers) expect(answer.json()).toMatchObject({ status: 403, code: 'step_up_needed' })
})

// the last: time does not go back
test('its callers are told two weeks before it expires; then it is refused', async () => {
  const { key, id } = await made({ expires_in_days: 15 })
  expect((await me(key)).headers['api-key-expires']).toBeUndefined()
  desk.clock.advance(2 * DAY)
  const soon = await me(key)
  expect(soon.headers['api-key-expires']).toBe(new Date(desk.clock.ms() + 13 * DAY * 1000).toUTCString())
  desk.clock.advance(13 * DAY)
  expect((await me(key)).json()).toMatchObject({ status: 401, code: 'not_signed_in' })
  expect(await inWorkspace(() => ApiKeyModel.countDocuments({ _id: id }).exec())).toBe(1)
})
