import mongoose from 'mongoose'
import { Type } from 'typebox'
import { startDesk, type Answer, type Caller, type Desk } from '../../test/harness'
import { AuditEntryModel } from '../audit/model'
import { currentAccount, currentScope, runInScope } from '../database/scope'
import { AppError } from '../errors'
import type { Permission } from '../team/permissions'
import type { Member, Role } from '../team/schema'
import { ApprovalModel } from './model'
import type { Approval } from './schema'

const HOUR = 3_600

/** What stands for Stripe: it remembers keys, as Stripe does. */
const paid = new Map<string, number>()
let calls = 0
let written = 0
/** What the next execution meets. */
let fault: (() => void) | null = null

let desk: Desk
let owner: Caller
let asker: Caller
let decider: Caller
let askRefund: (amount: number) => Promise<Approval>

const inWorkspace = <T>(work: () => PromiseLike<T>) => runInScope({ workspaceId: desk.workspaceId }, work)
let count = 0
const add = (role: string) =>
  inWorkspace(() =>
    desk.services.team.addMember({ name: 'Somebody', email: `one-${(count += 1)}@example.com`, role }),
  )
const people = new Map<Caller, string>()
const newCaller = async (role: string): Promise<Caller> => {
  const id = await add(role)
  const caller = desk.with(await desk.tokenOfMember(id))
  people.set(caller, id)
  return caller
}
/** Tokens end while time passes. */
async function signInAnew() {
  owner = await newCaller('owner')
  asker = await newCaller('admin')
  decider = await newCaller('admin')
}
const newRole = async (permissions: Permission[]) =>
  (await owner.post('/v1/roles', { name: `Role ${(count += 1)}`, permissions })).json<Role>().id

beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  await signInAnew()
  const request = desk.services.approvals.register({
    kind: 'test_refund',
    about: 'account',
    permission: 'refunds:write',
    parameters: Type.Object({ amount: Type.Integer() }, { additionalProperties: false }),
    describe: ({ amount }) => `Refund ${amount}`,
    async assertMayDecide({ limits }, { amount }) {
      const { refund } = limits
      if (refund.type !== 'unlimited' && !(refund.type === 'up_to' && amount <= refund.amount))
        throw new AppError('role_exceeds_yours', 'Beyond your role: the refund limit')
    },
    async execute({ amount }, { idempotencyKey }) {
      calls += 1
      expect(currentAccount()).toMatchObject({ accountId: desk.account.accountId, mode: 'test' })
      paid.set(idempotencyKey, paid.get(idempotencyKey) ?? amount)
      fault?.()
      return async () => {
        expect(currentScope().actor).toBeDefined()
        written += 1
      }
    },
  })
  askRefund = (amount) =>
    desk.inAccount(() =>
      request({
        parameters: { amount },
        requestedBy: people.get(asker) ?? '',
        money: { amount, currency: 'usd' },
      }),
    )
  await rule(true)
})
afterAll(() => desk.close())
beforeEach(() => {
  paid.clear()
  calls = 0
  written = 0
  fault = null
})

const rule = (role_grant: boolean) => owner.patch('/v1/workspace', { four_eyes: { role_grant } })
/** An admin asks for an admin's role for somebody. */
const ask = async () => {
  const member = await add('sales')
  const answer = await asker.patch(`/v1/members/${member}`, { role: 'admin' })
  expect(answer.statusCode).toBe(202)
  return { member, id: answer.json<Approval>().id, approval: answer.json<Approval>() }
}
const step = (by: Caller, id: string, what: 'approve' | 'reject' | 'cancel') =>
  by.post(`/v1/approvals/${id}/${what}`)
const roleOf = async (member: string) => (await owner.get(`/v1/members/${member}`)).json<Member>().role
const get = async (id: string) => (await owner.get(`/v1/approvals/${id}`)).json<Approval>()
const settle = () =>
  runInScope({ workspaceId: desk.workspaceId, actor: { kind: 'job', id: 'approvals-settle' } }, () =>
    desk.services.approvals.settle(),
  )
const steps = async (id: string) =>
  (await inWorkspace(() => AuditEntryModel.find({ 'target.id': id }).sort({ _id: 1 }).lean().exec()))
    .map(({ action }) => action)
    .sort()
const ended = { status: 409, code: 'approval_ended' }

describe('a role that gives rights', () => {
  test('waits for a second person, who holds it too; then it counts', async () => {
    const { member, id, approval } = await ask()
    expect(approval).toMatchObject({
      object: 'approval',
      kind: 'role_grant',
      status: 'pending',
      parameters: { member, role: 'admin' },
      parameters_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      requested_by: people.get(asker),
      decided_by: null,
      expires: approval.created + 72 * HOUR,
      account: null,
    })
    expect(await roleOf(member)).toBe('sales')
    const reader = await newCaller(await newRole(['approvals:read', 'settings:read']))
    expect((await step(reader, id, 'approve')).json()).toMatchObject({ code: 'permission_missing' })
    const lesser = await newCaller(await newRole(['approvals:decide', 'team:write']))
    for (const what of ['approve', 'reject'] as const) {
      expect((await step(asker, id, what)).json()).toMatchObject({ status: 403, code: 'approval_own' })
      expect((await step(lesser, id, what)).json()).toMatchObject({ status: 403, code: 'role_exceeds_yours' })
    }
    const blind = await newCaller(await newRole(['approvals:decide']))
    expect((await step(blind, id, 'approve')).json()).toMatchObject({ code: 'permission_missing' })
    expect((await step(decider, id, 'approve')).json()).toMatchObject({
      status: 'executed',
      decided_by: people.get(decider),
      decided: desk.clock.seconds(),
      ended: desk.clock.seconds(),
    })
    expect(await roleOf(member)).toBe('admin')
    expect(await steps(id)).toEqual(['approval.approved', 'approval.executed', 'approval.requested'])
    for (const what of ['approve', 'reject'] as const)
      expect((await step(decider, id, what)).json()).toMatchObject(ended)
  })

  test('is not given when rejected, taken back or too late', async () => {
    const [rejected, canceled, late] = [await ask(), await ask(), await ask()]
    expect((await step(decider, rejected.id, 'reject')).json()).toMatchObject({ status: 'rejected' })
    expect((await step(decider, canceled.id, 'cancel')).json()).toMatchObject({ code: 'permission_missing' })
    expect((await step(asker, canceled.id, 'cancel')).json()).toMatchObject({ status: 'canceled' })
    desk.clock.advance(72 * HOUR)
    await signInAnew()
    expect(await get(late.id)).toMatchObject({ status: 'expired', ended: null })
    expect((await step(decider, late.id, 'approve')).json()).toMatchObject({
      ...ended,
      detail: 'The approval is expired already',
    })
    expect(await get(late.id)).toMatchObject({ status: 'expired', ended: desk.clock.seconds() })
    for (const { id, member } of [rejected, canceled, late]) {
      expect((await step(decider, id, 'approve')).json()).toMatchObject(ended)
      expect(await roleOf(member)).toBe('sales')
    }
    expect(await steps(late.id)).toEqual(['approval.expired', 'approval.requested'])
  })

  test('is rejected for a reason that its asker reads; blank ones are refused', async () => {
    const { id } = await ask()
    const reject = (body: object) => decider.post(`/v1/approvals/${id}/reject`, body)
    for (const reason of ['', '  ', 'x'.repeat(501), 1])
      expect((await reject({ reason })).statusCode).toBe(400)
    expect(await get(id)).toMatchObject({ status: 'pending', rejection: null })
    expect((await reject({ reason: 'Not this year.' })).json()).toMatchObject({ status: 'rejected' })
    expect((await asker.get(`/v1/approvals/${id}`)).json()).toMatchObject({ rejection: 'Not this year.' })
  })

  test('a second before its end it is still decided', async () => {
    const { id, member } = await ask()
    desk.clock.advance(72 * HOUR - 1)
    await signInAnew()
    expect((await step(decider, id, 'approve')).json()).toMatchObject({ status: 'executed' })
    expect(await roleOf(member)).toBe('admin')
  })

  test('fails where it cannot be given any more, and says why', async () => {
    const role = await newRole(['team:write', 'team:read'])
    const member = await add('sales')
    const { id } = (await asker.patch(`/v1/members/${member}`, { role })).json<Approval>()
    const boss = await newCaller('owner')
    const { id: other } = (
      await owner.patch(`/v1/members/${people.get(boss)}`, { role: 'admin' })
    ).json<Approval>()
    expect((await step(decider, other, 'approve')).json()).toMatchObject({ code: 'role_exceeds_yours' })
    await owner.delete(`/v1/roles/${role}`)
    expect((await step(decider, id, 'approve')).json()).toMatchObject({ status: 400 })
    expect(await get(id)).toMatchObject({ status: 'pending' })
    expect((await step(decider, id, 'reject')).json()).toMatchObject({ status: 400 })
    expect((await step(asker, id, 'cancel')).json()).toMatchObject({ status: 'canceled' })
  })

  test('waits wherever it is given: by mapping, by tie; not to who holds it already', async () => {
    const knock = async () =>
      inWorkspace(() => desk.services.team.admitStripeUser(`usr_${(count += 1)}`, ['view_only']))
    const [first, second] = [await knock(), await knock()]
    const boss = await add('admin')
    const mapped = await asker.post(`/v1/members/${first}/map`, { role: 'admin' })
    const tied = await asker.post(`/v1/members/${second}/map`, { member_id: boss })
    expect([mapped.statusCode, tied.statusCode]).toEqual([202, 202])
    for (const answer of [mapped, tied])
      expect((await step(decider, answer.json<Approval>().id, 'approve')).json()).toMatchObject({
        status: 'executed',
      })
    expect((await owner.get(`/v1/members/${first}`)).json()).toMatchObject({ role: 'admin', mapped: true })
    expect((await owner.get(`/v1/members/${second}`)).json()).toMatchObject({ tied_to: boss, mapped: true })
    expect((await asker.patch(`/v1/members/${boss}`, { role: 'admin' })).statusCode).toBe(200)
    expect((await asker.patch(`/v1/members/${boss}`, { role: 'sales' })).statusCode).toBe(200)
  })

  test('is given by nobody alone on another way', async () => {
    const required = { status: 409, code: 'four_eyes_required' }
    const email = 'alone@example.com'
    expect((await asker.post('/v1/invitations', { email, role: 'admin' })).json()).toMatchObject(required)
    expect((await asker.post('/v1/invitations', { email, role: 'sales' })).statusCode).toBe(201)
    const role = await newRole(['team:read'])
    const change = (permissions: Permission[]) => asker.patch(`/v1/roles/${role}`, { permissions })
    for (const more of ['approvals:decide', 'roles:write', 'team:write'] as const)
      expect((await change(['team:read', more])).json()).toMatchObject(required)
    expect((await change(['settings:read'])).statusCode).toBe(200)
  })

  test('a name that comes along waits for nobody', async () => {
    const member = await add('sales')
    const answer = await asker.patch(`/v1/members/${member}`, { role: 'admin', name: 'Renamed' })
    expect(answer.statusCode).toBe(202)
    expect((await owner.get(`/v1/members/${member}`)).json()).toMatchObject({
      name: 'Renamed',
      role: 'sales',
    })
  })

  test('without the rule, and with a lesser role, is given at once', async () => {
    const member = await add('read_only')
    expect((await asker.patch(`/v1/members/${member}`, { role: 'sales' })).statusCode).toBe(200)
    await rule(false)
    expect((await asker.patch(`/v1/members/${member}`, { role: 'admin' })).statusCode).toBe(200)
    await rule(true)
  })
})

describe('of several at once', () => {
  test('exactly one decides: approve, reject and take back', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, member } = await ask()
      const answers: Answer[] = await Promise.all([
        step(decider, id, 'approve'),
        step(owner, id, 'reject'),
        step(asker, id, 'cancel'),
        step(owner, id, 'approve'),
      ])
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409])
      const { status } = await get(id)
      expect(await roleOf(member)).toBe(status === 'executed' ? 'admin' : 'sales')
      const word = status === 'executed' ? ['approval.approved', 'approval.executed'] : [`approval.${status}`]
      expect(await steps(id)).toEqual([...word, 'approval.requested'].sort())
    }
  })

  test('that come too late, it ends once', async () => {
    const { id } = await ask()
    desk.clock.advance(72 * HOUR)
    await signInAnew()
    const [answer] = await Promise.all([step(decider, id, 'approve'), settle(), settle()])
    expect(answer.json()).toMatchObject(ended)
    expect(await steps(id)).toEqual(['approval.expired', 'approval.requested'])
  })
})

describe('an approved action', () => {
  test('is done once in its account, with the approval’s id as its key', async () => {
    const { id } = await askRefund(700)
    expect(await get(id)).toMatchObject({
      description: 'Refund 700',
      amount: 700,
      currency: 'usd',
      account: desk.account.accountId,
      mode: 'test',
    })
    expect((await step(decider, id, 'approve')).json()).toMatchObject({ status: 'executed' })
    expect([[...paid], written]).toEqual([[[id, 700]], 1])
  })

  test('needs an approver whose own limit covers it', async () => {
    const { id: role } = (
      await owner.post('/v1/roles', {
        name: 'Up to five',
        permissions: ['approvals:decide', 'refunds:write'],
        limits: { refund: { type: 'up_to', amount: 500, currency: 'usd' } },
      })
    ).json<Role>()
    const limited = await newCaller(role)
    const [low, high] = [await askRefund(500), await askRefund(501)]
    expect((await step(limited, high.id, 'approve')).json()).toMatchObject({ code: 'role_exceeds_yours' })
    expect((await step(limited, low.id, 'approve')).json()).toMatchObject({ status: 'executed' })
    expect([...paid.keys()]).toEqual([low.id])
    await step(decider, high.id, 'reject')
  })

  test('that broke on the way is taken up again, also by two at once, and done once', async () => {
    const { id } = await askRefund(900)
    fault = () => {
      throw new Error('the connection was lost after Stripe had paid')
    }
    expect((await step(decider, id, 'approve')).json()).toMatchObject({ status: 'approved', ended: null })
    expect([paid.size, written]).toEqual([1, 0])
    fault = null
    // the request may still be at it
    expect(await settle()).toEqual({ expired: 0, executed: 0 })
    desk.clock.advance(61)
    await Promise.all([settle(), settle(), settle()])
    expect(await get(id)).toMatchObject({ status: 'executed', decided_by: people.get(decider) })
    expect([[...paid], (await steps(id)).filter((one) => one === 'approval.executed').length]).toEqual([
      [[id, 900]],
      1,
    ])
    expect(calls).toBeGreaterThanOrEqual(2)
    expect(await settle()).toEqual({ expired: 0, executed: 0 })
  })

  test('of a process that died after the decision is done', async () => {
    const { id, member } = await ask()
    await inWorkspace(() =>
      ApprovalModel.updateOne(
        { _id: id },
        { $set: { status: 'approved', decidedBy: people.get(decider), decidedAt: desk.clock.now() } },
      ),
    )
    desk.clock.advance(61)
    expect(await settle()).toEqual({ expired: 0, executed: 1 })
    expect(await roleOf(member)).toBe('admin')
  })

  test('that is refused for good fails, with the reason', async () => {
    const { id } = await askRefund(100)
    fault = () => {
      throw new AppError('stripe_refused', 'The charge is refunded already')
    }
    expect((await step(decider, id, 'approve')).json()).toMatchObject({
      status: 'failed',
      failure: 'The charge is refunded already',
    })
    expect(written).toBe(0)
    desk.clock.advance(61)
    expect(await settle()).toEqual({ expired: 0, executed: 0 })
    expect(await steps(id)).toEqual(['approval.approved', 'approval.failed', 'approval.requested'])
  })

  test('that breaks for a day is given up', async () => {
    const { id } = await askRefund(200)
    fault = () => {
      throw new Error('broken')
    }
    await step(decider, id, 'approve')
    desk.clock.advance(61)
    for (let hour = 0; hour < 30; hour += 1) await settle()
    expect(calls).toBe(24)
    expect(await get(id)).toMatchObject({ status: 'failed', failure: 'It could not be done for a day' })
  })

  test('whose parameters somebody changed in the database is not done', async () => {
    const { id } = await askRefund(100)
    const { workspaceId } = desk
    // our own code cannot, by mistake
    await inWorkspace(() =>
      ApprovalModel.updateOne({ _id: id }, { $set: { parameters: { amount: 100_000 } } }),
    )
    expect((await get(id)).parameters).toEqual({ amount: 100 })
    await mongoose.connection
      .collection<{ _id: string; workspaceId: string }>('approvals')
      .updateOne({ _id: id, workspaceId }, { $set: { parameters: { amount: 100_000 } } })
    expect((await step(decider, id, 'approve')).json()).toMatchObject({
      status: 'failed',
      failure: 'What was stored is not what was asked for',
    })
    expect([paid.size, calls]).toEqual([0, 0])
  })
})

describe('what waits', () => {
  test('is listed by status and pages, for whoever may see it', async () => {
    const { id } = await ask()
    const { data } = (await decider.get('/v1/approvals?status=pending&limit=100')).json<{
      data: Approval[]
    }>()
    expect(data.map((one) => one.id)).toContain(id)
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['pending']))
    for (const status of ['executed', 'failed', 'rejected', 'canceled', 'expired']) {
      const list = (await owner.get(`/v1/approvals?status=${status}`)).json<{ data: Approval[] }>().data
      expect([status, [...new Set(list.map((one) => one.status))]]).toEqual([status, [status]])
    }
    const first = (await owner.get('/v1/approvals?limit=1')).json<{ data: Approval[]; has_more: boolean }>()
    expect([first.data.length, first.has_more]).toEqual([1, true])
    expect((await (await newCaller('sales')).get('/v1/approvals')).statusCode).toBe(403)
    await step(asker, id, 'cancel')
  })

  test('in another workspace is as if it were not there', async () => {
    const { id } = await ask()
    const { owner: neighbour } = await desk.neighbour('acct_approvals')
    for (const answer of [
      await neighbour.get(`/v1/approvals/${id}`),
      await step(neighbour, id, 'approve'),
      await step(neighbour, id, 'reject'),
      await step(neighbour, id, 'cancel'),
    ])
      expect(answer.json()).toMatchObject({ status: 404 })
    expect((await neighbour.get('/v1/approvals')).json()).toMatchObject({ data: [] })
  })

  test('is no more than five hundred', async () => {
    const { approval } = await ask()
    const row = await inWorkspace(() => ApprovalModel.findById(approval.id).lean().exec())
    await inWorkspace(() =>
      ApprovalModel.insertMany(Array.from({ length: 500 }, (_, index) => ({ ...row, _id: `apr_${index}` }))),
    )
    const member = await add('sales')
    expect((await asker.patch(`/v1/members/${member}`, { role: 'admin' })).json()).toMatchObject({
      status: 409,
      code: 'too_many_approvals',
    })
    await inWorkspace(() => ApprovalModel.deleteMany({ status: 'pending' }))
  })
})

describe('the rules of the workspace', () => {
  test('are read by all, the name changed by admins, the rest by owners', async () => {
    const rules = { refund_above: { amount: 50_000, currency: 'usd' } }
    expect((await asker.patch('/v1/workspace', { four_eyes: rules })).json()).toMatchObject({
      status: 403,
      code: 'permission_missing',
    })
    expect((await asker.patch('/v1/workspace', { name: 'Renamed' })).json()).toMatchObject({
      name: 'Renamed',
    })
    expect((await owner.patch('/v1/workspace', { four_eyes: rules })).json()).toMatchObject({
      name: 'Renamed',
      four_eyes: {
        role_grant: true,
        ...rules,
        transfer_above: null,
        credit_note_above: null,
      },
    })
    const reader = await newCaller('read_only')
    expect((await reader.get('/v1/workspace')).json()).toMatchObject({ four_eyes: rules })
    expect((await reader.patch('/v1/workspace', { name: 'X' })).statusCode).toBe(403)
    for (const wrong of [
      { refund_above: { amount: -1, currency: 'usd' } },
      { refund: null },
      { role_grant: 1 },
    ])
      expect((await owner.patch('/v1/workspace', { four_eyes: wrong })).statusCode).toBe(400)
    expect((await owner.patch('/v1/workspace', { four_eyes: { refund_above: null } })).json()).toMatchObject({
      four_eyes: { role_grant: true, refund_above: null },
    })
  })
})
