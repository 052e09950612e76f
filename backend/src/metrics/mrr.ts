/** MRR of one subscription: what its contract bills per month if nothing changes (M1). */
import { apportion } from './apportion'
import { applyDiscounts, subscriptionDiscounts } from './discounts'
import type { Line } from './discounts'
import { intervalFactor, isMetered, lineAmount } from './line-amount'
import { ZERO, multiply } from './rational'
import { endRequested, standing } from './standing'
import { withoutTax } from './tax'
import type { Definitions, Discount, Instant, Subscription } from './types'

/** What a subscription's MRR depends on beside the subscription itself. */
export interface MrrContext {
  /** The customer's own discount (M9). */
  customerDiscount?: Discount | null
  /** The first past_due of the current run (M13). */
  pastDueSince?: Instant | null
}

/** All figures in minor units of the subscription's currency. */
export interface SubscriptionMrr {
  mrr: number
  /** Per item, in the order of the items; adds up to `mrr` (M10). */
  items: number[]
  /** Ids of the coupons that lower it, per item. */
  coupons: string[][]
  /** What it would bill after its trial (M12). */
  trialMrr: number
  /** The part of `mrr` that is past due (M12). */
  atRiskMrr: number
  /** `mrr` unless the subscription is set to end (M15). */
  committedMrr: number
  /** What makes the figure doubtful, for example `tax_unknown`; sorted. */
  flags: string[]
}

export type MrrRules = Pick<Definitions, 'discountPolicy' | 'churnRecognition' | 'pastDueGraceDays'>

/** The MRR of a subscription at an instant (M2 to M15). */
export function subscriptionMrr(
  state: Subscription,
  at: Instant,
  definitions: MrrRules,
  context: MrrContext = {},
): SubscriptionMrr {
  const stands = standing(state, at, definitions, context.pastDueSince ?? null)
  if (stands === 'none') return nothing(state)
  const { mrr, items, coupons, flags } = contractValue(
    state,
    at,
    definitions.discountPolicy,
    context.customerDiscount ?? null,
  )
  if (stands === 'trial') return { ...nothing(state), trialMrr: mrr, flags }
  const atRiskMrr = state.status === 'past_due' ? mrr : 0
  const committedMrr = endRequested(state, at) ? 0 : mrr
  return { mrr, items, coupons, trialMrr: 0, atRiskMrr, committedMrr, flags }
}

function nothing({ items }: Subscription): SubscriptionMrr {
  const zeros = items.map(() => 0)
  const none = items.map(() => [])
  return { mrr: 0, items: zeros, coupons: none, trialMrr: 0, atRiskMrr: 0, committedMrr: 0, flags: [] }
}

/** Items, then discounts, then tax, then the one rounding (M2, M10), whatever the status. */
function contractValue(
  state: Subscription,
  at: Instant,
  policy: Definitions['discountPolicy'],
  customerDiscount: Discount | null,
): Pick<SubscriptionMrr, 'mrr' | 'items' | 'coupons' | 'flags'> {
  const flags: string[] = []
  if (state.pause_collection?.behavior === 'keep_as_draft') flags.push('paused_as_draft')
  const rules = { at, currency: state.currency, policy, flags }
  const lines = state.items.map((item): Line | null => {
    const line = monthlyLine(item, flags)
    if (line && item.discounts) applyDiscounts(item.discounts, [line], rules)
    return line
  })
  const shared = subscriptionDiscounts(state, customerDiscount, at)
  if (shared.length > 0)
    applyDiscounts(
      shared,
      lines.filter((line) => line !== null),
      rules,
    )
  const parts = state.items.map((item, index) => {
    const line = lines[index]
    return line ? withoutTax(line.amount, item, state, flags) : ZERO
  })
  const { total, shares } = apportion(parts)
  const coupons = lines.map((line) => line?.coupons ?? [])
  return { mrr: total, items: shares, coupons, flags: flags.length > 1 ? [...new Set(flags)].sort() : flags }
}

/** An item's undiscounted amount per month; null for what MRR leaves out (M6). */
function monthlyLine(item: Subscription['items'][number], flags: string[]): Line | null {
  if (isMetered(item.price)) return null
  const factor = intervalFactor(item.price)
  if (!factor) {
    flags.push('interval_unknown')
    return null
  }
  return {
    amount: multiply(lineAmount(item, flags), factor),
    factor,
    product: item.price.product,
    coupons: [],
  }
}
