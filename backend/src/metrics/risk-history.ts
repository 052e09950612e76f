/** What was known of a customer's risk at any instant (Q1), and what became of it (Q3). */
import { customerState } from './customer-state'
import type { Foreseen } from './foreseen'
import { customerDiscountAt, customerDiscounts, phasesBySubscription } from './history'
import type { Phase } from './history'
import { dayOf, startOfDay } from './local-day'
import type { MrrRules } from './mrr'
import { riskFactors } from './risk-factors'
import type { Card, RiskFacts } from './risk-factors'
import type { Observation } from './risk-quality'
import type { CustomerHistory, Day, Discount, Instant, Movement } from './types'

/** All that tells of one customer's risk. */
export interface RiskHistory {
  history: CustomerHistory
  /** Days ascending. */
  movements: Pick<Movement, 'day' | 'type' | 'reason'>[]
  foreseen: Foreseen[]
  /** Invoices for the coming period of a subscription: when they were made, and the period's end. Ascending by `at`. */
  billed: { subscription: string; at: Instant; until: Instant }[]
  /** Attempts to charge, ascending. */
  payments: { at: Instant; failed: boolean; card: Card | null }[]
  refunds_and_disputes: Instant[]
}

/** A customer with MRR at an instant. */
export interface RiskStand {
  facts: RiskFacts
  /** The day by which all of the MRR is set to end: that is certain, and not predicted (Q1); null where some goes on. */
  ends: Day | null
}

type Rules = MrrRules & { timeZone: string }

const DAY_SECONDS = 86_400
/** Q3. */
const LABEL_DAYS = 30

/** The customer as known at an instant; null without MRR. */
export function riskAt(known: RiskHistory, rules: Rules, at: Instant): RiskStand | null {
  const today = dayOf(at, rules.timeZone)
  const since = paidSince(known.movements, today)
  if (since === null) return null
  const { history } = known
  const paying = customerState(history, rules, at).subscriptions.filter(({ mrr }) => mrr > 0)
  if (paying.length === 0) return null
  const phases = phasesBySubscription(history)
  const ownDiscount = customerDiscountAt(customerDiscounts(history), at)
  const payments = known.payments.filter((payment) => payment.at <= at)
  const shared = {
    card: payments.findLast(({ card }) => card !== null)?.card ?? null,
    owes: payments.at(-1)?.failed ?? false,
    ownDiscount,
  }
  const subscriptions = paying.flatMap(({ id }) => {
    const phase = phases.get(id)?.findLast((one) => one.at <= at)
    if (!phase) return []
    const billed = known.billed.findLast((one) => one.subscription === id && one.at <= at)
    return [subscriptionFacts(phase, billed?.until ?? null, shared)]
  })
  const ends = paying.map(
    ({ id }) =>
      known.foreseen.find(
        ({ kind, subscription, since: from, day }) =>
          kind === 'scheduled_cancellation' && subscription === id && from <= today && day > today,
      )?.day,
  )
  return {
    facts: {
      since: startOfDay(since, rules.timeZone),
      subscriptions,
      failed_payments: payments.filter(({ failed }) => failed).map((payment) => payment.at),
      downgrades: known.movements
        .filter(({ type }) => type === 'contraction')
        .map(({ day }) => startOfDay(day, rules.timeZone)),
      refunds_and_disputes: known.refunds_and_disputes,
    },
    ends: ends.includes(undefined) ? null : (ends.sort().at(-1) ?? null),
  }
}

/**
 * The customer at each of these instants with MRR, and whether it was 0 within 30 days; without those instants from
 * which a pause followed, or the end was certain (Q1, Q3).
 */
export function observations(known: RiskHistory, rules: Rules, instants: readonly Instant[]): Observation[] {
  return instants.flatMap((at) => {
    const stand = riskAt(known, rules, at)
    if (!stand || stand.ends !== null) return []
    const [today, last] = [at, at + LABEL_DAYS * DAY_SECONDS].map((one) => dayOf(one, rules.timeZone))
    const left = known.movements.find(
      ({ day, type }) => type === 'churn' && day > (today ?? '') && day <= (last ?? ''),
    )
    if (left?.reason === 'paused') return []
    return [{ at, factors: riskFactors(stand.facts, at), churned: left !== undefined }]
  })
}

/** The day on which MRR began that lasts at the end of `today`. */
function paidSince(movements: RiskHistory['movements'], today: Day): Day | null {
  let since: Day | null = null
  for (const { day, type } of movements) {
    if (day > today) break
    if (type === 'new' || type === 'reactivation') since = day
    else if (type === 'churn') since = null
  }
  return since
}

function subscriptionFacts(
  { version: { state, source } }: Phase,
  end: Instant | null,
  { card, owes, ownDiscount }: { card: Card | null; owes: boolean; ownDiscount: Discount | null },
): RiskFacts['subscriptions'][number] {
  const discounts = [
    ...(state.discounts ?? []),
    ...state.items.flatMap((item) => item.discounts ?? []),
    ...(ownDiscount ? [ownDiscount] : []),
  ]
  const { interval = 'month', interval_count: count = 1 } = state.items[0]?.price.recurring ?? {}
  return {
    // invoice lines do not tell the status: from before the events, a last payment that failed stands for it
    status: source === 'invoice_line' && owes ? 'past_due' : state.status,
    recurring: { interval, interval_count: count },
    current_period_end: end,
    discount_ends: discounts.flatMap(({ end: until }) => until ?? []),
    card,
  }
}
