/** What is on the Stripe balance, and what moved on it (metrics.md F1, V1 to V4, P2). */
import { trusted } from '../database/query'
import { addDays, convertSum, startOfDay, type Currency, type Day, type Rates } from '../metrics'
import { scopedId } from '../database/scope'
import { BalanceModel, BalanceTransactionModel } from './model'

export interface Volume {
  /** V2: charges, tax and one-off sales included. Reporting minor units, like all of these. */
  gross_volume: number
  refunds: number
  disputes: number
  fees: number
  /** P2: gross volume less refunds and disputes; fees are a cost, not less revenue. */
  net_revenue: number
  fxMissing: Currency[]
}

const CATEGORIES = {
  charge: 'gross_volume',
  payment: 'gross_volume',
  refund: 'refunds',
  partial_capture_reversal: 'refunds',
  refund_failure: 'refunds',
  dispute: 'disputes',
  dispute_reversal: 'disputes',
  fee: 'fees',
} as const

interface Row {
  _id: { day: Day; currency: Currency; category: keyof typeof CATEGORIES }
  amount: number
  fee: number
}

/** The sums of the days `from` to `to`, both included, each day at its own rate. */
export async function volume(
  from: Day,
  to: Day,
  timeZone: string,
  rates: Rates,
  reporting: Currency,
): Promise<Volume> {
  const range = { $gte: startOfDay(from, timeZone), $lt: startOfDay(addDays(to, 1), timeZone) }
  const day = {
    $dateToString: {
      date: { $toDate: { $multiply: ['$object.created', 1000] } },
      timezone: timeZone,
      format: '%Y-%m-%d',
    },
  }
  const rows = await BalanceTransactionModel.aggregate<Row>([
    {
      $match: {
        'object.created': trusted(range),
        'object.reporting_category': trusted({ $in: Object.keys(CATEGORIES) }),
      },
    },
    {
      $group: {
        _id: { day, currency: '$object.currency', category: '$object.reporting_category' },
        amount: { $sum: '$object.amount' },
        fee: { $sum: '$object.fee' },
      },
    },
  ])
  const sums = { gross_volume: 0, refunds: 0, disputes: 0, fees: 0 }
  const missing = new Set<Currency>()
  const reported = ({ day: on, currency }: Row['_id'], amount: number): number => {
    const { value, fxMissing } = convertSum({ [currency]: amount }, on, rates, reporting)
    for (const one of fxMissing) missing.add(one)
    return value
  }
  for (const { _id, amount, fee } of rows) {
    const kind = CATEGORIES[_id.category]
    // money that left is negative on the balance, positive in these figures
    sums[kind] += kind === 'gross_volume' ? reported(_id, amount) : -reported(_id, amount)
    sums.fees += reported(_id, fee)
  }
  return {
    ...sums,
    net_revenue: sums.gross_volume - sums.refunds - sums.disputes,
    fxMissing: [...missing].sort(),
  }
}

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

/** The sums of several accounts together. */
export const addVolumes = (a: Volume, b: Volume): Volume => ({
  gross_volume: a.gross_volume + b.gross_volume,
  refunds: a.refunds + b.refunds,
  disputes: a.disputes + b.disputes,
  fees: a.fees + b.fees,
  net_revenue: a.net_revenue + b.net_revenue,
  fxMissing: [...new Set([...a.fxMissing, ...b.fxMissing])].sort(),
})
