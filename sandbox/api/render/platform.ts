import { API_VERSION } from '../api-version'
import { parseJson, type JsonObject } from '../json'
import type { Account } from '../store/account'
import type { EventRecord, TestClockRecord, WebhookEndpointRecord } from '../store/records'

/** An event; how many of its deliveries are outstanding is known to the deliverer only. */
export function renderEvent(account: Account, event: EventRecord, pendingWebhooks: number): JsonObject {
  return {
    id: event.id,
    object: 'event',
    ...(account.platform ? { account: account.id } : {}),
    api_version: API_VERSION,
    created: event.created,
    data: parseJson(event.data),
    livemode: false,
    pending_webhooks: pendingWebhooks,
    request: { ...event.request },
    type: event.type,
  }
}

/** An endpoint as every answer but the one that creates it shows it: without its secret. */
export function renderWebhookEndpoint(endpoint: WebhookEndpointRecord): JsonObject {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.api_version,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: [...endpoint.enabled_events],
    livemode: false,
    metadata: { ...endpoint.metadata },
    status: endpoint.status,
    url: endpoint.url,
  }
}

export function renderTestClock(clock: TestClockRecord): JsonObject {
  return {
    id: clock.id,
    object: 'test_helpers.test_clock',
    created: clock.created,
    deletes_after: clock.deletes_after,
    frozen_time: clock.frozen_time,
    livemode: false,
    name: clock.name,
    status: clock.status,
    status_details: clock.target === null ? {} : { advancing: { target_frozen_time: clock.target } },
  }
}
