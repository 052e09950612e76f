/** Balances as running sums of day roll-ups (they are never stored). */
import { convertSum } from './fx'
import { netCustomers, netOf } from './rollup'
import type { Currency, Day, DayRollup, Rates } from './types'

/** MRR per currency (minor units) and customers at the end of a day; walks the roll-ups once, forwards only. */
export class RunningBalance {
  readonly mrr: Record<Currency, number> = {}
  customers = 0
  private readonly rollups: readonly DayRollup[]
  private next = 0

  constructor(rollups: readonly DayRollup[]) {
    this.rollups = inOrder(rollups)
  }

  /** Takes in all days up to and including `day`, and gives those that were taken in. */
  advanceTo(day: Day): DayRollup[] {
    const taken: DayRollup[] = []
    for (
      let rollup = this.rollups[this.next];
      rollup && rollup.day <= day;
      rollup = this.rollups[++this.next]
    ) {
      for (const [currency, sums] of Object.entries(rollup.currencies)) {
        this.mrr[currency] = (this.mrr[currency] ?? 0) + netOf(sums)
      }
      this.customers += netCustomers(rollup.customers)
      taken.push(rollup)
    }
    return taken
  }
}

/**
 * MRR in reporting minor units, at each day's own rate (C5), and customers with MRR, at the end of each day. `days`
 * ascending.
 */
export function balances(
  rollups: readonly DayRollup[],
  days: readonly Day[],
  rates: Rates,
  reportingCurrency: Currency,
): { day: Day; mrr: number; customers: number }[] {
  const running = new RunningBalance(rollups)
  return inDayOrder(days).map((day) => {
    running.advanceTo(day)
    return {
      day,
      mrr: convertSum(running.mrr, day, rates, reportingCurrency).value,
      customers: running.customers,
    }
  })
}

function inDayOrder(days: readonly Day[]): readonly Day[] {
  return isAscending(days) ? days : [...days].sort()
}

function inOrder(rollups: readonly DayRollup[]): readonly DayRollup[] {
  const days = rollups.map(({ day }) => day)
  return isAscending(days) ? rollups : [...rollups].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function isAscending(days: readonly Day[]): boolean {
  return days.every((day, index) => index === 0 || (days[index - 1] ?? day) <= day)
}
