/**
 * Days that depart from what the weeks before them let expect (A12). Median and MAD are used throughout, so that a
 * former odd day does not widen the range: Iglewicz and Hoaglin 1993 (modified z-score, 3.5), with the trend of
 * Hirsch, Slack and Smith 1982 (median slope of pairs of one weekday).
 */
import { daysBetween } from './local-day'
import type { Day } from './types'

/** Null where the day is not known in full; never 0 in its place. */
export interface DayValue {
  day: Day
  value: number | null
}

/** A day beside its expected range, in the unit of the series, rounded. */
export interface DayCheck {
  day: Day
  actual: number
  expected: number
  lower: number
  upper: number
  /** Null within the range, or where more than one day of the weeks before was outside and at least half as far. */
  departure: 'high' | 'low' | null
  /** How far from the expected, in thousandths of a robust standard deviation; null where the weeks never varied. */
  distance_milli: number | null
}

const WEEK = 7
const MOST_DAYS = 12 * WEEK
const FEWEST_DAYS = 6 * WEEK
const CUTOFF = 3.5
/** A normal spread in median absolute deviations, and in mean ones, which stand in where most days are alike. */
const PER_MAD = 1.4826
const PER_MEAN_DEVIATION = 1.2533
/** What happens again and again is how this figure is, not an anomaly. */
const MOST_ALIKE = 1

/**
 * Each known day from `from` on, if of the twelve weeks before it six are known, and six of its weekday; days ascending.
 * No less than `least` is expected, however the figure fell before.
 */
export function checkDays(series: readonly DayValue[], from: Day, least = -Infinity): DayCheck[] {
  const known = series.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]))
  let first = 0
  return known.flatMap(({ day, value }, index) => {
    if (day < from) return []
    while (daysBetween(known[first]?.day ?? day, day) > MOST_DAYS) first += 1
    const before = known.slice(first, index).map((other) => ({
      ago: daysBetween(other.day, day),
      value: other.value,
    }))
    const alike = before.filter(({ ago }) => ago % WEEK === 0)
    const enough = before.length >= FEWEST_DAYS && alike.length >= FEWEST_DAYS / WEEK
    return enough ? [checkDay(day, value, before, least)] : []
  })
}

export interface Contribution {
  key: string
  /** Signed, in the unit of the series. */
  change: number
}

/** The rows that moved a day in the direction of its departure most, with their share of all that did, ties by key. */
export function drivers(
  contributions: readonly Contribution[],
  departure: 'high' | 'low',
): (Contribution & { share_bp: number })[] {
  const sign = departure === 'high' ? 1 : -1
  const along = contributions.filter(({ change }) => change * sign > 0)
  const total = along.reduce((sum, { change }) => sum + change, 0)
  return along
    .sort((a, b) => (b.change - a.change) * sign || (a.key < b.key ? -1 : 1))
    .slice(0, 5)
    .map((row) => ({ ...row, share_bp: Math.round((row.change / total) * 10_000) }))
}

interface Before {
  /** Days before the one that is checked. */
  ago: number
  value: number
}

function checkDay(day: Day, actual: number, before: readonly Before[], least: number): DayCheck {
  const weekdays = Array.from({ length: WEEK }, (_, weekday) =>
    before.filter(({ ago }) => ago % WEEK === weekday),
  )
  const slope = median(weekdays.flatMap(slopes))
  const level = weekdays.map((days) => days.map(({ ago, value }) => value + slope * ago))
  const centres = level.map(median)
  const expected = Math.max(centres[0] ?? 0, least)
  const rest = level.flatMap((values, weekday) => values.map((value) => value - (centres[weekday] ?? 0)))
  const spread = spreadOf(rest) * foresight(rest.length, level[0]?.length ?? 0)
  const reach = CUTOFF * spread
  const off = actual - expected
  const side = Math.sign(off)
  const alike = rest.filter((other) => other * side > Math.max(reach, Math.abs(off) / 2)).length
  const departs = Math.abs(off) > reach && alike <= MOST_ALIKE
  return {
    day,
    actual,
    expected: Math.round(expected) + 0,
    lower: Math.round(Math.max(expected - reach, least)) + 0,
    upper: Math.round(expected + reach) + 0,
    departure: departs ? (off > 0 ? 'high' : 'low') : null,
    distance_milli: spread === 0 ? null : Math.round((Math.abs(off) / spread) * 1000),
  }
}

/**
 * How much further a new day lies from the expected than the days it was learnt from: these also chose the seven
 * medians and the slope, and the median of few days is itself uncertain (variance pi / 2k).
 */
function foresight(days: number, ofWeekday: number): number {
  return Math.sqrt((days / (days - WEEK - 1)) * (1 + Math.PI / (2 * ofWeekday)))
}

/** Change a day, between each two of one weekday. */
function slopes(days: readonly Before[]): number[] {
  return days.flatMap((earlier, index) =>
    days.slice(index + 1).map((later) => (later.value - earlier.value) / (earlier.ago - later.ago)),
  )
}

/** A robust standard deviation of values around 0. */
function spreadOf(values: readonly number[]): number {
  const sizes = values.map(Math.abs)
  const mad = median(sizes)
  if (mad > 0) return PER_MAD * mad
  return (PER_MEAN_DEVIATION * sizes.reduce((sum, size) => sum + size, 0)) / sizes.length
}

/** 0 of none. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
