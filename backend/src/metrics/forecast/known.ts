/** Changes that are known ahead: the layer of its own of a forecast (section 14). */
import { KNOWN_KINDS } from '../foreseen'
import type { Foreseen, KnownKind } from '../foreseen'
import { addDays, daysBetween, startOfNextPeriod, startOfPeriod } from '../local-day'
import type { Day } from '../types'

export interface KnownFact {
  kind: KnownKind
  /** The coming month in which it takes effect, from 1. */
  month: number
  /** Signed change of the monthly value, minor units. */
  change: number
  /** Basis points: 10000 for what is certain, the conversion rate for a trial. */
  probability_bp: number
}

/** What the facts of a coming month change in it, expected value in minor units. */
export type KnownMonth = Record<KnownKind, number>

/** One row for each of the coming months; facts that lie further ahead are left out. */
export function knownChanges(facts: readonly KnownFact[], months: number): KnownMonth[] {
  const sums = Array.from({ length: months }, () => ({
    scheduled_cancellation: 0,
    coupon_end: 0,
    phase_change: 0,
    trial: 0,
  }))
  for (const { kind, month, change, probability_bp: probability } of facts) {
    const row = sums[month - 1]
    if (row) row[kind] += change * probability
  }
  // Adding 0 keeps a negative zero out of the results.
  for (const row of sums) for (const kind of KNOWN_KINDS) row[kind] = Math.round(row[kind] / 10_000) + 0
  return sums
}

export interface KnownLayer {
  /** For each month of the series, how much of its change was known when the month before ended. */
  knownPast: number[]
  knownAhead: KnownFact[]
  /** For each coming month, what is not known yet and as a rule will be by the time the month before it ends. */
  becomingKnown: number[]
}

/** Months back over which is counted how early changes become known, and how many trials convert. */
const LEAD_MONTHS = 12
const CONVERSION_MONTHS = 6

/**
 * What all subscriptions foresaw and foresee, by month: of the series that ends with the month before `today`'s, and
 * ahead. Changes in minor units of one currency. A trial to come counts by the share of those that converted; none is
 * counted while that is not known.
 */
export function knownLayer(
  foreseen: readonly Omit<Foreseen, 'subscription' | 'currency'>[],
  months: number,
  today: Day,
): KnownLayer {
  const running = monthNumber(today)
  const conversion = conversionBp(foreseen, running, today)
  const knownPast = Array.from({ length: months }, () => 0)
  const knownAhead: KnownFact[] = []
  const window = Math.min(LEAD_MONTHS, months)
  const byLead: number[] = []
  for (const { kind, since, day, change } of foreseen) {
    const month = monthNumber(day) - running
    const lead = monthNumber(day) - monthNumber(since)
    // what is learned within a month belongs to the months' own course
    if (lead < 1) continue
    if (month < 0) {
      const index = months + month
      if (index >= 0) knownPast[index] = (knownPast[index] ?? 0) + change
      if (month >= -window) byLead[lead] = (byLead[lead] ?? 0) + change / window
    } else {
      const probability_bp = kind === 'trial' && day > today ? conversion : 10_000
      knownAhead.push({ kind, month: month + 1, change, probability_bp })
    }
  }
  const left = shareLeft(today)
  const usual = (lead: number): number => byLead[lead] ?? 0
  let earlier = 0
  const becomingKnown = Array.from({ length: LEAD_MONTHS }, (_, index) => {
    if (index >= 2) earlier += usual(index - 1)
    return earlier + left * usual(index)
  })
  return { knownPast, knownAhead, becomingKnown }
}

/** Of the trials that ended lately, the share that brought MRR; 0 where none ended. */
function conversionBp(
  foreseen: readonly Pick<Foreseen, 'kind' | 'day' | 'change'>[],
  running: number,
  today: Day,
): number {
  const ended = foreseen.filter(
    ({ kind, day }) => kind === 'trial' && day <= today && monthNumber(day) >= running - CONVERSION_MONTHS,
  )
  const converted = ended.filter(({ change }) => change > 0).length
  return ended.length === 0 ? 0 : Math.round((converted / ended.length) * 10_000)
}

/** How much of the running month is still ahead. */
function shareLeft(today: Day): number {
  const next = startOfNextPeriod(today, 'month')
  return daysBetween(addDays(today, 1), next) / daysBetween(startOfPeriod(today, 'month'), next)
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
