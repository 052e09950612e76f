/** Forgotten passwords: who hears of it, who makes the link, and the page behind it. */
import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { newPerson, PASSWORD } from '../../test/person'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import { IdentityModel, ResetModel, SecondFactorModel, SessionModel } from './model'

const NEW_PASSWORD = 'eleven purple kettles'
const HOUR = 3_600

let desk: Desk
let admin: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null, env: { PUBLIC_URL: 'https://desk.example.com' } })
  admin = await desk.as('admin')
})
afterAll(() => desk.close())

const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)
const trailOf = async (id: string) =>
  (await inWorkspace(() => AuditEntryModel.find({ 'target.id': id }).lean().exec()))
    .map(({ action }) => action)
    .sort()
const codeOf = (answer: Answer) => (answer.statusCode < 300 ? 'done' : answer.json<{ code: string }>().code)

const ORIGIN = 'https://desk.example.com'
let visits = 0
/** Requests from ever other addresses: the limit of requests is not what is tested here. */
const remoteAddress = () => `10.3.${(visits += 1)}.1`
const open = (token: string) =>
  desk.app.inject({ url: `/reset?token=${token}`, remoteAddress: remoteAddress() })
const submit = (fields: Record<string, string>, origin: string | undefined = ORIGIN) =>
  desk.app.inject({
    method: 'POST',
    url: '/reset',
    payload: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(origin === undefined ? {} : { origin }),
    },
    remoteAddress: remoteAddress(),
  })
const linkFor = (id: string, by = admin) => by.post(`/v1/members/${id}/password_reset`)
const newToken = async (id: string, by = admin): Promise<string> => {
  const answer = await linkFor(id, by)
  expect(answer.statusCode).toBe(201)
  return new URL(answer.json<{ url: string }>().url).searchParams.get('token') ?? ''
}
const sales = () => newPerson(desk, 'sales')

describe('a wish for a new password', () => {
  const wish = (email: string) =>
    desk.app.inject({
      method: 'POST',
      url: '/v1/auth/password_resets',
      payload: { email },
      remoteAddress: remoteAddress(),
    })
  const wishedAt = async (id: string) =>
    (await admin.get(`/v1/members/${id}`)).json<{ password_reset_requested: number | null }>()
      .password_reset_requested

  test('is answered the same for everybody; admins see it with the member, at most once an hour in the trail', async () => {
    const { id, email } = await sales()
    const shown = ({ statusCode, payload }: Answer) => [statusCode, payload]
    const answer = await wish(email.toUpperCase())
    expect(shown(answer)).toEqual([202, '{"object":"password_reset_request"}'])
    expect(shown(await wish('nobody@example.com'))).toEqual(shown(answer))
    expect(await wishedAt(id)).toBe(desk.clock.seconds())
    const count = async () =>
      (await trailOf(id)).filter((action) => action === 'password.reset_requested').length
    desk.clock.advance(HOUR - 1)
    await wish(email)
    expect(await count()).toBe(1)
    desk.clock.advance(1)
    await wish(email)
    expect(await count()).toBe(2)
    admin = desk.with(await freshAdmin())
    await submit({ token: await newToken(id), password: NEW_PASSWORD })
    expect(await wishedAt(id)).toBeNull()
  })
})

/** A token of an admin who has just signed in. */
async function freshAdmin(): Promise<string> {
  const { signIn } = await newPerson(desk, 'admin')
  return (await signIn()).access_token
}

describe('a link', () => {
  test('leads to a page without scripts whose address no other site learns', async () => {
    const { id, email } = await sales()
    admin = desk.with(await freshAdmin())
    const answer = await linkFor(id)
    const { object, url, expires } = answer.json<{ object: string; url: string; expires: number }>()
    expect([object, expires]).toEqual(['password_reset', desk.clock.seconds() + HOUR])
    expect(url).toMatch(/^https:\/\/desk\.example\.com\/reset\?token=[\w-]{43}$/)
    const page = await open(new URL(url).searchParams.get('token') ?? '')
    expect(page.statusCode).toBe(200)
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    })
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    expect(page.payload).not.toMatch(/<script|https?:/)
    expect(page.payload).not.toContain(email)
  })

  test('sets a new password, once, and ends all sessions', async () => {
    const { id, signIn, trySignIn, enter } = await sales()
    const me = await enter()
    await signIn()
    const token = await newToken(id)
    // to look at the page, as some mail programs do, spends nothing
    await open(token)
    await open(token)
    const answer = await submit({ token, password: NEW_PASSWORD })
    expect([answer.statusCode, answer.payload.includes('Your password is changed')]).toEqual([200, true])
    expect(await inWorkspace(() => SessionModel.find({ memberId: id }).lean().exec())).toEqual([])
    expect(codeOf(await me.get('/v1/me'))).toBe('session_ended')
    expect(codeOf(await trySignIn())).toBe('wrong_credentials')
    expect(codeOf(await trySignIn({ password: NEW_PASSWORD }))).toBe('done')
    for (const again of [await submit({ token, password: PASSWORD }), await open(token)])
      expect([again.statusCode, again.payload.includes('was used')]).toEqual([410, true])
    expect((await trailOf(id)).filter((action) => action.startsWith('password'))).toEqual([
      'password.reset',
      'password.reset_link_made',
    ])
  })

  test('of two who use it at once lets one', async () => {
    const { id } = await sales()
    const token = await newToken(id)
    const answers = await Promise.all(
      [NEW_PASSWORD, 'twelve yellow spoons'].map((password) => submit({ token, password })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
  })

  test('is good for an hour, and ends with the next one', async () => {
    const { id } = await sales()
    const [first, second] = [await newToken(id), await newToken(id)]
    expect((await open(first)).statusCode).toBe(410)
    desk.clock.advance(HOUR - 1)
    expect((await open(second)).statusCode).toBe(200)
    desk.clock.advance(1)
    for (const answer of [await open(second), await submit({ token: second, password: NEW_PASSWORD })])
      expect(answer.statusCode).toBe(410)
    admin = desk.with(await freshAdmin())
  })

  test('leaves a bad password, and says why, with the link still good', async () => {
    const { id, email } = await sales()
    const token = await newToken(id)
    for (const [password, why] of [
      ['short', '12 to 128 characters'],
      ['x'.repeat(129), '12 to 128 characters'],
      ['Password123456', 'first that would be tried'],
      [`${email.split('@')[0]}-1234`, 'first that would be tried'],
    ] as const) {
      const answer = await submit({ token, password })
      expect([password, answer.statusCode, answer.payload.includes(why)]).toEqual([password, 400, true])
      expect(answer.payload).toContain(`value="${token}"`)
      expect(answer.payload).not.toContain(password)
    }
    expect((await submit({ token, password: NEW_PASSWORD })).statusCode).toBe(200)
  })

  test.each([
    ['another site', 'https://evil.example'],
    ['a frame without an origin', 'null'],
    ['nowhere', ''],
  ])('takes no form from %s', async (_name, origin) => {
    const { id } = await sales()
    const token = await newToken(id)
    expect((await submit({ token, password: NEW_PASSWORD }, origin)).statusCode).toBe(403)
    expect((await submit({ token, password: NEW_PASSWORD })).statusCode).toBe(200)
  })

  test.each([
    ['an invented token', { token: 'A'.repeat(43), password: NEW_PASSWORD }, 410],
    ['no token', { password: NEW_PASSWORD }, 400],
    ['a field more', { token: 'A'.repeat(43), password: NEW_PASSWORD, role: 'owner' }, 400],
    ['a token that is markup', { token: '"><script>', password: 'x' }, 400],
    ['a body too large', { token: 'x', password: 'x'.repeat(5_000) }, 413],
  ])('%s is refused', async (_name, fields, status) => {
    const answer = await submit(fields as Record<string, string>)
    expect(answer.statusCode).toBe(status)
    expect(answer.payload).not.toContain('<script>')
  })

  test('does not pass by the second factor', async () => {
    const { id, enter, trySignIn } = await sales()
    await (await enter()).post('/v1/auth/second_factor')
    await inWorkspace(() =>
      SecondFactorModel.updateOne({ _id: id }, { $set: { confirmedAt: desk.clock.now() } }).exec(),
    )
    await submit({ token: await newToken(id), password: NEW_PASSWORD })
    expect(codeOf(await trySignIn({ password: NEW_PASSWORD }))).toBe('second_factor_needed')
  })

  test('is kept as a keyed hash alone', async () => {
    const { id, email } = await sales()
    const token = await newToken(id)
    const [kept] = await ResetModel.find({ email }).lean()
    expect(kept?._id).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(JSON.stringify(await inWorkspace(() => AuditEntryModel.find().lean().exec()))).not.toContain(token)
  })

  test('is made by nobody for those who may do more, for strangers, or for those who have no password', async () => {
    const { id: owner } = await newPerson(desk, 'owner')
    expect(codeOf(await linkFor(owner))).toBe('role_exceeds_yours')
    expect(codeOf(await linkFor((await sales()).id, await desk.as('finance_analyst')))).toBe(
      'permission_missing',
    )
    const { workspaceId } = await desk.neighbour('acct_of_strangers')
    const theirs = await runInScope({ workspaceId }, () =>
      desk.services.team.addMember({ name: 'Kim', email: 'kim@stranger.example', role: 'sales' }),
    )
    const without = await inWorkspace(() =>
      desk.services.team.addMember({ name: 'Kim', email: 'kim@without.example', role: 'sales' }),
    )
    for (const id of [theirs, without, 'mem_of_nobody']) expect(codeOf(await linkFor(id))).toBe('not_found')
    desk.clock.advance(601)
    expect(codeOf(await linkFor((await sales()).id))).toBe('step_up_needed')
    expect(await IdentityModel.countDocuments({ _id: 'kim@without.example' })).toBe(0)
  })

  test('of the command line needs no role', async () => {
    const { id, email, trySignIn } = await newPerson(desk, 'owner')
    const { url } = await inWorkspace(async () =>
      desk.services.identity.resetLink(await desk.services.identity.memberOf(email.toUpperCase())),
    )
    await submit({ token: new URL(url).searchParams.get('token') ?? '', password: NEW_PASSWORD })
    expect(codeOf(await trySignIn({ password: NEW_PASSWORD }))).toBe('done')
    expect(await trailOf(id)).toContain('password.reset_link_made')
    await expect(
      inWorkspace(() => desk.services.identity.memberOf('nobody@example.com')),
    ).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
