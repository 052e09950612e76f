export const MINUTE = 60
export const HOUR = 3_600
export const DAY = 86_400

export type Interval = 'day' | 'week' | 'month' | 'year'

/**
 * The instant `months` calendar months after `anchor`, on the anchor's day or the month's last one.
 * Counting from the anchor and not from the last period keeps 31 January, 28 February, 31 March.
 */
export function addMonths(anchor: number, months: number): number {
  const date = new Date(anchor * 1000)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const month = new Date(first)
  const lastDay = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate()
  const dayOffset = Math.min(date.getUTCDate(), lastDay) - 1
  return first / 1000 + dayOffset * DAY + (anchor % DAY)
}

/** The anchor plus so many intervals. */
export function addIntervals(anchor: number, interval: Interval, count: number): number {
  if (interval === 'day') return anchor + count * DAY
  if (interval === 'week') return anchor + count * 7 * DAY
  return addMonths(anchor, interval === 'year' ? count * 12 : count)
}

/** The first billing instant of the anchor's series that lies after `instant`. */
export function nextBillingInstant(
  anchor: number,
  interval: Interval,
  intervalCount: number,
  instant: number,
): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[interval] * intervalCount * DAY
  let periods = Math.floor((instant - anchor) / longest)
  while (addIntervals(anchor, interval, periods * intervalCount) <= instant) periods += 1
  return addIntervals(anchor, interval, periods * intervalCount)
}

/** The UTC day of an instant, as YYYY-MM-DD. */
export function utcDay(instant: number): string {
  return new Date(instant * 1000).toISOString().slice(0, 10)
}
