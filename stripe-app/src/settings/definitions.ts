import type { Settings } from '../api/types'

type Policy = Settings['discount_policy']
type Recognition = Settings['churn_recognition']

/** Which coupons lower MRR, in words. */
export const POLICIES: Record<Policy, string> = {
  recurring: 'Those that last: for some months or for good',
  forever_only: 'Only those for good',
  all: 'All, also those for a single invoice',
  list: 'None: MRR at list prices',
}

/** When a scheduled cancellation counts, in words. */
export const RECOGNITIONS: Record<Recognition, string> = {
  at_end: 'When the subscription has ended',
  at_request: 'When the customer asks for it',
}

export const PRESETS: Record<NonNullable<Settings['preset']>, string> = {
  default: 'These are the definitions of Revenue Desk.',
  match_stripe_classic: 'These are the definitions of Stripe Billing, as they first were.',
  match_chartmogul: 'These are the definitions of ChartMogul.',
  match_profitwell: 'These are the definitions of ProfitWell.',
}

export const isPolicy = (value: unknown): value is Policy =>
  typeof value === 'string' && Object.hasOwn(POLICIES, value)

export const isRecognition = (value: unknown): value is Recognition =>
  typeof value === 'string' && Object.hasOwn(RECOGNITIONS, value)
