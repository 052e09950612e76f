/** How the page writes money, dates and units where a component is asked to. */

type Region = { locale: string; timeZone: string | undefined }

let region: Region = { locale: 'en-US', timeZone: undefined }

/** The switches' locale and time zone, for all that the page writes. */
export function setRegion(next: { locale: string; timeZone: string }): void {
  region = next
}

export const locale = (): string => region.locale

export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2
  )
}

/** An amount in the smallest unit, in full. */
export function money(minor: number, currency: string): string {
  const code = currency.toUpperCase()
  return new Intl.NumberFormat(locale(), { style: 'currency', currency: code }).format(
    minor / 10 ** currencyDigits(code),
  )
}

const PART: Record<string, Intl.DateTimeFormatOptions> = {
  year: { year: 'numeric' },
  weekday: { weekday: 'short' },
  day: { day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  timezone: { timeZoneName: 'short' },
  seconds: { second: '2-digit' },
}
const MONTH: Record<string, 'long' | 'short' | 'numeric'> = {
  long: 'long',
  medium: 'short',
  short: 'numeric',
}

/** A date in one of the SDK's styles, such as `medium-year-month-day`. Unix seconds and ISO text are read. */
export function styledDate(
  value: string | number,
  style = 'short-year-month-day-time',
  timeZone = region.timeZone,
): string {
  const date = typeof value === 'number' ? new Date(value * (value < 1e11 ? 1000 : 1)) : new Date(value)
  if (Number.isNaN(date.getTime())) return String(value)
  const [width = 'short', ...parts] = style.split('-')
  const options: Intl.DateTimeFormatOptions = timeZone ? { timeZone } : {}
  for (const part of parts) {
    // A part with a question mark is left out where it goes without saying.
    if (part === 'year?' && date.getFullYear() === new Date().getFullYear()) continue
    const name = part.replace('?', '')
    Object.assign(options, name === 'month' ? { month: MONTH[width] } : PART[name])
  }
  if (width === 'short' && options.year) options.year = '2-digit'
  return new Intl.DateTimeFormat(locale(), options).format(date)
}

/** A number short enough for an axis. */
export function compact(value: number): string {
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}
