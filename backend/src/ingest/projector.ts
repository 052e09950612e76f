/** Works events off: into the copies of Stripe's objects, into facts, into figures. At least once, in any order. */
import type Stripe from 'stripe'
import type { AccountService } from '../accounts/service'
import { recordFacts } from '../analytics/facts'
import type { Figures } from '../analytics/figures'
import type { Clock } from '../clock'
import { readVersions, type Version } from '../database/mirror'
import { AppError } from '../errors'
import { onboardingOf, type OnboardingService } from '../onboarding/service'
import { figuresChanged, changeSyncState } from '../sync/state'
import type { Resource, StripeGateway, StripeObject } from '../stripe/gateway'
import { followBalance } from '../sync/balance'
import { HISTORY_EVENTS } from '../sync/horizon'
import type { Copies } from '../sync/copies'
import type { InboxDocument } from '../sync/model'
import { factsOf, missingReferences, type Observation } from '../sync/observe'
import { keep, MIRRORS, resourceOf } from '../sync/resources'
import type { Inbox } from './inbox'

export interface ProjectorDeps {
  stripe: StripeGateway
  figures: Figures
  clock: Clock
  accounts: AccountService
  onboarding: OnboardingService
  inbox: Inbox
  copies: Copies
}

/** An event as the inbox has it: what it is about may be of any kind. */
type StoredEvent = Pick<Stripe.Event, 'id' | 'type' | 'created' | 'account'> & {
  data: { object: StripeObject; previous_attributes?: object }
}

interface Told {
  event: StoredEvent
  object: StripeObject
}

/** What an event is about where money moved on the balance; one about the balance itself says that money settled. */
const MOVES_BALANCE = new Set([
  'charge',
  'refund',
  'dispute',
  'payout',
  'transfer',
  'topup',
  'balance',
  'balance_settings',
])

const isDeletion = ({ event, object }: Told): boolean =>
  event.type.endsWith('.deleted') && object.object !== 'subscription'

/** Whether figures are sliced by what the event changes of a customer. */
const changesSlices = ({ event, object }: Told): boolean =>
  object.object === 'customer' &&
  (event.type === 'customer.deleted' ||
    ['address', 'metadata'].some((field) => Object.hasOwn(event.data.previous_attributes ?? {}, field)))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The outcome of one second, if the events alone tell it: all say the same, or each but one was changed by another
 * (its fields are that one's former values). Null where Stripe must be asked.
 */
export function outcome(told: Told[]): Told | null {
  const [first, ...others] = told
  if (!first) return null
  if (others.every(({ object }) => same(object, first.object))) return first
  const changes = (later: Told, earlier: Told): boolean => {
    const former = later.event.data.previous_attributes as Record<string, unknown> | undefined
    return (
      former !== undefined &&
      Object.entries(former).every(([field, value]) => same(earlier.object[field], value))
    )
  }
  const last = told.filter((one) => !told.some((other) => other !== one && changes(other, one)))
  return last.length === 1 ? (last[0] ?? null) : null
}

export function createProjector({
  stripe,
  figures,
  clock,
  accounts,
  onboarding,
  inbox,
  copies,
}: ProjectorDeps) {
  const eventOf = (row: InboxDocument): Told => {
    const event = inbox.open(row) as StoredEvent
    return { event, object: event.data.object }
  }

  /** What to store for one object, out of all that the batch tells of it and what is stored already. */
  async function settle(
    told: Told[],
    stored: Version | undefined,
    resource: Resource,
  ): Promise<{ version: Version; settled: boolean } | null> {
    const newest = Math.max(...told.map(({ event }) => event.created))
    const latest = told.filter(({ event }) => event.created === newest)
    if (stored && stored.version > newest) return null
    const alone = outcome(latest)
    const { id } = latest[0]?.object ?? { id: '' }
    if (alone && (!stored || stored.version < newest || same(copies.whole(stored), keep(alone.object))))
      return {
        version: { id, version: newest, deleted: isDeletion(alone), object: keep(alone.object) },
        settled: false,
      }
    const object = await stripe.retrieve(resource, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null
      throw error
    })
    if (!object || object.deleted)
      return {
        version: {
          id,
          version: newest,
          deleted: true,
          object: keep(object ?? { id, object: MIRRORS[resource].object }),
        },
        settled: true,
      }
    return { version: { id, version: newest, deleted: false, object: keep(object) }, settled: true }
  }

  async function project(resource: Resource, told: Told[]): Promise<Map<string, StripeObject>> {
    const byId = new Map<string, Told[]>()
    for (const one of told) byId.set(one.object.id, [...(byId.get(one.object.id) ?? []), one])
    const { collection } = MIRRORS[resource]
    const stored = await readVersions(collection, [...byId.keys()])
    const outcomes = await Promise.all([...byId].map(([id, some]) => settle(some, stored.get(id), resource)))
    const settled = outcomes.filter((one) => one !== null)
    for (const again of [false, true]) {
      const versions = settled.filter((one) => one.settled === again).map(({ version }) => version)
      await copies.store(resource, versions, again)
    }
    return new Map(
      settled.filter((one) => one.settled).map(({ version }) => [version.id, version.object as StripeObject]),
    )
  }

  /** One observation for each object and second: the outcome that the events tell, or the object as it was read again. */
  function observations(told: Told[], reread: Map<string, StripeObject>): Observation[] {
    const bySecond = new Map<string, Told[]>()
    for (const one of told) {
      const key = `${one.object.id}:${one.event.created}`
      bySecond.set(key, [...(bySecond.get(key) ?? []), one])
    }
    return [...bySecond.values()].flatMap((some): Observation[] => {
      const first = some[0]
      if (!first) return []
      const newest = Math.max(
        ...told.filter(({ object }) => object.id === first.object.id).map(({ event }) => event.created),
      )
      const again = first.event.created === newest ? reread.get(first.object.id) : undefined
      const object = again ?? outcome(some)?.object ?? some[some.length - 1]?.object ?? first.object
      return [
        {
          object,
          at: first.event.created,
          source: 'event',
          causes: some.map(({ event }) => event.id).sort(),
        },
      ]
    })
  }

  /** Accounts that come and go, and what Stripe asks of them. */
  async function followAccounts(told: Told[]): Promise<void> {
    for (const { event, object } of told) {
      const app = String(object['account'] ?? '')
      if (event.type === 'account.application.authorized' && event.account)
        await onboarding.installed(event.account)
      if (event.type === 'account.application.deauthorized' && event.account)
        await onboarding.uninstalled(event.account)
      if (event.type === 'apps.install.created') await onboarding.installed(app)
      if (event.type === 'apps.install.deleted') await onboarding.uninstalled(app)
    }
    // read, not told: events come in any order, and what an older one says was so once
    if (told.some(({ event }) => event.type === 'account.updated'))
      await accounts.onboarded(onboardingOf(await stripe.account()))
  }

  return {
    /** Works a batch off for the account in scope. All or nothing is not needed: every step may be repeated. */
    async apply(rows: InboxDocument[]): Promise<void> {
      const told = rows.map(eventOf)
      await followAccounts(told.toSorted((a, b) => a.event.created - b.event.created))
      const byResource = new Map<Resource, Told[]>()
      for (const one of told) {
        const resource = resourceOf(one.object.object)
        if (resource) byResource.set(resource, [...(byResource.get(resource) ?? []), one])
      }
      const reread = new Map<string, StripeObject>()
      for (const [resource, some] of byResource)
        for (const [id, object] of await project(resource, some)) reread.set(id, object)
      const telling = told.filter(
        ({ event, object }) =>
          HISTORY_EVENTS.includes(event.type) ||
          (object.object === 'customer' &&
            (object['discount'] || Object.hasOwn(event.data.previous_attributes ?? {}, 'discount'))) ||
          object.object === 'price',
      )
      const facts = await factsOf(observations(telling, reread))
      await recordFacts(facts, clock)
      await recordFacts(await missingReferences(facts, stripe), clock)
      const customers = [...new Set(facts.flatMap(({ customer }) => (customer === null ? [] : [customer])))]
      await figures.recompute(customers)
      await figures.refoldCustomers(told.filter(changesSlices).map(({ object }) => object.id))
      if (told.some(({ object }) => MOVES_BALANCE.has(object.object))) {
        await followBalance(stripe, figures)
        await figuresChanged()
      }
      await changeSyncState({ asOf: clock.now() })
    },
  }
}
export type Projector = ReturnType<typeof createProjector>
