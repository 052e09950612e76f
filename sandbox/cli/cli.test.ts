import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { startSandbox, type TestSandbox } from '../api/testing/start'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 'cli' })
})
afterAll(() => sandbox.close())

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'sandbox/cli/main.ts', ...args], {
    cwd: join(__dirname, '../..'),
    env: { ...process.env, SANDBOX_PORT: String(sandbox.port) },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, out, err })))
}

test('tells the state, lists objects, moves time and begins scenarios', async () => {
  const before = sandbox.engine.main.now
  const [status, list, advance, scenario] = await Promise.all([
    run('status'),
    run('list', 'customers', '--limit', '2'),
    run('advance', '2d'),
    run('scenario'),
  ])
  expect(JSON.parse(status.out)).toMatchObject({ ready: true, account: sandbox.engine.main.id })
  expect(JSON.parse(list.out)).toMatchObject({ object: 'list', has_more: true })
  expect(advance.code).toBe(0)
  expect(sandbox.engine.main.now).toBe(before + 2 * 86_400)
  expect(scenario.out).toContain('black_friday')
}, 30_000)

test('a refusal is one plain line and exit code 1', async () => {
  const [duration, missing] = await Promise.all([
    run('advance', 'soon'),
    run('show', 'customers', 'cus_none'),
  ])
  expect([duration.code, missing.code]).toEqual([1, 1])
  expect(duration.err).toBe("'soon' is no duration: give one such as 12h, 30d or 4w\n")
  expect(missing.err).toBe("No such customer: 'cus_none'\n")
}, 30_000)
