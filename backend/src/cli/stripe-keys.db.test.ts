import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { AccountModel } from '../accounts/model'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

const run = async (...words: string[]) => {
  const { status, text } = await runDesk(desk, ...words, '--json')
  return { status, told: status === 0 ? (JSON.parse(text) as Record<string, unknown>[]) : text }
}
/** Writes what only its owner may see where a command reads it. */
function fileWith(secret: string): string {
  const file = path.join(dataDir, 'secret')
  writeFileSync(file, `${secret}\n`)
  return file
}

test('a key is added, asked, put in force and, once another is, deleted; never shown', async () => {
  const key = String(
    (await desk.standIn.act('restricted_keys', { 'permissions[0]': 'customer_read' }))['secret'],
  )
  const added = await run('credentials', 'add', '--name', 'Second', '--key-file', fileWith(key), '--inactive')
  expect(added).toMatchObject({ status: 0, told: [{ name: 'Second', active: false }] })
  const [{ id }] = added.told as [{ id: string }]
  expect(await run('credentials', 'probe', id)).toMatchObject({ status: 0, told: [{ id, active: false }] })
  expect(await run('credentials', 'activate', id)).toMatchObject({ status: 0, told: [{ id, active: true }] })
  const refused = await run('credentials', 'delete', id)
  expect([refused.status, refused.told]).toEqual([
    1,
    expect.stringContaining('Second is the active credential'),
  ])
  const { told: all } = await run('credentials', 'list')
  expect(JSON.stringify(all)).not.toContain(key.slice(10))
  const first = (all as { id: string; active: boolean }[]).find(({ active }) => !active)?.id ?? ''
  expect(await run('credentials', 'activate', first)).toMatchObject({ status: 0, told: [{ active: true }] })
  expect(await run('credentials', 'delete', id)).toMatchObject({ status: 0, told: [{ id, deleted: true }] })
  expect((await run('credentials', 'list')).told).toMatchObject([{ id: first, active: true }])
}, 120_000)

test('an account is connected by a key from a file, and goes with all that is stored', async () => {
  const wrong = await run('accounts', 'connect', '--key-file', fileWith('pk_test_1'))
  expect([wrong.status, wrong.told]).toEqual([1, expect.stringContaining('holds no Stripe key')])
  const connected = await run('accounts', 'connect', '--key-file', fileWith(desk.standIn.liveKey))
  expect(connected).toMatchObject({ status: 0, told: [{ mode: 'live', via: 'key' }] })
  const [{ id }] = connected.told as [{ id: string }]
  const gone = await run('accounts', 'disconnect', id, '--data', 'erase', '--mode', 'live')
  expect([gone.status, gone.told]).toEqual([0, [expect.objectContaining({ id })]])
  expect(await desk.inAccount(() => AccountModel.find({ mode: 'live' }).lean().exec())).toEqual([])
}, 120_000)
