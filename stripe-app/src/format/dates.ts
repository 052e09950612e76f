/** A day, `2026-01-03`, as a date in this browser's time zone, for charts and formats. */
export function fromDay(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date)
}

/** Stripe's style in English: Jan 3, 2026. */
export function dayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(fromDay(day))
}

/** A moment in Unix seconds as a day: Jan 3, 2026. */
export function secondsText(seconds: number, locale: string, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = timeZone
    ? { dateStyle: 'medium', timeZone }
    : { dateStyle: 'medium' }
  return new Intl.DateTimeFormat(locale, options).format(new Date(seconds * 1000))
}

/** A moment in Unix seconds with its time of day: Jan 3, 2026, 3:25 PM. */
export function momentText(seconds: number, locale: string, timeZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }
  return new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options).format(
    new Date(seconds * 1000),
  )
}

/** A range of days: Jan 3 – 31, 2026, as the locale writes it. */
export function rangeText(from: string, to: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).formatRange(fromDay(from), fromDay(to))
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** How long ago a moment in Unix seconds was: 2 minutes ago. Less than a minute is 'just now'. */
export function agoText(seconds: number, now: number, locale: string): string {
  const passed = now - seconds * 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, length] of STEPS) {
    if (passed >= length) return format.format(-Math.floor(passed / length), unit)
  }
  return 'just now'
}
