/** Who people are that come through the Stripe Dashboard, and who decides it. */
import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { signAppRequest } from '../../test/signing'
import { AuditEntryModel } from '../audit/model'
import { runInScope } from '../database/scope'
import type { Member, Role } from './schema'

let desk: Desk
let owner: Caller
let admin: Caller
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  owner = await desk.as('owner')
  admin = await desk.as('admin')
})
afterAll(() => desk.close())

let count = 0
const enter = (user_id: string, ...roles: string[]) =>
  desk.app.inject({
    method: 'POST',
    url: '/v1/auth/stripe-app',
    ...signAppRequest(
      {
        nonce: `nonce-${(count += 1)}-mapping`,
        mode: 'test',
        stripe_roles: roles.map((id) => ({ id })),
        user_id,
        account_id: desk.account.accountId,
      },
      desk.clock.seconds(),
    ),
  })
const tokenIn = (answer: Answer) => answer.json<{ access_token: string }>().access_token
const meOf = async (answer: Answer) => (await desk.with(tokenIn(answer)).get('/v1/me')).json<Me>()
interface Me {
  status?: number
  code?: string
  member: { id: string; role: string }
}
/** The row of a Stripe user, who comes in with these Stripe roles first. */
const knock = async (...roles: string[]) => {
  const user = `usr_mapping_${(count += 1)}`
  await enter(user, ...roles)
  const { data } = (await owner.get('/v1/members?kind=stripe_user&limit=100')).json<{ data: Member[] }>()
  const row = data.find(({ stripe_user }) => stripe_user === user)
  if (!row) throw new Error('Nobody knocked')
  return { user, id: row.id, row }
}
const add = (role: string) =>
  runInScope({ workspaceId: desk.workspaceId }, () =>
    desk.services.team.addMember({ name: 'Person', email: `p-${(count += 1)}@example.com`, role }),
  )
const map = (by: Caller, id: string, mapping: object) => by.post(`/v1/members/${id}/map`, mapping)

test('an unknown Stripe role leaves a member without access, so that admins see who knocked', async () => {
  const { user, id, row } = await knock('developer')
  expect(row).toMatchObject({ role: null, role_name: null, mapped: false, active: true })
  for (const roles of [['developer'], []])
    expect((await enter(user, ...roles)).json()).toMatchObject({ status: 403, code: 'role_unknown' })
  // not even with a token made otherwise
  expect((await desk.with(await desk.tokenOfMember(id)).get('/v1/me')).json()).toMatchObject({
    status: 403,
    code: 'role_unknown',
  })
  // who knocks twice is one member with one entry
  const { data } = (await owner.get(`/v1/audit_entries?target=${id}`)).json<{ data: object[] }>()
  expect(data.length).toBe(1)
  expect((await map(admin, id, { role: 'sales' })).json()).toMatchObject({ role: 'sales', mapped: true })
  expect((await meOf(await enter(user, 'developer'))).member).toEqual(
    expect.objectContaining({ id, role: 'sales' }),
  )
})

test('until somebody maps them, the Stripe roles of each visit decide', async () => {
  const { user, id } = await knock('view_only')
  const first = await enter(user, 'view_only')
  expect((await meOf(first)).member.role).toBe('read_only')
  const second = await enter(user, 'admin')
  expect((await meOf(second)).member).toMatchObject({ id, role: 'admin' })
  expect((await enter(user, 'nothing')).json()).toMatchObject({ code: 'role_unknown' })
  expect(await meOf(second)).toMatchObject({ status: 403, code: 'role_unknown' })
})

test('with a role of their own, the Stripe roles no longer decide, until they are let again', async () => {
  const { user, id } = await knock('admin')
  expect((await map(admin, id, { role: 'read_only' })).json()).toMatchObject({ mapped: true })
  const entered = await enter(user, 'super_admin')
  expect((await meOf(entered)).member.role).toBe('read_only')
  expect((await admin.post(`/v1/members/${id}/unmap`)).json()).toMatchObject({
    role: null,
    mapped: false,
    tied_to: null,
  })
  expect(await meOf(entered)).toMatchObject({ code: 'role_unknown' })
  expect((await meOf(await enter(user, 'analyst'))).member.role).toBe('finance_analyst')
})

test('tied to a member they are that member: one person, one role, one name in the trail', async () => {
  const { user, id } = await knock('admin')
  const person = await add('sales')
  expect((await map(admin, id, { member_id: person })).json()).toMatchObject({
    role: null,
    mapped: true,
    tied_to: person,
  })
  const entered = await enter(user, 'admin')
  expect((await meOf(entered)).member).toMatchObject({ id: person, role: 'sales' })
  await owner.patch(`/v1/members/${person}`, { role: 'admin' })
  expect((await meOf(entered)).member.role).toBe('admin')
  const other = await add('sales')
  await desk.with(tokenIn(entered)).post(`/v1/members/${other}/deactivate`)
  const [entry] = await runInScope({ workspaceId: desk.workspaceId }, () =>
    AuditEntryModel.find({ action: 'member.deactivated', 'target.id': other }).lean(),
  )
  expect(entry?.actor).toEqual({ kind: 'stripe_user', id: person })
  // out at once with the person, and on their own
  await owner.post(`/v1/members/${person}/deactivate`)
  expect(await meOf(entered)).toMatchObject({ status: 401 })
  expect((await enter(user, 'admin')).json()).toMatchObject({ code: 'member_deactivated' })
  await owner.post(`/v1/members/${person}/reactivate`)
  expect((await meOf(entered)).member.id).toBe(person)
  await owner.post(`/v1/members/${id}/deactivate`)
  expect(await meOf(entered)).toMatchObject({ status: 401 })
  // a role of their own unties
  await owner.post(`/v1/members/${id}/reactivate`)
  expect((await owner.patch(`/v1/members/${id}`, { role: 'sales' })).json()).toMatchObject({
    role: 'sales',
    tied_to: null,
  })
})

test('nobody maps beyond what they hold', async () => {
  const { id } = await knock('admin')
  const boss = await add('owner')
  const beyond = { status: 403, code: 'role_exceeds_yours' }
  expect((await map(admin, id, { member_id: boss })).json()).toMatchObject(beyond)
  expect((await map(owner, id, { member_id: boss })).statusCode).toBe(200)
  // now they are an owner, whom an admin does not touch
  for (const answer of [
    await map(admin, id, { role: 'sales' }),
    await admin.post(`/v1/members/${id}/unmap`),
    await admin.post(`/v1/members/${id}/deactivate`),
    await admin.patch(`/v1/members/${id}`, { role: 'sales' }),
  ])
    expect(answer.json()).toMatchObject(beyond)
  const { data } = (await owner.get('/v1/members?kind=stripe_user&limit=100')).json<{ data: Member[] }>()
  expect(data.find((one) => one.id === id)).toMatchObject({ tied_to: boss, active: true })
})

test('who holds less than an admin does not let the Stripe roles decide', async () => {
  const { id: role } = (
    await owner.post('/v1/roles', {
      name: 'Team lead',
      permissions: ['settings:read', 'team:read', 'team:write'],
    })
  ).json<Role>()
  const lead = await desk.as(role)
  const { id } = await knock('admin')
  await owner.post(`/v1/members/${id}/map`, { role })
  expect((await lead.post(`/v1/members/${id}/unmap`)).json()).toMatchObject({ code: 'role_exceeds_yours' })
  expect((await admin.post(`/v1/members/${id}/unmap`)).statusCode).toBe(200)
})

test('what does not fit is refused and named', async () => {
  const [{ id }, { id: other }] = [await knock('admin'), await knock('admin')]
  const person = await add('sales')
  const idle = await add('sales')
  await owner.post(`/v1/members/${idle}/deactivate`)
  const wrong = async (mapping: object, pointer: string) =>
    expect((await map(owner, id, mapping)).json()).toMatchObject({ status: 400, errors: [{ pointer }] })
  await wrong({}, '/body/role')
  await wrong({ role: 'sales', member_id: person }, '/body/role')
  await wrong({ role: 'owner' }, '/body/role')
  await wrong({ role: 'king' }, '/body/role')
  for (const member_id of [other, idle, id, 'mem_nobody']) await wrong({ member_id }, '/body/member_id')
  for (const answer of [
    await map(owner, person, { role: 'sales' }),
    await owner.post(`/v1/members/${person}/unmap`),
  ])
    expect(answer.json()).toMatchObject({ status: 409, code: 'not_stripe_user' })
  const { owner: neighbour } = await desk.neighbour('acct_mapping')
  expect((await map(neighbour, id, { role: 'sales' })).json()).toMatchObject({ status: 404 })
})

test('whoever acts for one of several accounts changes nothing that concerns all of them', async () => {
  const { user, id } = await knock('admin')
  const view = desk.with(tokenIn(await enter(user, 'admin')))
  // while it is the only one, there is nothing beyond
  expect((await view.get('/v1/me')).json()).toMatchObject({ bound: false })
  await desk.connect('acct_beyond')
  const { bound, permissions } = (await view.get('/v1/me')).json<{ bound: boolean; permissions: string[] }>()
  expect(bound).toBe(true)
  expect(permissions).toContain('promotions:write')
  expect(permissions.filter((one) => /^(team|roles|keys|security):write$/.test(one))).toEqual([])
  for (const [url, body] of [
    ['/v1/roles', { name: 'Mine', permissions: [] }],
    ['/v1/invitations', { email: 'mine@example.com', role: 'admin' }],
    ['/v1/api_keys', { name: 'Mine', mode: 'test', scopes: ['analytics:read'] }],
    [`/v1/members/${id}/map`, { role: 'admin' }],
  ] as const)
    expect([url, (await view.post(url, body)).json()]).toEqual([
      url,
      expect.objectContaining({ status: 403, code: 'account_bound' }),
    ])
  await map(owner, id, { role: 'admin' })
  expect((await view.get('/v1/me')).json()).toMatchObject({ bound: false })
})
