/** The parts of a customer's MRR that slices are made of, and what a movement does to each (W8). */
import { apportion } from './apportion'
import { ratio } from './rational'
import type { SubscriptionMrr } from './mrr'
import type { Cell, Movement, Price, Subscription } from './types'

/** A part of one subscription's MRR; `key` is the same for parts that are one in every slice. */
export interface Part extends Omit<Cell, 'before' | 'after'> {
  key: string
  mrr: number
}

/** What a price bills by: `month`, `year`, `3_month`. */
export function intervalOf({ recurring: { interval, interval_count: count = 1 } }: Price): string {
  return count === 1 ? interval : `${count}_${interval}`
}

/** The parts of a subscription's MRR, in the order of its items; items without MRR are none. */
export function partsOf(
  { currency, items }: Subscription,
  { items: amounts, coupons: taken }: SubscriptionMrr,
): Part[] {
  const parts: Part[] = []
  for (const [index, { price }] of items.entries()) {
    const mrr = amounts[index] ?? 0
    if (mrr === 0) continue
    const coupons = taken[index] ?? []
    const sorted = coupons.length > 1 ? [...new Set(coupons)].sort() : coupons
    const interval = intervalOf(price)
    const { id = null, product = null } = price
    const key = `${currency} ${id ?? ''} ${product ?? ''} ${interval} ${sorted.join()}`
    parts.push({ key, currency, price: id, product, interval, coupons: sorted, mrr })
  }
  return parts
}

/** Whether two states of a subscription are made of the same parts. */
export const sameParts = (a: readonly Part[], b: readonly Part[]): boolean =>
  a === b ||
  (a.length === b.length && a.every(({ key, mrr }, index) => key === b[index]?.key && mrr === b[index].mrr))

/** What a movement did to one cell: by the movement's own type, and against other cells; signed minor units. */
export interface CellChange {
  cell: Cell
  typed: number
  transfer: number
}

/**
 * W8: where some cells of a currency rise and others fall, what they have in common moved between them; the rest is
 * the movement's own type. Shared out in proportion, so that the cells of any slices that cut the whole add up to it.
 */
export function cellChanges({ cells }: Movement): CellChange[] {
  if (cells.length === 1 && cells[0])
    return [{ cell: cells[0], typed: cells[0].after - cells[0].before, transfer: 0 }]
  const changes = new Map<Cell, CellChange>()
  for (const currency of new Set(cells.map((cell) => cell.currency))) {
    const own = cells.filter((cell) => cell.currency === currency)
    const rising = own.filter(({ before, after }) => after > before)
    const falling = own.filter(({ before, after }) => after < before)
    const gained = sizeOf(rising)
    const lost = sizeOf(falling)
    const moved = Math.min(gained, lost)
    for (const cell of own) changes.set(cell, { cell, typed: cell.after - cell.before, transfer: 0 })
    for (const [side, size] of [
      [rising, gained],
      [falling, lost],
    ] as const) {
      if (moved === 0) continue
      const { shares } = apportion(side.map((cell) => ratio(BigInt(moved) * BigInt(stepOf(cell)), size)))
      for (const [index, cell] of side.entries()) {
        const share = (cell.after > cell.before ? 1 : -1) * (shares[index] ?? 0)
        changes.set(cell, { cell, typed: cell.after - cell.before - share, transfer: share })
      }
    }
  }
  return cells.flatMap((cell) => changes.get(cell) ?? [])
}

const stepOf = ({ before, after }: Cell): number => Math.abs(after - before)
const sizeOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + stepOf(cell), 0)
