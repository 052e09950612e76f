/** Dated exchange rates (C5): stored as published and as entered, given in the reporting currency. */
import { scopedId } from '../database/scope'
import { currentSession } from '../database/transaction'
import type { Currency, Rates } from '../metrics'
import { syncState } from '../sync/state'
import { FxDayModel, type FxDayDocument } from './model'

const SCALE = 12n
const UNIT = 10n ** SCALE
/** Tables held in memory: of each account and currency the latest that was asked for. */
const MAX_CACHED = 20

/** A positive decimal string in units of 10^-12. */
function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole) * UNIT + BigInt(fraction.slice(0, Number(SCALE)).padEnd(Number(SCALE), '0'))
}

function toDecimal(value: bigint): string {
  return `${value / UNIT}.${(value % UNIT).toString().padStart(Number(SCALE), '0')}`.replace(/\.?0+$/, '')
}

/** A positive decimal string as every other of the same value is written. */
export const plain = (decimal: string): string => toDecimal(scaled(decimal))

const divided = (a: bigint, b: bigint): string => toDecimal((a * UNIT + b / 2n) / b)

/**
 * Reporting units per one unit of each currency, from days that ascend. What was entered counts in place of what was
 * published; entered into another currency, it goes on by that one's rate of the day.
 */
export function ratesFrom(
  days: Pick<FxDayDocument, 'day' | 'perEuro' | 'entered'>[],
  reporting: Currency,
): Rates {
  const rates: Rates = {}
  for (const { day, perEuro, entered = {} } of days) {
    const published: Record<Currency, string> = { ...perEuro, eur: '1' }
    const target = published[reporting]
    const today: Record<Currency, string> = {}
    if (target !== undefined)
      for (const [currency, rate] of Object.entries(published))
        today[currency] = divided(scaled(target), scaled(rate))
    for (const [currency, { rate, into }] of Object.entries(entered)) {
      const on = today[into] ?? rates[into]?.at(-1)?.rate
      if (into === reporting) today[currency] = plain(rate)
      else if (currency === reporting) today[into] = divided(UNIT, scaled(rate))
      else if (on !== undefined) today[currency] = divided(scaled(rate) * scaled(on), UNIT * UNIT)
    }
    for (const [currency, rate] of Object.entries(today))
      if (currency !== reporting) (rates[currency] ??= []).push({ day, rate })
  }
  return rates
}

const read = async (reporting: Currency): Promise<Rates> =>
  ratesFrom(await FxDayModel.find().sort({ day: 1 }).lean(), reporting)

const tables = new Map<string, { version: number; rates: Promise<Rates> }>()

/** The account's rates into a currency, ascending by day; not to be changed. Read again when they changed. */
export async function loadRates(reporting: Currency): Promise<Rates> {
  // what a transaction wrote may never come to be
  if (currentSession()) return read(reporting)
  const { ratesVersion: version } = await syncState()
  const key = scopedId(reporting)
  const known = tables.get(key)
  if (known?.version === version) return known.rates
  const rates = read(reporting)
  tables.delete(key)
  if (tables.size >= MAX_CACHED) tables.delete(tables.keys().next().value ?? '')
  tables.set(key, { version, rates })
  rates.catch(() => tables.delete(key))
  return rates
}
