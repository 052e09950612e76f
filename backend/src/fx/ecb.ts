/** The files of the European Central Bank: units of each currency per euro, by day, as CSV or XML. */
import { AppError } from '../errors'
import type { Currency, Day } from '../metrics'
import { plain } from './rates'

export interface PublishedDay {
  day: Day
  /** Units per euro, decimal strings; what has no rate that day is left out. */
  perEuro: Record<Currency, string>
}

const CURRENCY = /^[A-Z]{3}$/
/** Not more digits than are kept, and never 0. */
export const RATE = /^(?=.*[1-9])\d{1,9}(\.\d{1,12})?$/

/** `2026-11-20`, or as the file of one day has it: `20 November 2026`. Null: no such day. */
export function readDay(cell: string): Day | null {
  const date = new Date(/^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(cell) ? `${cell} UTC` : `${cell}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return null
  const day = date.toISOString().slice(0, 10)
  return day === cell || cell.includes(' ') ? day : null
}

function publishedDay(cell: string, where: string, rates: Iterable<[string, string]>): PublishedDay {
  const day = readDay(cell)
  if (day === null) throw new AppError('invalid_request', `${where} of the rates has no date`)
  const perEuro: Record<Currency, string> = {}
  for (const [currency, rate] of rates) if (RATE.test(rate)) perEuro[currency.toLowerCase()] = plain(rate)
  return { day, perEuro }
}

/** `Date,USD,JPY,…` and a line for each day, N/A where there is no rate. */
function fromCsv(csv: string): PublishedDay[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const [first, ...columns] = header.split(',').map((cell) => cell.trim())
  const currencies = columns.filter(Boolean)
  if (first !== 'Date' || currencies.length === 0 || !currencies.every((one) => CURRENCY.test(one)))
    throw new AppError(
      'invalid_request',
      'The rates are not in the format of the European Central Bank (Date,USD,JPY,…)',
    )
  return lines.filter(Boolean).map((line, index) => {
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim())
    const rates = currencies.map((currency, column): [string, string] => [currency, cells[column] ?? ''])
    return publishedDay(day, `Line ${index + 2}`, rates)
  })
}

const RATE_OF_DAY = /<Cube currency=["']([A-Z]{3})["'] rate=["']([^"']*)["']\s*\/>/g

/** `<Cube time="2026-11-20">` around a `<Cube currency="USD" rate="1.0708"/>` for each currency. */
function fromXml(xml: string): PublishedDay[] {
  const [, ...days] = xml.split('<Cube time=')
  if (days.length === 0)
    throw new AppError('invalid_request', 'The rates are not in the format of the European Central Bank')
  return days.map((text, index) => {
    const rates = [...text.matchAll(RATE_OF_DAY)].map(([, currency = '', rate = '']): [string, string] => [
      currency,
      rate,
    ])
    return publishedDay(text.slice(1, 11), `Day ${index + 1}`, rates)
  })
}

/**
 * Reads one of the files; of a day that is there twice the last counts.
 * @throws AppError invalid_request when it is something else.
 */
export function parseEcb(text: string): PublishedDay[] {
  const days = text.trimStart().startsWith('<') ? fromXml(text) : fromCsv(text)
  return [...new Map(days.map((one) => [one.day, one])).values()]
}
