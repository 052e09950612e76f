import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { MovementModel } from '../analytics/model'
import type { FxLatestRate } from '../fx/schema'

const directory = mkdtempSync(path.join(os.tmpdir(), 'desk-fx-'))
let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
  await desk.sync()
})
afterAll(async () => {
  await desk.close()
  rmSync(directory, { recursive: true })
})

const abroad = () => desk.inAccount(() => MovementModel.countDocuments({ 'changes.currency': 'eur' }))

test('rates are set, taken back, imported and listed; the command ends when figures follow them', async () => {
  const fx = async (...words: string[]) => {
    const { status, text } = await runDesk(desk, 'fx', ...words, '--json')
    expect([status, text]).toEqual([0, expect.any(String)])
    return JSON.parse(text) as unknown[]
  }
  expect(await abroad()).toBe(0)
  const changed = [{ days: 1, operation: expect.stringMatching(/^op_/) as string }]
  expect(await fx('set', '2024-01-02', 'eur', '1.25')).toEqual(changed)
  expect(await abroad()).toBeGreaterThan(0)
  const [euro] = (await fx('list')) as FxLatestRate[]
  expect(euro).toMatchObject({ currency: 'eur', rate: '1.25', day: '2024-01-02', stale: true })
  expect(await fx('unset', '2024-01-02', 'eur')).toEqual(changed)

  const file = path.join(directory, 'rates.csv')
  writeFileSync(file, 'Date,USD\n2024-01-02,1.5\n')
  expect(await fx('import', file)).toEqual(changed)
  expect(await abroad()).toBeGreaterThan(0)

  const { status, text } = await runDesk(desk, 'fx', 'set', '2024-01-02', 'EUR', '1.25')
  expect([status, text]).toEqual([1, expect.stringContaining('currency must match')])
}, 120_000)
