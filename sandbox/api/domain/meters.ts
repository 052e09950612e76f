import { DAY } from '../engine/calendar'
import { makeId, type Account } from '../store/account'
import type { MeterEventRecord, MeterRecord, SubscriptionItemRecord } from '../store/records'
import { meterEvents } from './events'
import { priceOf, type Period } from './invoice-lines'

export type NewMeter = Pick<
  MeterRecord,
  'display_name' | 'event_name' | 'formula' | 'customer_key' | 'value_key' | 'event_time_window'
>

/** A new meter: it counts the events of its name. */
export function createMeter(account: Account, fields: NewMeter): MeterRecord {
  const meter = account.store.meters.add({
    id: makeId(account, 'mtr_'),
    created: account.now,
    updated: account.now,
    status: 'active',
    deactivated_at: null,
    ...fields,
  })
  meterEvents.emit(account, 'created', meter)
  return meter
}

/** The active meter that counts events of a name. */
export function meterNamed({ store }: Account, name: string): MeterRecord | undefined {
  for (const meter of store.meters.all()) {
    if (meter.event_name === name && meter.status === 'active') return meter
  }
  return undefined
}

/** What a customer's events of a period come to: from its start on, and before its end. */
export function aggregate(
  account: Account,
  meter: MeterRecord,
  customer: string,
  { start, end }: Period,
): number {
  const events = account.store.meterEvents
    .withKey('customer', customer)
    .filter((one) => one.event_name === meter.event_name && one.timestamp >= start && one.timestamp < end)
  if (meter.formula === 'count') return events.length
  if (meter.formula === 'sum') return events.reduce((sum, { value }) => sum + value, 0)
  const last = events.reduce<MeterEventRecord | undefined>(
    (latest, one) => (latest && latest.timestamp > one.timestamp ? latest : one),
    undefined,
  )
  return last?.value ?? 0
}

/**
 * The units that a metered item used in a period: what its meter counted. The items of the sample have no events; they
 * use around their average, in proportion to the time.
 */
export function usedUnits(
  account: Account,
  customer: string,
  item: SubscriptionItemRecord,
  period: Period,
): number {
  const meter = account.store.meters.get(priceOf(account, item).recurring?.meter ?? '')
  if (meter) return Math.max(aggregate(account, meter, customer, period), 0)
  if (item.usage === 0) return 0
  const months = (period.end - period.start) / (30 * DAY)
  return Math.round(item.usage * months * (0.6 + account.random.float() * 0.8))
}
