import { freePort } from '../database/embedded-mongod'
import { startDesk, until, type Caller, type Desk } from '../../test/harness'
import { APP_SECRET, sign, signWebhook } from '../../test/signing'
import { CredentialModel } from '../credentials/model'
import { CustomerModel } from '../customers/model'
import { AccountModel, type AccountDocument } from '../accounts/model'
import { COLLECTIONS, runInScope, type Mode } from '../database/scope'
import mongoose from 'mongoose'
import { InboxModel } from '../sync/model'
import type { Account } from './schema'

// a whole business installs the app: on a busy machine that takes its time
jest.setTimeout(180_000)

let desk: Desk
let owner: Caller
let base: string
beforeAll(async () => {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  desk = await startDesk({ env: { PUBLIC_URL: base } })
  owner = await desk.as('owner')
  await desk.app.listen({ port, host: '127.0.0.1' })
  desk.services.worker.start()
  await desk.inAccount(async () => {
    const { data } = await desk.services.credentials.list({ limit: 1 })
    expect(await desk.services.credentials.registerWebhooks(data[0]?.id ?? '')).toBe(true)
  })
})
afterAll(() => desk.close())

const accounts = async (caller = owner) => (await caller.get('/v1/accounts')).json<{ data: Account[] }>().data
const customersOf = async (account: string, mode: Mode = 'test') =>
  (await owner.get(`/v1/customers?limit=100&account=${account}&mode=${mode}`)).json<{
    data: { id: string }[]
  }>().data
const named = async (name: string): Promise<Account | undefined> =>
  (await accounts()).find((one) => one.name === name)
const gone = (account: string) => until(async () => !(await accounts()).some(({ id }) => id === account))

/** A business that installs the app, read to the end, and its events delivered: what it does next comes at once. */
async function install(name: string, size: 'small' | 'empty'): Promise<Account> {
  await desk.standIn.act('accounts', { name, country: 'DE', size })
  await until(async () => (await named(name))?.sync.status === 'complete', 60_000)
  const account = await named(name)
  if (!account) throw new Error('It did not come')
  await until(async () => {
    const undelivered = { delivery_success: false, limit: 1 }
    const { data } = await desk.standIn.stripe.events.list(undelivered, { stripeAccount: account.id })
    return data.length === 0
  }, 60_000)
  return account
}

/** The same with a customer, and nothing else. */
async function installWithCustomer(name: string): Promise<Account> {
  const account = await install(name, 'empty')
  await desk.standIn.stripe.customers.create({ name: 'Only' }, { stripeAccount: account.id })
  await until(async () => (await customersOf(account.id)).length === 1)
  return account
}

/** What is stored for an account, whatever the collection. */
async function stored(accountId: string): Promise<number> {
  const db = mongoose.connection.db
  const counts = Object.entries(COLLECTIONS).map(([name, key]) =>
    key === 'account' ? (db?.collection(name).countDocuments({ accountId, mode: 'test' }) ?? 0) : 0,
  )
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
}

test('an account that installs the app comes by itself, is read, and stays apart', async () => {
  const account = await install('Sudwind', 'small')
  expect(account).toMatchObject({
    via: 'installation',
    platform: desk.account.accountId,
    country: 'DE',
    default_currency: 'eur',
    sync: { percent: 100 },
  })
  const theirs = await customersOf(account.id)
  expect(theirs.length).toBeGreaterThan(50)
  await desk.sync()
  const ours = new Set((await customersOf(desk.account.accountId)).map(({ id }) => id))
  expect(theirs.filter(({ id }) => ours.has(id))).toEqual([])
  const [first] = theirs
  const foreign = await owner.get(`/v1/customers/${first?.id}?account=${desk.account.accountId}`)
  expect(foreign.statusCode).toBe(404)
  // what changes there arrives there
  const made = await desk.standIn.stripe.customers.create({ name: 'Late' }, { stripeAccount: account.id })
  const inScope = { workspaceId: desk.workspaceId, accountId: account.id, mode: 'test' } as const
  await until(
    async () =>
      (await runInScope(inScope, () => CustomerModel.countDocuments({ 'object.id': made.id }))) === 1,
  )
  expect(await desk.inAccount(() => CustomerModel.countDocuments({ 'object.id': made.id }))).toBe(0)
})

test('an account that removes the app is out of reach at once; its data goes after 30 days', async () => {
  const account = await installWithCustomer('Leaving')
  const installs = await desk.standIn.stripe.apps.installs.list({ limit: 10 })
  const one = installs.data.find((row) => row.account === account.id)
  await desk.standIn.stripe.rawRequest('POST', `/v1/apps/installs/${one?.id}/uninstall`, {})
  await gone(account.id)
  expect((await owner.get(`/v1/customers?account=${account.id}`)).json()).toMatchObject({
    code: 'account_unknown',
  })
  const row = await AccountModel.findById(`${account.id}:test`).lean()
  expect(row?.eraseAt).toEqual(new Date(desk.clock.ms() + 30 * 86_400_000))
  expect(await desk.services.onboarding.eraseDue()).toBe(0)
  expect(await stored(account.id)).toBeGreaterThan(3)
  await AccountModel.updateOne({ _id: `${account.id}:test` }, { $set: { eraseAt: desk.clock.now() } })
  await until(async () => (await desk.services.onboarding.eraseDue()) === 1)
  expect(await stored(account.id)).toBe(0)
})

test('a new account is made through Connect, its owner goes through onboarding and comes back to our page', async () => {
  const body = { via: 'connect', country: 'DE', email: 'shop@example.com', name: 'Shop' }
  const answer = await owner.post('/v1/accounts', body, { key: 'connect-1' })
  expect(answer.statusCode).toBe(201)
  const made = answer.json<Account>()
  expect(made).toMatchObject({
    via: 'connect',
    onboarding: { details_submitted: false, charges_enabled: false },
  })
  expect(made.onboarding?.currently_due.length).toBeGreaterThan(3)
  expect((await owner.post('/v1/accounts', body, { key: 'connect-1' })).json()).toEqual(made)

  const link = (await owner.post(`/v1/accounts/${made.id}/onboarding_links`)).json<{ url: string }>()
  const later = await fetch(link.url, { method: 'POST', body: 'outcome=later', redirect: 'manual' })
  const back = later.headers.get('location') ?? ''
  expect(back.startsWith(`${base}/connect/return?state=`)).toBe(true)
  const page = await (await fetch(back)).text()
  expect(page).toContain('Stripe still asks for this')
  expect(page).toContain('external_account')

  // the link on the page leads to a fresh one of Stripe's
  const again = new URL(/href="([^"]*refresh[^"]*)"/.exec(page)?.[1] ?? '', base)
  const fresh = await fetch(again, { redirect: 'manual' })
  expect(fresh.status).toBe(303)
  const complete = await fetch(fresh.headers.get('location') ?? '', {
    method: 'POST',
    body: 'outcome=complete',
    redirect: 'manual',
  })
  expect(await (await fetch(complete.headers.get('location') ?? '')).text()).toContain('is set up')
  await until(async () => {
    const one = (await accounts()).find(({ id }) => id === made.id)
    return one?.onboarding?.charges_enabled === true && one.onboarding.currently_due.length === 0
  })

  // what was so before the owner went through it comes late
  const late = {
    id: 'evt_late',
    object: 'event',
    type: 'account.updated',
    account: made.id,
    created: desk.clock.seconds() - 60,
    livemode: false,
    data: {
      object: { id: made.id, object: 'account', requirements: { currently_due: ['external_account'] } },
    },
  }
  await desk.app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    ...signWebhook(late, desk.clock.seconds()),
  })
  const { workspaceId } = desk
  const processed = () =>
    runInScope({ workspaceId, accountId: made.id, mode: 'test' }, () =>
      InboxModel.exists({ eventId: late.id, status: 'processed' }),
    )
  await until(async () => (await processed()) !== null)
  expect((await accounts()).find(({ id }) => id === made.id)?.onboarding?.currently_due).toEqual([])
})

test.each([
  ['altered', (state: string) => `${state.slice(0, -2)}AA`],
  ['invented', () => 'nonsense'],
])('an %s link tells nothing', async (_what, change) => {
  const { state } = (await owner.post('/v1/installations')).json<{ state: string }>()
  for (const path of ['return', 'refresh']) {
    const answer = await desk.app.inject({ url: `/connect/${path}`, query: { state: change(state) } })
    expect(answer.json()).toMatchObject({ status: 400, code: 'link_invalid' })
  }
})

describe('an install link', () => {
  const visit = async (change: Record<string, string> = {}, secret = APP_SECRET) => {
    const { state } = (await owner.post('/v1/installations')).json<{ state: string }>()
    const signed = { state, user_id: 'usr_1', account_id: (await named('Sudwind'))?.id ?? '' }
    const install_signature = sign(JSON.stringify(signed), secret, desk.clock.seconds())
    return desk.app.inject({ url: '/connect/installed', query: { ...signed, install_signature, ...change } })
  }
  test('brings the account in that Stripe signed for', async () => {
    const answer = await visit()
    expect([answer.statusCode, answer.body.includes('Sudwind is connected')]).toEqual([200, true])
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })
  test.each<[string, () => ReturnType<typeof visit>]>([
    ['for another account', () => visit({ account_id: 'acct_other' })],
    ['of another user', () => visit({ user_id: 'usr_2' })],
    ['signed by another', () => visit({}, 'absec_other')],
  ])('%s is refused', async (_what, go) => {
    expect((await go()).json()).toMatchObject({ status: 401, code: 'signature_invalid' })
  })
})

test('live mode is an account of its own; the other mode sees nothing of it', async () => {
  const answer = await owner.post('/v1/accounts', { via: 'key', secret_key: desk.standIn.liveKey })
  const live = answer.json<Account>()
  expect(live).toMatchObject({ mode: 'live', livemode: true, via: 'key' })
  await desk.services.onboarding.drain()
  await desk.services.sync.drain()
  expect((await owner.get(`/v1/me?account=${live.id}&mode=live`)).json()).toMatchObject({
    account: { mode: 'live' },
  })
  expect(await customersOf(live.id, 'live')).toEqual([])
  expect((await owner.get(`/v1/me?account=${live.id}&mode=sandbox`)).json()).toMatchObject({
    code: 'account_unknown',
  })
})

test('one account’s webhook secret opens no other account', async () => {
  const [secret = ''] = await desk.inAccount(() => desk.services.credentials.webhookSecrets())
  const deliver = (path: string, event: object) => {
    const payload = JSON.stringify({
      id: `evt_${path}`,
      object: 'event',
      type: 'customer.updated',
      created: 1,
      livemode: false,
      data: { object: { id: 'cus_x', object: 'customer' } },
      ...event,
    })
    const headers = {
      'content-type': 'application/json',
      'stripe-signature': sign(payload, secret, desk.clock.seconds()),
    }
    return desk.app.inject({ method: 'POST', url: `/webhooks/stripe/${path}`, payload, headers })
  }
  const { account } = await desk.neighbour('acct_neighbour')
  expect((await deliver(`${account.accountId}/test`, {})).json()).toMatchObject({ code: 'signature_invalid' })
  expect(
    (await deliver(`${desk.account.accountId}/test`, { account: account.accountId })).json(),
  ).toMatchObject({ code: 'account_unknown' })
  expect((await deliver('acct_nobody/test', {})).json()).toMatchObject({ code: 'signature_invalid' })
  expect((await deliver(`${desk.account.accountId}/test`, {})).statusCode).toBe(200)
})

describe('disconnecting', () => {
  const disconnect = (id: string, data: string) =>
    owner.post(`/v1/accounts/${id}/disconnect?mode=test`, { data })
  const reconnect = (account: Account): Promise<AccountDocument> =>
    runInScope({ ...desk.account, actor: { kind: 'system', id: 'tests' } }, async () => {
      await desk.services.onboarding.installed(account.id)
      const again = await desk.services.accounts.find(account.id, 'test')
      if (!again) throw new Error('It did not come back')
      return again
    })

  test('a platform stays while others are reached through it', async () => {
    const answer = await disconnect(desk.account.accountId, 'keep')
    expect(answer.json()).toMatchObject({ status: 409, code: 'platform_in_use' })
  })

  test('keeps the data, out of reach, for when it comes back', async () => {
    const account = await installWithCustomer('Pausing')
    const before = await stored(account.id)
    expect((await disconnect(account.id, 'keep')).json()).toMatchObject({
      id: account.id,
      disconnected: true,
    })
    expect((await accounts()).map(({ id }) => id)).not.toContain(account.id)
    for (const url of [
      '/v1/customers',
      '/v1/analytics/overview',
      '/v1/sync',
      '/v1/promotions',
      '/v1/settings',
    ])
      expect((await owner.get(`${url}?account=${account.id}`)).json()).toMatchObject({
        code: 'account_unknown',
      })
    expect((await owner.get(`/v1/accounts/${account.id}`)).statusCode).toBe(404)
    expect(await stored(account.id)).toBeGreaterThanOrEqual(before)
    await reconnect(account)
    expect(await customersOf(account.id)).toHaveLength(1)
  })

  test('erases everything of the account, and nothing of another', async () => {
    const account = await installWithCustomer('Erased')
    const others = await stored(desk.account.accountId)
    expect((await disconnect(account.id, 'erase')).statusCode).toBe(200)
    await desk.services.onboarding.drain()
    await until(
      async () => (await desk.services.onboarding.eraseDue()) >= 0 && (await stored(account.id)) === 0,
    )
    expect(await stored(desk.account.accountId)).toBe(others)
    const trail = (await owner.get(`/v1/audit_entries?target=${account.id}&limit=100`)).json<{
      data: { action: string }[]
    }>()
    expect(trail.data.map(({ action }) => action).sort()).toEqual([
      'account.connected',
      'account.disconnected',
      'account.erased',
    ])
  })

  test('forgets the keys and takes the webhooks back', async () => {
    const live = (await accounts()).find(({ mode }) => mode === 'live')
    const endpoints = async () => (await fetchEndpoints()).length
    const client = desk.services.credentials.speaking(desk.standIn.liveKey)
    const fetchEndpoints = async () => {
      const answer = await fetch(`${desk.standIn.url}/v1/webhook_endpoints?limit=100`, {
        headers: { authorization: `Bearer ${desk.standIn.liveKey}` },
      })
      return ((await answer.json()) as { data: unknown[] }).data
    }
    expect((await client.account()).id).toBe(live?.id)
    expect(await endpoints()).toBe(2)
    const both = await owner.post(`/v1/accounts/${live?.id}/disconnect`, { data: 'keep' })
    expect(both.json()).toMatchObject({ errors: [{ pointer: '/querystring/mode' }] })
    const answer = await owner.post(`/v1/accounts/${live?.id}/disconnect?mode=live`, { data: 'keep' })
    expect(answer.statusCode).toBe(200)
    expect(await endpoints()).toBe(0)
    const scope = { workspaceId: desk.workspaceId, accountId: live?.id ?? '', mode: 'live' } as const
    expect(await runInScope(scope, () => CredentialModel.countDocuments({}))).toBe(0)
  })

  test('of another workspace: not found, and untouched', async () => {
    const { owner: neighbour } = await desk.neighbour('acct_other_one')
    const id = desk.account.accountId
    expect((await neighbour.post(`/v1/accounts/${id}/disconnect`, { data: 'erase' })).statusCode).toBe(404)
    expect((await neighbour.get(`/v1/accounts/${id}`)).statusCode).toBe(404)
    expect((await accounts(neighbour)).map((one) => one.id)).toEqual(['acct_other_one'])
    expect((await accounts()).map((one) => one.id)).toContain(id)
  })
})

// the last: time does not go back
test('a link is good for a day', async () => {
  const { state } = (await owner.post('/v1/installations')).json<{ state: string }>()
  desk.clock.advance(86_401)
  const answer = await desk.app.inject({ url: '/connect/return', query: { state } })
  expect(answer.json()).toMatchObject({ code: 'link_invalid', detail: 'This link has expired' })
})
