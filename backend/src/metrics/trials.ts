/** Trial conversion (T1, T2). */
import { dayOf } from './local-day'
import { basisPoints, ratio } from './rational'
import { DAY_SECONDS } from './time-zone'
import type { Day, Instant } from './types'

/** So that a first payment that failed can still be recovered (T1). */
const WINDOW_DAYS = 14

/** A subscription that had a trial. */
export interface Trial {
  id: string
  trial_end: Instant
  ended_at?: Instant | null
  /** When its first non-zero invoice after the trial was paid. */
  first_paid_at?: Instant | null
}

export interface TrialsInput {
  trials: readonly Trial[]
  /** Local days on which the trials ended, both inclusive. */
  from: Day
  to: Day
  timeZone: string
  /** What came after this instant is not known. */
  at: Instant
}

export interface TrialConversion {
  ended: number
  converted: number
  not_converted: number
  /** Still inside the time to pay; in neither part of the rate. */
  pending: number
  conversion_bp: number | null
}

/** What became of the trials that ended in a range (T1), and the rate of those that are decided (T2). */
export function trialConversion({ trials, from, to, timeZone, at }: TrialsInput): TrialConversion {
  const count = { converted: 0, not_converted: 0, pending: 0 }
  for (const trial of trials) {
    const end = Math.min(trial.trial_end, trial.ended_at ?? Infinity)
    const day = dayOf(end, timeZone)
    if (end <= at && day >= from && day <= to) count[outcomeOf(trial, at)] += 1
  }
  const decided = count.converted + count.not_converted
  return {
    ended: decided + count.pending,
    ...count,
    conversion_bp: basisPoints(ratio(count.converted), ratio(decided)),
  }
}

function outcomeOf(
  { trial_end, ended_at, first_paid_at }: Trial,
  at: Instant,
): 'converted' | 'not_converted' | 'pending' {
  const last = trial_end + WINDOW_DAYS * DAY_SECONDS
  if ((first_paid_at ?? Infinity) <= Math.min(last, at)) return 'converted'
  return at > last || (ended_at ?? Infinity) <= at ? 'not_converted' : 'pending'
}
