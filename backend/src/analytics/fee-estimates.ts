/** Fees of payments that are not on the balance yet (V5): estimates, replaced by the actual fees. */
import { trusted } from '../database/query'
import { convert, dayOf, endOfDay, estimateFee, startOfDay, type Currency } from '../metrics'
import { feesOn } from '../settings/fees'
import { ChargeModel } from '../payments/model'
import { forEachPart, type Book, type Range } from './book'
import { emptyRow, newestFirst, type Row } from './rows'

const FIELDS = {
  'object.id': 1,
  'object.amount': 1,
  'object.currency': 1,
  'object.created': 1,
  'object.customer': 1,
  'object.payment_method_details': 1,
}

/**
 * Payments of a range without a balance transaction, each with its estimated fee, newest first. Which there were at a
 * moment of the past is not known.
 */
export async function estimatedFees(
  book: Book,
  { from, to }: Range,
): Promise<{ rows: Row[]; missing: Currency[] } | null> {
  const { slices, asked, rates, currency: reporting } = book
  if (slices.length > 0 || asked.at !== undefined || asked.known_at !== undefined) return null
  const missing = new Set<Currency>()
  const parts = await forEachPart(book, async (part) => {
    const { definitions, country, defaultCurrency } = part.account
    const { timeZone } = definitions
    const charges = await ChargeModel.find({
      'object.created': trusted({ $gte: startOfDay(from, timeZone), $lt: endOfDay(to, timeZone) }),
      'object.status': 'succeeded',
      'object.captured': true,
      'object.balance_transaction': null,
    })
      .select(FIELDS)
      .lean()
    return charges.flatMap(({ object: charge }): Row[] => {
      const { id, amount, currency, created, customer } = charge
      const day = dayOf(created, timeZone)
      const rate = feesOn(part.account, day)
      const from = charge.payment_method_details?.card?.country ?? country
      const estimate =
        rate &&
        estimateFee(
          { amount, international: from !== country, converted: currency !== defaultCurrency },
          rate,
        )
      const value = estimate === undefined ? null : convert(estimate, currency, day, rates, reporting)
      if (estimate === undefined || value === null) {
        missing.add(currency)
        return []
      }
      const payer = typeof customer === 'string' ? customer : null
      const amounts = { [currency]: estimate }
      return [emptyRow(part, payer, { id, kind: 'charge', value, day, amounts, objects: [id] })]
    })
  })
  return { rows: newestFirst(parts.flat()), missing: [...missing] }
}
