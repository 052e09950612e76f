/** Changes that are known ahead: the layer of its own of a forecast (section 14). */
import { KNOWN_KINDS } from '../foreseen'
import type { Foreseen, KnownKind } from '../foreseen'
import { addDays, daysBetween, startOfNextPeriod, startOfPeriod } from '../local-day'
import type { Day } from '../types'

/** What is known to change in a coming month, by kind: expected values in minor units. */
export type KnownMonth = Record<KnownKind, number>

const nothing = (): KnownMonth => ({ scheduled_cancellation: 0, coupon_end: 0, phase_change: 0, trial: 0 })

/** Rounded once, halves away from nothing; a negative zero is none. */
function rounded(month: KnownMonth): KnownMonth {
  const row = nothing()
  for (const kind of KNOWN_KINDS) row[kind] = Math.sign(month[kind]) * Math.round(Math.abs(month[kind])) + 0
  return row
}

/** FC6: months that a forecast reaches at most. */
export const MAX_HORIZON = 12

export interface KnownLayer {
  /** For each month of the series, how much of its change was known when the month before ended. */
  knownPast: number[]
  /** For each coming month. */
  knownAhead: KnownMonth[]
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
  const conversion = conversionRate(foreseen, running, today)
  const knownPast = Array.from({ length: months }, () => 0)
  const ahead = Array.from({ length: MAX_HORIZON }, nothing)
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
      const row = ahead[month]
      if (row) row[kind] += kind === 'trial' && day > today ? change * conversion : change
    }
  }
  const left = shareLeft(today)
  const usual = (lead: number): number => byLead[lead] ?? 0
  let earlier = 0
  const becomingKnown = Array.from({ length: MAX_HORIZON }, (_, index) => {
    if (index >= 2) earlier += usual(index - 1)
    return earlier + left * usual(index)
  })
  return { knownPast, knownAhead: ahead.map(rounded), becomingKnown }
}

/** Of the trials that ended lately, the share that brought MRR; 0 where none ended. */
function conversionRate(
  foreseen: readonly Pick<Foreseen, 'kind' | 'day' | 'change'>[],
  running: number,
  today: Day,
): number {
  const ended = foreseen.filter(
    ({ kind, day }) => kind === 'trial' && day <= today && monthNumber(day) >= running - CONVERSION_MONTHS,
  )
  const converted = ended.filter(({ change }) => change > 0).length
  return ended.length === 0 ? 0 : converted / ended.length
}

/** How much of the running month is still ahead. */
function shareLeft(today: Day): number {
  const next = startOfNextPeriod(today, 'month')
  return daysBetween(addDays(today, 1), next) / daysBetween(startOfPeriod(today, 'month'), next)
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
