import type { Rule } from './useReconciliation'

/** What definitions of MRR differ in, in the order in which theirs take the place of ours. */
export const RULES: Record<Rule, string> = {
  coupons: 'Coupons',
  scheduled_cancellations: 'Scheduled cancellations',
  past_due: 'Past due',
  paused: 'Paused collection',
  metered: 'Metered use',
  weeks_days: 'Weeks and days',
  fx: 'Exchange rates',
}
