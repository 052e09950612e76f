/** Whether a subscription's contract value enters MRR: status, collection pause, grace, cancellation (M12 to M15). */
import type { Definitions, Instant, Subscription } from './types'

const DAY_SECONDS = 86_400

/** `none` is MRR 0, `trial` is 0 with a would-be value. */
export type Standing = 'full' | 'trial' | 'none'

type Rules = Pick<Definitions, 'churnRecognition' | 'pastDueGraceDays'>

/** How a subscription stands at an instant; `pastDueSince` is the first past_due of the current run (M13). */
export function standing(
  state: Subscription,
  at: Instant,
  rules: Rules,
  pastDueSince: Instant | null,
): Standing {
  if (hasEnded(state, at) || notStarted(state, at) || givesUpRevenue(state)) return 'none'
  if (state.status === 'trialing') return endRequested(state, at) ? 'none' : 'trial'
  if (state.status !== 'active' && state.status !== 'past_due') return 'none'
  if (isPastGrace(state, at, rules, pastDueSince)) return 'none'
  return rules.churnRecognition === 'at_request' && endRequested(state, at) ? 'none' : 'full'
}

/** M13: the instant at which a past_due subscription stops counting, or null if only its status decides. */
export function graceEnd(state: Subscription, rules: Rules, pastDueSince: Instant | null): Instant | null {
  if (state.status !== 'past_due' || pastDueSince === null || rules.pastDueGraceDays === null) return null
  return pastDueSince + rules.pastDueGraceDays * DAY_SECONDS
}

export function isPastGrace(
  state: Subscription,
  at: Instant,
  rules: Rules,
  pastDueSince: Instant | null,
): boolean {
  const end = graceEnd(state, rules, pastDueSince)
  return end !== null && at >= end
}

/** M14: invoices are voided or written off while collection is paused, so the revenue is given up. */
export function givesUpRevenue({ pause_collection: pause }: Subscription): boolean {
  return pause?.behavior === 'void' || pause?.behavior === 'mark_uncollectible'
}

/** M15: set to end, now or later. `canceled_at` is when that was asked for. */
export function endRequested(state: Subscription, at: Instant): boolean {
  if (!state.cancel_at_period_end && !isSet(state.cancel_at)) return false
  return !isSet(state.canceled_at) || at >= state.canceled_at
}

function hasEnded({ ended_at: end }: Subscription, at: Instant): boolean {
  return isSet(end) && at >= end
}

/** M12: a scheduled start. A start in the past changes nothing: movements are dated when they happened (C6). */
function notStarted({ start_date: start }: Subscription, at: Instant): boolean {
  return isSet(start) && at < start
}

function isSet(value: Instant | null | undefined): value is Instant {
  return value !== null && value !== undefined
}
