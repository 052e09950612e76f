/**
 * Random calls by three workspaces whose Stripe ids, codes, addresses and idempotency keys collide. Every text that a
 * workspace writes holds its mark; no answer to one ever holds the mark of another.
 */
import fc from 'fast-check'
import { scopeOf } from '../../src/accounts/service'
import { storeVersions } from '../../src/database/mirror'
import { MODES, runInScope } from '../../src/database/scope'
import { PromotionModel } from '../../src/promotions/model'
import { startDesk, type Caller, type Desk } from '../harness'
import { ask, guardedRoutes, type Route } from './routes'

const RUNS = Number(process.env['SOAK_RUNS'] ?? 30)
jest.setTimeout(60_000 + RUNS * 1_000)

/** They would end what the walk goes by: the callers' own sessions and rights, and the accounts. */
const LEFT_OUT = [
  'POST /v1/auth/sessions/{id}/revoke',
  'POST /v1/members/{id}/deactivate',
  'PATCH /v1/members/{id}',
  'POST /v1/accounts/{id}/disconnect',
  'PATCH /v1/security',
]
const CUSTOMER = 'cus_same'
const CODE = 'SAME'

interface Tenant {
  mark: string
  accountId: string
  callers: Caller[]
}

let desk: Desk
let routes: Route[]
const tenants: Tenant[] = []
/** Ids that anybody was told or made, of all tenants. */
const ids = new Set([CUSTOMER, 'id_of_nobody'])

beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  routes = (await guardedRoutes(desk)).filter(({ name }) => !LEFT_OUT.includes(name))
  for (const [index, mode] of MODES.entries()) {
    const mark = `mark${index}of${'xyz'[index] ?? ''}`
    // one Stripe account in three modes: each is another workspace's
    const { workspaceId, account, owner } = await desk.neighbour('acct_same', mode)
    const member = await runInScope({ workspaceId }, () =>
      desk.services.team.addMember({ name: mark, email: 'same@example.com', role: 'admin' }),
    )
    const admin = desk.with(await desk.tokenOfMember(member, workspaceId))
    await owner.patch('/v1/workspace', { name: mark })
    await runInScope(scopeOf(account), async () => {
      const object = {
        id: CUSTOMER,
        object: 'customer',
        created: 1,
        email: `${mark}@example.com`,
        name: mark,
      }
      await storeVersions('customers', [{ id: CUSTOMER, version: 1, deleted: false, object }], true)
      const terms = { name: mark, code: CODE, duration: 'once', percentBp: 100 } as const
      const made = { status: 'active', createdAt: desk.clock.now(), createdBy: member } as const
      await PromotionModel.create([{ _id: `promo_${mark.slice(0, 5)}`, ...terms, ...made }])
    })
    tenants.push({ mark, accountId: account.accountId, callers: [owner, admin] })
    ids.add(`promo_${mark.slice(0, 5)}`).add(member)
  }
})
afterAll(() => desk.close())

/** The example of a body, its texts marked as the tenant's own. */
function marked({ example, name }: Route, { mark }: Tenant): object {
  const body: Record<string, unknown> = { ...example }
  for (const field of ['name', 'reason']) if (field in body) body[field] = mark
  if (name === 'POST /v1/invitations') body['email'] = 'same@example.com'
  if ('code' in body) body['code'] = CODE
  return body
}

const call = fc.record({
  tenant: fc.nat(2),
  caller: fc.nat(1),
  route: fc.nat(),
  id: fc.nat(),
  key: fc.constantFrom(undefined, 'once', 'twice'),
  query: fc.constantFrom(
    '',
    '?account=acct_same',
    '?mode=test',
    '?limit=100',
    '?action=api_key',
    '?account=all',
  ),
})

test('no answer ever holds anything of another workspace', async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 6, maxLength: 14 }), async (calls) => {
      for (const { tenant: at, caller, route: number, id, key, query } of calls) {
        const tenant = tenants[at] as Tenant
        const route = routes[number % routes.length] as Route
        const known = [...ids]
        const answer = await ask(tenant.callers[caller] as Caller, route, {
          id: known[id % known.length] ?? '',
          body: marked(route, tenant),
          query,
          ...(key ? { key } : {}),
        })
        const foreign = tenants.filter((other) => other !== tenant && answer.payload.includes(other.mark))
        expect([route.name, query, foreign.map(({ mark }) => mark)]).toEqual([route.name, query, []])
        expect([route.name, answer.payload]).not.toEqual([route.name, expect.stringContaining('"internal"')])
        answered += answer.statusCode < 300 ? 1 : 0
        for (const [found] of answer.payload.matchAll(/\b[a-z]{2,6}_[0-9a-z]{20,}\b/g))
          if (ids.size < 400) ids.add(found)
      }
    }),
    // what came before is part of the case: it does not shrink
    { numRuns: RUNS, endOnFailure: true },
  )
  // a walk that is refused throughout would see nothing
  expect(answered).toBeGreaterThan(RUNS)
})

test('each sees its own under the ids that all have', async () => {
  for (const { mark, callers } of tenants) {
    const [owner] = callers as [Caller]
    expect((await owner.get(`/v1/customers/${CUSTOMER}`)).json()).toMatchObject({ name: mark })
    const { data } = (await owner.get('/v1/promotions')).json<{ data: { name: string; code: string }[] }>()
    expect(data.filter(({ code }) => code === CODE).map(({ name }) => name)).toContain(mark)
  }
})
