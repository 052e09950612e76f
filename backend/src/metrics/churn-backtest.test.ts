import { churnBackTest, durations } from './churn-backtest'
import type { Spell } from './churn-backtest'
import { addMonths } from './local-day'

const spell = (joined: string, left: string | null = null, scheduled: string | null = null): Spell => ({
  joined,
  left,
  scheduled,
})

test.each([
  // Until the day before the renewal the first month is not completed, and on the renewal it ends.
  ['2026-01-04', '2026-02-03', 1],
  ['2026-01-04', '2026-02-04', 1],
  ['2026-01-04', '2026-02-05', 2],
  ['2026-01-31', '2026-02-28', 1],
  ['2026-01-31', '2026-03-01', 2],
  ['2024-02-29', '2025-03-01', 13],
  ['2025-11-15', '2026-02-16', 4],
])('S1: who joined on %s and left on %s left in month %d', (joined, left, tenure) => {
  expect(durations([spell(joined, left)], '2026-06-01')).toEqual([{ tenure, left: true }])
  // Seen on the eve, the same customer was still there with the months completed by then.
  expect(durations([spell(joined, left)], left)).toEqual([{ tenure: tenure - 1, left: false }])
})

test('S1: who joined later was not known', () => {
  expect(durations([spell('2026-03-01')], '2026-03-01')).toEqual([])
  expect(durations([spell('2026-03-01')], '2026-03-02')).toEqual([{ tenure: 0, left: false }])
})

/** 40 customers join on the 10th of each month of two years; of each lot some leave on a renewal. */
const lots = (leavers: number, months: number) =>
  Array.from({ length: 24 }, (_, month) => addMonths('2024-01-10', month)).flatMap((joined) =>
    Array.from({ length: 40 }, (_, index) =>
      spell(joined, index < leavers ? addMonths(joined, months) : null),
    ),
  )

test('S5: a steady rate is predicted to the customer', () => {
  const test = churnBackTest(lots(10, 2), '2025-12-01')
  expect(test?.months.map(({ month }) => month)).toEqual([
    '2025-06-01',
    '2025-07-01',
    '2025-08-01',
    '2025-09-01',
    '2025-10-01',
    '2025-11-01',
  ])
  expect(test?.months.map(({ actual }) => actual)).toEqual([10, 10, 10, 10, 10, 10])
  expect(test?.naive_mae_milli).toBe(0)
  for (const { predicted_milli: predicted } of test?.months ?? [])
    expect(Math.abs(predicted - 10_000)).toBeLessThan(500)
})

test('S5: a month is predicted from what was known when it began', () => {
  const former = lots(10, 2)
  const surprise = [...former, ...Array.from({ length: 50 }, () => spell('2024-06-01', '2025-11-20'))]
  const before = churnBackTest(surprise, '2025-12-01')
  const still = churnBackTest(
    [...former, ...Array.from({ length: 50 }, () => spell('2024-06-01'))],
    '2025-12-01',
  )
  expect(before?.months.map(({ predicted_milli: p }) => p)).toEqual(
    still?.months.map(({ predicted_milli: p }) => p),
  )
  expect(before?.months.at(-1)?.actual).toBe(60)
  expect(before?.mae_milli).toBeGreaterThan(8000)
})

test('S5: an end that had been scheduled by then is certain', () => {
  const leaving = (scheduled: string | null) =>
    Array.from({ length: 50 }, () => spell('2024-06-01', '2025-11-20', scheduled))
  const predicted = (scheduled: string | null) =>
    churnBackTest([...lots(10, 2), ...leaving(scheduled)], '2025-12-01')?.months.at(-1)?.predicted_milli ?? 0
  expect(predicted('2025-10-31') - predicted(null)).toBeGreaterThan(45_000)
  expect(predicted('2025-11-01')).toBe(predicted(null))
})

test('S5: the naive forecast is the month before', () => {
  const rows = [
    ...lots(0, 1),
    spell('2024-03-01', '2025-10-12'),
    spell('2024-03-01', '2025-10-31'),
    // Came and went within a month: nobody could have predicted it.
    spell('2025-11-02', '2025-11-20'),
  ]
  const test = churnBackTest(rows, '2025-12-01')
  expect(test?.months.map(({ actual, naive }) => [actual, naive])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [2, 0],
    [0, 2],
  ])
  expect(test?.naive_mae_milli).toBe(667)
})

test('S5: no test where a month began without anybody', () => {
  expect(churnBackTest([], '2025-12-01')).toBeNull()
  expect(churnBackTest([spell('2025-08-05')], '2025-12-01')).toBeNull()
})
