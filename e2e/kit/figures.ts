/** Figures as a merchant in the United States reads them, written apart from the views' own formats. */

export interface Figure {
  value: number | null
  previous: number | null
  unit: 'minor' | 'count' | 'bp'
}

const decimals = (currency: string) => (currency === 'jpy' ? 0 : 2)

export function money(minor: number, currency: string, signed = false): string {
  const digits = decimals(currency)
  const text = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
  }).format(Math.abs(minor) / 10 ** digits)
  if (minor < 0) return `-${text}`
  return signed && minor > 0 ? `+${text}` : text
}

/** At most so many decimals, and none that say nothing. */
const plain = (value: number, most: number) => String(Number(value.toFixed(most)))

function valueText(value: number | null, { unit }: Figure, currency: string, signed: boolean): string {
  if (value === null) return '—'
  if (unit === 'minor') return money(value, currency, signed)
  return unit === 'bp' ? `${plain(value / 100, 2)}%` : value.toLocaleString('en-US')
}

function changeText({ value, previous, unit }: Figure): string | null {
  if (value === null || previous === null) return null
  if (value === previous) return 'No change'
  const word = value > previous ? 'Up' : 'Down'
  const difference = Math.abs(value - previous)
  if (unit === 'bp') return `${word} ${plain(difference / 100, 2)} points`
  if (previous <= 0) return word
  const share = (difference / previous) * 100
  return `${word} ${share.toLocaleString('en-US', { maximumFractionDigits: 1 })}%`
}

/** The lines under a figure's label: value, change in words, and from what. */
export function figureLines(figure: Figure, currency: string, signed = false): string[] {
  const change = changeText(figure)
  const value = valueText(figure.value, figure, currency, signed)
  if (change === null) return [value, 'No comparison yet']
  return [value, change, `from ${valueText(figure.previous, figure, currency, signed)}`]
}

/** A range of days in Stripe's style: Jan 3 – 31, 2026. */
export function daysText(from: string, to: string): string {
  const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

/** A moment as a day: Jan 3, 2026. */
export const dayOf = (seconds: number): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium' }).format(new Date(seconds * 1000))
