/** Dated exchange rates: read from the European Central Bank's file, stored by day, given in the reporting currency. */
import { bulkWrite } from '../database/model'
import { scopedId } from '../database/scope'
import { AppError } from '../errors'
import type { Currency, Rates } from '../metrics'
import { SyncStateModel } from '../sync/model'
import { changeSyncState } from '../sync/state'
import { FxDayModel, type FxDayDocument } from './model'

const SCALE = 12n
const UNIT = 10n ** SCALE

/** A positive decimal string in units of 10^-12. */
function scaled(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return BigInt(whole) * UNIT + BigInt(fraction.slice(0, Number(SCALE)).padEnd(Number(SCALE), '0'))
}

function toDecimal(value: bigint): string {
  return `${value / UNIT}.${(value % UNIT).toString().padStart(Number(SCALE), '0')}`.replace(/\.?0+$/, '')
}

/** Reporting units per one unit of each currency, from units of each per euro. */
export function ratesFrom(days: Pick<FxDayDocument, 'day' | 'perEuro'>[], reporting: Currency): Rates {
  const rates: Rates = {}
  for (const { day, perEuro } of days) {
    const all: Record<Currency, string> = { ...perEuro, eur: '1' }
    const target = all[reporting]
    if (target === undefined) continue
    for (const [currency, rate] of Object.entries(all)) {
      if (currency === reporting) continue
      const value = (scaled(target) * UNIT + scaled(rate) / 2n) / scaled(rate)
      ;(rates[currency] ??= []).push({ day, rate: toDecimal(value) })
    }
  }
  return rates
}

/**
 * Reads the file's form: `Date,USD,JPY,…`, newest first, units per euro, N/A where there is none.
 * @throws AppError invalid_request when it is something else.
 */
export function parseEcbCsv(csv: string): { day: string; perEuro: Record<Currency, string> }[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const [first, ...currencies] = header.split(',').map((cell) => cell.trim())
  if (first !== 'Date' || currencies.length === 0)
    throw new AppError(
      'invalid_request',
      'The rates are not in the format of the European Central Bank (Date,USD,JPY,…)',
    )
  return lines.filter(Boolean).map((line, index) => {
    const [day = '', ...cells] = line.split(',').map((cell) => cell.trim())
    if (!/^\d{4}-\d\d-\d\d$/.test(day))
      throw new AppError('invalid_request', `Line ${index + 2} of the rates has no date`)
    const perEuro: Record<Currency, string> = {}
    currencies.forEach((currency, column) => {
      const rate = cells[column]
      if (currency && rate && /^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0)
        perEuro[currency.toLowerCase()] = rate
    })
    return { day, perEuro }
  })
}

/** Stores days of rates for the account in scope; a day that is there is replaced. @returns how many days */
export async function storeRates(
  days: { day: string; perEuro: Record<Currency, string> }[],
): Promise<number> {
  await bulkWrite(
    'fx_rates',
    days.map(({ day, perEuro }) => {
      const _id = scopedId(day)
      return { replaceOne: { filter: { _id }, replacement: { day, perEuro }, upsert: true } }
    }),
  )
  await changeSyncState({})
  await SyncStateModel.updateOne({ _id: scopedId('sync') }, { $inc: { ratesVersion: 1, figuresVersion: 1 } })
  return days.length
}

/** The account's rates into its reporting currency, ascending by day. */
export async function loadRates(reporting: Currency): Promise<Rates> {
  return ratesFrom(await FxDayModel.find().sort({ day: 1 }).lean(), reporting)
}
