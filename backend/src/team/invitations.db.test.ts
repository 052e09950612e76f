import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { IdempotencyKeyModel } from '../plugins/idempotency-model'
import { runInScope } from '../database/scope'
import { AuditEntryModel } from '../audit/model'
import { InvitationModel } from './model'
import type { Invitation, Member, Role } from './schema'

const PASSWORD = 'four plain words suffice'
const DAY = 86_400

let desk: Desk
let owner: Caller
let admin: Caller
/** Sessions end while time passes. */
async function signInAnew() {
  const as = async (role: string) =>
    desk.with(
      await desk.tokenOfMember(
        await runInScope({ workspaceId: desk.workspaceId }, () =>
          desk.services.team.addMember({ name: role, email: address(), role }),
        ),
      ),
    )
  owner = await as('owner')
  admin = await as('admin')
}
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  await signInAnew()
})
afterAll(() => desk.close())

let count = 0
const address = () => `invited-${(count += 1)}@example.com`
const invite = (by: Caller, input: object = {}, key?: string) =>
  by.post('/v1/invitations', { email: address(), role: 'sales', ...input }, key === undefined ? {} : { key })
const invited = async (by: Caller, input: object = {}) => (await invite(by, input)).json<Invitation>()
const tokenOf = ({ url }: Invitation): string => new URL(url ?? '').searchParams.get('token') ?? ''

/** Each from an address of its own: guesses of one are limited. */
const visitor = () => `10.0.0.${(count += 1)}`
const open = (token: string, remoteAddress = visitor()) =>
  desk.app.inject({ url: `/invite?token=${encodeURIComponent(token)}`, remoteAddress })
const submit = (fields: Record<string, string>, origin: string | null = desk.config.publicUrl.origin) =>
  desk.app.inject({
    method: 'POST',
    url: '/invite',
    remoteAddress: visitor(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(origin === null ? {} : { origin }),
    },
    payload: new URLSearchParams(fields).toString(),
  })
const join = (token: string, name = 'Robin') => submit({ token, name, password: PASSWORD })
const signIn = (email: string) =>
  desk.app.inject({ method: 'POST', url: '/v1/auth/sessions', payload: { email, password: PASSWORD } })
const meOf = async (caller: Caller) => (await caller.get('/v1/me')).json<{ member: Member }>().member
const refused = (answer: Answer) => {
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  expect(answer.payload).toContain('This invitation has expired, was used or was taken back')
}

describe('an invitation', () => {
  test('makes whoever follows its link a member, once', async () => {
    const invitation = await invited(admin, { email: 'Robin@Example.com', role: 'support_agent' })
    expect(invitation).toMatchObject({
      email: 'robin@example.com',
      role_name: 'Support agent',
      status: 'pending',
      invited_by: (await meOf(admin)).id,
      expires: invitation.created + 7 * DAY,
    })
    expect(invitation.url).toMatch(new RegExp(`^${desk.config.publicUrl.origin}/invite\\?token=`))
    const token = tokenOf(invitation)
    const page = await open(token)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const text of ['Tests', 'Support agent', 'robin@example.com']) expect(page.payload).toContain(text)
    const welcome = await join(token)
    expect([welcome.statusCode, welcome.payload.includes('robin@example.com')]).toEqual([200, true])
    const { access_token } = (await signIn('robin@example.com')).json<{ access_token: string }>()
    const member = await meOf(desk.with(access_token))
    expect(member).toMatchObject({ name: 'Robin', email: 'robin@example.com', role: 'support_agent' })
    const { data } = (await owner.get('/v1/invitations?limit=1')).json<{ data: Invitation[] }>()
    expect(data).toEqual([{ ...invitation, status: 'accepted', member: member.id, url: null }])
    refused(await open(token))
    refused(await join(token))
  })

  test('of two who follow it at once, one becomes a member', async () => {
    const { email, ...invitation } = await invited(owner)
    const token = tokenOf({ email, ...invitation })
    const answers = await Promise.all([join(token), join(token)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 400])
    const { data } = (await owner.get('/v1/members?limit=100')).json<{ data: Member[] }>()
    expect(data.filter((one) => one.email === email).length).toBe(1)
  })

  test('is told by nobody and nothing but its answer', async () => {
    const answer = await invite(owner, {}, 'invite-once')
    const secret = tokenOf(answer.json()).split('.').pop() ?? ''
    expect(secret.length).toBe(43)
    await runInScope({ workspaceId: desk.workspaceId }, async () => {
      for (const kept of [
        await InvitationModel.find().lean(),
        await AuditEntryModel.find().lean(),
        await IdempotencyKeyModel.find().lean(),
      ])
        expect(JSON.stringify(kept)).not.toContain(secret)
    })
    expect((await owner.get('/v1/invitations')).payload).not.toContain(secret)
    const { email } = answer.json<Invitation>()
    expect((await invite(owner, { email }, 'invite-once')).json()).toMatchObject({
      code: 'idempotency_reply_secret',
    })
  })

  test.each<[string, (token: string, invitation: Invitation) => Promise<string>]>([
    ['with another secret', async (token) => `${token.split('.').slice(0, 2).join('.')}.${'x'.repeat(43)}`],
    ['of another workspace', async (token) => token.replace(/^inv_[^.]+/, 'inv_ws_other')],
    ['of another invitation', async (token) => token.replace(/\.inv_[^.]+/, '.inv_other')],
    ['that is none', async () => 'nonsense'],
    [
      'that was taken back',
      async (token, { id }) => {
        expect((await owner.post(`/v1/invitations/${id}/revoke`)).json()).toMatchObject({ status: 'revoked' })
        return token
      },
    ],
    [
      'that was replaced',
      async (token, { email }) => {
        const again = await invited(owner, { email })
        expect((await open(tokenOf(again))).statusCode).toBe(200)
        return token
      },
    ],
    [
      'after seven days',
      async (token, { id }) => {
        desk.clock.advance(7 * DAY - 1)
        expect((await open(token)).statusCode).toBe(200)
        desk.clock.advance(1)
        await signInAnew()
        const { data } = (await owner.get('/v1/invitations?limit=100')).json<{ data: Invitation[] }>()
        expect(data.find((one) => one.id === id)).toMatchObject({ status: 'expired' })
        return token
      },
    ],
  ])('whose link is one %s is refused', async (_name, change) => {
    const invitation = await invited(owner)
    const token = await change(tokenOf(invitation), invitation)
    refused(await open(token))
    refused(await join(token))
  })

  test('that has ended is not taken back', async () => {
    const { id, ...rest } = await invited(owner)
    await join(tokenOf({ id, ...rest }))
    expect((await owner.post(`/v1/invitations/${id}/revoke`)).json()).toMatchObject({
      status: 409,
      code: 'invitation_ended',
    })
  })

  test('gives no more than whoever invites holds, and nobody touches one that gives more', async () => {
    expect((await invite(admin, { role: 'owner' })).json()).toMatchObject({
      status: 403,
      code: 'role_exceeds_yours',
    })
    const { id, email } = await invited(owner, { role: 'owner' })
    for (const answer of [
      await admin.post(`/v1/invitations/${id}/revoke`),
      await invite(admin, { email, role: 'sales' }),
    ])
      expect(answer.json()).toMatchObject({ code: 'role_exceeds_yours' })
    expect((await invite(owner, { role: 'king' })).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/body/role' }],
    })
  })

  test('counts only while whoever made it could still make it', async () => {
    const maker = async () => {
      const member = await runInScope({ workspaceId: desk.workspaceId }, () =>
        desk.services.team.addMember({ name: 'Maker', email: address(), role: 'admin' }),
      )
      return { member, caller: desk.with(await desk.tokenOfMember(member)) }
    }
    for (const change of [{ role: 'read_only' }, null]) {
      const { member, caller } = await maker()
      const token = tokenOf(await invited(caller))
      expect((await open(token)).statusCode).toBe(200)
      if (change) await owner.patch(`/v1/members/${member}`, change)
      else await owner.post(`/v1/members/${member}/deactivate`)
      refused(await join(token))
    }
    // one who still invites, but not to as much
    const limited = (
      await owner.post('/v1/roles', { name: 'Inviting', permissions: ['team:write', 'settings:read'] })
    ).json<Role>().id
    const { member, caller } = await maker()
    const [low, high] = [await invited(caller, { role: limited }), await invited(caller)]
    await owner.patch(`/v1/members/${member}`, { role: limited })
    expect((await open(tokenOf(low))).statusCode).toBe(200)
    refused(await open(tokenOf(high)))
  })

  test('keeps its role from being deleted until it ends', async () => {
    const role = (
      await owner.post('/v1/roles', { name: 'For later', permissions: ['settings:read'] })
    ).json<Role>().id
    const { id } = await invited(owner, { role })
    expect((await owner.delete(`/v1/roles/${role}`)).json()).toMatchObject({ code: 'role_in_use' })
    await owner.post(`/v1/invitations/${id}/revoke`)
    expect((await owner.delete(`/v1/roles/${role}`)).statusCode).toBe(204)
  })

  test('is not for an address that signs in already, not even elsewhere', async () => {
    const { email, ...invitation } = await invited(owner)
    const token = tokenOf({ email, ...invitation })
    const { owner: neighbour } = await desk.neighbour('acct_same_address')
    const theirs = await invited(neighbour, { email })
    expect((await join(tokenOf(theirs))).statusCode).toBe(200)
    // the first one was made before: it finds out when it is followed
    const late = await join(token)
    expect([late.statusCode, late.payload.includes('signs in already')]).toEqual([409, true])
    const { data } = (await owner.get('/v1/members?limit=100')).json<{ data: Member[] }>()
    expect(data.filter((one) => one.email === email)).toEqual([])
    expect((await invite(owner, { email: email?.toUpperCase() })).json()).toMatchObject({
      status: 409,
      code: 'email_taken',
      errors: [{ pointer: '/body/email' }],
    })
  })

  test('of another workspace is as if it were not there', async () => {
    const { owner: neighbour } = await desk.neighbour('acct_invitations')
    const { id } = await invited(neighbour)
    expect((await owner.post(`/v1/invitations/${id}/revoke`)).json()).toMatchObject({ status: 404 })
    expect((await owner.get('/v1/invitations?limit=100')).payload).not.toContain(id)
  })

  test.each([['no address'], ['a@b@c'], ['x '.repeat(9)], [`${'x'.repeat(250)}@example.com`]])(
    'to %s is refused',
    async (email) =>
      expect((await invite(owner, { email })).json()).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/email' }],
      }),
  )

  test('shows its address to whoever may see the team', async () => {
    const role = (await owner.post('/v1/roles', { name: 'Blind', permissions: ['team:write'] })).json<Role>()
    const { email } = await invited(await desk.as(role.id), { role: role.id })
    expect(email).toBeNull()
  })
})

describe('its page', () => {
  test('says what is missing and keeps the form', async () => {
    const token = tokenOf(await invited(owner, { name: '<b>"R"' }))
    expect((await open(token)).payload).toContain('value="&lt;b&gt;&quot;R&quot;"')
    const wrong: Record<string, string>[] = [
      { token, name: 'Robin', password: 'short' },
      { token, name: ' ', password: PASSWORD },
      { token, name: 'Robin' },
      { token, name: 'Robin', password: PASSWORD, role: 'owner' },
    ]
    for (const fields of wrong) {
      const answer = await submit(fields)
      expect([answer.statusCode, answer.payload.includes('role="alert"')]).toEqual([400, true])
      expect(answer.payload).toContain(`value="${token}"`)
      expect(answer.payload).not.toContain(PASSWORD)
    }
    expect((await join(token)).statusCode).toBe(200)
  })

  test('takes its form from our own origin alone', async () => {
    const token = tokenOf(await invited(owner))
    for (const origin of ['https://evil.example', 'null', null])
      expect((await submit({ token, name: 'Robin', password: PASSWORD }, origin)).statusCode).toBe(403)
    expect((await join(token)).statusCode).toBe(200)
  })

  test('runs no script, is kept by nobody, and tells its address to no other site', async () => {
    const { headers } = await open(tokenOf(await invited(owner)))
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).not.toContain('script')
  })

  test('slows down who guesses', async () => {
    const answers: number[] = []
    for (let guess = 0; guess < 22; guess += 1) answers.push((await open('inv_guess', '10.1.1.1')).statusCode)
    expect(answers).toEqual([...Array.from({ length: 20 }, () => 400), 429, 429])
  })

  test('is the only one that takes forms', async () => {
    const answer = await desk.app.inject({
      method: 'POST',
      url: '/v1/auth/sessions',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'email=a@example.com&password=x',
    })
    expect(answer.json()).toMatchObject({ status: 415 })
  })

  test('without a token says so as a page', async () => {
    const answer = await desk.app.inject('/invite')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  })
})
