/** What is on the Stripe balance (metrics.md F1). */
import { scopedId } from '../database/scope'
import type { Currency } from '../metrics'
import { BalanceModel } from './model'

/** F1: what can be paid out, and what settles later; minor units of each currency that the account holds. */
export interface Funds {
  available: Record<Currency, number>
  pending: Record<Currency, number>
  /** Seconds of Stripe's time: what happened later is not in. */
  asOf: number
}

/** The balance as it was last read; null while it never was, as where the key lacks the permission. */
export async function funds(): Promise<Funds | null> {
  const row = await BalanceModel.findById(scopedId('balance')).lean()
  if (!row) return null
  const amounts = (of: { currency: Currency; amount: number }[]) =>
    Object.fromEntries(of.map(({ currency, amount }) => [currency, amount]))
  const { available, pending } = row.object
  return { available: amounts(available), pending: amounts(pending), asOf: row.version }
}
