import { isCouponValid } from '../render/catalogue'
import type { Account } from '../store/account'
import type {
  PhaseDiscountRecord,
  PhaseItemRecord,
  PhaseRecord,
  ScheduleRecord,
  SubscriptionRecord,
} from '../store/records'
import { discountsOf, type Reduction } from './discounts'
import { priceOf } from './invoice-lines'
import type { ItemChange } from './subscription-items'
import { renewalOf } from './subscription-renew'
import { updateSubscription, type SubscriptionChange } from './subscription-update'

/** The coupons that a phase gives, as far as they can still be redeemed. */
export function reductionsOf(account: Account, discounts: readonly PhaseDiscountRecord[]): Reduction[] {
  return discounts.flatMap((one) => {
    const coupon = account.store.coupons.get(one.coupon)
    if (!coupon || !isCouponValid(coupon, account.now)) return []
    return [{ coupon, promotionCode: account.store.promotionCodes.get(one.promotion_code ?? '') ?? null }]
  })
}

/** The discounts that a phase asks for: those that are there already are kept, the others redeemed. */
function discountsFor(
  account: Account,
  wanted: readonly PhaseDiscountRecord[],
  current: readonly string[] = [],
): { kept: string[]; added: Reduction[] } {
  const there = discountsOf(account, current).filter(({ coupon }) =>
    wanted.some((one) => one.coupon === coupon.id),
  )
  const missing = wanted.filter((one) => !there.some(({ coupon }) => coupon.id === one.coupon))
  return { kept: there.map(({ id }) => id), added: reductionsOf(account, missing) }
}

/** The phase of a schedule that an instant lies in. */
export function phaseAt({ phases }: ScheduleRecord, instant: number): PhaseRecord | undefined {
  return phases.find(({ start_date, end_date }) => start_date <= instant && instant < end_date)
}

/** Changes a subscription to what a phase says. Items stay the same ones by price, or else by product. */
export function enterPhase(
  account: Account,
  subscription: SubscriptionRecord,
  phase: PhaseRecord,
  prorationBehavior = phase.proration_behavior,
): void {
  const change: SubscriptionChange = {
    items: itemChanges(account, subscription, phase.items),
    prorationBehavior,
    discounts: discountsFor(account, phase.discounts, subscription.discounts),
    metadata: { ...subscription.metadata, ...phase.metadata },
    ...(phase.billing_cycle_anchor === 'phase_start' ? { restart: true } : {}),
    ...(phase.trial_end !== null && phase.trial_end > account.now ? { trialEnd: phase.trial_end } : {}),
    ...(phase.default_tax_rates === null ? {} : { taxRates: phase.default_tax_rates }),
    ...(phase.default_payment_method === null ? {} : { defaultPaymentMethod: phase.default_payment_method }),
    ...(phase.description === null ? {} : { description: phase.description }),
    ...(phase.collection_method === null
      ? {}
      : { collection: { method: phase.collection_method, daysUntilDue: phase.days_until_due } }),
  }
  updateSubscription(account, subscription, change)
}

function itemChanges(
  account: Account,
  subscription: SubscriptionRecord,
  wanted: readonly PhaseItemRecord[],
): ItemChange[] {
  const left = [...subscription.items]
  const take = (item: PhaseItemRecord) => {
    const product = priceOf(account, item).product
    const place = [
      left.findIndex((one) => one.price === item.price),
      left.findIndex((one) => priceOf(account, one).product === product),
    ].find((index) => index >= 0)
    return place === undefined ? null : (left.splice(place, 1)[0] ?? null)
  }
  const changes = wanted.map((item): ItemChange => {
    const existing = take(item)
    return {
      item: existing,
      price: item.price,
      quantity: item.quantity,
      metadata: item.metadata,
      taxRates: item.tax_rates,
      discounts: discountsFor(account, item.discounts, existing?.discounts),
    }
  })
  return [...changes, ...left.map((item) => ({ item, deleted: true }))]
}

/** In a rehearsal: goes through the phases that begin until the next renewal, until something is billed. */
export function enterPhasesUntilRenewal(
  account: Account,
  subscription: SubscriptionRecord,
  isBilled: () => boolean,
): void {
  const schedule = account.store.schedules.get(subscription.schedule ?? '')
  for (const phase of schedule?.phases ?? []) {
    if (phase.start_date <= account.now || phase.start_date > renewalOf(subscription)) continue
    account.timeline.now = phase.start_date
    enterPhase(account, subscription, phase)
    if (isBilled()) return
  }
}
