import type { Phase } from './history'
import { givesUpRevenue, isPastGrace } from './standing'
import type { ChurnReason, Definitions, Instant } from './types'

const INVOLUNTARY_REASONS = ['payment_failed', 'payment_disputed']
const OVERDUE = ['past_due', 'unpaid']

/** Why a subscription is worth nothing at an instant (W4). */
export function churnReason(
  { version: { state }, pastDueFrom, lastLiveStatus }: Phase,
  at: Instant,
  rules: Pick<Definitions, 'churnRecognition' | 'pastDueGraceDays'>,
): ChurnReason {
  if (state.status === 'canceled') {
    const reason = state.cancellation_details?.reason
    const failed = reason ? INVOLUNTARY_REASONS.includes(reason) : OVERDUE.includes(lastLiveStatus ?? '')
    return failed ? 'involuntary' : 'voluntary'
  }
  if (state.status === 'unpaid' || isPastGrace(state, at, rules, pastDueFrom?.at ?? null))
    return 'involuntary'
  return state.status === 'paused' || givesUpRevenue(state) ? 'paused' : 'voluntary'
}
