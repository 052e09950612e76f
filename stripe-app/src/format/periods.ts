/** The ranges that a merchant can choose. Days are local to the account. */
export const RANGES = {
  month_to_date: 'Month to date',
  last_30_days: 'Last 30 days',
  last_3_months: 'Last 3 months',
  last_12_months: 'Last 12 months',
  year_to_date: 'Year to date',
  previous_month: 'Previous month',
} as const

export type RangeName = keyof typeof RANGES
export type Period = { from: string; to: string }
export type Interval = 'day' | 'week' | 'month'

export const DEFAULT_RANGE: RangeName = 'last_12_months'

const DAY_MS = 86_400_000

function isRange(value: unknown): value is RangeName {
  return typeof value === 'string' && Object.hasOwn(RANGES, value)
}

/** Reads a range from the address; anything unknown is the default. */
export function readRange(value: unknown): RangeName {
  return isRange(value) ? value : DEFAULT_RANGE
}

/** Today in a time zone, as `YYYY-MM-DD`. */
export function todayIn(timeZone: string, now: number): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now)
}

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`)
const addDays = (day: string, days: number) => toDay(toTime(day) + days * DAY_MS)

/** The same day some months earlier; a day that does not exist becomes the month's last. */
function monthsBefore(day: string, months: number): string {
  const date = new Date(toTime(day))
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date.getUTCDate(), last))
  return toDay(target.getTime())
}

/** First and last day of a range that ends today or earlier. */
export function periodOf(range: RangeName, today: string): Period {
  const monthStart = `${today.slice(0, 7)}-01`
  switch (range) {
    case 'month_to_date':
      return { from: monthStart, to: today }
    case 'last_30_days':
      return { from: addDays(today, -29), to: today }
    case 'last_3_months':
      return { from: addDays(monthsBefore(today, 3), 1), to: today }
    case 'year_to_date':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'previous_month': {
      const to = addDays(monthStart, -1)
      return { from: `${to.slice(0, 7)}-01`, to }
    }
    default:
      return { from: addDays(monthsBefore(today, 12), 1), to: today }
  }
}

/** Points close enough to show the shape, far enough apart not to be noise. */
export function intervalOf({ from, to }: Period): Interval {
  const days = (toTime(to) - toTime(from)) / DAY_MS + 1
  if (days <= 31) return 'day'
  return days <= 120 ? 'week' : 'month'
}
