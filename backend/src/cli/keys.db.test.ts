import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { newPerson } from '../../test/person'
import type { NewApiKey } from '../api-keys/schema'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

const run = (...words: string[]) => runDesk(desk, 'keys', ...words)
const use = async (key: string) => {
  // the process of the command lives in the present
  desk.clock.set(new Date())
  return (await desk.with(key).get('/v1/jobs')).statusCode
}

test('desk keys makes, lists, rotates and revokes keys that may do what their member may', async () => {
  const { id: member } = await newPerson(desk, 'finance_analyst')
  const given = ['--name', 'Nightly', '--member', member, '--for', 'test']
  const made = await run('create', ...given, '--scopes', 'jobs:read', '--json')
  expect(made.status).toBe(0)
  const [{ id, key }] = JSON.parse(made.text) as [NewApiKey]
  expect(await use(key)).toBe(200)

  const listed = await run('list')
  expect([listed.status, listed.text]).toEqual([0, expect.stringContaining('Nightly')])
  expect(listed.text).not.toContain(key)

  const rotated = await run('rotate', id, '--overlap-hours', '0')
  const next = rotated.text.trim().split('\n').at(-1) ?? ''
  expect([await use(key), await use(next)]).toEqual([401, 200])

  expect(await run('revoke', id, '--json')).toMatchObject({ status: 0 })
  expect(await use(next)).toBe(401)

  const beyond = await run('create', ...given, '--scopes', 'team:write')
  expect([beyond.status, beyond.text]).toEqual([1, expect.stringContaining('Beyond your role: team:write')])
  const wrong = await run(
    'create',
    ...given,
    '--scopes',
    'jobs:read',
    '--expires-in-days',
    '999',
    '--rate-limit',
    'x',
  )
  expect([wrong.status, wrong.text]).toEqual([
    1,
    expect.stringMatching(/rate_limit must be.*expires_in_days must be/),
  ])
  const nobody = await run(
    'create',
    '--name',
    'x',
    '--member',
    'mem_no',
    '--for',
    'test',
    '--scopes',
    'jobs:read',
  )
  expect([nobody.status, nobody.text]).toEqual([1, expect.stringContaining('no active member mem_no')])
}, 120_000)
