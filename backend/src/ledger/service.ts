/** What is on the Stripe balance, and on its way to the bank (metrics.md F1, F2). */
import type Stripe from 'stripe'
import { trusted } from '../database/query'
import { scopedId } from '../database/scope'
import { dayOf, type Currency, type Instant, type PayoutSchedule, type PendingFunds } from '../metrics'
import { BalanceModel, BalanceTransactionModel, PayoutModel } from './model'

/** F1: what can be paid out, and what settles later; minor units of each currency that the account holds. */
export interface Funds {
  available: Record<Currency, number>
  pending: Record<Currency, number>
  /** When it is paid out; null where the key may not know. */
  schedule: PayoutSchedule | null
  /** Seconds of Stripe's time: what happened later is not in. */
  asOf: Instant
}

/** The balance as it was last read; null while it never was, as where the key lacks the permission. */
export async function funds(): Promise<Funds | null> {
  const row = await BalanceModel.findById(scopedId('balance')).lean()
  if (!row) return null
  const amounts = (of: { currency: Currency; amount: number }[]) =>
    Object.fromEntries(of.map(({ currency, amount }) => [currency, amount]))
  const { available, pending, payout_schedule: schedule = null } = row.object
  return { available: amounts(available), pending: amounts(pending), schedule, asOf: row.version }
}

/** What settles after an instant, by currency and the day (UTC) on which it turns available (F1). */
export async function settling(after: Instant): Promise<Map<Currency, PendingFunds[]>> {
  const rows = await BalanceTransactionModel.aggregate<{
    _id: { currency: Currency; at: Instant }
    net: number
  }>([
    {
      $match: {
        'object.available_on': { $gt: after },
        'object.balance_type': { $in: [null, 'payments'] },
        // taken off the balance when it was made, whenever it arrives
        'object.reporting_category': { $ne: 'payout' },
      },
    },
    {
      $group: {
        _id: { currency: '$object.currency', at: '$object.available_on' },
        net: { $sum: '$object.net' },
      },
    },
  ])
  const coming = new Map<Currency, PendingFunds[]>()
  for (const { _id, net } of rows) {
    const own = coming.get(_id.currency) ?? []
    coming.set(_id.currency, [...own, { available_on: dayOf(_id.at, 'UTC'), net }])
  }
  return coming
}

/** Payouts that have not arrived (F2). */
export async function payoutsInTransit(): Promise<Stripe.Payout[]> {
  const rows = await PayoutModel.find({
    'object.status': trusted({ $in: ['pending', 'in_transit'] }),
    deleted: false,
  }).lean()
  return rows.map(({ object }) => object)
}
