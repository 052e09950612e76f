import { API_VERSION } from '../api-version'
import { EVENT_DAYS } from '../domain/events'
import { DAY } from '../engine/calendar'
import { invalid, missing } from '../http/errors'
import { preparePage } from '../http/listing'
import type { Params } from '../http/params'
import type { Route } from '../http/route'
import { renderEvent, renderWebhookEndpoint } from '../render/platform'
import { makeId, type Account } from '../store/account'
import type { EventRecord, WebhookEndpointRecord } from '../store/records'
import { fromPath, given } from './lookups'

/** What the deliverer knows about an event. */
export interface DeliveryState {
  pending(account: Account, event: EventRecord): number
  failed(account: Account, event: EventRecord): boolean
}

function readUrl(params: Params): string | undefined {
  const url = params.filled('url')
  if (url !== undefined && !URL.canParse(url)) {
    throw invalid(`Not a valid URL`, { code: 'url_invalid', param: 'url' })
  }
  return url
}

function readEvents(params: Params): string[] | undefined {
  const types = params.words('enabled_events')
  if (types?.length === 0 || types === null)
    throw invalid('You must enable at least one event.', { param: 'enabled_events' })
  return types
}

/** The routes of events, which show what the deliverer knows. */
export function eventRoutes(deliveries: DeliveryState): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1/events',
      answers: 'list of event',
      prepare({ account, params }) {
        const type = params.filled('type')
        const types = params.words('types')
        const success = params.boolean('delivery_success')
        const range = params.range('created') ?? {}
        const oldest = account.clock.now - EVENT_DAYS * DAY
        if (type !== undefined && types) {
          throw invalid('You may only specify one of these parameters: type, types.', {
            code: 'parameters_exclusive',
          })
        }
        const prefix = type?.endsWith('.*') ? type.slice(0, -1) : undefined
        return preparePage(
          params,
          {
            collection: account.store.events,
            url: '/v1/events',
            noun: 'event',
            render: (one) => renderEvent(account, one, deliveries.pending(account, one)),
          },
          {
            created: range,
            by: type === undefined || prefix !== undefined ? {} : { type },
            where: (one) =>
              one.recorded >= oldest &&
              (prefix === undefined || one.type.startsWith(prefix)) &&
              (!types || types.includes(one.type)) &&
              (success === undefined || deliveries.failed(account, one) !== success),
          },
        )
      },
    },
    {
      method: 'GET',
      path: '/v1/events/:id',
      answers: 'event',
      prepare({ account, ids }) {
        const event = fromPath(account.store.events, 'event', ids[0])
        if (event.recorded < account.clock.now - EVENT_DAYS * DAY) throw missing('event', event.id)
        return () => renderEvent(account, event, deliveries.pending(account, event))
      },
    },
  ]
}

export const webhookEndpointRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/webhook_endpoints',
    answers: 'list of webhook_endpoint',
    prepare: ({ account, params }) =>
      preparePage(
        params,
        {
          collection: account.store.webhookEndpoints,
          url: '/v1/webhook_endpoints',
          noun: 'webhook endpoint',
          render: renderWebhookEndpoint,
        },
        {},
      ),
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    answers: 'webhook_endpoint',
    prepare({ account, params }) {
      const version = params.oneOf('api_version', [API_VERSION]) ?? null
      const connect = params.boolean('connect') ?? false
      const fields = {
        url: readUrl(params) ?? params.missing('url'),
        enabled_events: readEvents(params) ?? params.missing('enabled_events'),
        description: params.text('description') ?? null,
        metadata: params.metadata('metadata') ?? {},
      }
      return () => {
        const endpoint = account.store.webhookEndpoints.add({
          id: makeId(account, 'we_'),
          created: account.now,
          status: 'enabled',
          api_version: version,
          secret: `whsec_${account.ids.token(32)}`,
          connect,
          eventsBefore: Object.fromEntries(
            [account, ...account.connected.values()].map((one) => [one.id, one.store.events.added]),
          ),
          ...fields,
        })
        return { ...renderWebhookEndpoint(endpoint), secret: endpoint.secret }
      }
    },
  },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    answers: 'webhook_endpoint',
    prepare({ account, ids }) {
      const endpoint = fromPath(account.store.webhookEndpoints, 'webhook endpoint', ids[0])
      return () => renderWebhookEndpoint(endpoint)
    },
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id',
    answers: 'webhook_endpoint',
    prepare({ account, ids, params }) {
      const endpoint = fromPath(account.store.webhookEndpoints, 'webhook endpoint', ids[0])
      const disabled = params.boolean('disabled')
      const fields = given<
        Pick<WebhookEndpointRecord, 'url' | 'enabled_events' | 'description' | 'metadata'>
      >({
        url: readUrl(params),
        enabled_events: readEvents(params),
        description: params.text('description'),
        metadata: params.metadata('metadata', endpoint.metadata),
      })
      return () => {
        Object.assign(endpoint, fields)
        if (disabled !== undefined) endpoint.status = disabled ? 'disabled' : 'enabled'
        return renderWebhookEndpoint(endpoint)
      }
    },
  },
  {
    method: 'DELETE',
    path: '/v1/webhook_endpoints/:id',
    answers: 'webhook_endpoint',
    prepare({ account, ids }) {
      const endpoint = fromPath(account.store.webhookEndpoints, 'webhook endpoint', ids[0])
      return () => {
        account.store.webhookEndpoints.remove(endpoint.id)
        return { id: endpoint.id, object: 'webhook_endpoint', deleted: true }
      }
    },
  },
]
