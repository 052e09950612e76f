import type { JsonObject } from '../json'
import type { MeterEventRecord, MeterRecord } from '../store/records'

export function renderMeter(meter: MeterRecord): JsonObject {
  return {
    id: meter.id,
    object: 'billing.meter',
    created: meter.created,
    customer_mapping: { event_payload_key: meter.customer_key, type: 'by_id' },
    default_aggregation: { formula: meter.formula },
    display_name: meter.display_name,
    event_name: meter.event_name,
    event_time_window: meter.event_time_window,
    livemode: false,
    status: meter.status,
    status_transitions: { deactivated_at: meter.deactivated_at },
    updated: meter.updated,
    value_settings: { event_payload_key: meter.value_key },
  }
}

export function renderMeterEvent(event: MeterEventRecord): JsonObject {
  return {
    object: 'billing.meter_event',
    created: event.created,
    event_name: event.event_name,
    identifier: event.identifier,
    livemode: false,
    payload: { ...event.payload },
    timestamp: event.timestamp,
  }
}
