import { rawGet, startSandbox, type TestSandbox } from './testing/start'
import { compareWithTruth } from './testing/truth'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startSandbox({ size: 'small', seed: 'truth' })
})
afterAll(() => sandbox.close())

test('the truth log agrees with an independent sum over the lists, now and after further months', async () => {
  const { customers, paying } = await compareWithTruth(sandbox)
  expect(customers).toBeGreaterThan(90)
  expect(paying).toBeGreaterThan(40)
  for (const days of [3, 30, 60]) {
    await sandbox.advance(days * 86_400)
    await compareWithTruth(sandbox)
  }
})

test('the rates come in the format of the central bank, newest first, working days only', async () => {
  const { text } = await rawGet(sandbox, '/_sandbox/eurofxref-hist.csv')
  const [head = '', ...rows] = text.trim().split('\n')
  expect(head.startsWith('Date,USD,JPY,')).toBe(true)
  const days = rows.map((row) => row.slice(0, 10))
  expect(days).toEqual([...days].sort().reverse())
  for (const day of days) expect([1, 2, 3, 4, 5]).toContain(new Date(day).getUTCDay())
  expect(rows.length).toBeGreaterThan(250)
  for (const row of rows)
    for (const rate of row.split(',').slice(1, -1)) expect(Number(rate)).toBeGreaterThan(0)
})
