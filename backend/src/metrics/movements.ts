/** Movements of one customer (W1 to W5): one per local day on which the MRR at its end differs from the day before. */
import { churnReason } from './churn-reason'
import { hasRates, minorRateOn } from './fx'
import { customerDiscounts, phasesBySubscription } from './history'
import { dayOfNumber } from './local-day'
import { ZERO, add, compare, multiply, ratio, round } from './rational'
import { timeline } from './timeline'
import type { Point } from './timeline'
import type {
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
  currency: Currency
  points: Point[]
  next: number
  mrr: number
}

/** What one subscription's MRR did on one day. */
interface TrackChange {
  currency: Currency
  before: number
  after: number
  last: Point
  causes: readonly string[]
  reconstructed: boolean
}

/** What the customer's MRR in one currency did on one day. */
type CurrencyChange = Movement['changes'][number]

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
  const totals = new Map<Currency, number>()
  const movements: Movement[] = []
  let everPaid = false
  for (;;) {
    const number = nextDay(tracks)
    if (number === null) return movements
    const changed = tracks.map((track) => advance(track, number)).filter((c) => c !== null)
    const paidBefore = isPositive(totals)
    const changes = applyChanges(totals, changed)
    const paidAfter = isPositive(totals)
    if (changes.length > 0) {
      const day = dayOfNumber(number)
      const value = valueOf(changes, day, definitions.reportingCurrency, rates)
      const type = typeOf(paidBefore, paidAfter, everPaid, value.rises)
      const why =
        type === 'churn' ? churnOf(changed, day, definitions, rates) : { reason: null, feedback: null }
      const causes = [...new Set(changed.flatMap((change) => change.causes))].sort()
      const reconstructed = changed.some((change) => change.reconstructed)
      const { customer } = history
      movements.push({ customer, day, type, changes, amount: value.amount, ...why, causes, reconstructed })
    }
    everPaid ||= paidAfter
  }
}

/** Every currency the customer has been billed in, sorted; those without a rate are the caller's `fx_missing` (C5). */
export function currenciesOf({ versions }: CustomerHistory): Currency[] {
  return [...new Set(versions.map(({ state }) => state.currency))].sort()
}

function tracksOf(history: CustomerHistory, definitions: Definitions, rates: Rates, until: Instant): Track[] {
  const discounts = customerDiscounts(history)
  const tracks: Track[] = []
  for (const phases of phasesBySubscription(history).values()) {
    const currency = phases[0]?.version.state.currency
    if (currency === undefined || !hasRates(rates, currency, definitions.reportingCurrency)) continue
    tracks.push({ currency, points: timeline(phases, discounts, definitions, until), next: 0, mrr: 0 })
  }
  return tracks
}

function nextDay(tracks: readonly Track[]): number | null {
  let day = Infinity
  for (const { points, next } of tracks) day = Math.min(day, points[next]?.day ?? Infinity)
  return day === Infinity ? null : day
}

/** Moves a track to the end of a day (W2: what happened in between nets out); null where the value is as before. */
function advance(track: Track, day: number): TrackChange | null {
  const before = track.mrr
  let last: Point | undefined
  const movers: Point[] = []
  for (let point = track.points[track.next]; point?.day === day; point = track.points[track.next]) {
    if (point.mrr !== track.mrr) movers.push(point)
    track.mrr = point.mrr
    last = point
    track.next += 1
  }
  if (!last || track.mrr === before) return null
  const causes = movers.length === 1 && movers[0] ? movers[0].causes : movers.flatMap((point) => point.causes)
  const reconstructed = movers.some(({ phase }) => phase.version.source === 'invoice_line')
  return { currency: track.currency, before, after: track.mrr, last, causes, reconstructed }
}

/** Adds the changes to the customer's totals; gives the currencies whose total differs, sorted. */
function applyChanges(totals: Map<Currency, number>, changed: readonly TrackChange[]): CurrencyChange[] {
  const deltas = new Map<Currency, number>()
  for (const { currency, before, after } of changed) {
    deltas.set(currency, (deltas.get(currency) ?? 0) + after - before)
  }
  const changes: CurrencyChange[] = []
  for (const [currency, delta] of deltas) {
    if (delta === 0) continue
    const before = totals.get(currency) ?? 0
    totals.set(currency, before + delta)
    changes.push({ currency, before, after: before + delta })
  }
  return changes.length > 1 ? changes.sort((a, b) => (a.currency < b.currency ? -1 : 1)) : changes
}

function isPositive(totals: ReadonlyMap<Currency, number>): boolean {
  for (const total of totals.values()) if (total > 0) return true
  return false
}

/** Both ends of the day at this day's rate (W2), so that a rate alone moves nothing; one rounding per currency. */
function valueOf(
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
    return { last, loss: rate === null ? ZERO : multiply(ratio(before - after), rate) }
  })
  const most = losses.reduce((worst, other) => (compare(other.loss, worst.loss) > 0 ? other : worst))
  const { phase, at } = most.last
  const feedback = phase.version.state.cancellation_details?.feedback ?? null
  return { reason: churnReason(phase, at, definitions), feedback }
}
