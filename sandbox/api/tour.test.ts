import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Observation } from './http/execute'
import { isObject, parseJson, type Json } from './json'
import { routeTable } from './routes/table'
import { TYPE_OF } from './testing/kinds'
import { withRouteList } from './testing/route-list'
import { takeTour } from './testing/tour/tour'
import { createTypeCheck } from './testing/type-check'

let seen: Observation[]
/** What each object of the tour answered when another account asked for it. */
const elsewhere: string[] = []

beforeAll(async () => {
  seen = await takeTour(async ({ sandbox, stripe }, visited) => {
    const other = await stripe.accounts.create({ type: 'express' })
    const headers = { authorization: `Bearer ${sandbox.secretKey}`, 'stripe-account': other.id }
    for (const { route, ids } of visited) {
      if (route.method !== 'GET' || ids.length === 0) continue
      const path = ids.reduce((text, id) => text.replace(/:\w+/, encodeURIComponent(id)), route.path)
      const { status } = await fetch(`${sandbox.url}${path}`, { headers })
      elsewhere.push(`${status} ${route.path}`)
    }
  })
}, 60_000)

test('every route is on the tour', () => {
  const routes = routeTable({ pending: () => 0, failed: () => false })
  const visited = new Set(seen.map(({ route }) => `${route.method} ${route.path}`))
  expect(routes.map(({ method, path }) => `${method} ${path}`).filter((one) => !visited.has(one))).toEqual([])
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length)
})

test('every answer has the shape that the pinned package says', () => {
  const types = createTypeCheck([...new Set(Object.values(TYPE_OF))])
  const problems = seen.flatMap(({ route, body }) => {
    const answer = parseJson(body)
    const kind = route.answers.replace(/^(list|search result) of /, '')
    const type = TYPE_OF[kind]
    if (type === undefined) return [`${route.method} ${route.path}: no type is named for ${kind}`]
    const objects = kind === route.answers ? [answer] : dataOf(answer)
    return objects.flatMap((one) => types.problems(type, withoutPrevious(one)))
  })
  expect([...new Set(problems.map((one) => one.replaceAll(/\[\d+\]/g, '[]')))]).toEqual([])
})

test('no object of one account is there for another', () => {
  expect(elsewhere.length).toBeGreaterThan(25)
  // Accounts are told apart from objects: who may not see one is told so.
  const given = elsewhere.filter((one) => !one.startsWith('404 ') && !one.startsWith('403 /v1/accounts/'))
  expect([...new Set(given)]).toEqual([])
})

test('the README lists the routes and parameters as they are', () => {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8')
  expect(withRouteList(readme, seen)).toBe(readme)
})

function dataOf(answer: Json): Json[] {
  if (!isObject(answer) || !Array.isArray(answer['data'])) throw new Error('not a list')
  return answer['data']
}

/** The package's types have whole objects where an event tells only the fields that changed. */
function withoutPrevious(one: Json): Json {
  if (!isObject(one) || one['object'] !== 'event' || !isObject(one['data'])) return one
  return { ...one, data: { object: one['data']['object'] ?? null } }
}
