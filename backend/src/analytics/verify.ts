/** Whether the stored figures are those that the facts give: everything computed again, nothing written. */
import { inTransaction } from '../database/transaction'
import { differingMoney } from '../ledger/rollups'
import { customersWithFacts } from './facts'
import { BATCH, computeBatch, type Engine } from './recompute'
import { differingRollups, monthsOfRollups } from './rollups'

/** Differences that are named; all are counted. */
const MAX_NAMED = 100

export interface Difference {
  kind: 'movement' | 'standing' | 'rollup' | 'money'
  /** Customer and day, customer, slice and day, or day. */
  id: string
  problem: 'missing' | 'not_in_facts' | 'differs'
}

export interface Verification {
  customers: number
  months: number
  differing: number
  /** The first hundred. */
  differences: Difference[]
}

/**
 * Compares movements and standings with what the facts give, roll-ups with what the movements give, and those of money
 * with what its copies give, content for content; when each was learned is left aside. `progress` gets the customers
 * done so far.
 */
export async function verify(
  engine: Engine,
  progress: (done: number) => Promise<void>,
): Promise<Verification> {
  const result: Verification = { customers: 0, months: 0, differing: 0, differences: [] }
  const tell = (found: Difference[]): void => {
    result.differing += found.length
    result.differences.push(...found.slice(0, MAX_NAMED - result.differences.length))
  }
  for await (const customers of customersWithFacts(BATCH)) {
    // one transaction sees one state: what arrives meanwhile differs from nothing
    const { closed, added, standings } = await inTransaction(() => computeBatch(customers, engine))
    tell([
      ...added.map(({ customer, day }) => ({
        kind: 'movement' as const,
        id: `${customer} ${day}`,
        problem: 'missing' as const,
      })),
      ...closed.map(({ customer, day }) => ({
        kind: 'movement' as const,
        id: `${customer} ${day}`,
        problem: 'not_in_facts' as const,
      })),
      ...standings.map(({ customer }) => ({
        kind: 'standing' as const,
        id: customer,
        problem: 'differs' as const,
      })),
    ])
    result.customers += customers.length
    await progress(result.customers)
  }
  for (const month of await monthsOfRollups()) {
    const names = await inTransaction(() => differingRollups(month, engine.metadataKeys))
    tell(names.map((id) => ({ kind: 'rollup', id, problem: 'differs' })))
    result.months += 1
  }
  for await (const days of differingMoney(engine.definitions.timeZone))
    tell(days.map((id) => ({ kind: 'money', id, problem: 'differs' })))
  return result
}
