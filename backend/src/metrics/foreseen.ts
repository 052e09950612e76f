/** Changes of MRR that are known before they happen (section 14): those to come, and those that came. */
import { customerDiscounts, phasesBySubscription } from './history'
import type { Phase } from './history'
import { dayOf } from './local-day'
import { isPastGrace } from './standing'
import { timeline } from './timeline'
import type { Point } from './timeline'
import type { Currency, CustomerHistory, Day, Definitions, Discount, Instant, Subscription } from './types'

export const KNOWN_KINDS = ['scheduled_cancellation', 'coupon_end', 'phase_change', 'trial'] as const
export type KnownKind = (typeof KNOWN_KINDS)[number]

/** A change of one subscription's MRR that is known ahead of its day. */
export interface Foreseen {
  subscription: string
  /** All that a trial will lead to hangs on its conversion, and is of its kind. */
  kind: KnownKind
  /** When it became known: the end was asked for, the coupon or the trial began. */
  since: Day
  /** When it takes effect. */
  day: Day
  currency: Currency
  /** Signed, minor units; 0 for a trial that ends without MRR. */
  change: number
}

type Cause = { kind: KnownKind; since: Instant }

/**
 * What was foreseen of one customer's MRR up to `at`, and what is now, if nobody changes anything: subscriptions end
 * when they are set to, trials convert, coupons end. Days ascending within each subscription. What becomes of one that
 * is past due is not known.
 */
export function foreseen(history: CustomerHistory, definitions: Definitions, at: Instant): Foreseen[] {
  const discounts = customerDiscounts(history)
  return [...phasesBySubscription(history).values()].flatMap((phases) => {
    if (discounts.length === 0 && !phases.some(({ version: { state } }) => tellsMore(state, at))) return []
    const past = timeline(phases, discounts, definitions, at + 1)
    const last = past.at(-1)
    const coming = last ? continuation(last.phase, discounts, definitions, at) : []
    return foreseenAmong([...past, ...coming], discounts, definitions.timeZone, at)
  })
}

/** Whether anything in this state takes effect by itself: most subscriptions just go on. */
function tellsMore(state: Subscription, at: Instant): boolean {
  const { status, cancel_at, canceled_at, ended_at, start_date } = state
  return (
    status === 'trialing' ||
    (cancel_at ?? canceled_at ?? ended_at ?? null) !== null ||
    (start_date ?? at) > at ||
    discountsIn(state).some(({ start, end }) => (end ?? null) !== null || (start ?? at) > at)
  )
}

/** The points after `at`, if all goes as the last state says. */
function continuation(
  phase: Phase,
  discounts: CustomerHistory['discounts'],
  definitions: Definitions,
  at: Instant,
): Point[] {
  const { state } = phase.version
  if (isPastGrace(state, at, definitions, phase.pastDueFrom?.at ?? null)) return []
  const phases = [{ ...phase, at }]
  const become = (when: Instant, changes: Partial<Subscription>) => {
    if (when > at)
      phases.push({ ...phase, at: when, version: { ...phase.version, state: { ...state, ...changes } } })
  }
  const ends = state.cancel_at ?? Infinity
  if (state.status === 'trialing' && (state.trial_end ?? 0) < ends)
    become(state.trial_end ?? 0, { status: 'active' })
  if (ends < Infinity) become(ends, { status: 'canceled', ended_at: ends })
  return timeline(phases, discounts, { ...definitions, pastDueGraceDays: null }, Infinity).slice(1)
}

function foreseenAmong(
  points: readonly Point[],
  discounts: CustomerHistory['discounts'],
  timeZone: string,
  at: Instant,
): Foreseen[] {
  const found: Foreseen[] = []
  let trialFrom: Instant | null = null
  for (const [index, point] of points.entries()) {
    const before = points[index - 1]
    const coming = point.at > at
    const { state } = point.phase.version
    const onTrial = state.status === 'trialing'
    const trialEnded = before?.phase.version.state.status === 'trialing' && !onTrial
    if (before) {
      const cause: Cause | null =
        trialFrom !== null && (trialEnded || coming)
          ? { kind: 'trial', since: trialFrom }
          : causeOf(before, point, discounts, coming)
      const change = mrrOf(point) - mrrOf(before)
      if (cause && (change !== 0 || trialEnded)) {
        const [since, day] = [dayOf(cause.since, timeZone), dayOf(point.at, timeZone)]
        const { id: subscription, currency } = state
        if (coming || since < day)
          found.push({ subscription, kind: cause.kind, since, day, currency, change })
      }
    }
    if (onTrial) trialFrom ??= point.at
    else if (!coming) trialFrom = null
  }
  return found
}

/** Null for what nobody knew before. */
function causeOf(
  before: Point,
  { at, phase }: Point,
  discounts: CustomerHistory['discounts'],
  coming: boolean,
): Cause | null {
  const was = before.phase.version.state
  const { status, canceled_at: asked } = phase.version.state
  const known = coming ? before.phase.version.at : at
  if (status === 'canceled') return { kind: 'scheduled_cancellation', since: asked ?? known }
  const own = discounts.flatMap(({ discount }) => discount ?? [])
  const ended = [...discountsIn(was), ...own].find(({ end }) => end === at)
  if (ended) return { kind: 'coupon_end', since: ended.start ?? known }
  return coming ? { kind: 'phase_change', since: known } : null
}

const discountsIn = ({ discounts = [], items }: Subscription): Discount[] => [
  ...discounts,
  ...items.flatMap((item) => item.discounts ?? []),
]

const mrrOf = ({ parts }: Point): number => parts.reduce((sum, { mrr }) => sum + mrr, 0)
