import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import { BASE_ENV, startDesk, type Desk } from '../../test/harness'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

/** Runs the command line in a process of its own, on the database of this test. */
function run(...words: string[]): Promise<{ status: unknown; text: string }> {
  const uri = new URL(process.env['TEST_MONGODB_URI'] ?? '')
  uri.pathname = mongoose.connection.name
  const env = {
    ...BASE_ENV,
    PATH: process.env['PATH'],
    MONGODB_URI: uri.href,
    STRIPE_API_BASE: desk.standIn.url,
    STRIPE_SECRET_KEY: desk.standIn.secretKey,
    DATA_DIR: dataDir,
  }
  const command = ['--import', 'tsx', path.join(__dirname, 'main.ts'), ...words]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, text: stdout + stderr }),
    )
  })
}

test('desk audit verify says how far the trail holds; where it does not, it names the entry and ends with 1', async () => {
  await desk.as('owner')
  await desk.as('admin')
  await desk.services.sealer.seal()
  expect(await run('audit', 'verify')).toEqual({
    status: 0,
    text: 'Entries 1 to 7 hold.\nNot sealed yet: 0.\n',
  })
  const { workspaceId } = desk
  await mongoose.connection
    .collection('audit_entries')
    .updateOne({ workspaceId, seq: 2 }, { $set: { action: 'other' } })
  const { status, text } = await run('audit', 'verify')
  expect([status, text]).toEqual([1, expect.stringContaining('Entry 2 does not (altered)')])
  const json = await run('audit', 'verify', '--from', '3', '--json')
  expect([json.status, JSON.parse(json.text)]).toEqual([
    1,
    expect.objectContaining({ from: 3, to: 1, fault: { seq: 2, reason: 'altered' } }),
  ])
  expect((await run('audit', 'verify', '--from', 'x')).text).toContain('from 1')
})
