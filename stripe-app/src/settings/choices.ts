/** Currencies to report in; the account's current one is added when it is another. */
const COMMON = [
  'usd',
  'eur',
  'gbp',
  'jpy',
  'chf',
  'cad',
  'aud',
  'sek',
  'nok',
  'dkk',
  'pln',
  'inr',
  'sgd',
  'brl',
]

export function currencyChoices(current: string, locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const values = Array.from(new Set([...COMMON, current.toLowerCase()]))
  return values.map((value) => ({
    value,
    label: `${value.toUpperCase()} – ${names.of(value.toUpperCase()) ?? value}`,
  }))
}

/** All time zones that this browser knows, and the account's current one. */
export function timeZoneChoices(current: string): string[] {
  return Array.from(new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])).sort()
}
