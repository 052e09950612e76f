import { meterNamed } from '../domain/meters'
import { DAY, MINUTE } from '../engine/calendar'
import { invalid } from '../http/errors'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderMeterEvent } from '../render/meter'
import { makeId, type Account } from '../store/account'
import type { CustomerRecord, MeterEventRecord, MeterRecord } from '../store/records'

/** Events can be told this late, and this early. Source: Billing/MeterEvents.d.ts. */
const OLDEST = 35 * DAY
const AHEAD = 5 * MINUTE
/** For so long an identifier cannot be used again, and an event can be canceled. */
const REMEMBERED = DAY

function readMeter(account: Account, params: Params): MeterRecord {
  const name = params.required('event_name')
  const meter = meterNamed(account, name)
  if (meter) return meter
  throw invalid(`No active meter found for event name '${name}'.`, {
    code: 'resource_missing',
    param: 'event_name',
  })
}

/** What the event says: whose it is, and how much. */
function readPayload(account: Account, params: Params, meter: MeterRecord) {
  const payload = params.metadata('payload') ?? params.missing('payload')
  const said = (key: string): string => {
    const word = payload[key]
    if (word !== undefined) return word
    throw invalid(`The payload must contain '${key}'.`, { param: `payload[${key}]` })
  }
  const id = said(meter.customer_key)
  const customer = account.store.customers.get(id)
  if (!customer || customer.deleted) {
    throw invalid(`No such customer: '${id}'`, {
      code: 'resource_missing',
      param: `payload[${meter.customer_key}]`,
    })
  }
  const word = meter.formula === 'count' ? (payload[meter.value_key] ?? '1') : said(meter.value_key)
  if (!/^-?\d{1,15}$/.test(word)) {
    throw invalid(`Invalid value: '${word}' must be a whole number.`, {
      param: `payload[${meter.value_key}]`,
    })
  }
  return { payload, customer, value: Number(word) }
}

/** The time by which a customer lives. */
function timeOf(account: Account, { test_clock }: CustomerRecord): number {
  return account.testClocks.get(test_clock ?? '')?.now ?? account.now
}

function remembered(account: Account, identifier: string, now: number): MeterEventRecord | undefined {
  return account.store.meterEvents
    .withKey('identifier', identifier)
    .find(({ created }) => created > now - REMEMBERED)
}

export const meterEventRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/billing/meter_events',
    answers: 'billing.meter_event',
    prepare({ account, params }) {
      const meter = readMeter(account, params)
      const { payload, customer, value } = readPayload(account, params, meter)
      const now = timeOf(account, customer)
      const timestamp = params.instant('timestamp') ?? now
      if (timestamp < now - OLDEST || timestamp > now + AHEAD) {
        throw invalid(
          'The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.',
          { param: 'timestamp' },
        )
      }
      const identifier = params.filled('identifier', 100)
      if (identifier !== undefined && remembered(account, identifier, now)) {
        throw invalid(`An event already exists with identifier ${identifier}.`, {
          code: 'resource_already_exists',
          param: 'identifier',
        })
      }
      return () => {
        const id = makeId(account, 'mtrev_')
        const event = account.store.meterEvents.add({
          id,
          created: now,
          timestamp,
          event_name: meter.event_name,
          identifier: identifier ?? id,
          customer: customer.id,
          value,
          payload,
        })
        return renderMeterEvent(event)
      }
    },
  },
  {
    method: 'POST',
    path: '/v1/billing/meter_event_adjustments',
    answers: 'billing.meter_event_adjustment',
    prepare({ account, params }) {
      const meter = readMeter(account, params)
      if (params.oneOf('type', ['cancel']) === undefined) params.missing('type')
      const cancel = params.hash('cancel') ?? params.missing('cancel')
      const identifier = cancel.required('identifier')
      const event = account.store.meterEvents
        .withKey('identifier', identifier)
        .find(({ event_name }) => event_name === meter.event_name)
      const owner = account.store.customers.get(event?.customer ?? '')
      if (!event || !owner || event.created <= timeOf(account, owner) - REMEMBERED) {
        throw invalid(`No event with identifier ${identifier} of the last 24 hours was found.`, {
          code: 'resource_missing',
          param: 'cancel[identifier]',
        })
      }
      return () => {
        account.store.meterEvents.remove(event.id)
        return {
          object: 'billing.meter_event_adjustment',
          cancel: { identifier },
          event_name: meter.event_name,
          livemode: false,
          status: 'complete',
          type: 'cancel',
        }
      }
    },
  },
]
