import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  endOfDay,
  startOfDay,
  startOfNextPeriod,
  startOfPeriod,
} from './local-day'
import { instant } from './testing'

const hours = (day: string, timeZone: string) => (endOfDay(day, timeZone) - startOfDay(day, timeZone)) / 3600

test.each([
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
  // The clock jumped over midnight: the day began at 01:00.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00Z', 23],
  // Back from 00:00 to 23:00: the day before is the long one.
  ['America/Sao_Paulo', '2019-02-16', '2019-02-16T02:00:00Z', 25],
  ['America/Sao_Paulo', '2019-02-17', '2019-02-17T03:00:00Z', 24],
  // Daylight saving is half an hour there.
  ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
  ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00Z', 24.5],
  ['Asia/Kolkata', '2026-01-01', '2025-12-31T18:30:00Z', 24],
  ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00Z', 24],
  // Crossing the date line, the whole day was left out.
  ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00Z', 24],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00Z', 0],
  ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00Z', 24],
  // Back at 00:01, so midnight came twice: the first one counts.
  ['America/St_Johns', '2009-11-01', '2009-11-01T02:30:00Z', 25],
  ['UTC', '1969-12-31', '1969-12-31T00:00:00Z', 24],
])('C4: %s %s starts at %s and has %d hours', (timeZone, day, start, length) => {
  expect(startOfDay(day, timeZone)).toBe(instant(start))
  expect(hours(day, timeZone)).toBe(length)
  if (length === 0) return
  expect(dayOf(instant(start), timeZone)).toBe(day)
  expect(dayOf(endOfDay(day, timeZone) - 1, timeZone)).toBe(day)
  expect(dayOf(endOfDay(day, timeZone), timeZone)).not.toBe(day)
})

test('every hour of two years falls into the day that the local clock shows', () => {
  for (const timeZone of [
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ]) {
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    for (let at = instant('2025-01-01'); at < instant('2027-01-01'); at += 3600) {
      if (dayOf(at, timeZone) !== clock.format(at * 1000)) throw new Error(`${timeZone} ${at}`)
    }
  }
})

test('an unknown zone or a malformed day is refused', () => {
  expect(() => dayOf(0, 'Mars/Olympus')).toThrow(RangeError)
  expect(() => startOfDay('2026-1-1', 'UTC')).toThrow(RangeError)
})

test('days and months are added by the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-01-15', -13)).toBe('2024-12-15')
  expect(daysBetween('2026-02-01', '2026-03-01')).toBe(28)
  expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28)
})

test.each([
  ['2026-02-01', '2026-01-26'],
  ['2026-02-02', '2026-02-02'],
  ['2026-02-08', '2026-02-02'],
  ['1969-12-31', '1969-12-29'],
])('the week of %s starts on Monday %s', (day, monday) => {
  expect(startOfPeriod(day, 'week')).toBe(monday)
  expect(startOfNextPeriod(day, 'week')).toBe(addDays(monday, 7))
})

test('months start on the first, days with themselves', () => {
  expect(startOfPeriod('2026-02-17', 'month')).toBe('2026-02-01')
  expect(startOfNextPeriod('2026-12-17', 'month')).toBe('2027-01-01')
  expect(startOfPeriod('2026-02-17', 'day')).toBe('2026-02-17')
  expect(startOfNextPeriod('2026-02-28', 'day')).toBe('2026-03-01')
})
