/** Every route × every role. */
import { ROLES, roleNames, type Role } from '../../src/team/roles'
import { startDesk, type Desk } from '../harness'
import { allRoutes, ask, guardedRoutes, isGuarded, type Route } from './routes'

// thousands of requests
jest.setTimeout(120_000)

let desk: Desk
let routes: Route[]
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  routes = await guardedRoutes(desk)
})
afterAll(() => desk.close())

const mayAsk = (role: Role, { permission }: Route): boolean =>
  permission === null || ROLES[role].permissions.includes(permission)

test('the table of roles and routes is as reviewed', () => {
  const wide = Math.max(...routes.map(({ name }) => name.length))
  const line = (first: string, cells: string[]) => [first.padEnd(wide), ...cells].join(' | ')
  const rows = routes
    .map((route) =>
      line(
        route.name,
        roleNames.map((role) => (mayAsk(role, route) ? '✓' : '–').padEnd(role.length)),
      ),
    )
    .sort()
  expect(`\n${[line('', roleNames), ...rows].join('\n')}\n`).toMatchSnapshot()
})

test('those that ask nobody who is there are as reviewed', async () => {
  const open = (await allRoutes(desk)).filter((route) => !isGuarded(route))
  expect(open.map(({ name }) => name).sort()).toMatchSnapshot()
})

test.each(roleNames)('%s may do what the table says, and nothing else', async (role) => {
  const caller = await desk.as(role)
  for (const route of routes) {
    // whoever may ask is told that the query is not right, and nothing is done
    const answer = await ask(caller, route, { query: '?surprise=1' })
    expect([route.name, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      route.name,
      ...(mayAsk(role, route) ? [400, 'invalid_request'] : [403, 'permission_missing']),
    ])
  }
})

test('without a token, or with one that is not ours, every one of them answers 401', async () => {
  for (const token of ['', 'nobody', `rd_test_${'0'.repeat(27)}_${'0'.repeat(72)}`])
    for (const route of routes) {
      const { statusCode, headers } = await ask(desk.with(token), route)
      expect([route.name, statusCode]).toEqual([route.name, 401])
      expect(headers['content-type']).toMatch('application/problem+json')
    }
})
