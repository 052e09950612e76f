/** Where the local days of a time zone begin (C4). Day numbers count days from 1970-01-01. */
import type { Instant } from './types'

export const DAY_SECONDS = 86_400

interface Zone {
  clock: Intl.DateTimeFormat
  /** Day number → first instant of that day. Intl is slow and days repeat, so each is worked out once. */
  starts: Map<number, Instant>
}

const zones = new Map<string, Zone>()
/** Some 270 years of days; only a scan over absurd dates gets there. */
const MOST_STARTS = 100_000

/** The number of the local day that holds an instant. */
export function dayNumberOf(at: Instant, timeZone: string): number {
  const zone = zoneOf(timeZone)
  let day = Math.floor(at / DAY_SECONDS)
  while (at < startOf(day, zone)) day -= 1
  while (at >= startOf(day + 1, zone)) day += 1
  return day
}

/** The first instant of a local day. A day that the zone skipped is empty: it starts where the next one does. */
export function startOfDayNumber(day: number, timeZone: string): Instant {
  return startOf(day, zoneOf(timeZone))
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const zone = { clock, starts: new Map<number, Instant>() }
  zones.set(timeZone, zone)
  return zone
}

function startOf(day: number, zone: Zone): Instant {
  const known = zone.starts.get(day)
  if (known !== undefined) return known
  if (zone.starts.size >= MOST_STARTS) zone.starts.clear()
  const start = findStart(day * DAY_SECONDS, zone.clock)
  zone.starts.set(day, start)
  return start
}

/** The first instant at which the local clock shows the wall time, or has just jumped over it. */
function findStart(wall: number, clock: Intl.DateTimeFormat): Instant {
  const before = offsetAt(wall - DAY_SECONDS, clock)
  const after = offsetAt(wall + DAY_SECONDS, clock)
  // With the clock set back the wall time comes twice; the greater offset is the earlier of the two.
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(wall - offset, clock) === offset) return wall - offset
  }
  return findJump(wall - DAY_SECONDS, wall + DAY_SECONDS, clock)
}

/** The instant between the two at which the offset changes. */
function findJump(from: Instant, to: Instant, clock: Intl.DateTimeFormat): Instant {
  const former = offsetAt(from, clock)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, clock) === former) low = middle
    else high = middle
  }
  return high
}

/** Seconds that the local clock is ahead of UTC. */
function offsetAt(at: Instant, clock: Intl.DateTimeFormat): number {
  const shown = new Map<string, number>()
  for (const { type, value } of clock.formatToParts(at * 1000)) shown.set(type, Number(value))
  const part = (type: string) => shown.get(type) ?? 0
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return wall / 1000 - at
}
