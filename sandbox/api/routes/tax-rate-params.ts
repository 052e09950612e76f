import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Account } from '../store/account'
import { fromParam } from './lookups'

const MOST_RATES = 5

/** Reads a list of tax rates; '' empties it. */
export function readTaxRates(
  account: Account,
  params: Params,
  key: 'tax_rates' | 'default_tax_rates',
): string[] | undefined {
  const ids = params.words(key)
  if (ids === undefined) return undefined
  const param = params.name(key)
  if (ids !== null && ids.length > MOST_RATES) {
    throw invalid(`You can apply at most ${MOST_RATES} tax rates.`, { param })
  }
  return (ids ?? []).map((id) => {
    const rate = fromParam(account.store.taxRates, 'tax rate', id, param)
    if (rate.active) return rate.id
    throw invalid(`The tax rate ${id} is inactive. This field only accepts active tax rates.`, { param })
  })
}
