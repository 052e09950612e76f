export const MINUTE = 60
export const HOUR = 3_600
export const DAY = 86_400

export type Interval = 'day' | 'week' | 'month' | 'year'

/**
 * The instant `months` calendar months after `anchor`, on the anchor's day or the month's last one.
 * Counting from the anchor and not from the last period keeps 31 January, 28 February, 31 March. An anchor that lies in
 * a short month is told its day.
 */
export function addMonths(anchor: number, months: number, day = dayOfMonth(anchor)): number {
  const date = new Date(anchor * 1000)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const month = new Date(first)
  const lastDay = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  const dayOffset = Math.min(day, lastDay) - 1
  return first / 1000 + dayOffset * DAY + (anchor % DAY)
}

function dayOfMonth(instant: number): number {
  return new Date(instant * 1000).getUTCDate()
}

/** The anchor plus so many intervals. */
export function addIntervals(anchor: number, interval: Interval, count: number, day?: number): number {
  if (interval === 'day') return anchor + count * DAY
  if (interval === 'week') return anchor + count * 7 * DAY
  return addMonths(anchor, interval === 'year' ? count * 12 : count, day)
}

/** The period of the anchor's series that holds an instant; it begins at it or before, and ends after it. */
export function billingPeriodAt(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  instant: number,
  day?: number,
): { start: number; end: number } {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[interval] * intervalCount * DAY
  const at = (periods: number) => addIntervals(anchor, interval, periods * intervalCount, day)
  let periods = Math.floor((instant - anchor) / longest)
  while (at(periods) <= instant) periods += 1
  return { start: at(periods - 1), end: at(periods) }
}

/** The first billing instant of the anchor's series that lies after `instant`. */
export function nextBillingInstant(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  instant: number,
): number {
  return billingPeriodAt(anchor, interval, intervalCount, instant).end
}

/** The UTC day of an instant, as YYYY-MM-DD. */
export function utcDay(instant: number): string {
  return new Date(instant * 1000).toISOString().slice(0, 10)
}
