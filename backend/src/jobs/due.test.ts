import { dueSlots, MAX_CATCH_UP, slotAfter, slotBefore, type Schedule } from './due'

const at = (iso: string): number => Date.parse(iso) / 1000
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString()

const hourly: Schedule = { every: 'hour', atMinute: 2, catchUp: 'latest' }
const daily: Schedule = { every: 'day', atMinute: 10, catchUp: 'all' }

test.each([
  ['before the minute', '2026-03-01T10:01:59Z', '2026-03-01T09:02:00.000Z', '2026-03-01T10:02:00.000Z'],
  ['on the minute', '2026-03-01T10:02:00Z', '2026-03-01T10:02:00.000Z', '2026-03-01T11:02:00.000Z'],
  ['after the minute', '2026-03-01T10:59:59Z', '2026-03-01T10:02:00.000Z', '2026-03-01T11:02:00.000Z'],
])('an hourly slot: %s', (_name, now, before, after) => {
  expect(iso(slotBefore(hourly, 'UTC', at(now)))).toBe(before)
  expect(iso(slotAfter(hourly, 'UTC', at(now)))).toBe(after)
})

test.each([
  [
    'Europe/Berlin',
    '2026-03-29',
    'the day that has 23 hours',
    '2026-03-28T23:10:00.000Z',
    '2026-03-29T22:10:00.000Z',
  ],
  [
    'Europe/Berlin',
    '2026-10-25',
    'the day that has 25 hours',
    '2026-10-24T22:10:00.000Z',
    '2026-10-25T23:10:00.000Z',
  ],
  [
    'America/New_York',
    '2026-11-01',
    'the day that has 25 hours',
    '2026-11-01T04:10:00.000Z',
    '2026-11-02T05:10:00.000Z',
  ],
  ['UTC', '2026-03-29', 'a plain day', '2026-03-29T00:10:00.000Z', '2026-03-30T00:10:00.000Z'],
])('a daily slot is ten minutes after local midnight in %s on %s, %s', (zone, day, _name, slot, next) => {
  const noon = at(`${day}T17:00:00Z`)
  expect(iso(slotBefore(daily, zone, noon))).toBe(slot)
  expect(iso(slotAfter(daily, zone, noon))).toBe(next)
})

test('the first run is due for the latest slot alone: what lies before was never promised', () => {
  expect(dueSlots(daily, 'UTC', null, at('2026-03-10T12:00:00Z')).map(iso)).toEqual([
    '2026-03-10T00:10:00.000Z',
  ])
})

test('nothing is due twice', () => {
  const last = at('2026-03-10T00:10:00Z')
  expect(dueSlots(daily, 'UTC', last, at('2026-03-10T23:59:00Z'))).toEqual([])
  expect(dueSlots(daily, 'UTC', last, at('2026-03-11T00:09:59Z'))).toEqual([])
  expect(dueSlots(daily, 'UTC', last, at('2026-03-11T00:10:00Z'))).toHaveLength(1)
})

test('missed days are all made up for, oldest first', () => {
  const slots = dueSlots(daily, 'Europe/Berlin', at('2026-03-26T23:10:00Z'), at('2026-03-30T12:00:00Z'))
  expect(slots.map(iso)).toEqual([
    '2026-03-27T23:10:00.000Z',
    '2026-03-28T23:10:00.000Z',
    '2026-03-29T22:10:00.000Z',
  ])
})

test('of missed hours only the latest is, where the policy says so', () => {
  const slots = dueSlots(hourly, 'UTC', at('2026-03-10T00:02:00Z'), at('2026-03-12T05:30:00Z'))
  expect(slots.map(iso)).toEqual(['2026-03-12T05:02:00.000Z'])
})

test('a long absence is caught up in bounded steps', () => {
  const slots = dueSlots(daily, 'UTC', at('2024-01-01T00:10:00Z'), at('2026-01-01T12:00:00Z'))
  expect(slots).toHaveLength(MAX_CATCH_UP)
  expect(iso(slots[0] ?? 0)).toBe('2024-01-02T00:10:00.000Z')
})
