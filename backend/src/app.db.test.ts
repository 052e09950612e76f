/** What holds of the application as a whole; the walks over all routes are in test/walks. */
import type { RouteOptions } from 'fastify'
import Fastify from 'fastify'
import { startDesk, type Desk } from '../test/harness'
import { AuditEntryModel } from './audit/model'
import { CATALOGUE } from './errors'
import { SharedCounts } from './plugins/rate-limit-store'
import { principalPlugin } from './plugins/principal'
import { runInScope } from './database/scope'

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  description?: string
  security?: unknown[]
  requestBody?: { content: Record<string, { example?: object }> }
  responses: Record<
    string,
    {
      description: string
      content?: Record<
        string,
        { schema?: { $ref?: string; examples?: unknown[] }; example?: unknown; examples?: object }
      >
    }
  >
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { examples?: unknown[] }> }
}

let desk: Desk
let document: Document
beforeAll(async () => {
  desk = await startDesk({ standIn: null })
  document = (await desk.app.inject('/openapi.json')).json()
})
afterAll(() => desk.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase() as 'GET' | 'POST' | 'PATCH',
      operation,
    })),
  )

const bodyOf = ({ requestBody }: Operation): object | undefined =>
  requestBody?.content['application/json']?.example

test('a route that declares neither a permission nor why it needs none stops the start', async () => {
  const app = Fastify()
  await app.register(principalPlugin, {
    jwtKeys: desk.config.jwtKeys,
    clock: desk.clock,
    resolve: desk.services.identity.principal,
    identifyKey: desk.services.apiKeys.identify,
    counts: new SharedCounts(desk.clock.now),
    checkSigned: desk.services.identity.checkSigned,
  })
  const declare = (config: RouteOptions['config']) => () =>
    app.get('/v1/forgotten', { ...(config ? { config } : {}) }, () => 'secret')
  expect(declare(undefined)).toThrow(/declares neither a permission nor why it needs none/)
  expect(declare({ requires: 'team:read' })).not.toThrow()
  await app.close()
})

test('a change of settings leaves exactly one audit entry for the change', async () => {
  const owner = await desk.as('owner')
  const entries = () =>
    runInScope({ workspaceId: desk.workspaceId }, () =>
      AuditEntryModel.find({ action: 'settings.changed' }).lean(),
    )
  await owner.patch('/v1/settings', { time_zone: 'Asia/Tokyo' })
  await owner.patch('/v1/settings', { time_zone: 'Asia/Tokyo' })
  const [entry, ...others] = await entries()
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    before: { time_zone: 'UTC' },
    after: { time_zone: 'Asia/Tokyo' },
    actor: { kind: 'member' },
  })
  expect((await owner.patch('/v1/settings', { time_zone: 'Mars/Base' })).json()).toMatchObject({
    status: 400,
    errors: [{ pointer: '/body/time_zone' }],
  })
  await desk.services.sync.drain()
})

describe('an idempotency key', () => {
  test('gives the first answer again and one effect; another body is refused', async () => {
    const owner = await desk.as('owner')
    const first = await owner.post('/v1/jobs/churn-daily/runs', {}, { key: 'once' })
    const second = await owner.post('/v1/jobs/churn-daily/runs', {}, { key: 'once' })
    expect(second.payload).toBe(first.payload)
    expect(second.headers['idempotent-replayed']).toBe('true')
    const other = await owner.post('/v1/jobs/revenue-snapshot/runs', {}, { key: 'once' })
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency_key_reused' })
  })

  test('of eight at once has one effect', async () => {
    const owner = await desk.as('owner')
    desk.clock.advance(60)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.post('/v1/jobs/revenue-snapshot/runs', {}, { key: 'eight' })),
    )
    const ids = new Set(
      answers
        .filter(({ statusCode }) => statusCode === 202)
        .map((answer) => answer.json<{ id: string }>().id),
    )
    expect(ids.size).toBe(1)
    for (const { statusCode } of answers) expect([202, 409]).toContain(statusCode)
  })
})

test('an unchanged answer costs a 304, a changed one does not', async () => {
  const owner = await desk.as('owner')
  const { etag } = (await owner.get('/v1/settings')).headers
  expect(etag).toBeDefined()
  const again = () => owner.get('/v1/settings', { headers: { 'if-none-match': String(etag) } })
  expect((await again()).statusCode).toBe(304)
  await owner.patch('/v1/settings', { reporting_currency: 'chf' })
  expect((await again()).statusCode).toBe(200)
  await desk.services.sync.drain()
})

test('a failure of ours tells its request id and nothing else', async () => {
  const owner = await desk.as('owner')
  const { overview } = desk.services.analytics
  desk.services.analytics.overview = () => Promise.reject(new Error('mongodb://user:secret@host is down'))
  const answer = await owner.get('/v1/analytics/overview')
  desk.services.analytics.overview = overview
  expect(answer.headers['content-type']).toMatch('application/problem+json')
  expect(answer.json()).toMatchObject({
    status: 500,
    code: 'internal',
    request_id: answer.headers['x-request-id'],
  })
  expect(answer.payload).not.toMatch(/mongodb|secret|stack/)
})

test('the views’ frame may call the API, and of sign-in only what is offered to it', async () => {
  const preflight = (url: string, method = 'GET') =>
    desk.app.inject({
      method: 'OPTIONS',
      url,
      headers: { origin: 'null', 'access-control-request-method': method },
    })
  expect((await preflight('/v1/me')).headers['access-control-allow-origin']).toBe('null')
  expect((await preflight('/v1/me')).headers['access-control-allow-headers']).toMatch(
    /desk-nonce.*stripe-signature/,
  )
  const FOR_VIEWS = [
    'POST /v1/auth/stripe-app',
    'GET /v1/auth/sessions',
    'POST /v1/auth/sessions/ses_1/revoke',
    'POST /v1/auth/sessions/revoke_others',
    'GET /v1/auth/second_factor',
    'POST /v1/auth/second_factor',
    'POST /v1/auth/second_factor/confirm',
  ]
  const REFUSED = [
    'GET /v1/auth/stripe-app',
    'POST /v1/auth/sessions',
    'POST /v1/auth/sessions/refresh',
    'POST /v1/auth/sessions/end',
    'POST /v1/auth/sessions/ses_1/x/revoke',
    'POST /v1/auth/password',
    'POST /v1/auth/password_resets',
    'POST /v1/auth/step_up',
    'POST /v1/auth/second_factor/recovery_codes',
    'POST /v1/auth/second_factor/remove',
    'GET /reset',
    'POST /webhooks/stripe',
  ]
  for (const route of [...FOR_VIEWS, ...REFUSED]) {
    const [method = '', url = ''] = route.split(' ')
    const { headers } = await preflight(url, method)
    expect([route, headers['access-control-allow-origin']]).toEqual([
      route,
      FOR_VIEWS.includes(route) ? 'null' : undefined,
    ])
  }
  // a browser keeps the whole list for the address: it must not let the frame sign in
  const listed = (await preflight('/v1/auth/sessions')).headers['access-control-allow-methods']
  expect(listed).toBe('GET')
  // a refusal too, or a view could not read that its token has ended
  const refused = await desk.app.inject({ url: '/v1/me', headers: { origin: 'null' } })
  expect(refused.statusCode).toBe(401)
  expect(refused.headers).toMatchObject({
    'access-control-allow-origin': 'null',
    'ratelimit-limit': expect.any(String) as string,
  })
  const answer = await desk.app.inject({ url: '/v1/me', headers: { origin: 'https://evil.example' } })
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})

test('limits: rate headers, length of an address, size, type and depth of a body', async () => {
  const owner = await desk.as('owner')
  expect((await owner.get('/v1/me')).headers).toHaveProperty('ratelimit-limit')
  const large = await owner.post('/v1/promotions', { name: 'x'.repeat(300 * 1024) })
  expect(large.json()).toMatchObject({ status: 413, code: 'body_too_large' })
  const typed = await desk.app.inject({
    method: 'POST',
    url: '/v1/promotions',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/xml' },
    payload: '<a/>',
  })
  expect(typed.json()).toMatchObject({ status: 415, code: 'media_type_unsupported' })
  const address = (length: number) => `/v1/me?account=${'x'.repeat(length - '/v1/me?account='.length)}`
  expect((await owner.get(address(8_192))).json()).toMatchObject({ code: 'account_unknown' })
  expect((await owner.get(address(8_193))).json()).toMatchObject({ status: 414, code: 'url_too_long' })
  const nested = await desk.app.inject({
    method: 'POST',
    url: '/v1/promotions',
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
    payload: `{"name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  })
  expect(nested.json()).toMatchObject({ status: 400, code: 'invalid_request' })
})

describe('the API document', () => {
  test('describes every operation, with examples of requests, answers and problems', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, method, operation } of operations()) {
      const name = `${method} ${path}`
      expect([name, Boolean(operation.operationId && operation.summary && operation.tags?.length)]).toEqual([
        name,
        true,
      ])
      if (operation.requestBody) expect([name, bodyOf(operation) !== undefined]).toEqual([name, true])
      for (const [status, response] of Object.entries(operation.responses))
        for (const { schema, example, examples } of Object.values(response.content ?? {})) {
          const shared = schema?.$ref
            ? document.components.schemas[schema.$ref.split('/').pop() ?? '']
            : schema
          expect([name, status, Boolean(examples ?? example ?? shared?.examples?.[0])]).toEqual([
            name,
            status,
            true,
          ])
        }
    }
  })

  test('its examples are answers that the schemas allow', () => {
    for (const [id, schema] of Object.entries(document.components.schemas)) {
      const validate = desk.app.validatorCompiler?.({
        schema: { $ref: `${id}#` },
        method: 'GET',
        url: '/',
        httpPart: 'body',
      })
      const example: unknown = schema.examples?.[0]
      expect([id, validate?.(structuredClone(example))]).toEqual([id, true])
    }
  })

  test('every problem has a place where it is explained', async () => {
    const page = (await desk.app.inject('/docs/problems')).payload
    for (const code of Object.keys(CATALOGUE)) expect(page).toContain(`id="${code}"`)
  })
})
