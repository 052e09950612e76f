/** Every field of every route × what an attacker puts there. */
import { startDesk, type Caller, type Desk } from '../harness'
import { shapesForField, textsForField, whole } from './payloads'
import { ask, documents, guardedRoutes, hasId, type Route } from './routes'

// thousands of requests
jest.setTimeout(whole ? 3_600_000 : 120_000)

let desk: Desk
let routes: Route[]
let caller: Caller
beforeAll(async () => {
  desk = await startDesk()
  routes = await guardedRoutes(desk)
  caller = await desk.as('owner')
  await desk.neighbour()
})
afterAll(() => desk.close())

/** What only the desk itself may say of a thing. */
const PRIVILEGED = [
  '_id',
  'id',
  'workspaceId',
  'workspace_id',
  'accountId',
  'account_id',
  'mode',
  'role',
  'permissions',
  'limits',
  'status',
  'createdAt',
  'created_by',
  'requested_by',
  'is_owner',
  '__v',
  '__proto__',
  'constructor',
]

const changing = () => routes.filter(({ method }) => method !== 'GET')
const withBody = () => routes.filter(({ example }) => example !== null)
/** As JSON text, because `__proto__` is a field like any other there alone. */
const send = (route: Route, body: object, field: string, value: unknown) =>
  ask(caller, route, {
    body: JSON.stringify(body).replace(
      /\}$/,
      `${Object.keys(body).length > 0 ? ',' : ''}${JSON.stringify(field)}:${JSON.stringify(value)}}`,
    ) as never,
    headers: { 'content-type': 'application/json' },
  })
const without = (body: object, field: string): object =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== field))

afterEach(() => {
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
})

test('another shape in place of any field of a body is refused, and names the field', async () => {
  const before = await documents()
  for (const route of withBody())
    for (const field of route.fields)
      for (const shape of shapesForField()) {
        const answer = await send(route, without(route.example ?? {}, field), field, shape)
        expect([route.name, field, shape, answer.statusCode]).toEqual([route.name, field, shape, 400])
      }
  expect(await documents()).toEqual(before)
})

test('a hostile text in any field of a body is a text, or refused', async () => {
  for (const route of withBody())
    for (const field of route.fields)
      for (const text of textsForField()) {
        const { statusCode } = await send(route, without(route.example ?? {}, field), field, text)
        expect([route.name, field, text.slice(0, 30), statusCode < 500]).toEqual([
          route.name,
          field,
          text.slice(0, 30),
          true,
        ])
      }
})

test('and in any field of a query', async () => {
  // every route has them from one place
  const shared = ['account', 'mode']
  for (const route of routes)
    for (const name of route.query) {
      if (shared.includes(name) && route.path !== '/v1/me') continue
      const operator = await ask(caller, route, { query: `?${name}[$gt]=1` })
      expect([route.name, name, operator.statusCode]).toEqual([route.name, name, 400])
      if (route.method !== 'GET') continue
      for (const text of textsForField().map((one) => one.slice(0, 5_000))) {
        const { statusCode } = await ask(caller, route, { query: `?${name}=${encodeURIComponent(text)}` })
        expect([route.name, name, text.slice(0, 30), statusCode < 500]).toEqual([
          route.name,
          name,
          text.slice(0, 30),
          true,
        ])
      }
    }
})

test('in a path it finds nothing', async () => {
  const before = await documents()
  for (const route of routes.filter(hasId))
    for (const text of [...textsForField().map((one) => one.slice(0, 200)), '{"$ne":null}', '%00', '~!*()']) {
      const { statusCode } = await ask(caller, route, { id: text })
      expect([route.name, text, [400, 404].includes(statusCode)]).toEqual([route.name, text, true])
    }
  expect(await documents()).toEqual(before)
})

test('a field that nobody knows is refused and named', async () => {
  for (const route of routes) {
    const needed = Object.entries({ mode: 'test', by: 'product', figure: 'mrr' })
    const given = needed
      .filter(([name]) => route.query.includes(name))
      .map(([name, value]) => `${name}=${value}&`)
    const query = `?${given.join('')}surprise=1`
    const answers = [await ask(caller, route, { query })]
    if (route.example) answers.push(await send(route, route.example, 'surprise', 1))
    for (const answer of answers)
      expect([route.name, answer.json<{ errors?: object[] }>().errors]).toEqual([
        route.name,
        [
          {
            pointer: expect.stringMatching(/^\/(querystring|body)\/surprise$/),
            message: 'is not a known field',
          },
        ],
      ])
  }
})

test('what only the desk may say is refused wherever it is written, and nothing changes', async () => {
  const before = await documents()
  for (const route of changing()) {
    if (route.example === null) continue
    for (const field of PRIVILEGED) {
      if (route.fields.includes(field)) continue
      const answer = await send(route, route.example, field, 'forged')
      expect([route.name, field, answer.statusCode]).toEqual([route.name, field, 400])
      for (const [outer, inner] of Object.entries(route.example)) {
        if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue
        if (field in inner) continue
        const nested = { ...inner, [field]: 'forged' }
        const refused = await send(route, without(route.example, outer), outer, nested)
        expect([route.name, outer, field, refused.statusCode]).toEqual([route.name, outer, field, 400])
      }
    }
  }
  expect(await documents()).toEqual(before)
})
