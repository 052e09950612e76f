/** What is known of a customer that may leave, and how it reads (Q1). */
import { dayOf } from './local-day'
import { completedMonths } from './tenure'
import type { Instant } from './types'

/** Factor and sentence; the names are those of Q2. */
export const RISK_SENTENCES = {
  past_due: 'A payment is past due.',
  card_expiring: 'The card expires before the next charge.',
  downgrade_90d: 'Moved to a smaller plan in the last 90 days.',
  failed_90d: 'A payment failed in the last 90 days.',
  annual_renewal_30d: 'A yearly plan renews within 30 days.',
  tenure_lt_3m: 'A customer for less than three months.',
  refund_or_dispute_180d: 'A refund or a dispute in the last 180 days.',
  discount_ending: 'A discount ends within 30 days.',
  multi_subscription: 'Has more than one subscription.',
  tenure_ge_24m: 'A customer for two years or more.',
  annual_renewal_far: 'A yearly plan renews in more than 60 days.',
} as const

export type RiskFactor = keyof typeof RISK_SENTENCES

export const RISK_FACTORS = Object.keys(RISK_SENTENCES).filter(
  (name): name is RiskFactor => name in RISK_SENTENCES,
)

export interface Card {
  exp_month: number
  exp_year: number
}

/** One customer as known at an instant. */
export interface RiskFacts {
  /** When the customer's MRR began, after the last time it was 0. */
  since: Instant
  /** Those with MRR. */
  subscriptions: {
    status: string
    recurring: { interval: string; interval_count: number }
    /** The next renewal and charge; null where nothing tells it. */
    current_period_end: Instant | null
    /** Ends of the discounts that count. */
    discount_ends: Instant[]
    /** The card that will be charged; null where it is not a card or not known. */
    card: Card | null
  }[]
  failed_payments: Instant[]
  /** Contractions of MRR (W3). */
  downgrades: Instant[]
  refunds_and_disputes: Instant[]
}

const DAY_SECONDS = 86_400

/** The factors that hold at an instant, in the order of the table; what is dated later is not looked at (Q1). */
export function riskFactors(facts: RiskFacts, at: Instant): RiskFactor[] {
  const { subscriptions } = facts
  const lately = (instants: readonly Instant[], days: number) =>
    instants.some((instant) => instant <= at && instant > at - days * DAY_SECONDS)
  const tenure = completedMonths(dayOf(facts.since, 'UTC'), dayOf(at, 'UTC'))
  const renewals = subscriptions.flatMap(
    ({ recurring: { interval, interval_count: count }, current_period_end: end }) =>
      end !== null && (interval === 'year' || (interval === 'month' && count >= 12)) ? [end] : [],
  )
  const holds: Record<RiskFactor, boolean> = {
    past_due: subscriptions.some(({ status }) => status === 'past_due'),
    card_expiring: subscriptions.some(
      ({ card, current_period_end: charge }) => card !== null && charge !== null && cardEnd(card) <= charge,
    ),
    downgrade_90d: lately(facts.downgrades, 90),
    failed_90d: lately(facts.failed_payments, 90),
    annual_renewal_30d: renewals.some((end) => end <= at + 30 * DAY_SECONDS),
    tenure_lt_3m: tenure < 3,
    refund_or_dispute_180d: lately(facts.refunds_and_disputes, 180),
    discount_ending: subscriptions.some(({ discount_ends: ends }) =>
      ends.some((end) => end > at && end <= at + 30 * DAY_SECONDS),
    ),
    multi_subscription: subscriptions.length > 1,
    tenure_ge_24m: tenure >= 24,
    annual_renewal_far: renewals.some((end) => end > at + 60 * DAY_SECONDS),
  }
  return RISK_FACTORS.filter((factor) => holds[factor])
}

/** A card is good through the last day of its month. */
function cardEnd({ exp_month: month, exp_year: year }: Card): Instant {
  return Date.UTC(year, month, 1) / 1000
}
