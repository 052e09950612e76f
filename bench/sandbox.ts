/** The Stripe stand-in: its history, its pages and writes beside a bare server, and a month that passes. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import fastify from 'fastify'
import { createSandbox } from '../sandbox/api/sandbox'
import { load, print, type Call } from './measure'

const CALLS = 2_000
const CONCURRENCY = 8
const MONTH = 30 * 86_400

/** Seeds in a process of its own, so that its memory is the history's alone. */
function seed(size: string): void {
  const program = join(__dirname, 'sandbox-seed.ts')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', '--import', 'tsx', program, size],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  console.log(stdout.trim())
}

async function bareServer(body: string): Promise<{ port: number; close(): Promise<void> }> {
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, read, done) => done(null, read))
  app.all('/v1/*', (_request, reply) => reply.type('application/json').send(body))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => app.close() }
}

export async function sandbox(): Promise<void> {
  seed('demo')
  seed('large')
  const { app, engine, secretKey, close } = createSandbox({ size: 'demo', clock: Date.now })
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
  const headers = { authorization: `Bearer ${secretKey}` }
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  const measures: [string, Call][] = [
    ['page of 100 invoices with their lines', { method: 'GET', path: '/v1/invoices?limit=100', headers }],
    ['page of 100 customers', { method: 'GET', path: '/v1/customers?limit=100', headers }],
    ['page of 10 customers', { method: 'GET', path: '/v1/customers?limit=10', headers }],
    [
      'a customer created',
      { method: 'POST', path: '/v1/customers', headers: form, body: 'name=Bench&email=bench%40example.com' },
    ],
  ]
  for (const [title, call] of measures) {
    const calls = Array.from({ length: CALLS }, () => call)
    const answer = await app.inject({
      method: call.method === 'POST' ? 'POST' : 'GET',
      url: call.path ?? '',
      headers: form,
      ...(call.body === undefined ? {} : { payload: call.body }),
    })
    const bare = await bareServer(answer.body)
    await load(bare.port, calls.slice(0, 200), CONCURRENCY)
    await load(Number(port), calls.slice(0, 200), CONCURRENCY)
    const limit = await load(bare.port, calls, CONCURRENCY)
    const own = await load(Number(port), calls, CONCURRENCY)
    await bare.close()
    print(title, own)
    print('  the same bytes from a bare server', limit)
    console.log(`  ${((own.perSecond / limit.perSecond) * 100).toFixed(0)} % of it`)
  }
  const before = engine.main.store.invoices.size
  const began = performance.now()
  await app.inject({ method: 'POST', url: '/_sandbox/advance', payload: JSON.stringify({ seconds: MONTH }) })
  const made = engine.main.store.invoices.size - before
  console.log(`30 days advanced in ${((performance.now() - began) / 1000).toFixed(2)} s: ${made} invoices`)
  await close()
}
