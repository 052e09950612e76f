/** One's own sign-in from the views: for a Stripe user who is tied to a member that signs in here. */
import { generateSync } from 'otplib'
import { openView, startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { signAction } from '../../test/signing'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'

let desk: Desk
let owner: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
})
afterAll(() => desk.close())

const codeOf = (answer: Answer) => (answer.statusCode < 300 ? 'done' : answer.json<{ code: string }>().code)
const inWorkspace = <T>(work: () => Promise<T>) => runInScope({ workspaceId: desk.workspaceId }, work)

let count = 0
/** A view of a Stripe user whom an admin has mapped. */
async function mapped(mapping: object) {
  count += 1
  const user = `usr_own_sign_in_${count}`
  const view = await openView(desk, user)
  const me = (await view.get('/v1/me')).json<{ member: { id: string } }>()
  expect((await owner.post(`/v1/members/${me.member.id}/map`, mapping)).statusCode).toBe(200)
  /** Sends what the view may only ask with Stripe's signature. */
  const sign = (action: string) => ({
    headers: signAction(
      {
        nonce: `nonce-own-sign-in-${(count += 1)}`,
        mode: 'test',
        action,
        parameters: '{}',
        user_id: user,
        account_id: desk.account.accountId,
      },
      desk.clock.seconds(),
    ),
  })
  return { view, sign }
}
async function tied() {
  const person = await newPerson(desk, 'admin')
  return { person, ...(await mapped({ member_id: person.id })) }
}
const sessionsOf = async (caller: Caller) =>
  (await caller.get('/v1/auth/sessions')).json<{ data: { id: string; current: boolean }[] }>().data

test('who is tied sees the member’s sessions, ends one, and ends all', async () => {
  const { person, view } = await tied()
  for (let times = 0; times < 3; times += 1) await person.signIn()
  const stranger = await newPerson(desk)
  const theirs = await stranger.enter()
  expect((await view.get('/v1/me')).json()).toMatchObject({
    signs_in_here: true,
    member: { id: person.id },
  })
  const [first, ...rest] = await sessionsOf(view)
  expect([rest.length, first?.current]).toEqual([2, false])
  expect(codeOf(await view.post(`/v1/auth/sessions/${first?.id}/revoke`))).toBe('done')
  const [foreign] = await sessionsOf(theirs)
  expect(codeOf(await view.post(`/v1/auth/sessions/${foreign?.id}/revoke`))).toBe('not_found')
  expect((await view.post('/v1/auth/sessions/revoke_others')).json()).toMatchObject({ count: 2 })
  expect([await sessionsOf(view), (await sessionsOf(theirs)).length]).toEqual([[], 1])
})

test('who is tied sets a second factor up, signed by Stripe; it ends all sessions, and counts at the next', async () => {
  const { person, view, sign } = await tied()
  await person.signIn()
  const url = '/v1/auth/second_factor'
  expect(codeOf(await view.post(url))).toBe('signature_needed')
  const begun = await view.post(url, {}, sign(`POST ${url}`))
  expect(begun.statusCode).toBe(201)
  const { secret } = begun.json<{ secret: string }>()
  const confirm = (totp: string) => view.post(`${url}/confirm`, { totp })
  const code = generateSync({ secret, epoch: desk.clock.seconds() })
  expect((await confirm(code === '000000' ? '000001' : '000000')).json()).toMatchObject({
    code: 'invalid_request',
    errors: [{ pointer: '/body/totp' }],
  })
  const { codes } = (await confirm(code)).json<{ codes: string[] }>()
  expect(codes).toHaveLength(10)
  expect((await view.get(url)).json()).toMatchObject({ active: true, recovery_codes_left: 10 })
  expect(await sessionsOf(view)).toEqual([])
  expect(codeOf(await person.trySignIn())).toBe('second_factor_needed')
  expect(codeOf(await person.trySignIn({ recovery_code: codes[0] }))).toBe('done')
  expect(codeOf(await view.post(url, {}, sign(`POST ${url}`)))).toBe('second_factor_active')
  const trail = await inWorkspace(() =>
    AuditEntryModel.find({ action: /^second_factor/, 'target.id': person.id })
      .lean()
      .exec(),
  )
  expect(trail.map(({ action, actor }) => [action, actor.kind, actor.id]).sort()).toEqual([
    ['second_factor.begun', 'stripe_user', person.id],
    ['second_factor.confirmed', 'stripe_user', person.id],
  ])
})

test('what weakens the sign-in stays with the password, also signed by Stripe', async () => {
  const { view, sign } = await tied()
  for (const [url, body] of [
    ['/v1/auth/second_factor/remove', {}],
    ['/v1/auth/second_factor/recovery_codes', {}],
    ['/v1/auth/password', { current_password: 'the old one', password: 'correct horse battery' }],
    ['/v1/auth/step_up', { password: 'the old one' }],
  ] as const)
    expect([url, codeOf(await view.post(url, body, sign(`POST ${url}`)))]).toEqual([
      url,
      'permission_missing',
    ])
})

test('who is not tied, or no longer, has none of it; nor has a key', async () => {
  const { view } = await mapped({ role: 'admin' })
  expect((await view.get('/v1/me')).json()).toMatchObject({ signs_in_here: false })
  const { person, view: former } = await tied()
  await person.signIn()
  const { data } = (await owner.get('/v1/members?kind=stripe_user&limit=100')).json<{
    data: { id: string; tied_to: string | null }[]
  }>()
  const row = data.find(({ tied_to }) => tied_to === person.id)
  expect((await owner.post(`/v1/members/${row?.id}/map`, { role: 'admin' })).statusCode).toBe(200)
  const { key } = (
    await owner.post('/v1/api_keys', {
      name: 'Program',
      mode: 'test',
      scopes: ['settings:read'],
      expires_in_days: 30,
    })
  ).json<{ key: string }>()
  const program = desk.with(key)
  expect((await program.get('/v1/me')).json()).toMatchObject({ signs_in_here: false })
  for (const caller of [view, former, program]) {
    expect(codeOf(await caller.get('/v1/auth/sessions'))).toBe('permission_missing')
    expect(codeOf(await caller.get('/v1/auth/second_factor'))).toBe('permission_missing')
    expect(codeOf(await caller.post('/v1/auth/sessions/revoke_others'))).toBe('permission_missing')
  }
})
