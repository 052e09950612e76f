/** When scheduled work is due: a pure function of schedule, time zone and clock. Nothing here reads the time. */
import { addDays, dayOf, startOfDay, type Day } from '../metrics'

export interface Schedule {
  every: 'hour' | 'day'
  /** Minutes after the start of the hour, or of the local day. */
  atMinute: number
  /** What to do about slots that were missed: all of them, or only the latest. */
  catchUp: 'all' | 'latest'
}

/** Most slots that are caught up at once; a longer absence is caught up run by run. */
export const MAX_CATCH_UP = 60

const MINUTE = 60
const HOUR = 3600

function daySlot(day: Day, atMinute: number, timeZone: string): number {
  return startOfDay(day, timeZone) + atMinute * MINUTE
}

/** The slot at or before `at`, seconds. Daily slots are so many minutes after local midnight, also on the days of a clock change. */
export function slotBefore({ every, atMinute }: Schedule, timeZone: string, at: number): number {
  if (every === 'hour') {
    const slot = at - (at % HOUR) + atMinute * MINUTE
    return slot <= at ? slot : slot - HOUR
  }
  const today = dayOf(at, timeZone)
  const slot = daySlot(today, atMinute, timeZone)
  return slot <= at ? slot : daySlot(addDays(today, -1), atMinute, timeZone)
}

/** The first slot after `at`, seconds. */
export function slotAfter(schedule: Schedule, timeZone: string, at: number): number {
  if (schedule.every === 'hour') return slotBefore(schedule, timeZone, at) + HOUR
  const today = dayOf(at, timeZone)
  const slot = daySlot(today, schedule.atMinute, timeZone)
  return slot > at ? slot : daySlot(addDays(today, 1), schedule.atMinute, timeZone)
}

/**
 * The slots after `last` up to `now`, oldest first, by the catch-up policy. Without a `last` only the latest slot is
 * due: what lies before the first run was never promised.
 */
export function dueSlots(schedule: Schedule, timeZone: string, last: number | null, now: number): number[] {
  const latest = slotBefore(schedule, timeZone, now)
  if (last === null || schedule.catchUp === 'latest') return last === null || latest > last ? [latest] : []
  const slots: number[] = []
  for (
    let slot = slotAfter(schedule, timeZone, last);
    slot <= now && slots.length < MAX_CATCH_UP;
    slot = slotAfter(schedule, timeZone, slot)
  )
    slots.push(slot)
  return slots
}
