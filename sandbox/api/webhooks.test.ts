import { createServer, type Server } from 'node:http'
import { isObject, parseJson, type Json, type JsonObject } from './json'
import { startSandbox, TEST_NOW, type TestSandbox } from './testing/start'

interface Received {
  body: string
  signature: string
}

/** A receiver of events that answers with the statuses it is told, then 200. */
async function startReceiver(): Promise<{
  url: string
  got: Received[]
  statuses: number[]
  server: Server
}> {
  const got: Received[] = []
  const statuses: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({
        body: Buffer.concat(chunks).toString(),
        signature: String(request.headers['stripe-signature']),
      })
      response.writeHead(statuses.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}/hook`, got, statuses, server }
}

async function until(holds: () => boolean, patienceMs = 8_000): Promise<void> {
  const began = Date.now()
  while (!holds()) {
    if (Date.now() - began > patienceMs) throw new Error('It did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

let sandbox: TestSandbox
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  // Deliveries carry the machine's time: the clock runs, the history ended some months before.
  sandbox = await startSandbox({ seed: 'hooks', now: TEST_NOW, clock: Date.now })
  receiver = await startReceiver()
})
afterAll(async () => {
  await sandbox.close()
  receiver.server.closeAllConnections()
  receiver.server.close()
})
beforeEach(() => {
  receiver.got.length = 0
})

/** The events that arrived, in the order in which they did. */
function events(): JsonObject[] {
  return receiver.got.map(({ body }) => {
    const event = parseJson(body)
    if (!isObject(event)) throw new Error('Not an event')
    return event
  })
}
const eventTypes = (): Json[] => events().map(({ type }) => type ?? null)

test('events after its creation reach an endpoint, signed with its secret and the time of the machine', async () => {
  const { stripe } = sandbox
  await stripe.products.create({ name: 'Before' })
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['product.created', 'customer.created'],
  })
  await stripe.products.create({ name: 'After' })
  await stripe.coupons.create({ percent_off: 3 })
  await stripe.customers.create({ email: 'new@example.com' })
  await until(() => receiver.got.length >= 2)
  expect(eventTypes()).toEqual(['product.created', 'customer.created'])
  for (const { body, signature } of receiver.got) {
    const event = stripe.webhooks.constructEvent(body, signature, endpoint.secret ?? '')
    expect(await stripe.events.retrieve(event.id)).toMatchObject({ id: event.id, type: event.type })
    expect(() => stripe.webhooks.constructEvent(`${body} `, signature, endpoint.secret ?? '')).toThrow()
    expect(event.request?.id).toMatch(/^req_/)
    expect(event.request?.idempotency_key).toMatch(/^stripe-node-retry-/)
  }
  expect(events()[0]).toMatchObject({ data: { object: { name: 'After' } } })
  await stripe.webhookEndpoints.del(endpoint.id)
})

test('a failed delivery is tried again, and an update carries what was before', async () => {
  const { stripe } = sandbox
  const product = await stripe.products.create({ name: 'One', metadata: { a: '1' } })
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['product.updated'],
  })
  receiver.statuses.push(500)
  await stripe.products.update(product.id, { name: 'Two', metadata: { a: '', b: '2' } })
  await until(() => receiver.got.length >= 1)
  const undelivered = await stripe.events.list({ delivery_success: false })
  expect(undelivered.data.map(({ type }) => type)).toEqual(['product.updated'])
  expect(undelivered.data[0]?.pending_webhooks).toBe(1)
  await until(() => receiver.got.length >= 2)
  const [first, second] = events()
  expect(second?.['id']).toBe(first?.['id'])
  expect(first).toMatchObject({
    data: { previous_attributes: { name: 'One', metadata: { a: '1', b: null } } },
  })
  await until(() => sandbox.engine.main.store.events.size > 0)
  expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(0)
  await stripe.webhookEndpoints.del(endpoint.id)
})

test('deliveries can be dropped and doubled on demand, and a disabled endpoint gets nothing', async () => {
  const { stripe } = sandbox
  const faults = (body: object) =>
    fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
  const endpoint = await stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: ['*'] })
  await faults({ drop_deliveries: 1, duplicate_deliveries: 1 })
  await stripe.products.create({ name: 'dropped' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  await stripe.products.create({ name: 'doubled' })
  await until(() => receiver.got.length >= 2)
  expect(events()).toMatchObject(Array(2).fill({ data: { object: { name: 'doubled' } } }))
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true })
  await stripe.products.create({ name: 'unheard' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(receiver.got).toHaveLength(2)
  await faults({})
})

test('time that passes makes renewals, and their events are delivered', async () => {
  const { stripe } = sandbox
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['invoice.paid', 'invoice.created'],
  })
  await sandbox.advance(3 * 86_400)
  await until(() => eventTypes().includes('invoice.paid'))
  expect(eventTypes()).toContain('invoice.created')
  await stripe.webhookEndpoints.del(endpoint.id)
})

test('an endpoint of the platform gets what happens in connected accounts, and nothing of its own', async () => {
  const { stripe } = sandbox
  const before = await stripe.accounts.create({ type: 'express' })
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['customer.created', 'account.updated'],
    connect: true,
  })
  await stripe.customers.create({ email: 'own@example.com' })
  await stripe.customers.create({ email: 'theirs@example.com' }, { stripeAccount: before.id })
  const after = await stripe.accounts.create({ type: 'express' })
  // What the test before has left under way may still arrive, and of several the first may be the second.
  const arrived = () =>
    events()
      .filter(({ type }) => type === 'customer.created' || type === 'account.updated')
      .map(({ type, account }) => `${String(type)} ${String(account)}`)
      .sort()
  await until(() => arrived().length >= 2)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(arrived()).toEqual([`account.updated ${after.id}`, `customer.created ${before.id}`])
  await stripe.webhookEndpoints.del(endpoint.id)
})

test('deliveries can be held back and shuffled on demand', async () => {
  const { stripe } = sandbox
  const faults = (body: object) =>
    fetch(`${sandbox.url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(body) })
  const endpoint = await stripe.webhookEndpoints.create({
    url: receiver.url,
    enabled_events: ['product.created'],
  })
  await faults({ delay_deliveries_ms: 200, shuffle_deliveries: true })
  const names = Array.from({ length: 30 }, (_one, index) => String(index))
  for (const name of names) await stripe.products.create({ name })
  expect(receiver.got.length).toBeLessThan(30)
  await until(() => receiver.got.length === 30)
  const order = events().map(
    (event) =>
      isObject(event['data']) && isObject(event['data']['object']) && event['data']['object']['name'],
  )
  expect(order).not.toEqual(names)
  expect([...order].sort((one, other) => Number(one) - Number(other))).toEqual(names)
  await faults({})
  await stripe.webhookEndpoints.del(endpoint.id)
})
