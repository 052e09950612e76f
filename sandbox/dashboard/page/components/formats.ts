/** How the page writes money, dates and units where a component is asked to. */

/** The browser's language; some systems name one that `Intl` refuses, such as `en-US@posix`. */
export function locale(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en-US'
  } catch {
    return 'en-US'
  }
}

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
  timeZone?: string,
): string {
  const date = typeof value === 'number' ? new Date(value * (value < 1e11 ? 1000 : 1)) : new Date(value)
  if (Number.isNaN(date.getTime())) return String(value)
  const [width = 'short', ...parts] = style.replaceAll('?', '').split('-')
  const options: Intl.DateTimeFormatOptions = timeZone ? { timeZone } : {}
  for (const part of parts) {
    Object.assign(options, part === 'month' ? { month: MONTH[width] } : PART[part])
  }
  if (width === 'short' && options.year) options.year = '2-digit'
  return new Intl.DateTimeFormat(locale(), options).format(date)
}

/** A number short enough for an axis. */
export function compact(value: number): string {
  return new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}
