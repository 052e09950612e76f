import { addIntervals, billingPeriodAt, type Interval } from '../engine/calendar'
import { shareOf } from '../engine/money'
import type { Account } from '../store/account'
import type { AnchorConfig, LineRecord, SubscriptionItemRecord, SubscriptionRecord } from '../store/records'
import { isMetered, periodLines, priceOf, type Period } from './invoice-lines'

type Cycle = Pick<SubscriptionRecord, 'billing_cycle_anchor' | 'anchor_config'>

/** The whole period around an instant that the anchor gives, even if the item joined in the middle of it. */
export function naturalPeriod(
  account: Account,
  { billing_cycle_anchor, anchor_config }: Cycle,
  item: { price: string },
  instant: number,
): Period {
  const { interval, count } = intervalOf(account, item)
  return billingPeriodAt(billing_cycle_anchor, interval, count, instant, anchor_config?.day_of_month)
}

/** The end of the period that begins at `start` for an item. */
export function periodEnd(account: Account, cycle: Cycle, item: { price: string }, start: number): number {
  return naturalPeriod(account, cycle, item, start).end
}

function intervalOf(account: Account, item: { price: string }): { interval: Interval; count: number } {
  const recurring = priceOf(account, item).recurring
  return { interval: recurring?.interval ?? 'month', count: recurring?.interval_count ?? 1 }
}

/** The next occurrence of a fixed day and time; what is left open is as now. Source: Subscriptions.d.ts. */
export function anchorFrom(config: AnchorConfig, now: number): number {
  const date = new Date(now * 1000)
  const time =
    (config.hour ?? date.getUTCHours()) * 3_600 +
    (config.minute ?? date.getUTCMinutes()) * 60 +
    (config.second ?? date.getUTCSeconds())
  for (let ahead = 0; ; ahead += 1) {
    const month =
      (config.month === null ? date.getUTCMonth() : config.month - 1) +
      ahead * (config.month === null ? 1 : 12)
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate()
    const day = Math.min(config.day_of_month, last)
    const instant = Date.UTC(date.getUTCFullYear(), month, day) / 1000 + time
    if (instant >= now) return instant
  }
}

/** The lines that charge an item for a part of a whole period. */
export function partLines(
  account: Account,
  item: SubscriptionItemRecord,
  part: Period,
  whole: Period,
): LineRecord[] {
  const lines = periodLines(account, item, part, item.quantity)
  if (part.start === whole.start && part.end === whole.end) return lines
  return lines.map((line) => ({
    ...line,
    amount: shareOf(line.amount, part.end - part.start, whole.end - whole.start),
  }))
}

/**
 * The lines of a subscription's first invoice for an item: what has passed since a start in the past, and the running
 * period, in part where the anchor lies in the middle of it.
 * Source: docs.stripe.com/billing/subscriptions/backdating.
 */
export function firstLines(
  account: Account,
  subscription: SubscriptionRecord,
  item: SubscriptionItemRecord,
  prorates: boolean,
): LineRecord[] {
  const { now } = account
  if (isMetered(priceOf(account, item))) {
    return periodLines(account, item, { start: item.current_period_start, end: item.current_period_end }, 0)
  }
  const current = naturalPeriod(account, subscription, item, now)
  if (!prorates) {
    const isWhole = current.start === now
    return isWhole ? partLines(account, item, current, current) : []
  }
  const past =
    subscription.billing_mode === 'classic' ? classicPast(account, subscription, item, current) : []
  const lines = [...past]
  for (let start = past.at(-1)?.period_end ?? subscription.start_date; start < current.end;) {
    const whole = naturalPeriod(account, subscription, item, start)
    lines.push(...partLines(account, item, { start, end: whole.end }, whole))
    start = whole.end
  }
  return lines
}

/** In classic mode, the past is one line: periods counted from the start, the last of them in part. */
function classicPast(
  account: Account,
  { start_date }: SubscriptionRecord,
  item: SubscriptionItemRecord,
  current: Period,
): LineRecord[] {
  const until = current.start >= start_date ? current.start : current.end
  if (until === start_date) return []
  const { interval, count } = intervalOf(account, item)
  const after = (periods: number) => addIntervals(start_date, interval, count * periods)
  let periods = 0
  while (after(periods + 1) <= until) periods += 1
  const part = [until - after(periods), after(periods + 1) - after(periods)] as const
  return periodLines(account, item, { start: start_date, end: until }, item.quantity).map((line) => ({
    ...line,
    amount: line.amount * periods + shareOf(line.amount, ...part),
  }))
}
