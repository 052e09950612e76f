/** Local days of the reporting time zone (C4): half-open, `[start, end)`. */
import { DAY_SECONDS, dayNumberOf, startOfDayNumber } from './time-zone'
import type { Day, Instant } from './types'

export type Interval = 'day' | 'week' | 'month'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
/** Names of days, since the same ones are written for every customer; 270 years of them at most. */
const names = new Map<number, Day>()
const MOST_NAMES = 100_000
const MONDAY = 4 // 1970-01-01 was a Thursday: 1970-01-05, number 4, was a Monday

/** The local day that holds an instant. */
export function dayOf(at: Instant, timeZone: string): Day {
  return dayOfNumber(dayNumberOf(at, timeZone))
}

/** The first instant of a local day; not always midnight, where the clock is set forward at midnight. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return startOfDayNumber(dayNumber(day), timeZone)
}

/** The first instant after a local day. The day's last second is one less. */
export function endOfDay(day: Day, timeZone: string): Instant {
  return startOfDayNumber(dayNumber(day) + 1, timeZone)
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day n months on, or the last day of that month if it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = partsOf(day)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOfNumber(Date.UTC(year, month - 1 + months, Math.min(date, last)) / (DAY_SECONDS * 1000))
}

/** The first day of the day's period; weeks start on Monday. */
export function startOfPeriod(day: Day, interval: Interval): Day {
  if (interval === 'day') return day
  if (interval === 'month') return `${day.slice(0, 8)}01`
  const number = dayNumber(day)
  return dayOfNumber(number - ((((number - MONDAY) % 7) + 7) % 7))
}

/** The first day of the period after the day's own. */
export function startOfNextPeriod(day: Day, interval: Interval): Day {
  const start = startOfPeriod(day, interval)
  return interval === 'month' ? addMonths(start, 1) : addDays(start, interval === 'week' ? 7 : 1)
}

/** A range cut into periods, the first and the last clipped to it; `to` and `end_date` are inclusive. */
export function* periodsOf(from: Day, to: Day, interval: Interval): Generator<{ date: Day; end_date: Day }> {
  for (let date = from; date <= to; date = startOfNextPeriod(date, interval)) {
    const last = addDays(startOfNextPeriod(date, interval), -1)
    yield { date, end_date: last < to ? last : to }
  }
}

/** Days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const [year, month, date] = partsOf(day)
  return Date.UTC(year, month - 1, date) / (DAY_SECONDS * 1000)
}

export function dayOfNumber(number: number): Day {
  const known = names.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  if (names.size < MOST_NAMES) names.set(number, day)
  return day
}

function partsOf(day: Day): [year: number, month: number, date: number] {
  const match = DAY.exec(day)
  if (!match) throw new RangeError(`${day} is not a day (YYYY-MM-DD)`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}
