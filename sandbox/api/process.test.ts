import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isObject, parseJson } from './json'
import { createSandbox } from './sandbox'
import { digest } from './testing/digest'
import { startSandbox, TEST_NOW } from './testing/start'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

interface Run {
  child: ChildProcess
  out: string[]
  err: string[]
  ended: Promise<number | null>
}

function run(...args: string[]): Run {
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'sandbox/api/main.ts', '--size', 'small', ...args],
    {
      cwd: join(__dirname, '../..'),
      env: { ...process.env, SANDBOX_SECRET_KEY: 'sk_test_given' },
    },
  )
  const out: string[] = []
  const err: string[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()))
  return { child, out, err, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

async function ready(one: Run): Promise<string> {
  for (let tries = 0; tries < 800; tries += 1) {
    const line = /ready (\S+) \(\d+ objects in [\d.]+ s\)\n/.exec(one.out.join(''))
    if (line?.[1] !== undefined) return line[1].replace('localhost', '127.0.0.1')
    if (one.child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`It did not start: ${one.err.join('')}`)
}

const headers = { authorization: 'Bearer sk_test_given', 'content-type': 'application/x-www-form-urlencoded' }

test('what was created survives kill -9, and a signal ends it with 0', async () => {
  const first = run('--port', '0', '--data', directory)
  const url = await ready(first)
  const created = await fetch(`${url}/v1/coupons`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': 'kept' },
    body: 'percent_off=15&duration=forever&metadata[made]=before',
  })
  const coupon = await created.text()
  expect(created.status).toBe(200)
  first.child.kill('SIGKILL')
  await first.ended
  const second = run('--port', '0', '--data', directory)
  const again = await ready(second)
  const made = parseJson(coupon)
  const id = isObject(made) ? String(made['id']) : ''
  expect(await (await fetch(`${again}/v1/coupons/${id}`, { headers })).text()).toBe(coupon)
  const repeated = await fetch(`${again}/v1/coupons`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': 'kept' },
    body: 'percent_off=15&duration=forever&metadata[made]=before',
  })
  expect(repeated.headers.get('idempotent-replayed')).toBe('true')
  expect(await repeated.text()).toBe(coupon)
  second.child.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(second.err.join('')).toBe('')
}, 30_000)

test('a port in use and wrong options give one plain line and exit code 1', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const address = holder.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const runs = [run('--port', String(port)), run('--host', '0.0.0.0'), run('--now', 'soon')]
  expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([1, 1, 1])
  holder.close()
  const [inUse, host, now] = runs.map(({ err }) => err.join(''))
  expect(inUse).toMatch(/^Stripe stand-in: the port is in use\. .*\n$/)
  expect(host).toMatch(/^Stripe stand-in: --host must be one of .*\n$/)
  expect(now).toMatch(/^Stripe stand-in: --now must be a date .*\n$/)
}, 30_000)

describe('a data directory', () => {
  const open = (options = {}) =>
    createSandbox({
      seed: 'kept',
      size: 'small',
      now: TEST_NOW,
      dataDir: directory,
      clock: () => TEST_NOW * 1000,
      ...options,
    })

  test('gives the same state again, with the time that was advanced', async () => {
    const sandbox = await startSandbox({ seed: 'kept', dataDir: directory })
    // Events tell addresses of pages, and the port is another after the restart.
    sandbox.engine.main.site.url = 'http://localhost:4244'
    const { stripe } = sandbox
    const customer = await stripe.customers.create({
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    })
    const price = (await stripe.prices.list({ lookup_keys: ['team_monthly_eur'] })).data[0]?.id ?? ''
    const subscription = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price, quantity: 4 }],
    })
    await sandbox.advance(10 * 86_400)
    const item = subscription.items.data[0]?.id ?? ''
    await stripe.subscriptions.update(subscription.id, { items: [{ id: item, quantity: 9 }] })
    await expect(stripe.coupons.create({ percent_off: 500 })).rejects.toThrow()
    await sandbox.advance(30 * 86_400)
    const connected = await stripe.accounts.create({ type: 'express' })
    await stripe.customers.create({ name: 'Theirs' }, { stripeAccount: connected.id })
    const live = sandbox.client(sandbox.engine.live.secretKey)
    await live.customers.create({ name: 'Live' })
    for (const path of ['accounts', 'restricted_keys']) {
      await fetch(`${sandbox.url}/_sandbox/${path}`, { method: 'POST', body: '' })
    }
    const clock = await stripe.testHelpers.testClocks.create({ frozen_time: TEST_NOW })
    const timed = await stripe.customers.create({
      test_clock: clock.id,
      payment_method: 'pm_card_visa',
      invoice_settings: { default_payment_method: 'pm_card_visa' },
    })
    await stripe.subscriptions.create({ customer: timed.id, items: [{ price }] })
    await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: TEST_NOW + 40 * 86_400 })
    await stripe.testHelpers.testClocks.retrieve(clock.id)
    sandbox.tick()
    const before = digest(sandbox.engine)
    await sandbox.close()
    const again = open()
    expect(again.engine.main.now).toBe(TEST_NOW + 40 * 86_400)
    expect(digest(again.engine)).toBe(before)
    await again.close()
  })

  test('forgets what was delivered once its event is gone', async () => {
    const log = join(directory, 'delivered.jsonl')
    const first = open()
    const [event] = [...first.engine.main.store.events.all()].slice(-1)
    await first.close()
    writeFileSync(log, `["we_1","evt_gone"]\n["we_1","${event?.id}"]\n`)
    const second = open()
    expect(readFileSync(log, 'utf8')).toBe(`["we_1","${event?.id}"]\n`)
    await second.close()
  })

  test('forgets a line that was never finished, and refuses anything else that is broken', async () => {
    const first = await startSandbox({ seed: 'kept', dataDir: directory })
    await first.stripe.coupons.create({ id: 'KEPT', percent_off: 5 })
    await first.close()
    const log = join(directory, 'commands.jsonl')
    const whole = readFileSync(log, 'utf8')
    appendFileSync(log, '{"account":"acct_')
    const second = open()
    expect(second.engine.main.store.coupons.get('KEPT')).toBeDefined()
    await second.close()
    expect(readFileSync(log, 'utf8')).toBe(whole)
    for (const broken of ['nonsense\n', '{"at":1}\n', '[]\n']) {
      writeFileSync(log, `${broken}${whole}`)
      expect(() => open()).toThrow(/commands\.jsonl: line 1 is not .* Move the directory away/)
    }
    writeFileSync(log, whole)
    expect(() => open({ seed: 'another' })).toThrow(/was begun with seed 'kept', not 'another'/)
    writeFileSync(join(directory, 'sandbox.json'), '{}')
    expect(() => open()).toThrow(/sandbox\.json is not one that this program wrote/)
    const refused = run('--port', '0', '--data', directory)
    expect(await refused.ended).toBe(1)
    expect(refused.err.join('')).toMatch(/^Stripe stand-in: .*sandbox\.json is not one .*\n$/)
  }, 20_000)
})
