/** Every route × the ids of what somebody else owns: in another workspace, and in another account of one's own. */
import { ApprovalModel } from '../../src/approvals/model'
import { scopeOf } from '../../src/accounts/service'
import type { AccountDocument } from '../../src/accounts/model'
import { CredentialModel } from '../../src/credentials/model'
import { storeVersions } from '../../src/database/mirror'
import { runInScope } from '../../src/database/scope'
import { PromotionModel } from '../../src/promotions/model'
import { startDesk, type Caller, type Desk } from '../harness'
import { ask, documents, guardedRoutes, hasId, type Route } from './routes'

interface Owner {
  workspaceId: string
  account: AccountDocument
  owner: Caller
}

// thousands of requests
jest.setTimeout(120_000)

let desk: Desk
let routes: Route[]
let caller: Caller
let neighbour: Owner
let second: Owner
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  routes = (await guardedRoutes(desk)).filter(hasId)
  caller = await desk.as('owner')
  neighbour = await desk.neighbour()
  const account = await desk.connect('acct_second')
  second = { workspaceId: desk.workspaceId, account, owner: desk.with(caller.token) }
})
afterAll(() => desk.close())

const made = async (owner: Owner, url: string, body: object) =>
  (await owner.owner.post(`/v1/${url}?account=${owner.account.accountId}`, body)).json<{ id: string }>().id
const first = async ({ owner }: Owner, url: string) =>
  (await owner.get(`/v1/${url}`)).json<{ data: { id: string }[] }>().data[0]?.id ?? ''
const inAccount = <T>({ account }: Owner, work: () => Promise<T>) => runInScope(scopeOf(account), work)

/** What an account owns: hidden from other accounts of the same workspace, too. */
const OF_ACCOUNTS: Record<string, (owner: Owner) => Promise<string>> = {
  costs: (owner) => made(owner, 'costs', { kind: 'per_transaction', amount: 1, from: '2026-01-01' }),
  credentials: (owner) =>
    inAccount(owner, async () => {
      const _id = `cred_of_${owner.account.accountId}`
      const sealed = { secretKey: 'sealed', keyHint: 'rk_…', keyHash: _id, webhookSecrets: 'sealed' }
      const at = desk.clock.now()
      const [made] = await CredentialModel.create([
        {
          _id,
          name: 'T',
          source: 'entered',
          active: true,
          ...sealed,
          permissions: [],
          createdAt: at,
          createdBy: 'm',
          probedAt: at,
        },
      ])
      return made?._id ?? ''
    }),
  customers: (owner) =>
    inAccount(owner, async () => {
      const id = `cus_of_${owner.account.accountId}`
      const object = { id, object: 'customer', created: 1, email: null, name: null }
      await storeVersions('customers', [{ id, version: 1, deleted: false, object }], true)
      return id
    }),
  operations: (owner) =>
    inAccount(owner, async () => (await desk.services.operations.begin('sync')).operation.id),
  promotions: (owner) =>
    inAccount(owner, async () => {
      const _id = `promo_of_${owner.account.accountId}`
      const terms = { name: 'T', code: 'T', duration: 'once', percentBp: 100 } as const
      await PromotionModel.create([
        { _id, ...terms, status: 'active', createdAt: desk.clock.now(), createdBy: 'mem_theirs' },
      ])
      return _id
    }),
  subscriptions: (owner) =>
    inAccount(owner, async () => {
      const id = `sub_of_${owner.account.accountId}`
      const object = {
        id,
        customer: 'cus_theirs',
        currency: 'usd',
        created: 1,
        items: { data: [] },
        ended_at: 1,
      }
      await storeVersions('subscriptions', [{ id, version: 1, deleted: false, object }], true)
      return id
    }),
}

/** What a workspace owns. */
const OF_WORKSPACES: Record<string, (owner: Owner) => Promise<string>> = {
  accounts: ({ account }) => Promise.resolve(account.accountId),
  api_keys: (owner) => made(owner, 'api_keys', { name: 'T', mode: 'test', scopes: ['settings:read'] }),
  approvals: ({ workspaceId, account }) =>
    runInScope({ workspaceId }, async () => {
      const _id = `apr_of_${account.accountId}`
      const at = desk.clock.now()
      const asked = { kind: 'role_grant', parameters: { member: 'mem_x', role: 'admin' }, description: 'T' }
      const until = { createdAt: at, expiresAt: new Date(at.getTime() + 3_600_000) }
      await ApprovalModel.create([
        {
          _id,
          ...asked,
          parametersHash: 'T',
          requestedBy: 'mem_x',
          status: 'pending',
          ...until,
          attempts: 0,
        },
      ])
      return _id
    }),
  'auth/sessions': (owner) => first(owner, 'auth/sessions'),
  invitations: async (owner) => {
    await made(owner, 'invitations', { email: 'their@example.com', role: 'sales' })
    return first(owner, 'invitations')
  },
  members: (owner) => first(owner, 'members'),
  roles: (owner) => made(owner, 'roles', { name: 'T', permissions: [] }),
}

const kindOf = ({ path }: Route): string => /^\/v1\/(.+?)\/\{id\}/.exec(path)?.[1] ?? ''

const answer = async (route: Route, id: string) => {
  const { statusCode, payload } = await ask(caller, route, { id })
  return [route.name, statusCode, payload.replaceAll(id, 'ID').replace(/req_\w+/, 'REQ')]
}

test('every kind of thing that a route names is walked', () => {
  const walked = Object.keys({ ...OF_ACCOUNTS, ...OF_WORKSPACES }).sort()
  expect([...new Set(routes.map(kindOf))].sort()).toEqual(walked)
})

test.each([
  ['another workspace', () => neighbour, { ...OF_ACCOUNTS, ...OF_WORKSPACES }],
  ['another account of the workspace', () => second, OF_ACCOUNTS],
])(
  'what %s owns looks missing on every route, stays as it is, and is there for its owner',
  async (...walk) => {
    const [, owner, kinds] = walk
    const ids = new Map<string, string>()
    for (const [kind, make] of Object.entries(kinds)) ids.set(kind, await make(owner()))
    const before = await documents()
    for (const route of routes) {
      const id = ids.get(kindOf(route))
      if (id === undefined) continue
      const seen = await answer(route, id)
      expect(seen).toEqual(await answer(route, 'id_of_nobody'))
      expect(seen).toEqual([route.name, 404, expect.stringContaining('"not_found"')])
    }
    expect(await documents()).toEqual(before)
    const query = `?account=${owner().account.accountId}`
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const id = ids.get(kindOf(route))
      if (id === undefined) continue
      const { statusCode } = await ask(owner().owner, route, { id, query })
      // what asks Stripe is answered that there is none
      expect([route.name, statusCode]).not.toEqual([route.name, 404])
    }
  },
)
