import { aggregate, createMeter } from '../domain/meters'
import { meterEvents } from '../domain/events'
import { DAY, HOUR, MINUTE } from '../engine/calendar'
import { hash32 } from '../engine/random'
import { invalid } from '../http/errors'
import { prepareInnerPage, preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Call, Route } from '../http/route'
import { renderMeter } from '../render/meter'
import type { MeterRecord } from '../store/records'
import { fromParam, fromPath } from './lookups'

const PATH = '/v1/billing/meters'

const meterOf = ({ account, ids }: Call): MeterRecord => fromPath(account.store.meters, 'meter', ids[0])

/** Turns a meter on or off. */
function toggle(name: 'deactivate' | 'reactivate', status: MeterRecord['status']): Route {
  return {
    method: 'POST',
    path: `${PATH}/:id/${name}`,
    answers: 'billing.meter',
    prepare(call) {
      const { account } = call
      const meter = meterOf(call)
      if (meter.status === status) throw invalid(`This meter is already ${status}.`)
      return () => {
        Object.assign(meter, {
          status,
          updated: account.now,
          deactivated_at: status === 'inactive' ? account.now : null,
        })
        meterEvents.emit(account, `${name}d`, meter)
        return renderMeter(meter)
      }
    },
  }
}

const WINDOWS = { hour: HOUR, day: DAY }

interface Summary {
  id: string
  start: number
  end: number
  value: number
}

/** An instant that lies on the edge of a window. */
function readEdge(params: Params, key: 'start_time' | 'end_time', window: number): number {
  const instant = params.instant(key) ?? params.missing(key)
  if (instant % window === 0) return instant
  const edge = { [MINUTE]: 'minute', [HOUR]: 'hour', [DAY]: 'UTC day' }[window] ?? 'minute'
  throw invalid(`${key} must be aligned with ${edge} boundaries.`, { param: key })
}

function prepareSummaries(call: Call) {
  const { account, params } = call
  const meter = meterOf(call)
  const customer = fromParam(account.store.customers, 'customer', params.required('customer'), 'customer')
  const grouping = params.oneOf('value_grouping_window', ['hour', 'day'] as const)
  const window = grouping === undefined ? MINUTE : WINDOWS[grouping]
  const start = readEdge(params, 'start_time', window)
  const end = readEdge(params, 'end_time', window)
  if (end <= start) throw invalid('end_time must be after start_time.', { param: 'end_time' })
  const length = grouping === undefined ? end - start : window
  const records: Summary[] = []
  for (let from = end - length; from >= start; from -= length) {
    const period = { start: from, end: from + length }
    records.push({
      ...period,
      id: `mtrusg_${hash32(`${meter.id}/${customer.id}/${from}/${length}`).toString(36)}`,
      value: aggregate(account, meter, customer.id, period),
    })
  }
  return prepareInnerPage(params, {
    records,
    url: `${PATH}/${meter.id}/event_summaries`,
    noun: 'meter event summary',
    render: (one) => ({
      id: one.id,
      object: 'billing.meter_event_summary',
      aggregated_value: one.value,
      end_time: one.end,
      livemode: false,
      meter: meter.id,
      start_time: one.start,
    }),
  })
}

export const meterRoutes: Route[] = [
  {
    method: 'GET',
    path: PATH,
    answers: 'list of billing.meter',
    prepare({ account, params }) {
      const status = params.oneOf('status', ['active', 'inactive'])
      return preparePage(
        params,
        { collection: account.store.meters, url: PATH, noun: 'meter', render: renderMeter },
        { where: (one) => status === undefined || one.status === status },
      )
    },
  },
  {
    method: 'POST',
    path: PATH,
    answers: 'billing.meter',
    prepare({ account, params }) {
      const aggregation = params.hash('default_aggregation') ?? params.missing('default_aggregation')
      const mapping = params.hash('customer_mapping')
      mapping?.oneOf('type', ['by_id'])
      const fields = {
        display_name: params.required('display_name'),
        event_name: params.required('event_name'),
        formula:
          aggregation.oneOf('formula', ['sum', 'count', 'last'] as const) ?? aggregation.missing('formula'),
        customer_key: mapping?.required('event_payload_key') ?? 'stripe_customer_id',
        value_key: params.hash('value_settings')?.required('event_payload_key') ?? 'value',
        event_time_window: params.oneOf('event_time_window', ['day', 'hour'] as const) ?? null,
      }
      for (const one of account.store.meters.all()) {
        if (one.event_name !== fields.event_name || one.status !== 'active') continue
        throw invalid(`An active meter with event_name '${one.event_name}' exists already: ${one.id}`, {
          code: 'resource_already_exists',
          param: 'event_name',
        })
      }
      return () => renderMeter(createMeter(account, fields))
    },
  },
  {
    method: 'GET',
    path: `${PATH}/:id`,
    answers: 'billing.meter',
    prepare(call) {
      const meter = meterOf(call)
      return () => renderMeter(meter)
    },
  },
  {
    method: 'POST',
    path: `${PATH}/:id`,
    answers: 'billing.meter',
    prepare(call) {
      const { account, params } = call
      const meter = meterOf(call)
      const name = params.filled('display_name')
      return () => {
        const changed = meterEvents.watch(account, meter)
        if (name !== undefined) Object.assign(meter, { display_name: name, updated: account.now })
        changed()
        return renderMeter(meter)
      }
    },
  },
  toggle('deactivate', 'inactive'),
  toggle('reactivate', 'active'),
  {
    method: 'GET',
    path: `${PATH}/:id/event_summaries`,
    answers: 'list of billing.meter_event_summary',
    prepare: prepareSummaries,
  },
]
