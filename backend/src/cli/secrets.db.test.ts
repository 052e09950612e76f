import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runDesk } from '../../test/command-line'
import { BASE_ENV, startDesk, type Desk } from '../../test/harness'
import type { SecretsReport } from '../secrets/service'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
const newest = `k2:${randomBytes(32).toString('base64')}`
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

const run = (env: Record<string, string>, ...words: string[]) =>
  runDesk({ ...desk, env }, 'secrets', ...words)

test('desk secrets rotate brings a new master key in; doctor says when the old one can go', async () => {
  await desk.services.sealer.seal()
  const both = { ENCRYPTION_KEYS: `${newest},${BASE_ENV.ENCRYPTION_KEYS}` }
  const before = await run(both, 'doctor')
  expect([before.status, before.text]).toEqual([0, expect.stringContaining('Master key e1: still needed.')])

  const rotated = await run(both, 'rotate')
  expect(rotated).toMatchObject({ status: 0 })
  expect(rotated.text).toMatch(/^credentials: 1 of 1$/m)
  expect(rotated.text).toContain('Master key k2: seals what is new.\nMaster key e1: needed no longer.')

  const alone = await run({ ENCRYPTION_KEYS: newest }, 'doctor', '--json')
  const { sound, ring } = JSON.parse(alone.text) as SecretsReport
  expect([alone.status, sound, ring]).toEqual([0, true, [{ key: 'k2', needed: true }]])

  const lost = await run({}, 'doctor')
  expect(lost.status).toBe(1)
  expect(lost.text).toContain('Master key k2: missing; put it back into ENCRYPTION_KEYS.')
  expect((await run({}, 'rotate', '--json')).status).toBe(1)
  // whatever else is begun with the wrong ring says so in one line
  expect(await runDesk(desk, 'accounts', 'list')).toEqual({
    status: 1,
    text: expect.stringMatching(/^The stored Stripe key cannot be read: ENCRYPTION_KEYS .+\n$/),
  })
  const unsalted = await run(
    { ENCRYPTION_KEYS: newest, API_KEY_PEPPER: randomBytes(32).toString('hex') },
    'doctor',
  )
  expect([unsalted.status, unsalted.text]).toEqual([1, expect.stringContaining('API_KEY_PEPPER is another')])
  expect(await run({ API_KEY_PEPPER: 'short' }, 'doctor')).toEqual({
    status: 1,
    text: expect.stringMatching(/^API_KEY_PEPPER is too short.+\n$/),
  })
}, 120_000)
