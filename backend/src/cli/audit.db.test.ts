import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import mongoose from 'mongoose'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'desk-cli-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk({ env: { DATA_DIR: dataDir } })
})
afterAll(async () => {
  await desk.close()
  rmSync(dataDir, { recursive: true })
})

const run = (...words: string[]) => runDesk(desk, ...words)

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

test('desk audit export writes entries to the standard output or to a file of its own', async () => {
  const { status, text } = await run('audit', 'export', '--format', 'jsonl', '--to', '2100-01-01')
  const actions = text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { action: string }).action)
  expect([status, actions]).toEqual([0, expect.arrayContaining(['member.added'])])
  const out = path.join(dataDir, 'trail.csv')
  expect(await run('audit', 'export', '--from', '2026-01-01T00:00:00Z', '--out', out)).toEqual({
    status: 0,
    text: '',
  })
  const csv = readFileSync(out, 'utf8')
  expect(csv.split('\r\n')[0]).toContain('"time","action"')
  expect(csv).toContain('"audit.exported","command_line","desk"')
  expect(statSync(out).mode & 0o777).toBe(0o600)
  expect((await run('audit', 'export', '--from', 'yesterday')).text).toContain('an instant in UTC')
  expect((await run('audit', 'export', '--format', 'xml')).status).toBe(1)
})
