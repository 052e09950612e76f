import { addMonths, DAY, nextBillingInstant } from '../engine/calendar'
import { advanceTimeline, createTimeline, onTimeline, type Timeline } from '../engine/timeline'
import { makeId, type Account } from '../store/account'
import { ownerOf } from '../store/owner'
import type { CustomerRecord, TestClockRecord } from '../store/records'
import { deleteCustomer } from './customers'
import { testClockEvents } from './events'
import { hasEnded } from './subscription-end'

/** Clocks are deleted by themselves after so many days. */
const KEPT_DAYS = 30

/** A clock that stands at an instant of its own. */
export function createTestClock(
  account: Account,
  { name, frozenTime }: { name: string | null; frozenTime: number },
): TestClockRecord {
  const clock = account.store.testClocks.add({
    id: makeId(account, 'clock_'),
    created: account.now,
    name,
    status: 'ready',
    frozen_time: frozenTime,
    target: null,
    deletes_after: account.now + KEPT_DAYS * DAY,
  })
  account.testClocks.set(clock.id, createTimeline(frozenTime))
  account.steps.add(clock.deletes_after, () => deleteTestClock(account, clock))
  testClockEvents.emit(account, 'created', clock)
  return clock
}

/** The customers of a test clock, oldest first. */
export function customersOf(account: Account, clock: TestClockRecord): CustomerRecord[] {
  return account.store.customers.withKey('test_clock', clock.id).filter((one) => !one.deleted)
}

/** How far a clock may be advanced at once: two periods of its shortest subscription, two years without any. */
export function furthestAdvance(account: Account, clock: TestClockRecord): number {
  const ends = customersOf(account, clock)
    .flatMap((customer) => account.store.subscriptions.withKey('customer', customer.id))
    .filter((subscription) => !hasEnded(subscription))
    .flatMap((subscription) => subscription.items)
    .flatMap((item) => account.store.prices.get(item.price)?.recurring ?? [])
    .map(({ interval, interval_count }) =>
      nextBillingInstant(clock.frozen_time, interval, interval_count * 2, clock.frozen_time),
    )
  return ends.length > 0 ? Math.min(...ends) : addMonths(clock.frozen_time, 24)
}

/** Begins to advance a clock; like Stripe it answers before the work is done. */
export function beginAdvance(account: Account, clock: TestClockRecord, target: number): void {
  clock.status = 'advancing'
  clock.target = target
  testClockEvents.emit(account, 'advancing', clock)
  account.steps.add(account.now, () => {
    const timeline = account.testClocks.get(clock.id)
    if (!timeline) return
    advanceTimeline(account, timeline, target)
    Object.assign(clock, { status: 'ready', frozen_time: target, target: null })
    testClockEvents.emit(account, 'ready', clock)
  })
}

/** Deletes a clock and the customers that live by it. */
export function deleteTestClock(account: Account, clock: TestClockRecord): void {
  const timeline = account.testClocks.get(clock.id)
  if (!timeline) return
  onTimeline(account, timeline, () => {
    for (const customer of customersOf(account, clock)) deleteCustomer(account, customer)
  })
  account.testClocks.delete(clock.id)
  account.store.testClocks.remove(clock.id)
  testClockEvents.emit(account, 'deleted', clock)
}

/** The parameters that name an object whose time a request goes by. */
const NAMING = ['customer', 'subscription', 'invoice', 'charge', 'payment_intent', 'schedule', 'test_clock']

/** The timeline that a request acts on: that of the test clock of what it names, or the account's own. */
export function timelineOf(account: Account, ids: string[], form: Record<string, unknown>): Timeline {
  const named = NAMING.flatMap((key) => {
    const value = form[key]
    return typeof value === 'string' ? [value] : []
  })
  for (const id of [...ids, ...named]) {
    const owner = account.store.customers.get(ownerOf(account, id) ?? '')
    const timeline = account.testClocks.get(owner?.test_clock ?? (named.includes(id) ? id : ''))
    if (timeline) return timeline
  }
  return account.clock
}
