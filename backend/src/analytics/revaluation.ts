/** Whose movements say something else than the rates in force. */
import { trusted } from '../database/query'
import { valueOf, type Currency } from '../metrics'
import { FactModel, MovementModel } from './model'
import type { Engine } from './recompute'

/**
 * The customers to compute anew after rates changed, sorted: those with a movement whose amount differs or whose kind may,
 * and those who paid in `turned` currencies, which came to have rates or lost them. `billed` are all currencies there are.
 */
export async function misvalued(
  { definitions: { reportingCurrency }, rates }: Engine,
  billed: readonly Currency[],
  turned: readonly Currency[],
): Promise<string[]> {
  if (billed.every((currency) => currency === reportingCurrency)) return []
  const paid = { object: 'subscription' as const, 'data.currency': trusted({ $in: [...turned] }) }
  const customers = new Set(
    turned.length > 0 ? ((await FactModel.distinct('customer', paid)) as string[]) : [],
  )
  const abroad = trusted({ $elemMatch: { currency: trusted({ $ne: reportingCurrency }) } })
  const movements = MovementModel.find(
    { knownTo: null, changes: abroad },
    { customer: 1, day: 1, changes: 1, amount: 1, subscriptions: 1 },
  )
  for await (const { customer, day, changes, amount, subscriptions } of movements.lean().cursor()) {
    // what kind it is (W3), or why they left (W4), may hang on a rate where several currencies or subscriptions changed
    const weighed = changes.length > 1 || subscriptions.length > 1
    if (weighed || valueOf(changes, day, reportingCurrency, rates).amount !== amount) customers.add(customer)
  }
  return [...customers].sort()
}
