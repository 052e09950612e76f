/** Movements of one customer (W1 to W5): one per local day on which the MRR at its end differs from the day before. */
import { sameParts, type Part } from './cells'
import { churnReason } from './churn-reason'
import { hasRates, minorRateOn } from './fx'
import { customerDiscounts, phasesBySubscription } from './history'
import { dayOfNumber } from './local-day'
import { ZERO, add, compare, multiply, ratio, round } from './rational'
import { timeline } from './timeline'
import type { Point } from './timeline'
import type {
  Cell,
  Currency,
  CustomerHistory,
  Day,
  Definitions,
  Instant,
  Movement,
  MovementType,
  Rates,
} from './types'

/** One subscription while the days are walked. */
interface Track {
  id: string
  points: Point[]
  next: number
  parts: readonly Part[]
}

/** What one subscription's MRR did on one day. */
interface TrackChange {
  id: string
  currency: Currency
  before: readonly Part[]
  after: readonly Part[]
  last: Point
  causes: readonly string[]
  reconstructed: boolean
}

/** What the customer's MRR in one currency did on one day. */
type CurrencyChange = Movement['changes'][number]

/** The customer's MRR by part; `before` at the end of the day before, `after` as the day goes on. */
type Totals = Map<string, Cell>

/**
 * The customer's movements, days ascending. `until` is exclusive: the day that holds it counts as far as it has gone.
 * Currencies without any rate are left out altogether (C5, see `currenciesOf`). Days before a currency's first rate
 * keep their movement, with nothing for that currency in `amount`.
 */
export function customerMovements(
  history: CustomerHistory,
  definitions: Definitions,
  rates: Rates,
  until: Instant,
): Movement[] {
  const tracks = tracksOf(history, definitions, rates, until)
  const totals: Totals = new Map()
  const movements: Movement[] = []
  const { customer } = history
  let everPaid = false
  for (;;) {
    const number = nextDay(tracks)
    if (number === null) return movements
    const changed = tracks.map((track) => advance(track, number)).filter((c) => c !== null)
    const paidBefore = totals.size > 0
    for (const change of changed) apply(totals, change)
    const cells = cellsOf(totals)
    if (cells.some(({ before, after }) => before !== after)) {
      const day = dayOfNumber(number)
      const changes = changesOf(cells)
      const paidAfter = cells.some(({ after }) => after > 0)
      const value = valueOf(changes, day, definitions.reportingCurrency, rates)
      const type = changes.length === 0 ? 'transfer' : typeOf(paidBefore, paidAfter, everPaid, value.rises)
      const why =
        type === 'churn' ? churnOf(changed, day, definitions, rates) : { reason: null, feedback: null }
      const causes = [...new Set(changed.flatMap((change) => change.causes))].sort()
      const subscriptions = changed.map(({ id }) => id).sort()
      const reconstructed = changed.some((change) => change.reconstructed)
      const { amount } = value
      movements.push({
        customer,
        day,
        type,
        changes,
        cells,
        amount,
        ...why,
        causes,
        subscriptions,
        reconstructed,
      })
      everPaid ||= paidAfter
    }
    closeDay(totals)
  }
}

/** Every currency the customer has been billed in, sorted; those without a rate are the caller's `fx_missing` (C5). */
export function currenciesOf({ versions }: CustomerHistory): Currency[] {
  return [...new Set(versions.map(({ state }) => state.currency))].sort()
}

function tracksOf(history: CustomerHistory, definitions: Definitions, rates: Rates, until: Instant): Track[] {
  const discounts = customerDiscounts(history)
  const tracks: Track[] = []
  for (const [id, phases] of phasesBySubscription(history)) {
    const currency = phases[0]?.version.state.currency
    if (currency === undefined || !hasRates(rates, currency, definitions.reportingCurrency)) continue
    tracks.push({ id, points: timeline(phases, discounts, definitions, until), next: 0, parts: [] })
  }
  return tracks
}

function nextDay(tracks: readonly Track[]): number | null {
  let day = Infinity
  for (const { points, next } of tracks) day = Math.min(day, points[next]?.day ?? Infinity)
  return day === Infinity ? null : day
}

/** Moves a track to the end of a day (W2: what happened in between nets out); null where its parts are as before. */
function advance(track: Track, day: number): TrackChange | null {
  const before = track.parts
  let last: Point | undefined
  const movers: Point[] = []
  for (let point = track.points[track.next]; point?.day === day; point = track.points[track.next]) {
    if (!sameParts(point.parts, track.parts)) movers.push(point)
    track.parts = point.parts
    last = point
    track.next += 1
  }
  if (!last || sameParts(track.parts, before)) return null
  const causes = movers.length === 1 && movers[0] ? movers[0].causes : movers.flatMap((point) => point.causes)
  const reconstructed = movers.some(({ phase }) => phase.version.source === 'invoice_line')
  const { currency } = last.phase.version.state
  return { id: track.id, currency, before, after: track.parts, last, causes, reconstructed }
}

/** Takes a subscription's former parts out of the customer's, and puts its new ones in. */
function apply(totals: Totals, { before, after }: TrackChange): void {
  for (const [parts, sign] of [
    [before, -1],
    [after, 1],
  ] as const) {
    for (const part of parts) {
      const cell = totals.get(part.key)
      if (cell) cell.after += sign * part.mrr
      else totals.set(part.key, cellOf(part, 0, sign * part.mrr))
    }
  }
}

const cellOf = (
  { currency, price, product, interval, coupons }: Omit<Cell, 'before' | 'after'>,
  before: number,
  after: number,
): Cell => ({ currency, price, product, interval, coupons, before, after })

/** In the order of their keys. */
function cellsOf(totals: Totals): Cell[] {
  const keys = totals.size > 1 ? [...totals.keys()].sort() : totals.keys()
  const cells: Cell[] = []
  for (const key of keys) {
    const cell = totals.get(key)
    if (cell && (cell.before !== 0 || cell.after !== 0)) cells.push(cellOf(cell, cell.before, cell.after))
  }
  return cells
}

function closeDay(totals: Totals): void {
  for (const [key, cell] of totals) {
    if (cell.after === 0) totals.delete(key)
    else cell.before = cell.after
  }
}

/** The currencies whose total differs, sorted. */
function changesOf(cells: readonly Cell[]): CurrencyChange[] {
  const sums = new Map<Currency, CurrencyChange>()
  for (const { currency, before, after } of cells) {
    const sum = sums.get(currency)
    if (sum) {
      sum.before += before
      sum.after += after
    } else sums.set(currency, { currency, before, after })
  }
  const changes = [...sums.values()].filter(({ before, after }) => before !== after)
  return changes.length > 1 ? changes.sort((a, b) => (a.currency < b.currency ? -1 : 1)) : changes
}

/**
 * Changes of a day in reporting minor units: both ends at this day's rate (W2), so that a rate alone moves nothing; one
 * rounding per currency. What has no rate yet is left out of `amount`.
 */
export function valueOf(
  changes: readonly CurrencyChange[],
  day: Day,
  reportingCurrency: Currency,
  rates: Rates,
): { amount: number; rises: boolean } {
  let amount = 0
  let unvalued = 0
  let exact = ZERO
  for (const { currency, before, after } of changes) {
    const rate = minorRateOn(rates, currency, day, reportingCurrency)
    if (rate === null) unvalued += after - before
    else {
      const value = multiply(ratio(after - before), rate)
      amount += round(value)
      exact = add(exact, value)
    }
  }
  const direction = compare(exact, ZERO)
  return { amount, rises: direction === 0 ? unvalued >= 0 : direction > 0 }
}

const mrrOf = (parts: readonly Part[]): number => parts.reduce((sum, { mrr }) => sum + mrr, 0)

/** W3. */
function typeOf(paidBefore: boolean, paidAfter: boolean, everPaid: boolean, rises: boolean): MovementType {
  if (!paidBefore) return everPaid ? 'reactivation' : 'new'
  if (!paidAfter) return 'churn'
  return rises ? 'expansion' : 'contraction'
}

/** W4: the subscription that lost most that day, valued at this day's rate, tells why; on a tie the lower id. */
function churnOf(
  changed: readonly TrackChange[],
  day: Day,
  definitions: Definitions,
  rates: Rates,
): Pick<Movement, 'reason' | 'feedback'> {
  const losses = changed.map(({ currency, before, after, last }) => {
    const rate = minorRateOn(rates, currency, day, definitions.reportingCurrency)
    return { last, loss: rate === null ? ZERO : multiply(ratio(mrrOf(before) - mrrOf(after)), rate) }
  })
  const most = losses.reduce((worst, other) => (compare(other.loss, worst.loss) > 0 ? other : worst))
  const { phase, at } = most.last
  const feedback = phase.version.state.cancellation_details?.feedback ?? null
  return { reason: churnReason(phase, at, definitions), feedback }
}
