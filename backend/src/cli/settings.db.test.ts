import { runDesk } from '../../test/command-line'
import { startDesk, type Desk } from '../../test/harness'
import { MovementModel } from '../analytics/model'
import { trusted } from '../database/query'

let desk: Desk
beforeAll(async () => {
  desk = await startDesk()
  await desk.sync()
})
afterAll(() => desk.close())

test('settings are shown and set; the command ends when figures follow them', async () => {
  const settings = async (...words: string[]) => {
    const { status, text } = await runDesk(desk, 'settings', ...words, '--json')
    expect([status, text]).toEqual([0, expect.any(String)])
    return JSON.parse(text) as unknown
  }
  const words = ['time_zone=Pacific/Auckland', 'past_due_grace_days=15', 'metadata_keys=["channel"]']
  expect(await settings('set', ...words)).toEqual([{ operation: expect.stringMatching(/^op_/) as string }])
  expect(await settings('show')).toMatchObject([
    { time_zone: 'Pacific/Auckland', past_due_grace_days: 15, metadata_keys: ['channel'], preset: null },
  ])
  expect(
    await desk.inAccount(() => MovementModel.countDocuments({ knownTo: trusted({ $ne: null }) })),
  ).toBeGreaterThan(0)
  expect(await settings('set', 'past_due_grace_days=null', 'fiscal_year_start=4')).toEqual([
    { operation: expect.stringMatching(/^op_/) as string },
  ])

  for (const wrong of ['fiscal_year_start=13', 'time_zone=Mars/Base', 'nothing'])
    expect((await runDesk(desk, 'settings', 'set', wrong)).status).toBe(1)
}, 120_000)
