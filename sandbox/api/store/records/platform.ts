import type { Metadata } from './customers'

export interface EventRecord {
  id: string
  created: number
  /** The account's own time when it happened; `created` is that of the test clock, if there is one. */
  recorded: number
  type: string
  /** The event's `data` as JSON text: half the memory of the objects, and ready to send. */
  data: string
  request: { id: string | null; idempotency_key: string | null }
}

export interface WebhookEndpointRecord {
  id: string
  created: number
  url: string
  enabled_events: string[]
  status: 'enabled' | 'disabled'
  description: string | null
  api_version: string | null
  metadata: Metadata
  secret: string
  /** Whether it gets the events of connected accounts; else those of the account itself. */
  connect: boolean
  /** How many events each account had when the endpoint was made: only later ones are delivered. */
  eventsBefore: Record<string, number>
}

export interface RestrictedKeyRecord {
  id: string
  created: number
  secret: string
  permissions: string[]
}

export interface TestClockRecord {
  id: string
  created: number
  name: string | null
  status: 'ready' | 'advancing'
  frozen_time: number
  /** Where an advance that runs is going. */
  target: number | null
  deletes_after: number
}
