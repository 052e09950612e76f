import { startDesk, type Caller, type Desk } from '../../test/harness'
import { runInScope } from '../database/scope'
import type { Account } from '../onboarding/schema'
import { createVault } from '../secrets/vault'
import type { Sync } from '../sync/schema'
import { CredentialModel } from './model'
import type { Credential } from './schema'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const list = async () => (await owner.get('/v1/credentials')).json<{ data: Credential[] }>().data
/** Those in force, and the others. */
const byForce = async () => {
  const all = await list()
  return { active: all.filter(({ active }) => active), others: all.filter(({ active }) => !active) }
}
const restricted = async (...permissions: string[]): Promise<string> => {
  const form = Object.fromEntries(permissions.map((one, index) => [`permissions[${index}]`, one]))
  return String((await desk.standIn.act('restricted_keys', form))['secret'])
}
const EVERYTHING = [
  'product',
  'plan',
  'coupon',
  'subscription',
  'customer',
  'invoice',
  'promotion_code',
  'balance',
  'charge',
  'dispute',
  'payout',
  'payment_intent',
  'event',
]
const add = (secret_key: string, more: object = {}) =>
  owner.post('/v1/credentials', { name: 'Another', secret_key, ...more })

test('a key is shown by its ends alone, and sealed in the database', async () => {
  const [first] = await list()
  expect(first).toMatchObject({ active: true, account: desk.account.accountId, mode: 'test' })
  expect(first?.secret_key_hint).toBe(
    `${desk.standIn.secretKey.slice(0, 8)}…${desk.standIn.secretKey.slice(-4)}`,
  )
  const stored = await desk.inAccount(() => CredentialModel.find().lean())
  expect(JSON.stringify([first, stored])).not.toContain(desk.standIn.secretKey.slice(8, -4))
})

test('a restricted key is asked for each permission; what it lacks is named and lies still alone', async () => {
  const key = await restricted(...EVERYTHING.filter((one) => one !== 'charge').map((one) => `${one}_read`))
  const added = (await add(key)).json<Credential>()
  expect(added.permissions.filter(({ granted }) => !granted)).toEqual([
    { permission: 'charge_read', needed_for: 'charges, refunds, early fraud warnings', granted: false },
    { permission: 'coupon_write', needed_for: 'promotions', granted: false },
    { permission: 'promotion_code_write', needed_for: 'promotions', granted: false },
    { permission: 'webhook_write', needed_for: 'registering webhooks', granted: false },
  ])
  const { active, others } = await byForce()
  expect([active.map(({ id }) => id), others.length]).toEqual([[added.id], 1])

  await desk.sync({ full: true })
  const sync = (await owner.get('/v1/sync')).json<Sync>()
  expect(sync).toMatchObject({ status: 'complete', percent: 100 })
  const disabled = sync.resources.filter(({ status }) => status !== 'complete')
  expect(disabled.map(({ resource, status, permission }) => [resource, status, permission])).toEqual([
    ['charges', 'disabled', 'charge_read'],
    ['refunds', 'disabled', 'charge_read'],
    ['early_fraud_warnings', 'disabled', 'charge_read'],
  ])
  expect(disabled[0]?.error).toContain('rak_charge_read')
  expect((await owner.get('/v1/analytics/overview')).json()).toMatchObject({ complete: false })
  const promotion = { name: 'Spring', code: 'SPRING', percent_bp: 1000, duration: 'once' }
  expect((await owner.post('/v1/promotions', promotion)).json()).toMatchObject({
    code: 'stripe_permission_missing',
    detail: expect.stringContaining('rak_coupon_write'),
  })
  const accounts = (await owner.get('/v1/accounts')).json<{ data: { missing_permissions: string[] }[] }>()
  expect(accounts.data[0]?.missing_permissions).toContain('charge_read')

  // the first key comes back into force, and all is read
  const first = others[0]?.id ?? ''
  expect((await owner.patch(`/v1/credentials/${first}`, { active: true })).json()).toMatchObject({
    active: true,
  })
  await desk.sync({ full: true })
  expect((await owner.get('/v1/analytics/overview')).json()).toMatchObject({ complete: true })
})

test('permissions granted later are found by asking again', async () => {
  const key = await restricted('customer_read')
  const { id } = (await add(key, { active: false })).json<Credential>()
  const row = await desk.inAccount(() => CredentialModel.findById(id).lean())
  expect(row?.permissions.filter(({ granted }) => granted).map(({ permission }) => permission)).toEqual([
    'customer_read',
  ])
  await desk.inAccount(() => CredentialModel.updateOne({ _id: id }, { $set: { permissions: [] } }))
  const probed = (await owner.post(`/v1/credentials/${id}/probe`)).json<Credential>()
  expect(probed.permissions).toEqual(row?.permissions)
})

test('rolled under load, no call fails, and the old key is called no more', async () => {
  let going = true
  let calls = 0
  const load = Array.from({ length: 4 }, async () => {
    while (going) {
      await desk.inAccount(() => desk.services.stripe.page('products'))
      calls += 1
    }
  })
  for (let round = 0; round < 3; round += 1) {
    const key = await restricted(...EVERYTHING.map((one) => `${one}_read`))
    expect((await add(key)).statusCode).toBe(201)
  }
  going = false
  await Promise.all(load)
  expect(calls).toBeGreaterThan(3)
  expect((await byForce()).active).toHaveLength(1)
})

test.each<[string, () => Promise<string>, object, number, object]>([
  [
    'of another mode',
    async () => desk.standIn.liveKey,
    {},
    400,
    { code: 'invalid_request', errors: [{ pointer: '/body/secret_key' }] },
  ],
  [
    'that Stripe does not know',
    async () => 'sk_test_00000000nobody',
    {},
    400,
    { code: 'stripe_key_refused', errors: [{ pointer: '/body/secret_key' }] },
  ],
  ['that is stored', async () => desk.standIn.secretKey, {}, 409, { code: 'credential_known' }],
  [
    'that is none',
    async () => 'pk_test_00000000',
    {},
    400,
    { code: 'invalid_request', errors: [{ pointer: '/body/secret_key' }] },
  ],
])('a key %s is refused, and nothing is stored', async (_what, key, more, status, problem) => {
  const before = await list()
  const answer = await add(await key(), more)
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject(problem)
  expect(await list()).toEqual(before)
})

test('a key of another account is refused and names whose it is', async () => {
  const other = await desk.inAccount(() => desk.services.credentials.speaking(desk.standIn.liveKey).account())
  expect(other.id).not.toBe('')
  const { owner: neighbour } = await desk.neighbour('acct_elsewhere')
  const answer = await neighbour.post('/v1/credentials', {
    name: 'Theirs',
    secret_key: desk.standIn.secretKey,
  })
  expect(answer.json()).toMatchObject({
    code: 'invalid_request',
    detail: `secret_key must be a key of acct_elsewhere; this one is of ${desk.account.accountId}`,
  })
})

test('the one in force cannot be deleted; another can, and is gone for everybody', async () => {
  const {
    active: [active],
    others: [other],
  } = await byForce()
  expect((await owner.delete(`/v1/credentials/${active?.id}`)).json()).toMatchObject({
    code: 'credential_in_force',
  })
  const { owner: neighbour } = await desk.neighbour('acct_third')
  expect((await neighbour.delete(`/v1/credentials/${other?.id}`)).statusCode).toBe(404)
  expect((await owner.delete(`/v1/credentials/${other?.id}`)).statusCode).toBe(204)
  expect((await owner.get(`/v1/credentials/${other?.id}`)).statusCode).toBe(404)
})

test('without one in force every call to Stripe says so and what to do', async () => {
  const [active] = (await byForce()).active
  await owner.patch(`/v1/credentials/${active?.id}`, { active: false })
  const promotion = { name: 'Spring', code: 'SUMMER', percent_bp: 1000, duration: 'once' }
  const answer = await owner.post('/v1/promotions', promotion)
  expect((await owner.get('/v1/accounts')).json()).toMatchObject({
    data: [{ credential: null, problem: { code: 'no_active_credential' } }],
  })
  expect(answer.json()).toMatchObject({
    status: 503,
    code: 'no_active_credential',
    title: 'No active Stripe credential',
    remedy: expect.stringContaining('Settings, Accounts'),
  })
  await owner.patch(`/v1/credentials/${active?.id}`, { active: true })
  expect((await owner.get('/v1/accounts')).json()).toMatchObject({ data: [{ credential: active?.id }] })
})

test('of two that are put in force at once, one is', async () => {
  const keys = [await restricted('customer_read'), await restricted('customer_read')]
  const added = await Promise.all(
    keys.map(async (key) => (await add(key, { active: false })).json<Credential>()),
  )
  await Promise.all(added.map(({ id }) => owner.patch(`/v1/credentials/${id}`, { active: true })))
  expect((await list()).filter(({ active }) => active)).toHaveLength(1)
})

test('it says when Stripe was last called with it, to the minute', async () => {
  const lastUsed = async () => (await byForce()).active[0]?.last_used
  const call = () => desk.inAccount(() => desk.services.stripe.page('customers'))
  await call()
  const first = (await lastUsed()) ?? 0
  expect(desk.clock.seconds() - first).toBeLessThan(60)
  desk.clock.advance(61)
  await call()
  expect(await lastUsed()).toBe(desk.clock.seconds())
  desk.clock.advance(6)
  await call()
  expect(await lastUsed()).toBe(desk.clock.seconds() - 6)
})

describe('sealed under a master key that is gone', () => {
  let broken: string
  const accounts = async () =>
    (await owner.get('/v1/accounts')).json<{ data: Pick<Account, 'mode' | 'problem'>[] }>().data

  beforeAll(async () => {
    expect(
      (await owner.post('/v1/accounts', { via: 'key', secret_key: desk.standIn.liveKey })).statusCode,
    ).toBe(201)
    broken = (await byForce()).active[0]?.id ?? ''
    const other = createVault([
      { id: 'gone', secret: Buffer.from(Array.from({ length: 32 }, (_, index) => index)) },
    ])
    const sealed = (field: string) =>
      other.seal('[]', { owner: `${desk.account._id}:`, collection: 'credentials', id: broken, field })
    await desk.inAccount(() =>
      CredentialModel.updateOne(
        { _id: broken },
        { $set: { secretKey: sealed('secretKey'), webhookSecrets: sealed('webhookSecrets') } },
      ),
    )
  })

  test('what needs it says what to restore; the other credentials and accounts are listed', async () => {
    const remedy = expect.stringContaining('ENCRYPTION_KEYS') as string
    expect((await owner.post(`/v1/credentials/${broken}/probe`)).json()).toMatchObject({
      code: 'credential_unreadable',
      remedy,
    })
    expect(await accounts()).toEqual([
      expect.objectContaining({
        mode: 'test',
        problem: { code: 'credential_unreadable', title: expect.any(String) as string, remedy },
      }),
      expect.objectContaining({ mode: 'live', problem: null }),
    ])
    const unreadable = (await list()).filter(({ readable }) => !readable)
    expect(unreadable.map(({ id, webhook_secrets }) => [id, webhook_secrets])).toEqual([[broken, 0]])
  })

  test('another takes its place, events arrive again, and it can be deleted', async () => {
    const webhook_secret = 'whsec_of_the_new_one'
    expect((await add(await restricted('customer_read'), { webhook_secret })).statusCode).toBe(201)
    expect((await accounts()).map(({ problem }) => problem)).toEqual([null, null])
    expect(await desk.inAccount(() => desk.services.credentials.webhookSecrets())).toContain(webhook_secret)
    expect((await owner.delete(`/v1/credentials/${broken}`)).statusCode).toBe(204)
  })

  test('the account can still be disconnected', async () => {
    await desk.inAccount(() => CredentialModel.updateMany({}, { $set: { webhookSecrets: 'aW52YWxpZA' } }))
    const { accountId } = desk.account
    const answer = await owner.post(`/v1/accounts/${accountId}/disconnect?mode=test`, { data: 'keep' })
    expect(answer.statusCode).toBe(200)
    expect((await accounts()).map(({ mode }) => mode)).toEqual(['live'])
  })
})

test('who may not, may not', async () => {
  const reader = await desk.as('read_only')
  expect((await reader.get('/v1/credentials')).json()).toMatchObject({ code: 'permission_missing' })
  const { workspaceId } = await desk.neighbour('acct_fourth')
  const rows = runInScope({ workspaceId, accountId: 'acct_fourth', mode: 'test' }, () =>
    CredentialModel.find().lean(),
  )
  expect(await rows).toEqual([])
})
