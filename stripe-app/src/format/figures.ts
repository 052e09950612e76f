import type { Figure } from '../api/types'
import { money } from './money'

/** A value that cannot be computed is a dash, never 0. */
export const NOTHING = '—'

export type Unit = Figure['unit']

/** Basis points as a percentage: 312 is 3.12%. */
export function percent(bp: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(bp / 10_000)
}

/** One over another in basis points: 40000 is 4. */
export const ratioText = (bp: number | null, locale: string): string =>
  bp === null ? NOTHING : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(bp / 10_000)

export function count(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** A figure in its own unit. */
export function figureText(
  value: number | null,
  unit: Unit,
  currency: string,
  locale: string,
  signed = false,
): string {
  if (value === null) return NOTHING
  if (unit === 'minor') return money(value, currency, locale, { signed })
  return unit === 'bp' ? percent(value, locale) : count(value, locale)
}

export type Change = { direction: 'up' | 'down' | 'same'; text: string }

/** The change of a figure in words: a rate by points, anything else by its share. Null when there is none to tell. */
export function changeOf(
  value: number | null,
  previous: number | null,
  unit: Unit,
  locale: string,
): Change | null {
  if (value === null || previous === null) return null
  const difference = value - previous
  if (difference === 0) return { direction: 'same', text: 'No change' }
  const direction = difference > 0 ? 'up' : 'down'
  const word = difference > 0 ? 'Up' : 'Down'
  if (unit === 'bp') {
    const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
      Math.abs(difference) / 100,
    )
    return { direction, text: `${word} ${points} points` }
  }
  // A share of nothing, or of a loss, says nothing: the previous value beside it does.
  if (previous <= 0) return { direction, text: word }
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  return { direction, text: `${word} ${share.format(Math.abs(difference / previous))}` }
}
