/** Day roll-ups: what all customers' movements of one local day add up to. Pure sums, so parts can be merged. */
import { cellChanges, type CellChange } from './cells'
import { CUSTOMER_SUMS, MOVEMENT_SUMS } from './types'
import type { Cell, ChurnReason, Currency, DayRollup, Movement, MovementSums } from './types'

const REASONS = ['voluntary', 'involuntary', 'paused'] as const satisfies ChurnReason[]

/** One roll-up per day that has movements, days ascending. */
export function foldMovements(movements: Iterable<Movement>): DayRollup[] {
  const days: Days = new Map()
  for (const movement of movements) {
    if (movement.type !== 'transfer') addMovement(rollupOf(days, movement.day), movement)
  }
  return finished(days)
}

/**
 * The same for parts of the MRR: `slicesOf` names the slices that a cell belongs to (W8). A slice in which nothing
 * changed on a day has no roll-up of it.
 */
export function foldSlices(
  movements: Iterable<Movement>,
  slicesOf: (cell: Cell, movement: Movement) => readonly string[],
): Map<string, DayRollup[]> {
  const slices = new Map<string, Days>()
  for (const movement of movements) {
    const parts = new Map<string, CellChange[]>()
    for (const change of cellChanges(movement)) {
      for (const name of slicesOf(change.cell, movement)) {
        const own = parts.get(name)
        if (own) own.push(change)
        else parts.set(name, [change])
      }
    }
    for (const [name, changes] of parts) {
      const effect = effectOf(movement, changes)
      if (!effect) continue
      let days = slices.get(name)
      if (!days) slices.set(name, (days = new Map()))
      addEffect(rollupOf(days, movement.day), movement, effect)
    }
  }
  return new Map([...slices].map(([name, days]) => [name, finished(days)]))
}

/** The roll-ups of two sets of movements as those of their union; the inputs stay as they are. */
export function mergeRollups(a: readonly DayRollup[], b: readonly DayRollup[]): DayRollup[] {
  const days: Days = new Map()
  for (const rollup of [...a, ...b]) addRollup(rollupOf(days, rollup.day), rollup)
  return finished(days)
}

export function emptySums(): MovementSums {
  return {
    new: 0,
    expansion: 0,
    contraction: 0,
    churn: 0,
    reactivation: 0,
    transfer_in: 0,
    transfer_out: 0,
  }
}

/** How many customers with MRR a day leaves more than it found (W7). */
export function netCustomers(customers: DayRollup['customers']): number {
  const came = customers.new + customers.reactivated + customers.transferred_in
  return came - customers.churned - customers.transferred_out
}

/** What a day's sums change in a balance (W7). */
export function netOf(sums: MovementSums): number {
  const gained = sums.new + sums.reactivation + sums.expansion + sums.transfer_in
  return gained - sums.contraction - sums.churn - sums.transfer_out
}

const isLoss = (type: Movement['type']): boolean => type === 'contraction' || type === 'churn'

const CUSTOMERS = {
  new: 'new',
  reactivation: 'reactivated',
  churn: 'churned',
} as const satisfies Partial<Record<Movement['type'], keyof DayRollup['customers']>>

function addMovement(rollup: DayRollup, { type, changes, reason, reconstructed }: Movement): void {
  if (type === 'transfer') return
  for (const { currency, before, after } of changes) {
    sumsOf(rollup, currency)[type] += isLoss(type) ? before - after : after - before
    if (type === 'churn' && reason) addTo(rollup.churn[reason].mrr, currency, before - after)
  }
  if (type in CUSTOMERS) rollup.customers[CUSTOMERS[type as keyof typeof CUSTOMERS]] += 1
  if (type === 'churn' && reason) rollup.churn[reason].customers += 1
  rollup.reconstructed ||= reconstructed
}

/** What a movement does to a slice: signed minor units per currency, and the customer's coming or going. */
export interface Effect {
  currencies: Map<Currency, { typed: number; transfer: number }>
  customers: keyof DayRollup['customers'] | null
}

/** What a movement does to the cells that match; null where it does nothing to them (W8). */
export function movementEffect(movement: Movement, matches: (cell: Cell) => boolean): Effect | null {
  return effectOf(
    movement,
    cellChanges(movement).filter(({ cell }) => matches(cell)),
  )
}

function effectOf({ type }: Movement, changes: readonly CellChange[]): Effect | null {
  const currencies: Effect['currencies'] = new Map()
  let [before, after] = [0, 0]
  for (const { cell, typed, transfer } of changes) {
    before += cell.before
    after += cell.after
    const sum = currencies.get(cell.currency) ?? { typed: 0, transfer: 0 }
    currencies.set(cell.currency, { typed: sum.typed + typed, transfer: sum.transfer + transfer })
  }
  for (const [currency, { typed, transfer }] of currencies)
    if (typed === 0 && transfer === 0) currencies.delete(currency)
  const comes = before === 0 && after > 0
  const goes = before > 0 && after === 0
  if (currencies.size === 0 && !comes && !goes) return null
  const entered = type === 'new' || type === 'reactivation' ? CUSTOMERS[type] : 'transferred_in'
  const left = type === 'churn' ? CUSTOMERS[type] : 'transferred_out'
  return { currencies, customers: comes ? entered : goes ? left : null }
}

function addEffect(
  rollup: DayRollup,
  { type, reason, reconstructed }: Movement,
  { currencies, customers }: Effect,
): void {
  for (const [currency, { typed, transfer }] of currencies) {
    const sums = sumsOf(rollup, currency)
    if (type !== 'transfer') sums[type] += isLoss(type) ? -typed : typed
    if (transfer > 0) sums.transfer_in += transfer
    else sums.transfer_out -= transfer
    if (type === 'churn' && reason) addTo(rollup.churn[reason].mrr, currency, -typed)
  }
  if (customers) rollup.customers[customers] += 1
  if (customers === 'churned' && reason) rollup.churn[reason].customers += 1
  rollup.reconstructed ||= reconstructed
}

function addRollup(sum: DayRollup, part: DayRollup): void {
  for (const [currency, sums] of Object.entries(part.currencies)) {
    const into = sumsOf(sum, currency)
    for (const name of MOVEMENT_SUMS) into[name] += sums[name]
  }
  for (const name of CUSTOMER_SUMS) sum.customers[name] += part.customers[name]
  for (const reason of REASONS) {
    sum.churn[reason].customers += part.churn[reason].customers
    for (const [currency, lost] of Object.entries(part.churn[reason].mrr))
      addTo(sum.churn[reason].mrr, currency, lost)
  }
  sum.reconstructed ||= part.reconstructed
}

type Days = Map<string, DayRollup>

function rollupOf(days: Days, day: string): DayRollup {
  let rollup = days.get(day)
  if (!rollup) days.set(day, (rollup = emptyRollup(day)))
  return rollup
}

function emptyRollup(day: string): DayRollup {
  return {
    day,
    currencies: {},
    customers: { new: 0, reactivated: 0, churned: 0, transferred_in: 0, transferred_out: 0 },
    churn: {
      voluntary: { customers: 0, mrr: {} },
      involuntary: { customers: 0, mrr: {} },
      paused: { customers: 0, mrr: {} },
    },
    reconstructed: false,
  }
}

function sumsOf(rollup: DayRollup, currency: Currency): MovementSums {
  return (rollup.currencies[currency] ??= emptySums())
}

function addTo(sums: Record<Currency, number>, currency: Currency, amount: number): void {
  sums[currency] = (sums[currency] ?? 0) + amount
}

/** Days ascending and currencies in order, so that any way to the same sums gives the same bytes. */
function finished(days: ReadonlyMap<string, DayRollup>): DayRollup[] {
  for (const rollup of days.values()) {
    rollup.currencies = ordered(rollup.currencies)
    for (const reason of REASONS) rollup.churn[reason].mrr = ordered(rollup.churn[reason].mrr)
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function ordered<T>(record: Record<Currency, T>): Record<Currency, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
