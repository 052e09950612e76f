import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { buildPreview } from './server'

const HEADERS = { host: 'localhost:4243' }

function standIn(): Promise<Server> {
  const server = createServer((request, response) => {
    const known = request.headers.authorization === 'Bearer sk_test_1' && request.url === '/v1/account'
    response.writeHead(known ? 200 : 501, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(known ? { id: 'acct_1', country: 'US' } : { error: { message: 'unknown route' } }),
    )
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('the preview’s server', () => {
  let stripe: Server
  let preview: FastifyInstance
  beforeAll(async () => {
    stripe = await standIn()
    preview = await buildPreview({
      port: 0,
      backendUrl: 'http://localhost:4999',
      stripeApiBase: `http://127.0.0.1:${(stripe.address() as AddressInfo).port}`,
      stripeSecretKey: 'sk_test_1',
      appSecret: 'absec_test',
    })
  }, 60_000)
  afterAll(async () => {
    await preview.close()
    stripe.close()
  })

  const sign = (payload: object, headers: Record<string, string> = {}) =>
    preview.inject({ method: 'POST', url: '/host/signature', headers: { ...HEADERS, ...headers }, payload })
  const LUCA = { user: 'usr_preview_luca', role: 'view_only', account: 'acct_1' }

  it('serves the page at any place, so that reload keeps it', async () => {
    const answer = await preview.inject({ url: '/acct_1/customers/cus_1', headers: HEADERS })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Revenue Desk · Preview')
  })

  it('lets the frame reach the manifest’s addresses and the backend, and nothing else', async () => {
    const answer = await preview.inject({ url: '/preview/frame', headers: HEADERS })
    const policy = String(answer.headers['content-security-policy'])
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(
      'connect-src https://revenue-desk.example.com/v1/ http://localhost:4242/v1/ http://localhost:4999/v1/;',
    )
    expect(policy).not.toContain('allow-same-origin')
  })

  it('serves the bundle that the Stripe CLI would build', async () => {
    const { body } = await preview.inject({ url: '/preview/app.js', headers: HEADERS })
    expect(body).toMatch(/^("use strict";)?var __StripeExtExports=/)
    expect(body.length).toBeLessThan(500_000)
  })

  it('tells the page who and what it can be', async () => {
    const session = (await preview.inject({ url: '/host/session', headers: HEADERS })).json()
    expect(session.accounts).toEqual([{ id: 'acct_1', name: 'acct_1', country: 'US', currency: 'usd' }])
    expect(session.keyMode).toBe('test')
    expect(session.app.constants.backend_url).toBe('http://localhost:4999')
    expect(JSON.stringify(session)).not.toContain('sk_test_1')
  })

  it('signs for a user, and refuses a role that they do not hold with 400', async () => {
    const held = [{ id: 'view_only', name: 'View only', type: 'builtIn' }]
    const given = await sign({ ...LUCA, extra: { nonce: 'n', stripe_roles: held } })
    expect(given.json().signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/)
    const refused = await sign({ ...LUCA, extra: { stripe_roles: [{ id: 'admin', type: 'builtIn' }] } })
    expect(refused.statusCode).toBe(400)
    expect(refused.json().error).toMatch(/does not hold the role admin/)
    expect((await sign({ ...LUCA, user: 'usr_other' })).statusCode).toBe(400)
  })

  it('forwards to the stand-in with its key', async () => {
    const answer = await preview.inject({ url: '/host/stripe/v1/account', headers: HEADERS })
    expect(answer.json()).toEqual({ id: 'acct_1', country: 'US' })
  })

  it('answers nobody but its own page on this machine', async () => {
    expect((await preview.inject({ url: '/', headers: { host: 'evil.example:4243' } })).statusCode).toBe(403)
    expect((await sign(LUCA, { origin: 'null' })).statusCode).toBe(403)
    expect((await sign(LUCA, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await sign(LUCA, { origin: 'http://localhost:4243' })).statusCode).toBe(200)
  })
})
