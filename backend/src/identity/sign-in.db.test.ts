import { createHmac } from 'node:crypto'
import { startDesk, type Desk } from '../../test/harness'
import { APP_SECRET, signAppRequest, type AppClaims } from '../../test/signing'
import { runInScope } from '../database/scope'
import { MemberModel } from '../team/model'

const PASSWORD = 'a long enough password'
const EMAIL = 'Owner@Example.com'

let desk: Desk
let member: string
let session: string
beforeAll(async () => {
  desk = await startDesk({ standIn: null, env: { STRIPE_APP_SECRET: `absec_new,${APP_SECRET}` } })
  member = await runInScope({ workspaceId: desk.workspaceId }, async () => {
    const id = await desk.services.team.addMember({ name: 'Owner', email: EMAIL, role: 'owner' })
    await desk.services.identity.addPassword(desk.workspaceId, id, EMAIL, PASSWORD)
    return id
  })
  const { access_token } = (await signIn()).json<{ access_token: string }>()
  session = payloadOf(access_token).sid
})
afterAll(() => desk.close())

const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    sub: string
    sid: string
    iat: number
    exp: number
  }
const send = (url: string, payload: object) =>
  desk.app.inject({ method: 'POST', url: `/v1/auth/${url}`, payload })
const signIn = (email = EMAIL, password = PASSWORD) => send('sessions', { email, password })
const me = (token: string) => desk.with(token).get('/v1/me')

describe('an admin', () => {
  test('signs in with the password, whatever the case of the address', async () => {
    const answer = await signIn('owner@example.COM')
    expect(answer.statusCode).toBe(201)
    const { access_token, expires_in } = answer.json<{ access_token: string; expires_in: number }>()
    expect(expires_in).toBeLessThanOrEqual(900)
    const { iat, exp } = payloadOf(access_token)
    expect(exp - iat).toBe(expires_in)
    expect((await me(access_token)).json()).toMatchObject({
      member: { role: 'owner' },
      workspace: { id: desk.workspaceId },
    })
  })

  test('a wrong password and an unknown address get the same answer', async () => {
    const [wrong, unknown] = [await signIn(EMAIL, 'not the password'), await signIn('nobody@example.com')]
    const body = ({ statusCode, payload }: typeof wrong) => ({
      statusCode,
      ...JSON.parse(payload),
      request_id: '',
    })
    expect(wrong.json()).toMatchObject({ status: 401, code: 'wrong_credentials' })
    expect(body(wrong)).toEqual(body(unknown))
  })

  test('a change of role counts at the next request, a deactivation too', async () => {
    const token = await desk.tokenOf('sales')
    const { sub } = payloadOf(token)
    const set = (change: object) =>
      runInScope({ workspaceId: desk.workspaceId }, () =>
        MemberModel.updateOne({ _id: sub }, { $set: change }),
      )
    await set({ role: 'read_only' })
    expect((await me(token)).json()).toMatchObject({ member: { role: 'read_only' } })
    await set({ active: false })
    expect((await me(token)).json()).toMatchObject({ status: 401, code: 'not_signed_in' })
  })
})

describe('a token', () => {
  const b64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = () => Math.floor(Date.now() / 1000)
  const [jwtKey] = [() => desk.config.jwtKeys[0]]
  const claims = () => ({
    sub: member,
    workspace_id: desk.workspaceId,
    kind: 'member',
    sid: session,
    iss: 'revenue-desk',
    aud: 'revenue-desk-api',
    iat: now(),
    exp: now() + 600,
    jti: 'x',
  })
  const make = (
    header: object,
    payload: object,
    hash = 'sha256',
    secret = jwtKey()?.secret ?? Buffer.alloc(0),
  ) => {
    const input = `${b64(header)}.${b64(payload)}`
    return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`
  }
  const HS256 = () => ({ alg: 'HS256', typ: 'at+jwt', kid: jwtKey()?.id })

  test('made with our key and every claim passes: the others fail for what they lack', async () => {
    expect((await me(make(HS256(), claims()))).statusCode).toBe(200)
  })

  test.each<[string, () => string]>([
    ['of no algorithm', () => `${b64({ alg: 'none', typ: 'at+jwt' })}.${b64(claims())}.`],
    ['of another type', () => make({ ...HS256(), typ: 'JWT' }, claims())],
    ['of no type', () => make({ alg: 'HS256', kid: jwtKey()?.id }, claims())],
    ['of another HMAC size', () => make({ ...HS256(), alg: 'HS512' }, claims(), 'sha512')],
    ['without expiry', () => make(HS256(), { ...claims(), exp: undefined })],
    [
      'older than a quarter of an hour, whatever its expiry',
      () => make(HS256(), { ...claims(), iat: now() - 901 }),
    ],
    ['without a date of issue', () => make(HS256(), { ...claims(), iat: undefined })],
    ['without an audience', () => make(HS256(), { ...claims(), aud: undefined })],
    ['without an issuer', () => make(HS256(), { ...claims(), iss: undefined })],
    ['of no key', () => make({ alg: 'HS256', typ: 'at+jwt' }, claims())],
    ['signed as if our secret were a public key', () => make({ ...HS256(), alg: 'RS256' }, claims())],
    ['that has expired', () => make(HS256(), { ...claims(), exp: now() - 1 })],
    ['for another audience', () => make(HS256(), { ...claims(), aud: 'other' })],
    ['of another issuer', () => make(HS256(), { ...claims(), iss: 'other' })],
    ['without a subject', () => make(HS256(), { ...claims(), sub: undefined })],
    ['without an id', () => make(HS256(), { ...claims(), jti: undefined })],
    ['of an unknown key', () => make({ ...HS256(), kid: 'k9' }, claims())],
    ['signed with another secret', () => make(HS256(), claims(), 'sha256', Buffer.alloc(32, 7))],
    [
      'that names where to find its key',
      () => make({ ...HS256(), jku: 'https://example.com/keys', kid: 'k9' }, claims()),
    ],
    [
      'that was altered',
      () => make(HS256(), claims()).replace(/\.[^.]+\./, `.${b64({ ...claims(), kind: 'stripe_user' })}.`),
    ],
    ['that is none', () => 'nonsense'],
  ])('%s is refused', async (_name, token) => {
    expect((await me(token())).json()).toMatchObject({ status: 401, code: 'not_signed_in' })
  })
})

describe('a view', () => {
  let nonce = 0
  const claims = (change: Partial<AppClaims> = {}): AppClaims => ({
    nonce: `nonce-${(nonce += 1)}-of-the-tests`,
    mode: 'test',
    stripe_roles: [{ id: 'admin' }],
    user_id: 'usr_1',
    account_id: desk.account.accountId,
    ...change,
  })
  const enter = ({ payload, headers }: { payload: string; headers: Record<string, string> }) =>
    desk.app.inject({ method: 'POST', url: '/v1/auth/stripe-app', payload, headers })
  const signed = (change: Partial<AppClaims> = {}, secondsAgo = 0, secret = APP_SECRET) =>
    signAppRequest(claims(change), desk.clock.seconds() - secondsAgo, secret)

  test('comes in by Stripe’s signature with the role that Stripe’s roles give', async () => {
    const answer = await enter(signed())
    expect(answer.statusCode).toBe(201)
    const { access_token, expires_in } = answer.json<{ access_token: string; expires_in: number }>()
    expect(expires_in).toBeLessThanOrEqual(600)
    const { iat, exp } = payloadOf(access_token)
    expect(exp - iat).toBe(expires_in)
    expect((await me(access_token)).json()).toMatchObject({
      member: { role: 'admin' },
      account: { id: desk.account.accountId, mode: 'test' },
    })
  })

  test.each([
    ['super_admin', 'admin'],
    ['analyst', 'finance_analyst'],
    ['support_specialist', 'support_agent'],
    ['refund_analyst', 'refund_agent'],
    ['view_only', 'read_only'],
  ])('Stripe’s %s is our %s', async (stripeRole, role) => {
    const answer = await enter(signed({ user_id: `usr_${stripeRole}`, stripe_roles: [{ id: stripeRole }] }))
    expect((await me(answer.json<{ access_token: string }>().access_token)).json()).toMatchObject({
      member: { role },
    })
  })

  test('both secrets hold while one is rolled', async () => {
    expect((await enter(signed({}, 0, 'absec_new'))).statusCode).toBe(201)
    expect((await enter(signed({}, 0, APP_SECRET))).statusCode).toBe(201)
  })

  test('at the edge of the window, both ways', async () => {
    expect((await enter(signed({}, 300))).statusCode).toBe(201)
    expect((await enter(signed({}, -300))).statusCode).toBe(201)
  })

  test.each<[string, () => Parameters<typeof enter>[0], number, string]>([
    ['forged', () => signed({}, 0, 'absec_other'), 401, 'signature_invalid'],
    ['stale', () => signed({}, 301), 401, 'signature_invalid'],
    ['future', () => signed({}, -301), 401, 'signature_invalid'],
    [
      'altered',
      () => ({ ...signed(), payload: signed().payload.replace('usr_1', 'usr_2') }),
      401,
      'signature_invalid',
    ],
    [
      'spaced otherwise',
      () => {
        const one = signed()
        return { ...one, payload: JSON.stringify(JSON.parse(one.payload), null, 1) }
      },
      401,
      'signature_invalid',
    ],
    [
      'unsigned',
      () => ({ ...signed(), headers: { 'content-type': 'application/json' } }),
      401,
      'signature_invalid',
    ],
    ['for another account', () => signed({ account_id: 'acct_foreign' }), 403, 'account_unknown'],
    ['for another mode', () => signed({ mode: 'live' }), 403, 'account_unknown'],
    ['of a role without access', () => signed({ stripe_roles: [{ id: 'developer' }] }), 403, 'role_unknown'],
    ['of no role', () => signed({ stripe_roles: [] }), 403, 'role_unknown'],
  ])('%s: refused', async (_name, make, status, code) => {
    expect((await enter(make())).json()).toMatchObject({ status, code })
  })

  test('a signature is spent once, also by two at the same time', async () => {
    const one = signed()
    const answers = await Promise.all([enter(one), enter(one)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 401])
    expect((await enter(one)).json()).toMatchObject({ code: 'signature_replayed' })
  })

  test('has no session of ours to look after', async () => {
    const { access_token } = (await enter(signed())).json<{ access_token: string }>()
    const view = desk.with(access_token)
    for (const answer of [
      await view.get('/v1/auth/sessions'),
      await view.post('/v1/auth/password', { current_password: PASSWORD, password: PASSWORD }),
    ])
      expect(answer.json()).toMatchObject({ status: 403, code: 'permission_missing' })
  })

  test('its token is for its account alone', async () => {
    const { access_token } = (await enter(signed())).json<{ access_token: string }>()
    const answer = await desk.with(access_token).get('/v1/me?account=acct_other')
    expect(answer.json()).toMatchObject({ status: 403, code: 'account_unknown' })
  })
})
