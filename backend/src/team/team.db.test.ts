import fc from 'fast-check'
import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import { signAppRequest } from '../../test/signing'
import { runInScope } from '../database/scope'
import { PromotionModel } from '../promotions/model'
import { MemberModel, RoleModel } from './model'
import { PERMISSIONS, type Permission } from './permissions'
import { excess, NO_LIMITS, roleNames, ROLES, type Limit, type Rights } from './roles'
import type { Member, Permission as PermissionRow, Role, RoleCreate } from './schema'

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
const add = (role: string, workspaceId = desk.workspaceId): Promise<string> =>
  runInScope({ workspaceId }, () =>
    desk.services.team.addMember({ name: 'Somebody', email: `somebody-${(count += 1)}@example.com`, role }),
  )
const meOf = async (caller: Caller) =>
  (await caller.get('/v1/me')).json<{ member: { id: string; role: string }; permissions: Permission[] }>()
const newRole = async (by: Caller, input: Partial<RoleCreate> = {}): Promise<Answer> =>
  by.post('/v1/roles', { name: `Role ${(count += 1)}`, permissions: ['settings:read'], ...input })
const roleId = async (input: Partial<RoleCreate> = {}): Promise<string> =>
  (await newRole(owner, input)).json<Role>().id
const setRole = (by: Caller, id: string, role: string) => by.patch(`/v1/members/${id}`, { role })
const upTo = (amount: number, currency = 'usd'): Limit => ({ type: 'up_to', amount, currency })

describe('permissions', () => {
  test('are listed with what they allow', async () => {
    const { data } = (await owner.get('/v1/permissions')).json<{
      data: PermissionRow[]
    }>()
    expect(data.map(({ id }) => id)).toEqual(PERMISSIONS)
    for (const { id, resource, action, label } of data) {
      expect(`${resource}:${action}`).toBe(id)
      expect(label.length).toBeGreaterThan(10)
    }
    expect(data.filter(({ owner_only }) => owner_only).map(({ id }) => id)).toEqual([
      'accounts:disconnect',
      'security:write',
    ])
    expect(data.filter(({ gives_rights }) => gives_rights).map(({ id }) => id)).toEqual([
      'accounts:disconnect',
      'approvals:decide',
      'roles:write',
      'security:write',
      'team:write',
    ])
  })
})

describe('a custom role', () => {
  test('is created, read, changed and deleted; what is left out is none', async () => {
    const created = await newRole(owner, {
      name: 'Refunds EU',
      permissions: ['refunds:write', 'settings:read'],
      limits: { refund: upTo(10_000, 'eur') },
    })
    expect(created.statusCode).toBe(201)
    const role = created.json<Role>()
    expect(role).toMatchObject({
      name: 'Refunds EU',
      built_in: false,
      limits: { ...NO_LIMITS, refund: upTo(10_000, 'eur') },
    })
    expect((await owner.get(`/v1/roles/${role.id}`)).json()).toEqual(role)
    const changed = await owner.patch(`/v1/roles/${role.id}`, { limits: { transfer: { type: 'unlimited' } } })
    expect(changed.json()).toEqual({ ...role, limits: { ...role.limits, transfer: { type: 'unlimited' } } })
    const { data } = (await owner.get('/v1/roles')).json<{ data: Role[] }>()
    expect(data.slice(0, roleNames.length).map(({ id }) => id)).toEqual(roleNames)
    expect(data.slice(roleNames.length)).toEqual([changed.json()])
    expect((await owner.delete(`/v1/roles/${role.id}`)).statusCode).toBe(204)
    expect((await owner.get(`/v1/roles/${role.id}`)).json()).toMatchObject({ status: 404 })
  })

  test('counts from the next request on, for all who hold it', async () => {
    const id = await roleId({ permissions: ['settings:read'] })
    const holder = await desk.as(id)
    expect((await meOf(holder)).permissions).toEqual(['settings:read'])
    expect((await holder.get('/v1/customers')).statusCode).toBe(403)
    await owner.patch(`/v1/roles/${id}`, { permissions: ['customers:read', 'settings:read'] })
    expect((await holder.get('/v1/customers')).statusCode).toBe(200)
    await owner.patch(`/v1/roles/${id}`, { permissions: ['settings:read'] })
    expect((await holder.get('/v1/customers')).json()).toMatchObject({ code: 'permission_missing' })
  })

  test('has a name of its own', async () => {
    const id = await roleId({ name: 'Twice' })
    for (const name of ['Twice', 'owner', 'Admin'])
      expect((await newRole(owner, { name })).json()).toMatchObject({ status: 409, code: 'role_name_taken' })
    const other = await roleId()
    expect((await owner.patch(`/v1/roles/${other}`, { name: 'Twice' })).json()).toMatchObject({
      code: 'role_name_taken',
    })
    const { owner: neighbour } = await desk.neighbour('acct_same_name')
    expect((await newRole(neighbour, { name: 'Twice' })).statusCode).toBe(201)
    expect((await neighbour.get(`/v1/roles/${id}`)).statusCode).toBe(404)
    expect((await neighbour.patch(`/v1/roles/${id}`, { name: 'Mine' })).statusCode).toBe(404)
    expect((await neighbour.delete(`/v1/roles/${id}`)).statusCode).toBe(404)
  })

  test('stays while somebody holds it, also against a grant at the same moment', async () => {
    const id = await roleId()
    const member = await add(id)
    expect((await owner.delete(`/v1/roles/${id}`)).json()).toMatchObject({ status: 409, code: 'role_in_use' })
    await setRole(owner, member, 'read_only')
    expect((await owner.delete(`/v1/roles/${id}`)).statusCode).toBe(204)
    const raced = await roleId()
    const [deleted, granted] = await Promise.all([
      owner.delete(`/v1/roles/${raced}`),
      setRole(owner, member, raced),
    ])
    expect([deleted.statusCode, granted.statusCode]).toEqual(
      deleted.statusCode === 204 ? [204, 400] : [409, 200],
    )
  })

  test('that is built in neither changes nor goes', async () => {
    for (const id of roleNames) {
      expect((await owner.patch(`/v1/roles/${id}`, { name: 'Other' })).json()).toMatchObject({
        status: 409,
        code: 'role_built_in',
      })
      expect((await owner.delete(`/v1/roles/${id}`)).json()).toMatchObject({ code: 'role_built_in' })
    }
  })

  test('there are no more than a hundred', async () => {
    const { owner: neighbour, workspaceId } = await desk.neighbour('acct_hundred')
    await runInScope({ workspaceId }, () =>
      RoleModel.insertMany(
        Array.from({ length: 99 }, (_, index) => ({
          _id: `role_${index}`,
          name: `Filler ${index}`,
          permissions: [],
          limits: NO_LIMITS,
          createdAt: desk.clock.now(),
        })),
      ),
    )
    // two at once for the last place
    const last = await Promise.all([newRole(neighbour), newRole(neighbour)])
    expect(last.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(last.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
      code: 'too_many_roles',
    })
  })
})

describe('nobody gives what they do not hold', () => {
  const limit = fc.oneof(
    fc.constant<Limit>({ type: 'none' }),
    fc.constant<Limit>({ type: 'unlimited' }),
    fc.nat(3).map((amount) => upTo(amount)),
    fc.constant(upTo(1, 'eur')),
  )
  const content = fc.record({
    // few, so that one often fits into another
    permissions: fc.subarray<Permission>(['customers:read', 'refunds:write', 'security:write']),
    limits: fc.record({ refund: limit, transfer: limit, credit_note: limit }),
  })
  const rightsOf = ({
    permissions,
    limits,
  }: {
    permissions: Permission[]
    limits: Rights['limits']
  }): Rights => ({
    permissions: new Set(permissions),
    limits,
  })

  test('at creation, at change, at assignment: random roles', async () => {
    await fc.assert(
      fc.asyncProperty(content, content, content, async (mine, before, after) => {
        const { owner: boss, workspaceId } = await desk.neighbour(`acct_random_${(count += 1)}`)
        const role = async (one: typeof mine) => (await newRole(boss, one)).json<Role>().id
        const managing: Permission[] = ['roles:write', 'team:read', 'team:write', ...mine.permissions]
        const makerRole = await role({ ...mine, permissions: managing })
        const maker = desk.with(await desk.tokenOfMember(await add(makerRole, workspaceId), workspaceId))
        const fits = (one: typeof mine) =>
          excess(rightsOf(one), rightsOf({ ...mine, permissions: managing })).length === 0
        const expectAs = (answer: Answer, allowed: boolean, good: number) => {
          expect(answer.statusCode).toBe(allowed ? good : 403)
          if (!allowed) expect(answer.json()).toMatchObject({ code: 'role_exceeds_yours' })
        }
        expectAs(await newRole(maker, before), fits(before), 201)
        const id = await role(before)
        const member = await add(id, workspaceId)
        // neither touch who holds more, nor give more
        expectAs(await maker.patch(`/v1/members/${member}`, { name: 'New' }), fits(before), 200)
        expectAs(await maker.post(`/v1/members/${member}/deactivate`), fits(before), 200)
        expectAs(await maker.post(`/v1/members/${member}/reactivate`), fits(before), 200)
        expectAs(await maker.patch(`/v1/roles/${id}`, after), fits(before) && fits(after), 200)
        const target = await role(after)
        const lowest = await add(await role({ ...mine, permissions: [], limits: NO_LIMITS }), workspaceId)
        expectAs(await setRole(maker, lowest, target), fits(after), 200)
        const kept = (await boss.get(`/v1/members/${lowest}`)).json<Member>().role
        expect(kept === target).toBe(fits(after))
        expectAs(await maker.delete(`/v1/roles/${await role(after)}`), fits(after), 204)
      }),
      { numRuns: 20 },
    )
  })

  test('an admin makes no owner and touches none', async () => {
    const [id, boss] = [await add('read_only'), await add('owner')]
    expect((await setRole(admin, id, 'owner')).json()).toMatchObject({
      status: 403,
      code: 'role_exceeds_yours',
      detail: expect.stringContaining('accounts:disconnect, security:write') as string,
    })
    expect((await setRole(admin, boss, 'read_only')).json()).toMatchObject({ code: 'role_exceeds_yours' })
    expect((await admin.post(`/v1/members/${boss}/deactivate`)).json()).toMatchObject({
      code: 'role_exceeds_yours',
    })
    expect((await setRole(owner, id, 'owner')).statusCode).toBe(200)
  })

  test('what no route can ask for yet is named, so that nothing is forgotten', async () => {
    const document = (await desk.app.inject('/openapi.json')).payload
    const unasked = PERMISSIONS.filter((permission) => !document.includes(`the permission \`${permission}\``))
    // their routes come with the work on money, accounts, rates and the trail
    expect([
      'accounts:disconnect',
      'accounts:read',
      'accounts:write',
      'approvals:decide',
      'approvals:read',
      'audit:export',
      'credentials:write',
      'credit_notes:write',
      'fx_rates:write',
      'refunds:write',
      'security:write',
      'transfers:write',
    ]).toEqual(expect.arrayContaining(unasked))
  })
})

describe('members', () => {
  test('are found by their ids, those of the own workspace alone', async () => {
    // ids of one millisecond sort by chance
    const mine = [await add('sales'), await add('sales')].sort()
    const { owner: neighbour, workspaceId } = await desk.neighbour('acct_ids')
    const foreign = await add('sales', workspaceId)
    const idsFor = async (by: Caller, query: string) =>
      (await by.get(`/v1/members?${query}`)).json<{ data: Member[] }>().data.map(({ id }) => id)
    const all = [...mine, foreign].map((id) => `ids=${id}`).join('&')
    expect(await idsFor(owner, all)).toEqual([...mine].reverse())
    expect(await idsFor(owner, `ids=${mine[0]}`)).toEqual([mine[0]])
    expect(await idsFor(owner, `${all}&starting_after=${mine[1]}`)).toEqual([mine[0]])
    expect(await idsFor(neighbour, all)).toEqual([foreign])
    expect((await owner.get(`/v1/members?${'ids=a&'.repeat(101)}`)).statusCode).toBe(400)
  })

  test('are listed by pages and filters, and read one by one', async () => {
    const { owner: neighbour, workspaceId } = await desk.neighbour('acct_list')
    const ids = [await add('sales', workspaceId), await add('admin', workspaceId)]
    await neighbour.post(`/v1/members/${ids[1]}/deactivate`)
    const list = async (query: string) =>
      (await neighbour.get(`/v1/members?${query}`)).json<{ data: Member[]; has_more: boolean }>()
    expect((await list('')).data.map(({ role }) => role).sort()).toEqual(['admin', 'owner', 'sales'])
    expect((await list('active=false')).data.map(({ id }) => id)).toEqual([ids[1]])
    expect((await list('active=true&kind=member')).data.length).toBe(2)
    expect((await list('kind=stripe_user')).data).toEqual([])
    expect((await list('limit=2')).has_more).toBe(true)
    expect((await neighbour.get(`/v1/members/${ids[0]}`)).json()).toMatchObject({
      id: ids[0],
      role: 'sales',
      role_name: ROLES.sales.name,
      email: expect.stringContaining('@') as string,
    })
    for (const answer of [
      await owner.get(`/v1/members/${ids[0]}`),
      await setRole(owner, ids[0] ?? '', 'sales'),
      await owner.post(`/v1/members/${ids[0]}/deactivate`),
      await owner.post(`/v1/members/${ids[1]}/reactivate`),
    ])
      expect(answer.json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('a role that does not exist, or is another workspace’s, is refused and named', async () => {
    const id = await add('read_only')
    const { owner: neighbour } = await desk.neighbour('acct_roles')
    const theirs = (await newRole(neighbour)).json<Role>().id
    for (const role of ['king', 'constructor', theirs])
      expect((await setRole(owner, id, role)).json()).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/role' }],
      })
  })

  test('whose access ended are out at once, and their sessions stay ended', async () => {
    const password = 'a long enough password'
    const email = 'leaving@example.com'
    const { workspaceId } = desk
    const id = await runInScope({ workspaceId }, async () => {
      const member = await desk.services.team.addMember({ name: 'Leaving', email, role: 'sales' })
      await desk.services.identity.addPassword(workspaceId, member, email, password)
      return member
    })
    const send = (url: string, payload: object) =>
      desk.app.inject({ method: 'POST', url: `/v1/auth/${url}`, payload })
    const { access_token, refresh_token } = (await send('sessions', { email, password })).json<{
      access_token: string
      refresh_token: string
    }>()
    expect((await desk.with(access_token).get('/v1/me')).statusCode).toBe(200)
    expect((await admin.post(`/v1/members/${id}/deactivate`)).json()).toMatchObject({ active: false })
    expect((await desk.with(access_token).get('/v1/me')).statusCode).toBe(401)
    expect((await admin.post(`/v1/members/${id}/reactivate`)).json()).toMatchObject({ active: true })
    expect((await send('sessions/refresh', { refresh_token })).json()).toMatchObject({
      status: 401,
      code: 'session_ended',
    })
    expect((await send('sessions', { email, password })).statusCode).toBe(201)
  })
})

describe('the last active owner', () => {
  test('stays: neither lower role nor deactivation', async () => {
    const { owner: last, workspaceId } = await desk.neighbour('acct_last')
    const { id } = (await meOf(last)).member
    const idle = await add('owner', workspaceId)
    await last.post(`/v1/members/${idle}/deactivate`)
    for (const answer of [await last.post(`/v1/members/${id}/deactivate`), await setRole(last, id, 'admin')])
      expect(answer.json()).toMatchObject({ status: 409, code: 'last_owner' })
    expect((await last.patch(`/v1/members/${id}`, { name: 'Renamed' })).statusCode).toBe(200)
    await last.post(`/v1/members/${idle}/reactivate`)
    expect((await setRole(last, id, 'admin')).statusCode).toBe(200)
  })

  test('two who deactivate each other at once leave one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { owner: one, workspaceId } = await desk.neighbour(`acct_race_${round}`)
      const other = await add('owner', workspaceId)
      const second = desk.with(await desk.tokenOfMember(other, workspaceId))
      const { id } = (await meOf(one)).member
      const answers = await Promise.all([
        one.post(`/v1/members/${other}/deactivate`),
        second.post(`/v1/members/${id}/deactivate`),
      ])
      // who comes second is refused, or finds themselves out already
      expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBe(1)
      const left = await runInScope({ workspaceId }, () =>
        MemberModel.find({ role: 'owner', active: true }).lean(),
      )
      expect(left.length).toBe(1)
    }
  })
})

describe('fields', () => {
  const enter = async (stripe_roles: { id: string }[], user_id: string) =>
    desk.app.inject({
      method: 'POST',
      url: '/v1/auth/stripe-app',
      ...signAppRequest(
        {
          nonce: `nonce-${(count += 1)}-fields`,
          mode: 'test',
          stripe_roles,
          user_id,
          account_id: desk.account.accountId,
        },
        desk.clock.seconds(),
      ),
    })

  test('with personal data are for whoever holds the permission, wherever they show up', async () => {
    const permissions: Permission[] = ['promotions:read', 'settings:read']
    const without = await desk.as(await roleId({ permissions }))
    const having = await desk.as(await roleId({ permissions: [...permissions, 'team:read'] }))
    const maker = (await meOf(owner)).member.id
    await desk.inAccount(() =>
      PromotionModel.create([
        {
          _id: 'promo_fields',
          name: 'F',
          code: 'FIELDS',
          duration: 'once',
          percentBp: 100,
          status: 'active',
          createdAt: desk.clock.now(),
          createdBy: maker,
        },
      ]),
    )
    const urls = [
      '/v1/promotions/promo_fields?expand[]=created_by',
      '/v1/promotions?expand[]=data.created_by',
    ]
    for (const url of urls) {
      expect([url, (await having.get(url)).payload.includes('@example.com')]).toEqual([url, true])
      const answer = await without.get(url)
      expect([url, answer.statusCode, answer.payload.includes('@')]).toEqual([url, 200, false])
      expect(answer.payload).toContain('"email":null')
    }
    expect((await without.get('/v1/members')).statusCode).toBe(403)
    // one's own address is one's own
    const { member } = (await without.get('/v1/me')).json<{ member: { email: string } }>()
    expect(member.email).toMatch(/@example\.com$/)
  })

  test('of a member are those named, whoever came through the Dashboard included', async () => {
    await enter([{ id: 'view_only' }], 'usr_fields')
    const { data } = (await owner.get('/v1/members?kind=stripe_user')).json<{ data: Member[] }>()
    expect(data).toEqual([
      {
        id: expect.stringMatching(/^mem_/) as string,
        object: 'member',
        kind: 'stripe_user',
        name: 'usr_fields',
        email: null,
        stripe_user: 'usr_fields',
        mapped: false,
        tied_to: null,
        role: 'read_only',
        role_name: 'Read-only',
        active: true,
        last_seen: desk.clock.seconds(),
        second_factor: null,
        password_reset_requested: null,
        created: desk.clock.seconds(),
      },
    ])
  })

  test('say when somebody was last here: at a sign-in, at a renewal, and not when they were refused', async () => {
    const { id, signIn, post } = await newPerson(desk)
    const seen = async (member = id) =>
      (await owner.get(`/v1/members/${member}`)).json<Member>().last_seen ?? null
    expect(await seen()).toBeNull()
    const { refresh_token } = await signIn()
    expect(await seen()).toBe(desk.clock.seconds())
    desk.clock.advance(60)
    await post('sessions/refresh', { refresh_token })
    expect(await seen()).toBe(desk.clock.seconds())
    expect((await enter([], 'usr_refused')).statusCode).toBe(403)
    const { data } = (await owner.get('/v1/members?kind=stripe_user')).json<{ data: Member[] }>()
    expect(await seen(data.find(({ stripe_user }) => stripe_user === 'usr_refused')?.id)).toBeNull()
  })
})
