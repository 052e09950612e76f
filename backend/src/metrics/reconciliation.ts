/** The difference between our MRR and that of another product, split by rule down to the subscription (M16). */
import { apportion } from './apportion'
import { minorRateOn } from './fx'
import { subscriptionsAt } from './history'
import { isMetered } from './line-amount'
import { addDays, addMonths, dayOf, daysBetween } from './local-day'
import { subscriptionMrr } from './mrr'
import type { MrrContext } from './mrr'
import type { ProductRules } from './presets'
import { multiply, ratio, round, subtract, sumOf } from './rational'
import type { Rational } from './rational'
import { standing } from './standing'
import type { Currency, CustomerHistory, Day, Instant, Price, Rates, Subscription } from './types'

/**
 * In the order in which one product's rules take the place of the other's, and which rule of theirs each is. Nobody
 * publishes how weeks and days become months (M3): that step is always 0.
 */
const SWITCHES = {
  coupons: 'discountPolicy',
  scheduled_cancellations: 'churnRecognition',
  past_due: 'pastDueGraceDays',
  paused: 'pausedCollection',
  metered: 'metered',
  weeks_days: null,
  fx: 'ratesOf',
} as const satisfies Record<string, keyof ProductRules | null>
export type ReconciledRule = keyof typeof SWITCHES
export const RECONCILED_RULES = Object.keys(SWITCHES) as ReconciledRule[]

/** A subscription's MRR under our rules, and as theirs take the place of ours one after the other. */
export interface Reconcilable {
  subscription: string
  currency: Currency
  /** Minor units of its currency, as all steps are. */
  ours: number
  steps: Record<ReconciledRule, number>
  /** Whose rate converts theirs; null: that of the day of the figure, as ours. */
  rateDay: Day | null
}

/** What both sides ask of an instant. */
export interface Comparison {
  ours: ProductRules
  theirs: ProductRules
  at: Instant
  timeZone: string
  /** M7 by subscription: minor units of its currency a month. Absent: no use yet. */
  usage: ReadonlyMap<string, number>
}

/** Each subscription of a customer that bills anything under either product's rules, or under a mixture of them. */
export function reconcilable(history: CustomerHistory, comparison: Comparison): Reconcilable[] {
  const { ours, theirs, at } = comparison
  const found: Reconcilable[] = []
  for (const { state, context } of subscriptionsAt(history, at)) {
    let rules = ours
    const first = valueUnder(rules, state, context, comparison)
    let value = first
    const entries = RECONCILED_RULES.map((rule): [ReconciledRule, number] => {
      const field = SWITCHES[rule]
      if (field !== null && rules[field] !== theirs[field]) {
        rules = { ...rules, [field]: theirs[field] }
        value = valueUnder(rules, state, context, comparison)
      }
      return [rule, value]
    })
    if (first === 0 && entries.every(([, mrr]) => mrr === 0)) continue
    found.push({
      subscription: state.id,
      currency: state.currency,
      ours: first,
      steps: Object.fromEntries(entries) as Reconcilable['steps'],
      rateDay: rateDayOf(theirs.ratesOf, state, comparison),
    })
  }
  return found
}

/** Whether a subscription has metered items, whose use `Comparison.usage` must then tell. */
export const hasMeteredItems = ({ items }: Subscription): boolean =>
  items.some(({ price }) => isMetered(price))

function valueUnder(
  rules: ProductRules,
  state: Subscription,
  context: MrrContext,
  { at, usage }: Comparison,
): number {
  const paused = pausedAs(rules.pausedCollection, state)
  const { mrr } = subscriptionMrr(paused, at, rules, context)
  const used = rules.metered === 'run_rate' ? (usage.get(state.id) ?? 0) : 0
  const bills = used !== 0 && standing(paused, at, rules, context.pastDueSince ?? null) === 'full'
  return bills ? mrr + used : mrr
}

/** M14: the subscription as our rules read it where another product's are to hold. */
function pausedAs(rule: ProductRules['pausedCollection'], state: Subscription): Subscription {
  if (!state.pause_collection || rule === 'given_up') return state
  return { ...state, pause_collection: rule === 'any' ? { behavior: 'void' } : null }
}

/** C5. A billing period begins a whole number of intervals after the purchase, or after the trial. */
function rateDayOf(
  rule: ProductRules['ratesOf'],
  { start_date: start, trial_end: trialEnd, items }: Subscription,
  { at, timeZone }: Comparison,
): Day | null {
  const anchor = rule === 'period' ? (trialEnd ?? start) : start
  if (rule === 'day' || anchor === null || anchor === undefined || anchor > at) return null
  const first = dayOf(anchor, timeZone)
  const price = items[0]?.price
  return rule === 'purchase' || !price ? first : periodStart(first, dayOf(at, timeZone), price)
}

const MONTHS = new Map([
  ['month', 1],
  ['year', 12],
])

function periodStart(first: Day, today: Day, { recurring }: Price): Day {
  const { interval, interval_count: count = 1 } = recurring
  const months = (MONTHS.get(interval) ?? 0) * count
  if (months === 0) {
    const days = (interval === 'week' ? 7 : 1) * count
    return addDays(first, Math.floor(daysBetween(first, today) / days) * days)
  }
  let periods = Math.floor(monthsBetween(first, today) / months)
  // in the last month the day may be still to come
  if (addMonths(first, periods * months) > today) periods -= 1
  return addMonths(first, periods * months)
}

const monthsBetween = (from: Day, to: Day): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** Reporting minor units. */
export interface Reconciliation<T> {
  ours: number
  theirs: number
  /** What each rule adds to our figure; they add up to `theirs - ours`. */
  byRule: Record<ReconciledRule, number>
  /** Those that a rule touches, with what they add to each; rows add up to `byRule`. */
  rows: { of: T; byRule: Record<ReconciledRule, number> }[]
  /** Sorted (C5). */
  fxMissing: Currency[]
}

const noDifference = (): Record<ReconciledRule, number> => ({
  coupons: 0,
  scheduled_cancellations: 0,
  past_due: 0,
  paused: 0,
  metered: 0,
  weeks_days: 0,
  fx: 0,
})

/**
 * Adds subscriptions up on a day: per currency one rounding after each step (C5), so that ours and theirs are the figures
 * that either product shows, and the difference of two roundings is shared out among the subscriptions that made it.
 * Where no rate reaches back to the day that theirs converts by, the day's own does.
 */
export function reconcile<T extends Reconcilable>(
  found: readonly T[],
  { day, rates, reportingCurrency }: { day: Day; rates: Rates; reportingCurrency: Currency },
): Reconciliation<T> {
  const rows = new Map<T, Record<ReconciledRule, number>>()
  const sum = { ours: 0, theirs: 0, byRule: noDifference() }
  const fxMissing: Currency[] = []
  for (const currency of new Set(found.map((one) => one.currency))) {
    const own = found.filter((one) => one.currency === currency)
    const today = minorRateOn(rates, currency, day, reportingCurrency)
    if (today === null) {
      fxMissing.push(currency)
      continue
    }
    const rateOf = ({ rateDay }: T): Rational =>
      (rateDay === null ? null : minorRateOn(rates, currency, rateDay, reportingCurrency)) ?? today
    let before = own.map(({ ours }) => multiply(ratio(ours), today))
    let figure = round(sumOf(before))
    sum.ours += figure
    for (const rule of RECONCILED_RULES) {
      const after = own.map((one) => multiply(ratio(one.steps[rule]), rule === 'fx' ? rateOf(one) : today))
      const next = round(sumOf(after))
      const steps = own.flatMap((of, index) => {
        const exact = subtract(after[index] ?? ratio(0), before[index] ?? ratio(0))
        return exact.n === 0n ? [] : [{ of, exact }]
      })
      const { shares } = apportion(
        steps.map(({ exact }) => exact),
        next - figure,
      )
      for (const [index, { of }] of steps.entries()) {
        const row = rows.get(of) ?? noDifference()
        row[rule] = shares[index] ?? 0
        rows.set(of, row)
      }
      sum.byRule[rule] += next - figure
      before = after
      figure = next
    }
    sum.theirs += figure
  }
  return {
    ...sum,
    rows: [...rows].map(([of, byRule]) => ({ of, byRule })),
    fxMissing: fxMissing.sort(),
  }
}
