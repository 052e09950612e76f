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

export type TrialOutcome = 'converted' | 'not_converted' | 'pending'

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
    const end = trialEnd(trial)
    const day = dayOf(end, timeZone)
    if (end <= at && day >= from && day <= to) count[trialOutcome(trial, at)] += 1
  }
  const decided = count.converted + count.not_converted
  return {
    ended: decided + count.pending,
    ...count,
    conversion_bp: basisPoints(ratio(count.converted), ratio(decided)),
  }
}

/** T1: a subscription that ended during its trial ended it. */
export const trialEnd = ({ trial_end, ended_at }: Pick<Trial, 'trial_end' | 'ended_at'>): Instant =>
  Math.min(trial_end, ended_at ?? Infinity)

/** T1: what is known at an instant of a trial that has ended. */
export function trialOutcome({ trial_end, ended_at, first_paid_at }: Trial, at: Instant): TrialOutcome {
  const last = trial_end + WINDOW_DAYS * DAY_SECONDS
  if ((first_paid_at ?? Infinity) <= Math.min(last, at)) return 'converted'
  return at > last || (ended_at ?? Infinity) <= at ? 'not_converted' : 'pending'
}
