import { checkDays, drivers } from './anomalies'
import type { DayValue } from './anomalies'
import { addDays } from './local-day'

const FIRST = '2024-01-01'

const seriesOf = (values: (number | null)[]): DayValue[] =>
  values.map((value, index) => ({ day: addDays(FIRST, index), value }))

/** Numbers between 0 and 1 that are the same in every run (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
}

const DAYS = 365 * 3
const daysOf = (valueAt: (index: number, random: () => number) => number, seed = 1) => {
  const random = numbers(seed)
  return Array.from({ length: DAYS }, (_, index) => Math.round(valueAt(index, random)))
}

const flagged = (values: (number | null)[]) =>
  checkDays(seriesOf(values), FIRST).filter(({ departure }) => departure !== null)

/** Monday to Sunday. */
const WEEKDAYS = [1.2, 1.3, 1.2, 1.1, 1, 0.5, 0.4]
const sales = (index: number, random: () => number) =>
  (WEEKDAYS[index % 7] ?? 0) * 100_000 + 8000 * normal(random)

test.each<[string, (index: number, random: () => number) => number]>([
  ['sales with a week in them', sales],
  ['sales that grow by a fifth in a month', (index, random) => sales(index, random) + 700 * index],
  ['sums around nothing', (_, random) => 5000 * normal(random)],
  ['sums of a few large orders', (_, random) => -20_000 * Math.log(random())],
  ['a customer every other day', (_, random) => (random() < 0.4 ? 1 : 0) + (random() < 0.1 ? 1 : 0)],
  ['a loss every three weeks', (_, random) => (random() < 0.05 ? 4900 : 0)],
])('of %s fewer than one day in a hundred is flagged without a cause', (_name, valueAt) => {
  const days = daysOf(valueAt)
  expect(flagged(days).length).toBeLessThan(0.01 * DAYS)
})

test('a planted spike and a planted drop are found, as far out as they are', () => {
  const days = daysOf(sales)
  const monday = 7 * 50
  const checked = (value: number) => {
    const planted = days.with(monday, value)
    const [check] = checkDays(seriesOf(planted.slice(0, monday + 1)), addDays(FIRST, monday))
    return check
  }
  const spike = checked(180_000)
  expect(spike).toMatchObject({ day: addDays(FIRST, monday), actual: 180_000, departure: 'high' })
  expect(Math.abs((spike?.expected ?? 0) - 120_000)).toBeLessThan(8000)
  expect(Math.abs((spike?.distance_milli ?? 0) - 7500)).toBeLessThan(2500)
  expect(checked(60_000)?.departure).toBe('low')
  // What a Sunday brings is a drop on a Monday, and what a Monday brings is none.
  expect(checked(40_000)?.departure).toBe('low')
  expect(checked(118_000)).toMatchObject({ departure: null })
})

test('the range holds what is not flagged', () => {
  for (const { actual, lower, upper, departure } of checkDays(seriesOf(daysOf(sales)), FIRST)) {
    expect(lower).toBeLessThanOrEqual(upper)
    if (departure === 'high') expect(actual).toBeGreaterThanOrEqual(upper)
    if (departure === 'low') expect(actual).toBeLessThanOrEqual(lower)
  }
})

test('an odd day does not hide the next one', () => {
  const days = daysOf(sales)
  const planted = days.with(300, 400_000).with(306, 400_000)
  const found = flagged(planted).map(({ day }) => day)
  expect(found).toContain(addDays(FIRST, 300))
  expect(found).toContain(addDays(FIRST, 306))
  const [before] = checkDays(seriesOf(days), addDays(FIRST, 303))
  const [after] = checkDays(seriesOf(planted), addDays(FIRST, 303))
  expect(Math.abs((after?.upper ?? 0) - (before?.upper ?? 0))).toBeLessThan(4000)
})

test('a new level is said twice, then it is how things are', () => {
  const level = Array.from({ length: 120 }, (_, index) => (index < 80 ? 1000 : 5000) + ((index * 7) % 5))
  expect(flagged(level).map(({ day }) => day)).toEqual([addDays(FIRST, 80), addDays(FIRST, 81)])
})

test('what happens again and again is no anomaly, until it is twice as large', () => {
  const days = Array.from({ length: 100 }, (_, index) => (index % 10 === 9 ? 500 : 1 + (index % 3)))
  expect(flagged(days)).toEqual([])
  expect(flagged(days.with(95, 990))).toEqual([])
  expect(flagged(days.with(95, 1100))).toMatchObject([{ day: addDays(FIRST, 95), departure: 'high' }])
})

test('what is expected follows the growth of the weeks before', () => {
  const days = Array.from(
    { length: 100 },
    (_, index) => 10_000 + 700 * index + (WEEKDAYS[index % 7] ?? 0) * 5000,
  )
  for (const { actual, expected } of checkDays(seriesOf(days), FIRST))
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1)
})

test('what fell to nothing is not expected to fall on', () => {
  const days = Array.from({ length: 110 }, (_, index) => Math.max(0, 100 - index) + (index % 2))
  const [check] = checkDays(seriesOf(days.with(109, 0)), addDays(FIRST, 109), 0)
  expect(check).toMatchObject({ actual: 0, expected: 0, lower: 0, departure: null })
  // which is asked for
  expect(checkDays(seriesOf(days), addDays(FIRST, 109))[0]?.expected).toBeLessThan(0)
})

test('where most days are alike the range is what the others make it', () => {
  const days = Array.from({ length: 60 }, (_, index) => (index % 15 === 7 ? 100 : 0))
  const [check] = checkDays(seriesOf(days), addDays(FIRST, 59))
  expect(check).toMatchObject({ expected: 0, departure: null, distance_milli: 0 })
  expect(check?.upper).toBeGreaterThan(10)
  expect(check?.upper).toBeLessThan(100)
})

test('where the weeks never varied any change is one, without a distance', () => {
  const still = [...Array.from({ length: 44 }, () => 0), 5]
  expect(checkDays(seriesOf(still), addDays(FIRST, 43))).toEqual([
    {
      day: addDays(FIRST, 43),
      actual: 0,
      expected: 0,
      lower: 0,
      upper: 0,
      departure: null,
      distance_milli: null,
    },
    {
      day: addDays(FIRST, 44),
      actual: 5,
      expected: 0,
      lower: 0,
      upper: 0,
      departure: 'high',
      distance_milli: null,
    },
  ])
})

test('six known weeks are needed, and a missing day is not a day of nothing', () => {
  const days = daysOf(sales).slice(0, 60)
  const firstOf = (values: (number | null)[]) => checkDays(seriesOf(values), FIRST)[0]?.day
  expect(firstOf(days)).toBe(addDays(FIRST, 42))
  expect(firstOf(days.map((value, index) => (index === 10 ? null : value)))).toBe(addDays(FIRST, 43))
  // Without any Sunday the other days are judged, and the Sundays are not.
  const workdays = days.map((value, index) => (index % 7 === 6 && index < 55 ? null : value))
  const checked = checkDays(seriesOf(workdays), FIRST).map(({ day }) => day)
  expect(checked).toContain(addDays(FIRST, 54))
  expect(checked).not.toContain(addDays(FIRST, 55))
  const gap = days.map((value, index) => (index === 50 ? null : value))
  expect(flagged(gap)).toEqual(flagged(days).filter(({ day }) => day !== addDays(FIRST, 50)))
})

test('only the twelve weeks before a day count', () => {
  const days = daysOf(sales)
  const at = addDays(FIRST, 200)
  const older = days.map((value, index) => (index < 200 - 84 ? 0 : value))
  expect(checkDays(seriesOf(older), at)[0]).toEqual(checkDays(seriesOf(days), at)[0])
  const within = days.map((value, index) => (index < 200 - 70 ? 0 : value))
  expect(checkDays(seriesOf(within), at)[0]).not.toEqual(checkDays(seriesOf(days), at)[0])
})

test('the drivers are the rows that went the same way, largest first, with their share of them', () => {
  const rows = [
    { key: 'a', change: 300 },
    { key: 'c', change: -900 },
    { key: 'd', change: 600 },
    { key: 'b', change: 300 },
    { key: 'e', change: 0 },
  ]
  expect(drivers(rows, 'high')).toEqual([
    { key: 'd', change: 600, share_bp: 5000 },
    { key: 'a', change: 300, share_bp: 2500 },
    { key: 'b', change: 300, share_bp: 2500 },
  ])
  expect(drivers(rows, 'low')).toEqual([{ key: 'c', change: -900, share_bp: 10_000 }])
  expect(drivers([], 'low')).toEqual([])
  expect(
    drivers(
      Array.from({ length: 9 }, (_, index) => ({ key: `${index}`, change: 1 })),
      'high',
    ),
  ).toHaveLength(5)
})
