import type { Foreseen } from '../foreseen'
import { forecast } from './forecast'
import { knownLayer } from './known'

type Fact = Omit<Foreseen, 'subscription' | 'currency'>
const end = (since: string, day: string, change: number): Fact => ({
  kind: 'scheduled_cancellation',
  since,
  day,
  change,
})
const trial = (since: string, day: string, change: number): Fact => ({ kind: 'trial', since, day, change })
const firstOf = (month: number): string => new Date(Date.UTC(2024, month, 1)).toISOString().slice(0, 10)

test('a change belongs to its month, in the past or ahead, if it was known when the month before ended', () => {
  const { knownPast, knownAhead } = knownLayer(
    [
      end('2025-11-20', '2026-01-31', -100),
      end('2026-01-31', '2026-02-01', -200),
      end('2026-02-02', '2026-02-28', -400),
      end('2025-01-01', '2025-12-31', -800),
      end('2026-02-28', '2026-03-02', -10),
      end('2026-03-01', '2026-03-31', -20),
      end('2026-03-09', '2026-05-01', -40),
    ],
    2,
    '2026-03-10',
  )
  expect(knownPast).toEqual([-100, -200])
  expect(knownAhead.map((month) => month.scheduled_cancellation)).toEqual([
    -10,
    0,
    -40,
    ...Array.from({ length: 9 }, () => 0),
  ])
})

test('T2: a trial to come counts by the share of those that converted in the last six months', () => {
  const ended = [
    trial('2026-01-20', '2026-02-03', 700),
    trial('2026-01-20', '2026-02-03', 0),
    trial('2026-02-20', '2026-03-03', 0),
    // too long ago
    trial('2025-08-01', '2025-08-31', 900),
  ]
  const coming = trial('2026-03-08', '2026-04-08', 1000)
  const ahead = (facts: Fact[]) => knownLayer(facts, 12, '2026-03-10').knownAhead.map(({ trial: sum }) => sum)
  expect(ahead([...ended, coming]).slice(0, 3)).toEqual([0, 333, 0])
  expect(ahead([coming])[1]).toBe(0)
  // what converted already this month is certain
  expect(ahead([...ended, trial('2026-02-20', '2026-03-09', 500)])[0]).toBe(500)
})

test('expected values are rounded once, halves away from nothing', () => {
  const ended = [trial('2026-01-20', '2026-02-03', 700), trial('2026-01-20', '2026-02-03', 0)]
  const coming = (change: number) =>
    knownLayer(
      [...ended, ...Array.from({ length: 3 }, () => trial('2026-03-01', '2026-04-08', change))],
      4,
      '2026-03-10',
    ).knownAhead[1]?.trial
  expect([coming(1), coming(-1), coming(0)]).toEqual([2, -2, 0])
})

test('what becomes known in the meantime is what did in the months before; of the running month, in what is left of it', () => {
  // each month loses 60 that was known for a month, and 36 that was known for two
  const past = Array.from({ length: 12 }, (_, month) => [
    end(firstOf(month + 11), firstOf(month + 12), -60),
    end(firstOf(month + 10), firstOf(month + 12), -36),
  ]).flat()
  const at = (day: string) =>
    knownLayer(past, 24, day)
      .becomingKnown.slice(0, 4)
      .map((sum) => Math.round(sum))
  expect(at('2026-01-31')).toEqual([0, 0, -60, -96])
  expect(at('2026-01-15')).toEqual([0, Math.round((-60 * 16) / 31), Math.round(-60 - (36 * 16) / 31), -96])
})

test('section 14: losses that are known only a month ahead go on after it', () => {
  const months = 24
  // 1000 gained and 400 lost each month; every loss is known a month ahead, as far as the first coming month
  const series = Array.from({ length: months }, (_, index) => 50_000 + 600 * index)
  const losses = Array.from({ length: months + 1 }, (_, month) =>
    end(firstOf(month - 1), firstOf(month), -400),
  )
  const layer = knownLayer(losses, months, '2026-01-01')
  const shown = forecast({ series, ...layer })
  expect(shown.hidden).toBeNull()
  expect(shown.months[0]?.changes.scheduled_cancellation).toBe(-400)
  shown.months.forEach(({ point, known }, index) => {
    expect(known).toBe(-400)
    // the running month has one day less to tell of the next
    expect(Math.abs(point - (50_000 + 600 * (months + index)))).toBeLessThanOrEqual(index === 0 ? 1 : 15)
  })
})
