import { startSandbox, type TestSandbox } from '../../testing/start'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 'control' })
})
afterAll(() => sandbox.close())

const page = async (path: string) => {
  const answer = await fetch(`${sandbox.url}${path}`)
  return { status: answer.status, text: await answer.text() }
}
/** Posts a form as a browser does, and answers where it leads. */
async function submit(path: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: sandbox.url },
    redirect: 'manual',
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}
const saidIn = (location: string) => new URL(location, sandbox.url).searchParams.get('said')

test('shows the clock, the scenarios and the accounts', async () => {
  const { text } = await page('/_sandbox/')
  expect(text).toContain('2026-05-14 09:30:00')
  expect(text).toContain('black friday')
  expect(text).toContain('Northwind Metrics')
})

test('lists objects, leads to each, and shows it as the API gives it', async () => {
  const { text } = await page('/_sandbox/objects/customers')
  const [id = ''] = /cus_\w+/.exec(text) ?? []
  const object = await page(`/_sandbox/object?id=${id}`)
  const customer = await sandbox.stripe.customers.retrieve(id)
  expect(customer.deleted).toBeFalsy()
  expect(object.text).toContain('&quot;invoice_prefix&quot;')
  const next = /href="([^"]*after=[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await page(next)
  expect(second.text).toContain('cus_')
  expect(second.text).not.toContain(id)
  expect((await page('/_sandbox/objects/nothing')).status).toBe(404)
  expect((await page('/_sandbox/object?id=cus_none')).status).toBe(404)
})

test('what customers call themselves is text and no page', async () => {
  const { id } = await sandbox.stripe.customers.create({ name: '<script>alert(1)</script>' })
  for (const path of ['/_sandbox/objects/customers', `/_sandbox/object?id=${id}`]) {
    const { text } = await page(path)
    expect(text).not.toContain('<script>')
    expect(text).toContain('&lt;script&gt;')
  }
})

test('cancels a subscription at the end of its period, and tells what is refused', async () => {
  const { data } = await sandbox.stripe.subscriptions.list({ status: 'active' })
  const id = data.find((one) => !one.cancel_at_period_end)?.id ?? ''
  const to = await submit('/_sandbox/do', { id, action: '1' })
  expect(saidIn(to)).toBe('Cancel at the end of the period: done.')
  expect((await page(to)).text).toContain('role="status"')
  expect((await sandbox.stripe.subscriptions.retrieve(id)).cancel_at_period_end).toBe(true)
  await submit('/_sandbox/do', { id, action: '0' })
  expect(saidIn(await submit('/_sandbox/do', { id, action: '0' }))).toContain('No such subscription')
})

test('moves time, begins scenarios, lets customers come, and sets faults', async () => {
  const before = sandbox.engine.main.now
  await submit('/_sandbox/home/advance', { seconds: '3600' })
  expect(sandbox.engine.main.now).toBe(before + 3_600)
  expect(saidIn(await submit('/_sandbox/home/scenario', { name: 'fraud_wave' }))).toBe('done.')
  expect(saidIn(await submit('/_sandbox/home/scenario', { name: 'flood' }))).toContain('There is no scenario')
  expect(saidIn(await submit('/_sandbox/home/trickle', { new_per_hour: '3' }))).toBe('done.')
  await submit('/_sandbox/home/faults', {
    fail_match: 'GET /v1/balance',
    fail_status: '500',
    fail_times: '1',
  })
  await expect(sandbox.stripe.balance.retrieve()).rejects.toMatchObject({ statusCode: 500 })
  await submit('/_sandbox/home/faults', {})
  await expect(sandbox.stripe.balance.retrieve()).resolves.toBeDefined()
})

test('adds another business, and works on it', async () => {
  await submit('/_sandbox/home/accounts', { name: 'Alpine', country: 'DE', size: 'small' })
  const [added] = [...sandbox.engine.main.connected.values()]
  const { text } = await page(`/_sandbox/objects/customers?account=${added?.id}`)
  const own = added ? [...added.store.customers.all()].at(-1)?.id : undefined
  expect(text).toContain(own)
})

test('another site cannot use it', async () => {
  const answer = await fetch(`${sandbox.url}/_sandbox/home/advance`, {
    method: 'POST',
    body: 'seconds=1',
    headers: { origin: 'https://elsewhere.example.com' },
  })
  expect(answer.status).toBe(403)
})

test('sends an event again', async () => {
  await sandbox.stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/none', enabled_events: ['*'] })
  const { data } = await sandbox.stripe.events.list({ limit: 1 })
  const to = await submit('/_sandbox/do', { id: data[0]?.id ?? '', action: '0' })
  expect(saidIn(to)).toBe('Send again: Sent to 1 endpoints.')
  expect((await fetch(`${sandbox.url}/_sandbox/events/evt_none/resend`, { method: 'POST' })).status).toBe(404)
})
