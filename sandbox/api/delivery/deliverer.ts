import type { DeliveryLog } from '../data-dir/deliveries'
import { EVENT_DAYS } from '../domain/events'
import { DAY } from '../engine/calendar'
import type { Engine } from '../engine/engine'
import { createRandom } from '../engine/random'
import type { Faults } from '../http/faults'
import { serialize } from '../json'
import { renderEvent } from '../render/platform'
import type { DeliveryState } from '../routes/platform'
import type { Account } from '../store/account'
import type { EventRecord, WebhookEndpointRecord } from '../store/records'
import { Poster } from './post'
import { signatureHeader } from './signature'

/** Seconds before each further try. Stripe tries for hours; a local receiver is back sooner. */
const RETRY_SECONDS = [1, 3, 10, 30, 60]
const IN_FLIGHT_PER_ENDPOINT = 8
/** Events of so long a time can arrive in any order. */
const SHUFFLE_MS = 500

export interface DelivererOptions {
  engine: Engine
  log: DeliveryLog
  faults: Faults
  /** The machine's time in milliseconds. */
  clock: () => number
}

interface Delivery {
  account: Account
  endpoint: WebhookEndpointRecord
  event: EventRecord
  tries: number
}

interface Queue {
  waiting: Delivery[]
  inFlight: number
}

/** Whether an endpoint wants an event. */
export function wants(endpoint: WebhookEndpointRecord, type: string): boolean {
  return endpoint.enabled_events.some((enabled) => enabled === '*' || enabled === type)
}

/** The endpoints that an account's events go to: its own, and its platform's for connected accounts. */
function endpointsFor(account: Account): WebhookEndpointRecord[] {
  const own = [...account.store.webhookEndpoints.all()].filter(({ connect }) => !connect)
  const platform = account.platform?.store.webhookEndpoints.all() ?? []
  return [...own, ...[...platform].filter(({ connect }) => connect)]
}

/** Delivers events to webhook endpoints: in order of their making, a few at a time, again when it fails. */
export class Deliverer implements DeliveryState {
  private readonly poster = new Poster(IN_FLIGHT_PER_ENDPOINT)
  private readonly queues = new Map<string, Queue>()
  private readonly outstanding = new Map<string, number>()
  private readonly failures = new Set<string>()
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly random
  private closed = false

  constructor(private readonly options: DelivererOptions) {
    this.random = createRandom(options.engine.seed, 'delivery')
  }

  /** Takes up what was left undelivered and then every new event. */
  start(): void {
    const accounts = this.options.engine.accounts()
    this.options.log.retain((event) => accounts.some(({ store }) => store.events.get(event) !== undefined))
    for (const account of accounts) this.adopt(account)
  }

  private adopt(account: Account): void {
    for (const endpoint of endpointsFor(account)) this.resume(account, endpoint)
    account.onEvent = (event) => {
      for (const endpoint of endpointsFor(account)) this.offer(account, endpoint, event)
    }
    account.onConnected = (connected) => this.adopt(connected)
  }

  /** Delivers an event once more; answers to how many endpoints, undefined if there is no such event. */
  resend(id: string): number | undefined {
    for (const account of this.options.engine.accounts()) {
      const event = account.store.events.get(id)
      if (!event) continue
      const takers = endpointsFor(account).filter(
        (endpoint) => endpoint.status === 'enabled' && wants(endpoint, event.type),
      )
      for (const endpoint of takers) this.offer(account, endpoint, event)
      return takers.length
    }
    return undefined
  }

  /** How many deliveries of an event are outstanding. */
  pending(_account: Account, event: EventRecord): number {
    return this.outstanding.get(event.id) ?? 0
  }

  /** Whether a delivery of an event was given up or still has not worked. */
  failed(_account: Account, event: EventRecord): boolean {
    return this.failures.has(event.id) || (this.outstanding.get(event.id) ?? 0) > 0
  }

  /** Stops delivering; what is outstanding stays noted as undelivered. */
  close(): void {
    this.closed = true
    for (const timer of this.timers) clearTimeout(timer)
    for (const account of this.options.engine.accounts())
      Object.assign(account, { onEvent: null, onConnected: null })
    this.poster.close()
  }

  private resume(account: Account, endpoint: WebhookEndpointRecord): void {
    const { events } = account.store
    for (let place = endpoint.eventsBefore[account.id] ?? 0; place < events.added; place += 1) {
      const event = events.at(place)
      if (!event || event.recorded < account.clock.now - EVENT_DAYS * DAY) continue
      if (!this.options.log.has(endpoint.id, event.id)) this.offer(account, endpoint, event)
    }
  }

  private offer(account: Account, endpoint: WebhookEndpointRecord, event: EventRecord): void {
    if (endpoint.status !== 'enabled' || !wants(endpoint, event.type)) return
    this.outstanding.set(event.id, (this.outstanding.get(event.id) ?? 0) + 1)
    const queue = this.queues.get(endpoint.id) ?? { waiting: [], inFlight: 0 }
    this.queues.set(endpoint.id, queue)
    const go = () => {
      queue.waiting.push({ account, endpoint, event, tries: 0 })
      this.pump(queue)
    }
    const { delayDeliveriesMs, shuffleDeliveries } = this.options.faults
    const delay = delayDeliveriesMs + (shuffleDeliveries ? this.random.integer(0, SHUFFLE_MS) : 0)
    // The change that makes an event is still running; its requests go out when it is complete.
    if (delay > 0) this.later(delay, go)
    else setImmediate(go)
  }

  private pump(queue: Queue): void {
    while (!this.closed && queue.inFlight < IN_FLIGHT_PER_ENDPOINT) {
      const delivery = queue.waiting.shift()
      if (!delivery) return
      queue.inFlight += 1
      void this.attempt(queue, delivery)
    }
  }

  private async attempt(queue: Queue, delivery: Delivery): Promise<void> {
    const { endpoint, event, account } = delivery
    delivery.tries += 1
    const gone = !(endpoint.connect ? account.platform : account)?.store.webhookEndpoints.get(endpoint.id)
    const status = gone ? 200 : await this.deliver(delivery)
    queue.inFlight -= 1
    if (this.closed) return
    if (status >= 200 && status < 300) {
      this.settle(delivery)
    } else {
      const wait = RETRY_SECONDS[delivery.tries - 1]
      if (wait === undefined) {
        this.failures.add(event.id)
        this.settle(delivery)
      } else {
        this.later(wait * 1000, () => {
          queue.waiting.unshift(delivery)
          this.pump(queue)
        })
      }
    }
    this.pump(queue)
  }

  private async deliver({ account, endpoint, event }: Delivery): Promise<number> {
    const { faults, clock } = this.options
    if (faults.dropDeliveries > 0) {
      faults.dropDeliveries -= 1
      return 200
    }
    const body = serialize(renderEvent(account, event, this.outstanding.get(event.id) ?? 0), account.live)
    const signature = signatureHeader(body, endpoint.secret, Math.floor(clock() / 1000))
    const headers = {
      'stripe-signature': signature,
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
    }
    const status = await this.poster.post(endpoint.url, body, headers)
    if (faults.duplicateDeliveries > 0) {
      faults.duplicateDeliveries -= 1
      await this.poster.post(endpoint.url, body, headers)
    }
    return status
  }

  private settle({ endpoint, event }: Delivery): void {
    this.options.log.add(endpoint.id, event.id)
    const left = (this.outstanding.get(event.id) ?? 1) - 1
    if (left > 0) this.outstanding.set(event.id, left)
    else this.outstanding.delete(event.id)
  }

  private later(milliseconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer)
      if (!this.closed) run()
    }, milliseconds)
    this.timers.add(timer)
  }
}
