import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { PhaseRecord, ScheduleRecord, SubscriptionRecord } from '../store/records'
import { scheduleEvents, subscriptionEvents } from './events'
import { customerOf } from './invoice-build'
import { priceOf } from './invoice-lines'
import { enterPhase, phaseAt, reductionsOf } from './schedule-phases'
import { createSubscription } from './subscription-create'
import { hasEnded } from './subscription-end'
import { scheduleRenewal } from './subscription-renew'
import { cancelNow, type ProrationBehavior } from './subscription-update'

/** So long before its end Stripe tells that a schedule expires. */
const NOTICE = 7 * DAY

export type NewSchedule = Omit<
  ScheduleRecord,
  | 'id'
  | 'created'
  | 'status'
  | 'released_subscription'
  | 'canceled_at'
  | 'completed_at'
  | 'released_at'
  | 'revision'
>

/** A new schedule; a phase that begins now starts the subscription, unless it has one. */
export function createSchedule(account: Account, fields: NewSchedule): ScheduleRecord {
  const subscription = account.store.subscriptions.get(fields.subscription ?? '')
  const schedule = account.store.schedules.add({
    ...fields,
    id: makeId(account, 'sub_sched_'),
    created: account.now,
    status: subscription ? 'active' : 'not_started',
    released_subscription: null,
    canceled_at: null,
    completed_at: null,
    released_at: null,
    revision: 0,
  })
  if (subscription) attach(account, schedule, subscription)
  const first = schedule.phases[0]
  if (!subscription && first && first.start_date <= account.now) begin(account, schedule, first)
  scheduleEvents.emit(account, 'created', schedule)
  planPhases(account, schedule)
  return schedule
}

function attach(account: Account, schedule: ScheduleRecord, subscription: SubscriptionRecord): void {
  const changed = subscriptionEvents.watch(account, subscription)
  subscription.schedule = schedule.id
  changed()
}

/** The first phase starts the subscription. */
function begin(account: Account, schedule: ScheduleRecord, phase: PhaseRecord): void {
  const { currency } = priceOf(account, phase.items[0] ?? { price: '' })
  const collection = phase.collection_method ?? schedule.default_collection
  const days = phase.days_until_due ?? schedule.default_days_until_due
  const subscription = createSubscription(account, {
    customer: customerOf(account, schedule),
    currency,
    items: phase.items.map((item) => ({
      price: item.price,
      quantity: item.quantity,
      metadata: item.metadata,
      taxRates: item.tax_rates,
      reductions: reductionsOf(account, item.discounts),
    })),
    trialEnd: phase.trial_end,
    reductions: reductionsOf(account, phase.discounts),
    metadata: phase.metadata,
    description: phase.description ?? schedule.default_description,
    defaultPaymentMethod: phase.default_payment_method ?? schedule.default_payment_method,
    ...(phase.default_tax_rates ? { taxRates: phase.default_tax_rates } : {}),
    ...(collection === 'send_invoice' ? { daysUntilDue: days ?? 30 } : {}),
    ...(schedule.billing_mode === 'classic' ? { billingMode: schedule.billing_mode } : {}),
  })
  schedule.subscription = subscription.id
  schedule.status = 'active'
  account.store.schedules.addToIndex('subscription', subscription.id, schedule.id)
  attach(account, schedule, subscription)
}

/** Plans when phases begin and the schedule ends, and forgets what was planned before. */
function planPhases(account: Account, schedule: ScheduleRecord): void {
  schedule.revision += 1
  const { revision } = schedule
  const plan = (at: number, act: () => void) => {
    account.steps.add(at, () => {
      if (schedule.revision === revision && isRunning(schedule)) act()
    })
  }
  for (const phase of schedule.phases) {
    if (phase.start_date > account.now) plan(phase.start_date, () => advancePhase(account, schedule, phase))
  }
  const end = schedule.phases.at(-1)?.end_date ?? account.now
  if (end - NOTICE > account.now) {
    plan(end - NOTICE, () => scheduleEvents.emit(account, 'expiring', schedule))
  }
  plan(Math.max(end, account.now), () => finishSchedule(account, schedule))
  // A phase that begins with a period begins before the period is billed.
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  if (subscription && !hasEnded(subscription)) scheduleRenewal(account, subscription)
}

/** Whether a schedule still manages its subscription. */
export function isRunning({ status }: ScheduleRecord): boolean {
  return status === 'active' || status === 'not_started'
}

function advancePhase(account: Account, schedule: ScheduleRecord, phase: PhaseRecord): void {
  const changed = watchUntilNow(account, schedule)
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  if (!subscription) begin(account, schedule, phase)
  else if (!hasEnded(subscription)) enterPhase(account, subscription, phase)
  changed()
}

/** Which phase is the current one changes by the mere passing of time: what was before is as of a second ago. */
function watchUntilNow(account: Account, schedule: ScheduleRecord): () => void {
  account.timeline.now -= 1
  const changed = scheduleEvents.watch(account, schedule)
  account.timeline.now += 1
  return changed
}

function finishSchedule(account: Account, schedule: ScheduleRecord): void {
  if (schedule.end_behavior === 'release') return releaseSchedule(account, schedule)
  const changed = watchUntilNow(account, schedule)
  schedule.status = 'completed'
  schedule.completed_at = account.now
  changed()
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  if (subscription) cancelNow(account, subscription, { reason: 'cancellation_requested', invoiceNow: true })
  scheduleEvents.emit(account, 'completed', schedule)
}

/** Leaves the subscription as it is and ends the schedule. */
export function releaseSchedule(account: Account, schedule: ScheduleRecord): void {
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  const changed = watchUntilNow(account, schedule)
  Object.assign(schedule, {
    status: 'released',
    released_at: account.now,
    released_subscription: schedule.subscription,
    subscription: null,
  })
  changed()
  scheduleEvents.emit(account, 'released', schedule)
  if (!subscription) return
  const subscriptionChanged = subscriptionEvents.watch(account, subscription)
  delete subscription.schedule
  subscriptionChanged()
}

/** Cancels a schedule and its subscription at once. */
export function cancelSchedule(
  account: Account,
  schedule: ScheduleRecord,
  how: { invoiceNow: boolean; prorate: boolean },
): void {
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  if (subscription && !hasEnded(subscription)) {
    cancelNow(account, subscription, { reason: 'cancellation_requested', ...how })
    return
  }
  const changed = scheduleEvents.watch(account, schedule)
  schedule.status = 'canceled'
  schedule.canceled_at = account.now
  changed()
  scheduleEvents.emit(account, 'canceled', schedule)
}

/** Changes a schedule. A current phase that differs changes the subscription at once. */
export function updateSchedule(
  account: Account,
  schedule: ScheduleRecord,
  fields: Partial<ScheduleRecord>,
  prorations: ProrationBehavior,
): void {
  const changed = scheduleEvents.watch(account, schedule)
  const before = phaseAt(schedule, account.now)
  Object.assign(schedule, fields)
  const after = phaseAt(schedule, account.now)
  const subscription = account.store.subscriptions.get(schedule.subscription ?? '')
  if (fields.phases && subscription && after && !sameTerms(before, after)) {
    enterPhase(account, subscription, { ...after, billing_cycle_anchor: null }, prorations)
  }
  changed()
  if (fields.phases) planPhases(account, schedule)
}

/** Whether two phases say the same of a subscription, whenever they begin and end. */
function sameTerms(one: PhaseRecord | undefined, other: PhaseRecord): boolean {
  const terms = (phase: PhaseRecord) => JSON.stringify({ ...phase, start_date: 0, end_date: 0 })
  return one !== undefined && terms(one) === terms(other)
}
