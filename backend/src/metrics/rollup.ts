/** Day roll-ups: what all customers' movements of one local day add up to. Pure sums, so parts can be merged. */
import type { ChurnReason, Currency, DayRollup, Movement, MovementSums } from './types'

const REASONS = ['voluntary', 'involuntary', 'paused'] as const satisfies ChurnReason[]

/** One roll-up per day that has movements, days ascending. */
export function foldMovements(movements: Iterable<Movement>): DayRollup[] {
  const days = new Map<string, DayRollup>()
  for (const movement of movements) {
    let rollup = days.get(movement.day)
    if (!rollup) days.set(movement.day, (rollup = emptyRollup(movement.day)))
    addMovement(rollup, movement)
  }
  return finished(days)
}

/** The roll-ups of two sets of movements as those of their union; the inputs stay as they are. */
export function mergeRollups(a: readonly DayRollup[], b: readonly DayRollup[]): DayRollup[] {
  const days = new Map<string, DayRollup>()
  for (const rollup of [...a, ...b]) {
    let sum = days.get(rollup.day)
    if (!sum) days.set(rollup.day, (sum = emptyRollup(rollup.day)))
    addRollup(sum, rollup)
  }
  return finished(days)
}

export function emptySums(): MovementSums {
  return { new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 }
}

/** What a day's sums change in a balance (W7). */
export function netOf(sums: MovementSums): number {
  return sums.new + sums.reactivation + sums.expansion - sums.contraction - sums.churn
}

function addMovement(rollup: DayRollup, { type, changes, reason, reconstructed }: Movement): void {
  const lost = type === 'contraction' || type === 'churn'
  for (const { currency, before, after } of changes) {
    sumsOf(rollup, currency)[type] += lost ? before - after : after - before
    if (type === 'churn' && reason) addTo(rollup.churn[reason].mrr, currency, before - after)
  }
  if (type === 'new') rollup.customers.new += 1
  if (type === 'reactivation') rollup.customers.reactivated += 1
  if (type === 'churn') rollup.customers.churned += 1
  if (type === 'churn' && reason) rollup.churn[reason].customers += 1
  rollup.reconstructed ||= reconstructed
}

function addRollup(sum: DayRollup, part: DayRollup): void {
  for (const [currency, sums] of Object.entries(part.currencies)) {
    const into = sumsOf(sum, currency)
    into.new += sums.new
    into.expansion += sums.expansion
    into.contraction += sums.contraction
    into.churn += sums.churn
    into.reactivation += sums.reactivation
  }
  sum.customers.new += part.customers.new
  sum.customers.reactivated += part.customers.reactivated
  sum.customers.churned += part.customers.churned
  for (const reason of REASONS) {
    sum.churn[reason].customers += part.churn[reason].customers
    for (const [currency, lost] of Object.entries(part.churn[reason].mrr))
      addTo(sum.churn[reason].mrr, currency, lost)
  }
  sum.reconstructed ||= part.reconstructed
}

function emptyRollup(day: string): DayRollup {
  return {
    day,
    currencies: {},
    customers: { new: 0, reactivated: 0, churned: 0 },
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
