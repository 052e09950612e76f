/** Sessions: how they go on, what ends them, and that their end counts at the next request. */
import { hash } from '@node-rs/argon2'
import { startDesk, type Desk } from '../../test/harness'
import { newPerson, PASSWORD, type Tokens } from '../../test/person'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import { IdentityModel, SessionModel } from './model'

const NEW_PASSWORD = 'eleven purple kettles'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
})
afterAll(() => desk.close())

const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)

const person = () => newPerson(desk)
let renewals = 0
const renew = (refresh_token: string) =>
  desk.app.inject({
    method: 'POST',
    url: '/v1/auth/sessions/refresh',
    payload: { refresh_token },
    // from ever other addresses: the limit of requests is not what is tested here
    remoteAddress: `10.2.0.${(renewals += 1) % 250}`,
  })
const renewed = async (token: string): Promise<Tokens> => {
  const answer = await renew(token)
  expect(answer.statusCode).toBe(201)
  return answer.json<Tokens>()
}
const ended = async (token: string) =>
  expect((await renew(token)).json()).toMatchObject({ status: 401, code: 'session_ended' })
const me = async ({ access_token }: Pick<Tokens, 'access_token'>) => {
  const answer = await desk.with(access_token).get('/v1/me')
  return answer.statusCode === 200 ? 'in' : answer.json<{ code: string }>().code
}
const sessionsOf = (memberId: string) => inWorkspace(() => SessionModel.find({ memberId }).lean().exec())
const actionsAbout = async (id: string) =>
  (await inWorkspace(() => AuditEntryModel.find({ 'target.id': id }).lean().exec()))
    .map(({ action }) => action)
    .sort()

describe('a refresh token', () => {
  test('of twenty at once: one session goes on, and all twenty hold the same next token', async () => {
    const { id, signIn } = await person()
    const { refresh_token } = await signIn()
    const answers = await Promise.all(Array.from({ length: 20 }, () => renewed(refresh_token)))
    const next = new Set(answers.map((one) => one.refresh_token))
    expect(next.size).toBe(1)
    expect(next).not.toContain(refresh_token)
    expect(await sessionsOf(id)).toHaveLength(1)
    for (const one of answers) expect(await me(one)).toBe('in')
    expect(await me(await renewed([...next][0] ?? ''))).toBe('in')
  })

  test('the one before the current is good for ten seconds more, and the session ends with its use thereafter', async () => {
    const { id, signIn } = await person()
    const first = await signIn()
    const second = await renewed(first.refresh_token)
    desk.clock.advance(10)
    expect((await renewed(first.refresh_token)).refresh_token).toBe(second.refresh_token)
    desk.clock.advance(1)
    await ended(first.refresh_token)
    await ended(second.refresh_token)
    expect(await me(second)).toBe('session_ended')
    expect(await sessionsOf(id)).toEqual([])
  })

  test('the one before that is not, not for a moment', async () => {
    const { signIn } = await person()
    const first = await signIn()
    const second = await renewed(first.refresh_token)
    const third = await renewed(second.refresh_token)
    await ended(first.refresh_token)
    await ended(third.refresh_token)
  })

  test('however long ago it was spent, it is known', async () => {
    const { signIn } = await person()
    const { refresh_token: first } = await signIn()
    let last = first
    for (let turn = 0; turn < 120; turn += 1) last = (await renewed(last)).refresh_token
    await ended(first)
    await ended(last)
  })

  test('shown twice leaves an entry in the trail, once', async () => {
    const { id, signIn } = await person()
    const first = await signIn()
    const sessionId = (await sessionsOf(id))[0]?._id ?? ''
    await renewed(first.refresh_token)
    desk.clock.advance(60)
    await Promise.all([ended(first.refresh_token), ended(first.refresh_token)])
    expect(await actionsAbout(sessionId)).toEqual(['session.created', 'session.reuse_detected'])
  })

  test('that was invented ends nothing', async () => {
    const { signIn } = await person()
    const { refresh_token } = await signIn()
    const [workspace, session, family, secret] = refresh_token.split('.')
    for (const invented of [
      `${workspace}.${session}.${'A'.repeat(43)}.${secret}`,
      `${workspace}.${session}..${secret}`,
      `${workspace}.ses_nope.${family}.${secret}`,
      `rt_ws_nope.${session}.${family}.${secret}`,
      'rt_nonsense',
      '..........',
    ])
      await ended(invented)
    await renewed(refresh_token)
  })

  test('unused for seven days, it is dead; used, the session lasts thirty', async () => {
    const { signIn } = await person()
    const [idle, used] = [await signIn(), await signIn()]
    let { refresh_token } = used
    for (let day = 0; day < 24; day += 6) {
      desk.clock.advance(6 * 86_400)
      if (day === 0) expect(await me(idle)).toBe('in')
      refresh_token = (await renewed(refresh_token)).refresh_token
    }
    await ended(idle.refresh_token)
    expect(await me(idle)).toBe('session_ended')
    desk.clock.advance(6 * 86_400 - 1)
    const last = await renewed(refresh_token)
    expect(await me(last)).toBe('in')
    desk.clock.advance(1)
    expect(await me(last)).toBe('session_ended')
    await ended(last.refresh_token)
  })

  test('is stored as a keyed hash alone', async () => {
    const { id, signIn } = await person()
    const { refresh_token } = await signIn()
    const { refresh_token: next } = await renewed(refresh_token)
    const stored = JSON.stringify(await sessionsOf(id))
    for (const part of [...refresh_token.split('.').slice(2), ...next.split('.').slice(2)]) {
      expect(part.length).toBeGreaterThanOrEqual(43)
      expect(stored).not.toContain(part)
    }
  })
})

describe('the own sessions', () => {
  const list = async ({ access_token }: Tokens, query = '') =>
    (await desk.with(access_token).get(`/v1/auth/sessions${query}`)).json<{
      data: { id: string; current: boolean }[]
      has_more: boolean
    }>()

  test('are listed, newest first, with where they were opened', async () => {
    const { signIn, remoteAddress } = await person()
    const first = await signIn()
    desk.clock.advance(60)
    const second = await signIn()
    const { data } = await list(first)
    const now = desk.clock.seconds()
    const about = { object: 'session', address: remoteAddress }
    expect(data).toMatchObject([
      { ...about, created: now, last_used: now, expires: now + 7 * 86_400, current: false },
      { ...about, created: now - 60, current: true, user_agent: `Browser ${'x'.repeat(192)}` },
    ])
    expect((await list(second)).data.map(({ current }) => current)).toEqual([true, false])
    const page = await list(second, '?limit=1')
    expect([page.data.length, page.has_more]).toEqual([1, true])
  })

  test('one is revoked, and its tokens end with it', async () => {
    const { signIn } = await person()
    const [first, second] = [await signIn(), await signIn()]
    const other = (await list(first)).data.find(({ current }) => !current)?.id ?? ''
    const revoke = (id: string) => desk.with(first.access_token).post(`/v1/auth/sessions/${id}/revoke`)
    expect((await revoke(other)).statusCode).toBe(204)
    expect([await me(first), await me(second)]).toEqual(['in', 'session_ended'])
    await ended(second.refresh_token)
    expect(await actionsAbout(other)).toEqual(['session.created', 'session.revoked'])
    expect((await revoke(other)).statusCode).toBe(404)
  })

  test('those of somebody else are not found', async () => {
    const [one, other] = [await person(), await person()]
    const [mine, theirs] = [await one.signIn(), await other.signIn()]
    const id = (await list(theirs)).data[0]?.id ?? ''
    const answer = await desk.with(mine.access_token).post(`/v1/auth/sessions/${id}/revoke`)
    expect(answer.statusCode).toBe(404)
    expect(await me(theirs)).toBe('in')
  })

  test('all others are revoked at once, with one entry in the trail', async () => {
    const { id, signIn } = await person()
    const all = [await signIn(), await signIn(), await signIn()]
    const [mine, ...others] = all as [Tokens, ...Tokens[]]
    const revoke = async () =>
      (await desk.with(mine.access_token).post('/v1/auth/sessions/revoke_others')).json<object>()
    expect(await revoke()).toEqual({ object: 'revoked_sessions', count: 2 })
    expect(await me(mine)).toBe('in')
    for (const other of others) expect(await me(other)).toBe('session_ended')
    expect(await revoke()).toMatchObject({ count: 0 })
    expect((await actionsAbout(id)).filter((action) => action === 'session.others_revoked')).toHaveLength(1)
  })

  test('signing out ends the access token too', async () => {
    const { signIn, post } = await person()
    const tokens = await signIn()
    expect((await post('sessions/end', { refresh_token: tokens.refresh_token })).statusCode).toBe(204)
    expect(await me(tokens)).toBe('session_ended')
  })

  test('a member’s token without a session, or with another’s, is worth nothing', async () => {
    const [one, other] = [await person(), await person()]
    await one.signIn()
    const theirs = (await sessionsOf(one.id))[0]?._id ?? ''
    const claims = { sub: other.id, workspace_id: desk.workspaceId, kind: 'member' as const }
    for (const token of [claims, { ...claims, sid: theirs }])
      expect(await me({ access_token: desk.app.signToken(token, 60) })).toBe('session_ended')
  })
})

describe('the own password', () => {
  const change = ({ access_token }: Tokens, current_password: string, password: string) =>
    desk.with(access_token).post('/v1/auth/password', { current_password, password })

  test('is changed with the current one; all other sessions end, this one goes on', async () => {
    const { id, email, signIn, post } = await person()
    const [mine, other] = [await signIn(), await signIn()]
    expect((await change(mine, PASSWORD, NEW_PASSWORD)).statusCode).toBe(204)
    expect([await me(mine), await me(other)]).toEqual(['in', 'session_ended'])
    expect((await post('sessions', { email, password: PASSWORD })).statusCode).toBe(401)
    expect(await me(await signIn(NEW_PASSWORD))).toBe('in')
    expect(await actionsAbout(id)).toEqual(['member.added', 'password.changed', 'sign_in.refused'])
  })

  test.each([
    ['without the current one', 'not the password', NEW_PASSWORD, 401, 'wrong_credentials'],
    ['to a common one', PASSWORD, 'Password123456', 400, 'password_guessable'],
    ['to the own address', PASSWORD, 'EMAIL', 400, 'password_guessable'],
    ['to a short one', PASSWORD, 'x7#kQ2!vLp0', 400, 'invalid_request'],
    ['to one too long', PASSWORD, 'ab1'.repeat(43), 400, 'invalid_request'],
  ])('is not changed %s', async (_name, current, next, status, code) => {
    const { email, signIn } = await person()
    const [mine, other] = [await signIn(), await signIn()]
    const password = next === 'EMAIL' ? `${email.split('@')[0] ?? ''}-1234` : next
    expect((await change(mine, current, password)).json()).toMatchObject({ status, code })
    expect([await me(mine), await me(other)]).toEqual(['in', 'in'])
    await signIn()
  })

  test('of twelve and of 128 characters is taken', async () => {
    const { signIn } = await person()
    const long = Array.from({ length: 128 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('')
    expect((await change(await signIn(), PASSWORD, 'x7#kQ2!vLp0z')).statusCode).toBe(204)
    expect((await change(await signIn('x7#kQ2!vLp0z'), 'x7#kQ2!vLp0z', long)).statusCode).toBe(204)
    await signIn(long)
  })

  test('a hash of weaker parameters is made anew at the next sign-in, and at no other', async () => {
    const { email, signIn, post } = await person()
    const weak = await hash(PASSWORD, { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 })
    const stored = async () => (await IdentityModel.findById(email).lean())?.passwordHash
    await IdentityModel.updateOne({ _id: email }, { $set: { passwordHash: weak } })
    await post('sessions', { email, password: 'not the password' })
    expect(await stored()).toBe(weak)
    await signIn()
    const strong = await stored()
    expect(strong).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    await signIn()
    expect(await stored()).toBe(strong)
  })
})
