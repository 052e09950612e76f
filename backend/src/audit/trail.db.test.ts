/** Every request that changes something leaves its entries in the trail: a new route fails here until it is listed. */
import { generateSync } from 'otplib'
import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { newPerson, PASSWORD } from '../../test/person'
import { signAppRequest } from '../../test/signing'
import { WorkspaceModel } from '../accounts/model'
import { storeVersions } from '../database/mirror'
import { runInScope } from '../database/scope'
import type { Promotion } from '../promotions/schema'
import { AuditEntryModel } from './model'

const EMAIL = 'trail@example.com'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk()
  owner = await desk.as('owner')
  await inWorkspace(async () => {
    const member = await desk.services.team.addMember({ name: 'Trail', email: EMAIL, role: 'admin' })
    await desk.services.identity.addPassword(desk.workspaceId, member, EMAIL, PASSWORD)
  })
})
afterAll(async () => {
  await desk.services.sync.drain()
  await desk.services.jobs.stop()
  await desk.close()
})

const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)
/** What was written since; ids of one millisecond have no order. */
const since = async (before: { _id: string }[]) => {
  const known = new Set(before.map(({ _id }) => _id))
  return (await entries()).filter(({ _id }) => !known.has(_id))
}
const entries = () => inWorkspace(() => AuditEntryModel.find().sort({ _id: 1 }).lean().exec())

const promotion = (code: string) => ({ name: 'Trail', code, percent_bp: 1000, duration: 'once' })
const send = (url: string, payload: object) => desk.app.inject({ method: 'POST', url, payload })
const signIn = () => send('/v1/auth/sessions', { email: EMAIL, password: PASSWORD })
const accessToken = async () => (await signIn()).json<{ access_token: string }>().access_token
const refreshToken = async () => (await signIn()).json<{ refresh_token: string }>().refresh_token

const newMember = (role: string) =>
  inWorkspace(() => desk.services.team.addMember({ name: 'Trail', email: 'other@example.com', role }))
const newRole = async (name: string) =>
  (await owner.post('/v1/roles', { name, permissions: [] })).json<{ id: string }>().id
/** A new owner, signed in, with a second factor begun or set up. */
const begun = async () => {
  const me = await (await newPerson(desk)).enter()
  const { secret } = (await me.post('/v1/auth/second_factor')).json<{ secret: string }>()
  return { me, totp: generateSync({ secret, epoch: desk.clock.seconds() }) }
}
const enrolled = async () => {
  const { me, totp } = await begun()
  await me.post('/v1/auth/second_factor/confirm', { totp })
  return me.token
}
const invite = (email: string) => owner.post('/v1/invitations', { email, role: 'sales' })
/** An admin wants to make somebody an admin; the rule is there for that request alone. */
const ask = async () => {
  const [id, admin] = [await newMember('sales'), await desk.as('admin')]
  await owner.patch('/v1/workspace', { four_eyes: { role_grant: true } })
  const asked = await admin.patch(`/v1/members/${id}`, { role: 'admin' })
  await owner.patch('/v1/workspace', { four_eyes: { role_grant: false } })
  return asked.json<{ id: string }>().id
}
/** Somebody comes through the Stripe Dashboard. */
let knocks = 0
const knock = () =>
  inWorkspace(async () => {
    knocks += 1
    return desk.services.team.admitStripeUser(`usr_knock_${knocks}`, ['admin'])
  })

/** A restricted key that nobody knows yet. */
const key = async () =>
  String((await desk.standIn.act('restricted_keys', { 'permissions[0]': 'customer_read' }))['secret'])
const credential = async () => {
  const body = { name: 'Trail', secret_key: await key(), active: false }
  return (await owner.post('/v1/credentials', body)).json<{ id: string }>().id
}
const COST = { kind: 'fixed_monthly', amount: 100, category: 'rent', from: '2026-01-01' }
const API_KEY = { name: 'Trail', mode: 'test', scopes: ['settings:read'] }
const apiKey = async () => (await owner.post('/v1/api_keys', API_KEY)).json<{ id: string }>().id
async function connected(): Promise<string> {
  const answer = await owner.post('/v1/accounts', { via: 'connect', country: 'DE' })
  await desk.services.onboarding.drain()
  await desk.services.sync.drain()
  return answer.json<{ id: string }>().id
}

interface Recipe {
  /** What must be there before; its own entries do not count. */
  prepare?: () => Promise<string>
  request: (prepared: string) => Promise<Answer>
  /** Kind of the actor, where it is nobody who signed in. */
  by?: 'system'
  leaves: string[]
  /** Its entries are about another account than the request. */
  about?: 'another account'
}

const RECIPES: Record<string, Recipe> = {
  'PATCH /v1/settings': {
    request: () => owner.patch('/v1/settings', { reporting_currency: 'gbp' }),
    leaves: ['settings.changed', 'operation.started'],
  },
  'POST /v1/costs': {
    request: () => owner.post('/v1/costs', COST),
    leaves: ['cost.created'],
  },
  'POST /v1/costs/{id}/end': {
    prepare: async () => (await owner.post('/v1/costs', COST)).json<{ id: string }>().id,
    request: (id) => owner.post(`/v1/costs/${id}/end`, { until: '2026-07-01' }),
    leaves: ['cost.ended'],
  },
  'POST /v1/fx_rates': {
    request: () => owner.post('/v1/fx_rates', { day: '2026-03-02', currency: 'chf', rate: '1.1' }),
    leaves: ['fx_rate.set'],
  },
  'POST /v1/fx_rates/import': {
    request: () => owner.post('/v1/fx_rates/import', { file: 'Date,USD\n2026-03-02,1.1' }),
    leaves: ['fx_rates.imported'],
  },
  'POST /v1/auth/sessions': { request: signIn, leaves: ['session.created'] },
  'POST /v1/auth/sessions/refresh': {
    prepare: refreshToken,
    request: (refresh_token) => send('/v1/auth/sessions/refresh', { refresh_token }),
    leaves: [], // the session goes on; nothing changed hands
  },
  'POST /v1/auth/sessions/{id}/revoke': {
    prepare: accessToken,
    request: async (token) => {
      const { data } = (await desk.with(token).get('/v1/auth/sessions')).json<{ data: { id: string }[] }>()
      return desk.with(token).post(`/v1/auth/sessions/${data[0]?.id}/revoke`)
    },
    leaves: ['session.revoked'],
  },
  'POST /v1/auth/sessions/revoke_others': {
    prepare: async () => {
      await signIn()
      return accessToken()
    },
    request: (token) => desk.with(token).post('/v1/auth/sessions/revoke_others'),
    leaves: ['session.others_revoked'],
  },
  'POST /v1/auth/password': {
    prepare: accessToken,
    request: (token) =>
      desk.with(token).post('/v1/auth/password', { current_password: PASSWORD, password: PASSWORD }),
    leaves: ['password.changed'],
  },
  'POST /v1/auth/password_resets': {
    request: () => send('/v1/auth/password_resets', { email: EMAIL }),
    by: 'system',
    leaves: ['password.reset_requested'],
  },
  'POST /v1/members/{id}/password_reset': {
    prepare: async () => (await newPerson(desk, 'sales')).id,
    request: (id) => owner.post(`/v1/members/${id}/password_reset`),
    leaves: ['password.reset_link_made'],
  },
  'POST /v1/auth/step_up': {
    prepare: accessToken,
    request: (token) => desk.with(token).post('/v1/auth/step_up', { password: PASSWORD }),
    leaves: ['session.stepped_up'],
  },
  'POST /v1/auth/second_factor': {
    prepare: accessToken,
    request: (token) => desk.with(token).post('/v1/auth/second_factor'),
    leaves: ['second_factor.begun'],
  },
  'POST /v1/auth/second_factor/confirm': {
    prepare: async () => {
      const { me, totp } = await begun()
      return JSON.stringify([me.token, totp])
    },
    request: (prepared) => {
      const [token = '', totp] = JSON.parse(prepared) as string[]
      return desk.with(token).post('/v1/auth/second_factor/confirm', { totp })
    },
    leaves: ['second_factor.confirmed'],
  },
  'POST /v1/auth/second_factor/recovery_codes': {
    prepare: enrolled,
    request: (token) => desk.with(token).post('/v1/auth/second_factor/recovery_codes'),
    leaves: ['second_factor.recovery_codes_renewed'],
  },
  'POST /v1/auth/second_factor/remove': {
    prepare: enrolled,
    request: (token) => desk.with(token).post('/v1/auth/second_factor/remove'),
    leaves: ['second_factor.removed'],
  },
  'PATCH /v1/security': {
    prepare: enrolled,
    request: async (token) => {
      const answer = await desk.with(token).patch('/v1/security', { require_second_factor: true })
      await WorkspaceModel.updateOne({ _id: desk.workspaceId }, { $set: { requireSecondFactor: false } })
      return answer
    },
    leaves: ['security.changed'],
  },
  'POST /v1/auth/sessions/end': {
    prepare: refreshToken,
    request: (refresh_token) => send('/v1/auth/sessions/end', { refresh_token }),
    leaves: ['session.ended'],
  },
  'POST /v1/auth/stripe-app': {
    request: () => {
      const claims = {
        nonce: 'nonce-of-the-trail',
        mode: 'test',
        stripe_roles: [{ id: 'admin' }],
        user_id: 'usr_trail',
        account_id: desk.account.accountId,
      }
      return desk.app.inject({
        method: 'POST',
        url: '/v1/auth/stripe-app',
        ...signAppRequest(claims, desk.clock.seconds()),
      })
    },
    leaves: ['member.added'],
  },
  'POST /v1/jobs/{name}/runs': {
    request: () => owner.post('/v1/jobs/churn-daily/runs'),
    leaves: ['operation.started'],
  },
  'POST /v1/customers/{id}/erase': {
    prepare: async () => {
      await desk.inAccount(() =>
        storeVersions(
          'customers',
          [{ id: 'cus_trail', version: 1, deleted: false, object: { id: 'cus_trail', object: 'customer' } }],
          true,
        ),
      )
      return 'cus_trail'
    },
    request: (id) => owner.post(`/v1/customers/${id}/erase`, { reason: 'person_asked', stripe: 'delete' }),
    leaves: ['customer.erased', 'customer.deleted_at_stripe'],
  },
  'POST /v1/operations/{id}/cancel': {
    prepare: async () => (await desk.inAccount(() => desk.services.operations.begin('sync'))).operation.id,
    request: (id) => owner.post(`/v1/operations/${id}/cancel`),
    leaves: ['operation.cancel_requested'],
  },
  'POST /v1/promotions': {
    request: () => owner.post('/v1/promotions', promotion('TRAIL-1')),
    leaves: ['promotion.created', 'promotion.activated'],
  },
  'POST /v1/promotions/{id}/end': {
    prepare: async () => (await owner.post('/v1/promotions', promotion('TRAIL-2'))).json<Promotion>().id,
    request: (id) => owner.post(`/v1/promotions/${id}/end`),
    leaves: ['promotion.ended'],
  },
  'POST /v1/accounts': {
    request: async () => {
      const answer = await owner.post('/v1/accounts', { via: 'connect', country: 'DE' })
      await desk.services.onboarding.drain()
      await desk.services.sync.drain()
      return answer
    },
    leaves: ['account.connected', 'credential.used', 'fx_rates.imported', 'operation.started'],
    about: 'another account',
  },
  'POST /v1/accounts/{id}/onboarding_links': {
    prepare: connected,
    request: (id) => owner.post(`/v1/accounts/${id}/onboarding_links`),
    leaves: ['account.link_created'],
  },
  'POST /v1/accounts/{id}/disconnect': {
    prepare: connected,
    request: (id) => owner.post(`/v1/accounts/${id}/disconnect`, { data: 'keep' }),
    leaves: ['account.disconnected'],
    about: 'another account',
  },
  'POST /v1/installations': {
    request: () => owner.post('/v1/installations'),
    leaves: ['account.link_created'],
  },
  'POST /v1/api_keys': {
    request: () => owner.post('/v1/api_keys', API_KEY),
    leaves: ['api_key.created'],
  },
  'PATCH /v1/api_keys/{id}': {
    prepare: apiKey,
    request: (id) => owner.patch(`/v1/api_keys/${id}`, { name: 'Renamed' }),
    leaves: ['api_key.changed'],
  },
  'POST /v1/api_keys/{id}/rotate': {
    prepare: apiKey,
    request: (id) => owner.post(`/v1/api_keys/${id}/rotate`, { overlap_hours: 1 }),
    leaves: ['api_key.rotated'],
  },
  'DELETE /v1/api_keys/{id}': {
    prepare: apiKey,
    request: (id) => owner.delete(`/v1/api_keys/${id}`),
    leaves: ['api_key.revoked'],
  },
  'POST /v1/credentials': {
    request: async () =>
      owner.post('/v1/credentials', { name: 'Trail', secret_key: await key(), active: false }),
    leaves: ['credential.added'],
  },
  'PATCH /v1/credentials/{id}': {
    prepare: credential,
    request: (id) => owner.patch(`/v1/credentials/${id}`, { name: 'Renamed' }),
    leaves: ['credential.changed'],
  },
  'POST /v1/credentials/{id}/probe': {
    prepare: credential,
    request: (id) => owner.post(`/v1/credentials/${id}/probe`),
    leaves: ['credential.probed'],
  },
  'DELETE /v1/credentials/{id}': {
    prepare: credential,
    request: (id) => owner.delete(`/v1/credentials/${id}`),
    leaves: ['credential.deleted'],
  },
  'PATCH /v1/members/{id}': {
    prepare: () => newMember('read_only'),
    request: (id) => owner.patch(`/v1/members/${id}`, { role: 'sales' }),
    leaves: ['member.changed'],
  },
  'POST /v1/members/{id}/deactivate': {
    prepare: () => newMember('read_only'),
    request: (id) => owner.post(`/v1/members/${id}/deactivate`),
    leaves: ['member.deactivated'],
  },
  'POST /v1/members/{id}/reactivate': {
    prepare: async () => {
      const id = await newMember('read_only')
      await owner.post(`/v1/members/${id}/deactivate`)
      return id
    },
    request: (id) => owner.post(`/v1/members/${id}/reactivate`),
    leaves: ['member.reactivated'],
  },
  'POST /v1/members/{id}/map': {
    prepare: knock,
    request: (id) => owner.post(`/v1/members/${id}/map`, { role: 'sales' }),
    leaves: ['member.mapped'],
  },
  'POST /v1/members/{id}/unmap': {
    prepare: async () => {
      const id = await knock()
      await owner.post(`/v1/members/${id}/map`, { role: 'sales' })
      return id
    },
    request: (id) => owner.post(`/v1/members/${id}/unmap`),
    leaves: ['member.unmapped'],
  },
  'PATCH /v1/workspace': {
    request: () => owner.patch('/v1/workspace', { name: 'Trail' }),
    leaves: ['workspace.changed'],
  },
  'POST /v1/approvals/{id}/approve': {
    prepare: ask,
    request: (id) => owner.post(`/v1/approvals/${id}/approve`),
    leaves: ['approval.approved', 'approval.executed', 'member.changed'],
  },
  'POST /v1/approvals/{id}/reject': {
    prepare: ask,
    request: (id) => owner.post(`/v1/approvals/${id}/reject`),
    leaves: ['approval.rejected'],
  },
  'POST /v1/approvals/{id}/cancel': {
    prepare: ask,
    request: async (id) => (await desk.as('admin')).post(`/v1/approvals/${id}/cancel`),
    leaves: ['approval.canceled'],
  },
  'POST /v1/invitations': {
    request: () => invite('one@example.com'),
    leaves: ['invitation.created'],
  },
  'POST /v1/invitations/{id}/revoke': {
    prepare: async () => (await invite('two@example.com')).json<{ id: string }>().id,
    request: (id) => owner.post(`/v1/invitations/${id}/revoke`),
    leaves: ['invitation.revoked'],
  },
  'POST /v1/roles': {
    request: () => owner.post('/v1/roles', { name: 'Trail', permissions: [] }),
    leaves: ['role.created'],
  },
  'PATCH /v1/roles/{id}': {
    prepare: () => newRole('Trail 1'),
    request: (id) => owner.patch(`/v1/roles/${id}`, { permissions: ['settings:read'] }),
    leaves: ['role.changed'],
  },
  'DELETE /v1/roles/{id}': {
    prepare: () => newRole('Trail 2'),
    request: (id) => owner.delete(`/v1/roles/${id}`),
    leaves: ['role.deleted'],
  },
  'POST /v1/sync': {
    request: () => owner.post('/v1/sync', { full: false }),
    leaves: ['operation.started'],
  },
}

test('every route under /v1 that changes something is listed here', async () => {
  const { paths } = (await desk.app.inject('/openapi.json')).json<{ paths: Record<string, object> }>()
  const changing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== 'get' && path.startsWith('/v1/'))
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(changing.sort()).toEqual(Object.keys(RECIPES).sort())
})

test.each(Object.entries(RECIPES))('%s', async (name, { prepare, request, leaves, about, by }) => {
  const prepared = (await prepare?.()) ?? ''
  const before = await entries()
  const answer = await request(prepared)
  expect(answer.statusCode).toBeLessThan(300)
  const left = await since(before)
  expect(left.map(({ action }) => action).sort()).toEqual([...leaves].sort())
  for (const { actor, at, target } of left) {
    expect(actor).toEqual({
      kind: by ?? expect.stringMatching(/^(member|stripe_user)$/),
      id: expect.any(String),
    })
    expect(at).toEqual(desk.clock.now())
    expect(target.id).toBeTruthy()
  }
  for (const { requestId, address, userAgent } of left)
    expect([requestId, address, userAgent]).toEqual([
      answer.headers['x-request-id'],
      '127.0.0.1',
      'lightMyRequest',
    ])
  if (!name.includes('/auth/') && !about)
    for (const { accountId, mode } of left)
      expect([accountId, mode]).toEqual([desk.account.accountId, desk.account.mode])
})

test('what was refused, and what changed nothing, leaves none', async () => {
  await desk.services.sync.drain()
  const reader = await desk.as('read_only')
  const before = await entries()
  const refused = [
    await owner.post('/v1/promotions', { ...promotion('NO'), percent_bp: 0 }),
    await owner.post('/v1/promotions/promo_nope/end'),
    await owner.post('/v1/operations/op_nope/cancel'),
    await owner.post('/v1/jobs/nope/runs'),
    await owner.patch('/v1/settings', { time_zone: 'Mars/Base' }),
    await send('/v1/auth/sessions', { email: 'nobody@example.com', password: 'wrong' }),
  ]
  for (const { statusCode } of refused) expect(statusCode).toBeGreaterThanOrEqual(400)
  const signedOut = await send('/v1/auth/sessions/end', { refresh_token: 'rt_ws_nope.ses_nope.secret' })
  expect(signedOut.statusCode).toBe(204)
  expect((await owner.patch('/v1/settings', { reporting_currency: 'gbp' })).statusCode).toBe(200)
  expect((await reader.get('/v1/me')).statusCode).toBe(200)
  expect(await since(before)).toEqual([])
})

test('a refused sign-in of a member leaves one, by nobody in particular', async () => {
  const before = await entries()
  const answer = await send('/v1/auth/sessions', { email: EMAIL, password: 'wrong' })
  expect(answer.statusCode).toBe(401)
  const left = await since(before)
  expect(left).toMatchObject([
    {
      action: 'sign_in.refused',
      actor: { kind: 'system', id: 'revenue-desk' },
      target: { type: 'member', id: expect.any(String) as string },
      address: '127.0.0.1',
      requestId: answer.headers['x-request-id'],
    },
  ])
})

test('holds no secret and no personal data, and is read by its own workspace alone', async () => {
  // of every request above: addresses, passwords, tokens, keys, and what Stripe signs with
  expect(JSON.stringify(await entries())).not.toMatch(
    /\w@\w|correct horse|\brt_|eyJ|argon2|absec_|whsec_|[rs]k_(test|live)_|rd_(test|live)_\w{20}/,
  )
  const { owner: neighbour } = await desk.neighbour()
  /** Of all pages: ids of one millisecond have no order, so what is on the first is not known. */
  const actions = async (caller: Caller, query = '', after = ''): Promise<string[]> => {
    const { data, has_more } = (
      await caller.get(`/v1/audit_entries?limit=100${query}${after && `&starting_after=${after}`}`)
    ).json<{ data: { id: string; action: string }[]; has_more: boolean }>()
    const more = has_more ? await actions(caller, query, data.at(-1)?.id) : []
    return [...data.map(({ action }) => action), ...more]
  }
  expect((await actions(neighbour)).sort()).toEqual(['account.connected', 'member.added', 'session.created'])
  const own = await actions(owner)
  expect(own).toContain('promotion.ended')
  expect(own.length).toBe((await entries()).length)
  const { data } = (await owner.get('/v1/promotions')).json<{ data: Promotion[] }>()
  const id = data.find(({ code }) => code === 'TRAIL-2')?.id ?? ''
  expect((await actions(owner, `&target=${id}`)).sort()).toEqual([
    'promotion.activated',
    'promotion.created',
    'promotion.ended',
  ])
  expect(await actions(neighbour, `&target=${id}`)).toEqual([])
})
