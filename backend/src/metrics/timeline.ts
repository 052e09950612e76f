/** The MRR of one subscription over time: its value at every instant at which it can change (W5). */
import { partsOf, type Part } from './cells'
import { customerDiscountAt } from './history'
import type { Phase } from './history'
import { subscriptionMrr } from './mrr'
import { graceEnd } from './standing'
import { dayNumberOf } from './time-zone'
import type { CustomerHistory, Definitions, Discount, Instant } from './types'

/** The value from `at` on. */
export interface Point {
  at: Instant
  /** Number of the local day that holds `at`. */
  day: number
  /** What its MRR is made of; minor units of the subscription's currency. */
  parts: readonly Part[]
  phase: Phase
  /** Ids of the Stripe objects behind this point. */
  causes: readonly string[]
}

interface Breakpoint {
  at: Instant
  causes: readonly string[]
}

/** Points ascending; `until` is exclusive. `discounts` are the customer's own, sorted. */
export function timeline(
  phases: readonly Phase[],
  discounts: CustomerHistory['discounts'],
  definitions: Definitions,
  until: Instant,
): Point[] {
  const points: Point[] = []
  for (const [index, phase] of phases.entries()) {
    if (phase.at >= until) break
    const end = Math.min(phases[index + 1]?.at ?? until, until)
    points.push(pointAt(phase.at, phase.version.causes, phase, discounts, definitions))
    for (const { at, causes } of breakpoints(phase, end, discounts, definitions)) {
      points.push(pointAt(at, causes, phase, discounts, definitions))
    }
  }
  return points
}

function pointAt(
  at: Instant,
  causes: readonly string[],
  phase: Phase,
  discounts: CustomerHistory['discounts'],
  definitions: Definitions,
): Point {
  const customerDiscount = discounts.length === 0 ? null : customerDiscountAt(discounts, at)
  const pastDueSince = phase.pastDueFrom?.at ?? null
  const { state } = phase.version
  const figure = subscriptionMrr(state, at, definitions, { customerDiscount, pastDueSince })
  return { at, day: dayNumberOf(at, definitions.timeZone), parts: partsOf(state, figure), phase, causes }
}

/** W5: the instants within a phase, its start left out, at which its value can change without an event. */
function breakpoints(
  phase: Phase,
  end: Instant,
  discounts: CustomerHistory['discounts'],
  definitions: Definitions,
): readonly Breakpoint[] {
  const { state, causes } = phase.version
  const found: Breakpoint[] = []
  for (const discount of state.discounts ?? []) addDiscount(found, discount, state.id)
  for (const item of state.items) {
    for (const discount of item.discounts ?? []) addDiscount(found, discount, state.id)
  }
  if (discounts.length > 0) addCustomerDiscounts(found, discounts, state.id)
  add(found, state.canceled_at, causes)
  add(found, state.ended_at, causes)
  add(found, state.start_date, causes)
  if (phase.pastDueFrom)
    add(found, graceEnd(state, definitions, phase.pastDueFrom.at), phase.pastDueFrom.causes)
  return found.length === 0 ? found : merged(found.filter(({ at }) => at > phase.at && at < end))
}

function add(found: Breakpoint[], at: Instant | null | undefined, causes: readonly string[]): void {
  if (at !== null && at !== undefined) found.push({ at, causes })
}

function addDiscount(found: Breakpoint[], discount: Discount, subscription: string): void {
  const causes = [nameOf(discount, subscription)]
  add(found, discount.start, causes)
  add(found, discount.end, causes)
}

/** The customer's own discounts begin and end by themselves, and where they were set or removed. */
function addCustomerDiscounts(
  found: Breakpoint[],
  discounts: CustomerHistory['discounts'],
  subscription: string,
): void {
  for (const [index, { at, discount }] of discounts.entries()) {
    if (discount) addDiscount(found, discount, subscription)
    const changed = discount ?? discounts[index - 1]?.discount
    add(found, at, [changed ? nameOf(changed, subscription) : subscription])
  }
}

function nameOf({ id, coupon }: Discount, subscription: string): string {
  return id ?? coupon.id ?? subscription
}

/** Ascending, one per instant, with the causes of all that fall on it. */
function merged(found: readonly Breakpoint[]): Breakpoint[] {
  const causes = new Map<Instant, readonly string[]>()
  for (const { at, causes: by } of found) causes.set(at, [...(causes.get(at) ?? []), ...by])
  return [...causes].map(([at, by]) => ({ at, causes: by })).sort((a, b) => a.at - b.at)
}
