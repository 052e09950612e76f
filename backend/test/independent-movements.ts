/** Movements and churn by a second way: what customers are worth at the end of each day (UTC), and how that differs. */
import type Stripe from 'stripe'
import { listedPrices, monthly } from './independent-mrr'

/** What a customer is worth from the end of a day on, in minor units. */
export interface Worth {
  customer: string
  day: string
  value: number
  currency: string
}

const NONE = { new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 }
export type Movements = typeof NONE

const EVENTS = ['created', 'updated', 'deleted', 'paused', 'resumed'].map(
  (what) => `customer.subscription.${what}`,
)

type State = Stripe.Subscription | null

/** What a subscription was before its oldest event. */
function before({ type, created, data }: Stripe.Event): State {
  if (type === 'customer.subscription.created') return null
  const after = data.object as Stripe.Subscription
  const former = { ...after, ...data.previous_attributes } as Stripe.Subscription
  if (former.status !== 'canceled') return former
  return { ...former, status: (former.trial_end ?? 0) >= created ? 'trialing' : 'active' }
}

/** The states of each subscription that the events tell, the oldest first, with the second from which each holds. */
async function statesOf(stripe: Stripe): Promise<{ at: number; state: State }[][]> {
  const events: Stripe.Event[] = []
  for await (const event of stripe.events.list({ types: EVENTS, limit: 100 })) events.push(event)
  const states = new Map<string, { at: number; state: State }[]>()
  for (const event of events.reverse()) {
    const state = event.data.object as Stripe.Subscription
    const own = states.get(state.id) ?? [{ at: 0, state: before(event) }]
    states.set(state.id, [...own, { at: event.created, state }])
  }
  for await (const state of stripe.subscriptions.list({ status: 'all', limit: 100 }))
    if (!states.has(state.id)) states.set(state.id, [{ at: 0, state }])
  return [...states.values()]
}

/** Discounts with their coupons, also those that no subscription has any more. */
async function discountsOf(stripe: Stripe): Promise<Map<string, Stripe.Discount>> {
  const found = new Map<string, Stripe.Discount>()
  const note = (all: (string | Stripe.Discount | Stripe.DeletedDiscount)[]) => {
    for (const one of all) if (typeof one !== 'string' && 'end' in one) found.set(one.id, one)
  }
  const expand = ['data.discounts.source.coupon']
  for await (const { discounts } of stripe.invoices.list({ limit: 100, expand })) note(discounts)
  for await (const { discounts } of stripe.subscriptions.list({ status: 'all', limit: 100, expand }))
    note(discounts)
  return found
}

/** What each customer was worth at the end of these days, as lists and events of Stripe tell. */
export async function independentWorth(stripe: Stripe, days: readonly string[]): Promise<Worth[]> {
  const [states, prices, discounts] = await Promise.all([
    statesOf(stripe),
    listedPrices(stripe),
    discountsOf(stripe),
  ])
  return days.flatMap((day) => {
    const end = Date.parse(`${day}T23:59:59Z`) / 1000
    const worth = new Map<string, Worth>()
    for (const told of states) {
      const state = told.findLast(({ at }) => at <= end)?.state
      if (!state || state.created > end) continue
      const running = state.discounts.flatMap((one) => {
        const discount = discounts.get(typeof one === 'string' ? one : one.id)
        return discount && (discount.end ?? Infinity) > end ? [discount] : []
      })
      const { customer: whose, currency } = state
      const customer = String(whose)
      const value = (worth.get(customer)?.value ?? 0) + monthly({ ...state, discounts: running }, prices)
      worth.set(customer, { customer, day, value, currency })
    }
    return [...worth.values()]
  })
}

/**
 * The movements of each period, named by `periodOf` a day. `paidBefore` are customers who were worth something before the
 * first of these days and are not at it: they return (W3).
 */
export function movementsOf(
  worth: readonly Worth[],
  periodOf: (day: string) => string,
  paidBefore: ReadonlySet<string> = new Set(),
): Map<string, Movements> {
  const periods = new Map<string, Movements>()
  const last = new Map<string, number>()
  const paid = new Set(paidBefore)
  for (const { customer, day, value } of worth) {
    const former = last.get(customer) ?? 0
    const change = value - former
    last.set(customer, value)
    if (change !== 0) {
      const kind =
        former === 0
          ? paid.has(customer)
            ? 'reactivation'
            : 'new'
          : value === 0
            ? 'churn'
            : change > 0
              ? 'expansion'
              : 'contraction'
      const period = periods.get(periodOf(day)) ?? { ...NONE }
      periods.set(periodOf(day), { ...period, [kind]: period[kind] + Math.abs(change) })
    }
    if (value > 0) paid.add(customer)
  }
  return periods
}

/** Customers of the end of one day who are gone at the end of another, over all of them: basis points (K3). */
export function customerChurnBp(worth: readonly Worth[], first: string, last: string): number {
  const at = (until: string) => {
    const values = new Map<string, number>()
    for (const { customer, day, value } of worth) if (day <= until) values.set(customer, value)
    return new Set([...values].filter(([, value]) => value > 0).map(([customer]) => customer))
  }
  const [start, end] = [at(first), at(last)]
  const gone = [...start].filter((customer) => !end.has(customer))
  return Math.round((gone.length * 10_000) / start.size)
}
