/** The second factor, and the fresh proof that some routes ask for. */
import os from 'node:os'
import mongoose, { mongo } from 'mongoose'
import { generateSync } from 'otplib'
import { anotherInstance, openView, startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { newPerson, PASSWORD } from '../../test/person'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import { MemberModel } from '../team/model'
import { SecondFactorModel, SessionModel } from './model'

const FRESH_SECONDS = 600

let desk: Desk
let other: Desk['app']
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  other = await anotherInstance(desk)
})
afterAll(async () => {
  await other.close()
  await desk.close()
})

const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)
const codeOf = (answer: Answer) => (answer.statusCode < 300 ? 'in' : answer.json<{ code: string }>().code)
const withoutId = ({ statusCode, payload }: Answer) => [statusCode, payload.replace(/req_\w+/, '')]
/** The code of the app, so many steps of 30 seconds from now. */
const totpOf = (secret: string, steps = 0) =>
  generateSync({ secret, epoch: desk.clock.seconds() + 30 * steps })
const trailOf = async (id: string) =>
  (await inWorkspace(() => AuditEntryModel.find({ 'target.id': id }).lean().exec()))
    .map(({ action }) => action)
    .sort()

/** Somebody who has set a second factor up. */
async function enrolled() {
  const person = await newPerson(desk)
  const me = await person.enter()
  const { secret } = (await me.post('/v1/auth/second_factor')).json<{ secret: string }>()
  const answer = await me.post('/v1/auth/second_factor/confirm', { totp: totpOf(secret) })
  const { codes } = answer.json<{ codes: string[] }>()
  // the code of this step is spent
  desk.clock.advance(30)
  return { ...person, me, secret, codes, totp: (steps?: number) => totpOf(secret, steps) }
}

describe('setting it up', () => {
  test('takes a seed and a code; the codes to recover with are shown, and all other sessions end', async () => {
    const { id, email, signIn, enter, trySignIn } = await newPerson(desk)
    await signIn()
    const me = await enter()
    const state = async () => (await me.get('/v1/auth/second_factor')).json<object>()
    const shown = async () => (await me.get(`/v1/members/${id}`)).json<object>()
    expect(await shown()).toMatchObject({ second_factor: false })
    expect(await state()).toEqual({
      object: 'second_factor',
      active: false,
      required: false,
      confirmed: null,
      recovery_codes_left: 0,
    })
    const begun = await me.post('/v1/auth/second_factor')
    expect(begun.statusCode).toBe(201)
    const { secret, otpauth_uri } = begun.json<{ secret: string; otpauth_uri: string }>()
    const uri = new URL(otpauth_uri)
    expect([uri.protocol, uri.host, decodeURIComponent(uri.pathname)]).toEqual([
      'otpauth:',
      'totp',
      `/Revenue Desk:${email}`,
    ])
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret, issuer: 'Revenue Desk' })
    // it counts for nothing until a code confirms it
    expect([await state(), await shown()]).toMatchObject([{ active: false }, { second_factor: false }])
    expect(codeOf(await trySignIn())).toBe('in')
    const confirm = (totp: string) => me.post('/v1/auth/second_factor/confirm', { totp })
    expect((await confirm(totpOf(secret, 5))).json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/body/totp' }],
    })
    const confirmed = await confirm(totpOf(secret))
    const { codes } = confirmed.json<{ codes: string[] }>()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/)
    expect(await state()).toMatchObject({
      active: true,
      confirmed: desk.clock.seconds(),
      recovery_codes_left: 10,
    })
    expect(await shown()).toMatchObject({ second_factor: true })
    const alive = await inWorkspace(() => SessionModel.countDocuments({ memberId: id }).exec())
    expect(alive).toBe(1)
    expect(codeOf(await confirm(totpOf(secret)))).toBe('second_factor_none')
    expect(codeOf(await me.post('/v1/auth/second_factor'))).toBe('second_factor_active')
    expect(await trailOf(id)).toEqual(['member.added', 'second_factor.begun', 'second_factor.confirmed'])
  })

  test('begun twice, the later seed counts; of two confirmations at once one gives codes', async () => {
    const me = await (await newPerson(desk)).enter()
    const begin = async () => (await me.post('/v1/auth/second_factor')).json<{ secret: string }>().secret
    const [first, second] = [await begin(), await begin()]
    const confirm = (totp: string) => me.post('/v1/auth/second_factor/confirm', { totp })
    expect((await confirm(totpOf(first))).statusCode).toBe(400)
    const answers = await Promise.all([confirm(totpOf(second)), confirm(totpOf(second))])
    expect(answers.map(codeOf).sort()).toEqual(['in', 'second_factor_none'])
  })

  test('leaves neither seed nor codes in the database', async () => {
    const { secret, codes, totp, trySignIn } = await enrolled()
    expect(codeOf(await trySignIn({ totp: totp() }))).toBe('in')
    // past the models, as whoever took the disk would
    const client = new mongo.MongoClient(process.env['TEST_MONGODB_URI'] ?? '', { runtimeAdapters: { os } })
    for (const collection of await client.db(mongoose.connection.name).collections()) {
      const text = JSON.stringify(await collection.find().toArray())
      for (const canary of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
        expect([collection.collectionName, text.includes(canary)]).toEqual([collection.collectionName, false])
    }
    await client.close()
  })

  test('its seed opens for its member alone', async () => {
    const [mine, theirs] = [await enrolled(), await enrolled()]
    await inWorkspace(async () => {
      const stolen = await SecondFactorModel.findById(theirs.id).lean()
      await SecondFactorModel.updateOne({ _id: mine.id }, { $set: { seed: stolen?.seed } })
    })
    expect((await mine.trySignIn({ totp: theirs.totp() })).statusCode).toBe(500)
  })
})

describe('signing in with it', () => {
  test('needs the code besides the password, which is told to nobody without the password', async () => {
    const { trySignIn, totp } = await enrolled()
    expect((await trySignIn()).json()).toMatchObject({ status: 401, code: 'second_factor_needed' })
    const wrongPassword = await trySignIn({ password: 'not the password' })
    expect(wrongPassword.json()).toMatchObject({ status: 401, code: 'wrong_credentials' })
    for (const secrets of [
      { password: 'not the password', totp: totp() },
      { totp: totp(5) },
      { recovery_code: 'aaaa-bbbb-cccc-dddd' },
    ])
      expect(withoutId(await trySignIn(secrets))).toEqual(withoutId(wrongPassword))
    desk.clock.advance(1)
    const answer = await trySignIn({ totp: totp() })
    expect(codeOf(answer)).toBe('in')
  })

  test.each([
    [-2, 'wrong_credentials'],
    [-1, 'in'],
    [0, 'in'],
    [1, 'in'],
    [2, 'wrong_credentials'],
  ])('a code %d steps from now: %s', async (steps, outcome) => {
    const { trySignIn, totp } = await enrolled()
    desk.clock.advance(300)
    expect(codeOf(await trySignIn({ totp: totp(steps) }))).toBe(outcome)
  })

  test('each code is good once, and none older than the last', async () => {
    const { trySignIn, totp } = await enrolled()
    desk.clock.advance(300)
    const now = totp()
    expect(codeOf(await trySignIn({ totp: now }))).toBe('in')
    expect(codeOf(await trySignIn({ totp: now }))).toBe('wrong_credentials')
    expect(codeOf(await trySignIn({ totp: totp(-1) }))).toBe('wrong_credentials')
    expect(codeOf(await trySignIn({ totp: totp(1) }))).toBe('in')
  })

  test('the code that confirmed it is spent', async () => {
    const { trySignIn, totp } = await enrolled()
    expect(codeOf(await trySignIn({ totp: totp(-1) }))).toBe('wrong_credentials')
  })

  test.each(['totp', 'recovery_code'])(
    'one %s, five times at once on two instances: one comes in',
    async (kind) => {
      const { trySignIn, totp, codes } = await enrolled()
      const secrets = { [kind]: kind === 'totp' ? totp() : codes[0] }
      const answers = await Promise.all(
        Array.from({ length: 5 }, (_, index) => trySignIn(secrets, index % 2 ? other : desk.app)),
      )
      expect(answers.map(codeOf).sort()).toEqual([
        'in',
        ...Array.from({ length: 4 }, () => 'wrong_credentials'),
      ])
    },
  )

  test('guesses of the code wait like those of the password, and asking for it forgives none', async () => {
    const { trySignIn, totp } = await enrolled()
    desk.clock.advance(300)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(codeOf(await trySignIn({ totp: totp(5 + turn) }))).toBe('wrong_credentials')
      if (turn < 2) expect(codeOf(await trySignIn())).toBe('second_factor_needed')
    }
    expect(codeOf(await trySignIn({ totp: totp() }))).toBe('sign_in_throttled')
  })

  test('a recovery code is good once, however it is typed, and new ones end the old', async () => {
    const { id, me, codes, signIn, trySignIn } = await enrolled()
    const [first = '', second = '', third = ''] = codes
    const left = async () =>
      (await me.get('/v1/auth/second_factor')).json<{ recovery_codes_left: number }>().recovery_codes_left
    await signIn(PASSWORD, { recovery_code: first })
    expect(codeOf(await trySignIn({ recovery_code: first }))).toBe('wrong_credentials')
    await signIn(PASSWORD, { recovery_code: ` ${second.replaceAll('-', ' ').toUpperCase()}` })
    expect(await left()).toBe(8)
    const renewed = (await me.post('/v1/auth/second_factor/recovery_codes')).json<{ codes: string[] }>()
    expect(await left()).toBe(10)
    expect(codeOf(await trySignIn({ recovery_code: third }))).toBe('wrong_credentials')
    await signIn(PASSWORD, { recovery_code: renewed.codes[0] })
    expect(await trailOf(id)).toContain('second_factor.recovery_codes_renewed')
    const proofs = await inWorkspace(() =>
      AuditEntryModel.find({ action: 'session.created', 'actor.id': id }).distinct('after.proof').exec(),
    )
    expect(proofs.sort()).toEqual(['password', 'recovery_code'])
  })

  test('taken away, the password is enough again', async () => {
    const { id, me, trySignIn } = await enrolled()
    expect((await me.post('/v1/auth/second_factor/remove')).statusCode).toBe(204)
    expect(codeOf(await trySignIn())).toBe('in')
    expect(codeOf(await me.post('/v1/auth/second_factor/remove'))).toBe('second_factor_none')
    expect(codeOf(await me.post('/v1/auth/second_factor/recovery_codes'))).toBe('second_factor_none')
    expect(await trailOf(id)).toContain('second_factor.removed')
    expect(codeOf(await me.post('/v1/auth/second_factor'))).toBe('in')
  })
})

describe('a fresh proof', () => {
  const stepUp = ({ post }: Caller, secrets: object) => post('/v1/auth/step_up', secrets)
  const begin = async (token: string) => codeOf(await desk.with(token).post('/v1/auth/second_factor'))
  const tokenOf = (answer: Answer) => answer.json<{ access_token: string }>().access_token

  test('is a sign-in for ten minutes, then a step-up; it goes with the token that it gave', async () => {
    const { id, remoteAddress, signIn, post } = await newPerson(desk)
    const { access_token: old, refresh_token } = await signIn()
    desk.clock.advance(FRESH_SECONDS)
    expect(await begin(old)).toBe('in')
    desk.clock.advance(1)
    expect((await desk.with(old).post('/v1/auth/second_factor')).json()).toMatchObject({
      status: 403,
      code: 'step_up_needed',
    })
    const answer = await stepUp(desk.with(old, { remoteAddress }), { password: PASSWORD })
    expect([answer.statusCode, answer.json<{ expires_in: number }>().expires_in]).toEqual([201, 900])
    const fresh = tokenOf(answer)
    expect(await begin(fresh)).toBe('in')
    expect(await begin(old)).toBe('step_up_needed')
    expect(await begin(tokenOf(await post('sessions/refresh', { refresh_token })))).toBe('step_up_needed')
    desk.clock.advance(FRESH_SECONDS + 1)
    expect(await begin(fresh)).toBe('step_up_needed')
    const sessions = await inWorkspace(() => SessionModel.find({ memberId: id }).lean().exec())
    expect(await trailOf(sessions[0]?._id ?? '')).toEqual(['session.created', 'session.stepped_up'])
  })

  test('takes all that signing in takes, and guesses have to wait', async () => {
    const { id, me, totp } = await enrolled()
    const step = async (secrets: object) => codeOf(await stepUp(me, secrets))
    expect(await step({ password: PASSWORD })).toBe('second_factor_needed')
    for (let turn = 0; turn < 3; turn += 1)
      expect(await step({ password: 'not the password', totp: totp() })).toBe('wrong_credentials')
    expect(await step({ password: PASSWORD, totp: totp(5) })).toBe('wrong_credentials')
    expect(await step({ password: PASSWORD, totp: totp() })).toBe('sign_in_throttled')
    desk.clock.advance(1)
    expect(await step({ password: PASSWORD, totp: totp() })).toBe('in')
    expect((await trailOf(id)).filter((action) => action.startsWith('step_up'))).toEqual([
      ...Array.from({ length: 4 }, () => 'step_up.refused'),
      'step_up.throttled',
    ])
  })

  test('guesses of the password at its change have to wait too', async () => {
    const me = await (await newPerson(desk)).enter()
    const change = async (current_password: string) =>
      codeOf(await me.post('/v1/auth/password', { current_password, password: PASSWORD }))
    for (let turn = 0; turn < 5; turn += 1) expect(await change('not it')).toBe('wrong_credentials')
    expect(await change(PASSWORD)).toBe('sign_in_throttled')
    desk.clock.advance(1)
    expect(await change(PASSWORD)).toBe('in')
  })
})

describe('a workspace that requires it', () => {
  const require = (caller: Caller, required: boolean) =>
    caller.patch('/v1/security', { require_second_factor: required })

  test('lets members without one do nothing but set one up, from their next request on', async () => {
    const owner = await enrolled()
    const { enter } = await newPerson(desk, 'admin')
    const admin = await enter()
    const me = async (caller = admin) => codeOf(await caller.get('/v1/me'))
    expect(codeOf(await require(admin, true))).toBe('permission_missing')
    expect(await me()).toBe('in')
    expect((await require(owner.me, true)).json()).toEqual({
      object: 'security',
      require_second_factor: true,
    })
    expect((await owner.me.get('/v1/security')).json()).toMatchObject({ require_second_factor: true })
    expect([await me(), await me(owner.me)]).toEqual(['second_factor_required', 'in'])
    // a new session is no way around it
    expect(await me(await enter())).toBe('second_factor_required')
    const { owner: neighbour } = await desk.neighbour('acct_unconcerned')
    expect(await me(neighbour)).toBe('in')
    expect((await admin.get('/v1/auth/second_factor')).json()).toMatchObject({
      active: false,
      required: true,
    })
    const { secret } = (await admin.post('/v1/auth/second_factor')).json<{ secret: string }>()
    expect(await me()).toBe('second_factor_required')
    await admin.post('/v1/auth/second_factor/confirm', { totp: totpOf(secret) })
    expect(await me()).toBe('in')
    await admin.post('/v1/auth/second_factor/remove')
    expect(await me()).toBe('second_factor_required')
    for (let twice = 0; twice < 2; twice += 1) expect(codeOf(await require(owner.me, false))).toBe('in')
    expect(await me()).toBe('in')
    expect(await trailOf(desk.workspaceId)).toEqual(['security.changed', 'security.changed'])
  })

  test('does not concern those whom Stripe let in', async () => {
    const owner = await enrolled()
    await require(owner.me, true)
    const view = await openView(desk, 'usr_second_factor')
    expect(codeOf(await view.get('/v1/me'))).toBe('in')
    await require(owner.me, false)
  })

  test('is made such only by an owner who has one, with a fresh proof', async () => {
    const without = await (await newPerson(desk)).enter()
    expect((await require(without, true)).json()).toMatchObject({ status: 409, code: 'second_factor_none' })
    const { id, me } = await enrolled()
    desk.clock.advance(FRESH_SECONDS + 1)
    expect(codeOf(await require(me, true))).toBe('step_up_needed')
    await inWorkspace(() => MemberModel.updateOne({ _id: id }, { $set: { role: 'admin' } }).exec())
    expect(codeOf(await require(me, true))).toBe('permission_missing')
  })
})
