/** What the desk writes down of real requests, failures and events: nothing of whom they are about. */
import { startDesk, until, type Desk } from '../test/harness'
import { PASSWORD, newPerson } from '../test/person'
import { signWebhook } from '../test/signing'
import { createLogger } from './log'

const PERSON = { name: 'Quirin Canary', email: 'quirin@canary.example', phone: '+49 151 0000 4711' }
const lines: string[] = []
const logger = createLogger('debug', { write: (line) => void lines.push(line) })

let desk: Desk
const secrets: string[] = [PASSWORD, ...Object.values(PERSON), '4242424242424242']
beforeAll(async () => {
  desk = await startDesk({ log: logger, loggerInstance: logger, env: { LOG_STRIPE: 'debug' } })
})
afterAll(() => desk.close())

async function deliver(type: string, object: object): Promise<void> {
  const event = {
    id: `evt_log_${type}`,
    object: 'event',
    type,
    created: desk.clock.seconds(),
    api_version: '2026-10-28.endive',
    livemode: false,
    data: { object },
  }
  const { statusCode } = await desk.app.inject({
    method: 'POST',
    url: '/webhooks/stripe',
    ...signWebhook(event, desk.clock.seconds()),
  })
  expect(statusCode).toBe(200)
}

test('requests, refusals, failures of ours and of Stripe, and events leave lines without secrets and people', async () => {
  const person = await newPerson(desk)
  secrets.push(person.email)
  const me = await person.enter()
  secrets.push(me.token)
  await person.trySignIn({ password: 'another-secret-password' })
  secrets.push('another-secret-password')
  const { key } = (
    await me.post('/v1/api_keys', { name: 'Log', mode: 'test', scopes: ['customers:read'] })
  ).json<{ key: string }>()
  secrets.push(key)
  await desk.with(key).get('/v1/customers')
  await me.post('/v1/invitations', { email: PERSON.email, role: 'sales' })
  await me.post('/v1/credentials', { name: 'X', secret_key: 'sk_test_00000000nobody', active: false })
  secrets.push('sk_test_00000000nobody')
  await me.post('/v1/promotions', { name: PERSON.name, code: 'X', percent_bp: 'many', email: PERSON.email })
  await me.get(`/v1/customers/${encodeURIComponent(PERSON.email)}`)
  await deliver('customer.created', { id: 'cus_log', object: 'customer', created: 1, ...PERSON })
  await deliver('customer.updated', { id: 'cus_strange', object: 'customer', created: 'never', ...PERSON })
  desk.services.worker.start()
  await until(async () => (await me.get('/v1/customers/cus_log')).statusCode === 200)
  await desk.sync({ full: true })

  const { overview } = desk.services.analytics
  desk.services.analytics.overview = () =>
    Promise.reject(
      new Error(`E11000 dup key: { email: "${PERSON.email}" } card 4242424242424242 ${key} ${me.token}`),
    )
  expect((await me.get('/v1/analytics/overview')).statusCode).toBe(500)
  desk.services.analytics.overview = overview

  const written = lines.map((line) => JSON.parse(line) as { msg: string; status?: number })
  expect(written.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(8)
  expect(written.map(({ msg }) => msg)).toEqual(expect.arrayContaining(['request failed', 'stripe']))
  for (const secret of secrets) {
    const telling = lines.filter((line) => line.includes(secret))
    expect([secret, telling]).toEqual([secret, []])
  }
})
