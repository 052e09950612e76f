/** Reads an account's whole history from Stripe's lists: a page at a time, resumable at each, newer events win. */
import type Stripe from 'stripe'
import { recordFacts, unlikeLatest, type Fact } from '../analytics/facts'
import type { Figures } from '../analytics/figures'
import type { Clock } from '../clock'
import type { Logger } from '../log'
import { AppError } from '../errors'
import { Canceled, type Progress } from '../operations/service'
import type { Resource, StripeGateway, StripeObject, StripePage } from '../stripe/gateway'
import { createdAt, readFunds } from './balance'
import type { Copies } from './copies'
import { HISTORY_EVENTS, stateBefore } from './horizon'
import type { ResourceState, SyncStateDocument } from './model'
import { factsOf, isSubscription, missingReferences, type Observation } from './observe'
import { keep, MIRRORS } from './resources'
import { changeSyncState, syncState } from './state'

/** Stripe lists events of the last 30 days. */
const EVENT_DAYS = 30

/** Milliseconds between reports to the operation; also how soon a cancellation is noticed. */
const REPORT_MS = 250

/** What the current MRR needs comes first, so that it is true within seconds. */
const FIRST: Resource[] = ['products', 'prices', 'coupons', 'subscriptions']
const REST = (Object.keys(MIRRORS) as Resource[]).filter((resource) => !FIRST.includes(resource))

/** Nothing more is to be had of a resource in this run. */
export const isOver = (status: ResourceState['status']): boolean =>
  status === 'complete' || status === 'disabled'

export interface BackfillDeps {
  stripe: StripeGateway
  clock: Clock
  log: Logger
  copies: Copies
  figures: Figures
}

export function emptyResources(): ResourceState[] {
  const names = [...FIRST, ...REST, 'events', 'figures'] as const
  return names.map((resource) => ({ resource, status: 'waiting', count: 0, cursor: null, error: null }))
}

/** Whether something is read today that was not when these were: a former version knew fewer resources. */
export const lacksAny = (states: ResourceState[]): boolean =>
  states.length > 0 &&
  emptyResources().some(({ resource }) => !states.some((one) => one.resource === resource))

/** Invoices whose lines do not fit the first page are completed. */
async function complete(objects: StripeObject[], stripe: StripeGateway): Promise<StripeObject[]> {
  return Promise.all(
    objects.map(async (object) => {
      const lines = object['lines'] as { has_more?: boolean } | undefined
      if (object.object !== 'invoice' || !lines?.has_more) return object
      return { ...object, lines: { ...lines, has_more: false, data: await stripe.invoiceLines(object.id) } }
    }),
  )
}

/**
 * What a page of a list tells. On the first sync a listed object has been as it is since the events begin, or since it
 * was created; later ones only tell where it departs from what the events told, as of now.
 */
async function observed(
  objects: StripeObject[],
  eventsFrom: number,
  first: boolean,
  readAt: number,
): Promise<Observation[]> {
  const telling = objects.filter((object) => object.object !== 'customer' || object['discount'])
  const at = (object: StripeObject) =>
    Math.max(typeof object['created'] === 'number' ? object['created'] : 0, eventsFrom)
  if (first) return telling.map((object) => ({ object, at: at(object), source: 'list', causes: [object.id] }))
  const observations = telling.map((object): Observation => ({
    object,
    at: readAt,
    source: 'list',
    causes: [object.id],
  }))
  return observations
    .filter(({ object }) => !DATED.has(object.object))
    .concat(await departing(observations.filter(({ object }) => DATED.has(object.object))))
}

/** Objects whose facts are dated by when they were read. */
const DATED = new Set(['subscription', 'customer'])

async function departing(observations: Observation[]): Promise<Observation[]> {
  const facts = await factsOf(observations)
  const fresh = await unlikeLatest(facts)
  const ids = new Set(fresh.map(({ objectId }) => objectId))
  return observations.filter(({ object }) => {
    const { id } = object as StripeObject
    return ids.has(id) || ids.has(`${id}/discount`)
  })
}

export function createBackfill({ stripe, clock, log, copies, figures }: BackfillDeps) {
  async function run(progress: Progress): Promise<void> {
    const state = await begin()
    const tracker = track(state, progress, clock)
    const eventsFrom = Math.floor((state.eventsFrom ?? clock.now()).getTime() / 1000)
    for (const resource of FIRST) await readAll(resource, eventsFrom, tracker)
    // where a run was interrupted after it, they are there
    if (state.madeBy === null) await figures.rebuild(() => Promise.resolve())
    // each resource is read in order of its cursor, the resources beside each other; the gateway bounds the requests
    const outcomes = await Promise.allSettled([
      ...REST.map((resource) => readAll(resource, eventsFrom, tracker)),
      readEvents(eventsFrom, tracker),
    ])
    const canceled = outcomes.find(
      (outcome) => outcome.status === 'rejected' && outcome.reason instanceof Canceled,
    )
    if (canceled?.status === 'rejected') throw canceled.reason
    const failed = tracker.failed()
    await tracker.start('figures')
    await figures.rebuild((done) => tracker.count('figures', done))
    await tracker.end('figures')
    if (failed.length > 0)
      throw new AppError('stripe_unavailable', `Not everything could be read: ${failed.join(', ')}`)
  }

  /** Takes up an unfinished run where its cursors stand, or starts a new one. */
  async function begin(): Promise<SyncStateDocument> {
    const state = await syncState()
    const goesOn = !state.resources.every(({ status }) => isOver(status)) || lacksAny(state.resources)
    const resources = emptyResources().map((one) => {
      const former = goesOn && state.resources.find(({ resource }) => resource === one.resource)
      return former ? { ...former, error: former.status === 'failed' ? null : former.error } : one
    })
    const now = clock.now()
    const eventsFrom =
      state.eventsFrom ?? new Date(Math.floor(now.getTime() / 1000) * 1000 - EVENT_DAYS * 86_400_000)
    const change = { status: 'running' as const, resources, eventsFrom, startedAt: now, completedAt: null }
    await changeSyncState(change)
    return { ...state, ...change }
  }

  async function readAll(resource: Resource, eventsFrom: number, tracker: Tracker): Promise<void> {
    if (!(await tracker.start(resource))) return
    try {
      let next: Promise<StripePage> | null = stripe.page(resource, tracker.cursor(resource) ?? undefined)
      while (next) {
        const page: StripePage = await next
        const cursor = page.data.at(-1)?.id ?? null
        // the next page is read while this one is stored
        next = page.hasMore && cursor !== null ? stripe.page(resource, cursor) : null
        next?.catch(() => undefined) // awaited in the next round; storing may fail before
        await storePage(resource, page, eventsFrom, tracker.first)
        await tracker.page(resource, page.data.length, cursor)
      }
      if (resource === 'balance_transactions') await readFunds(stripe)
      if (resource === 'invoices' && tracker.first) await readPendingItems()
      await tracker.end(resource)
    } catch (error) {
      if (error instanceof Canceled) throw error
      if (await tracker.disabledBy(resource, error)) return
      log.error({ err: error, resource }, 'a resource could not be read')
      await tracker.fail(resource, error)
      if (FIRST.includes(resource)) throw error
    }
  }

  /** Changes of subscriptions that no invoice tells yet: those of a yearly one may wait for a year. */
  async function readPendingItems(): Promise<void> {
    for (let cursor: string | undefined; ;) {
      const { data, hasMore } = await stripe.pendingItems(cursor)
      await store(data.map((object) => ({ object, at: object.date, source: 'list', causes: [object.id] })))
      cursor = data.at(-1)?.id
      if (!hasMore || cursor === undefined) return
    }
  }

  async function storePage(
    resource: Resource,
    page: StripePage,
    eventsFrom: number,
    first: boolean,
  ): Promise<void> {
    const objects = await complete(page.data, stripe)
    // a list read within a second may miss what changes later in that second: events of it win
    const version = page.readAt - 1
    const versions = objects.map((object) => ({
      id: object.id,
      version,
      deleted: false,
      object: keep(object),
    }))
    const copy = () => copies.store(resource, versions, false)
    await (resource === 'balance_transactions' ? figures.storeMoney(objects.map(createdAt), copy) : copy())
    await store(await observed(objects, eventsFrom, first, page.readAt))
  }

  async function store(observations: Observation[]): Promise<void> {
    const facts: Fact[] = await factsOf(observations)
    await recordFacts(facts, clock)
    await recordFacts(await missingReferences(facts, stripe), clock)
  }

  /** Events of the last 30 days, newest first; at the end, what each subscription was like before its first one. */
  async function readEvents(eventsFrom: number, tracker: Tracker): Promise<void> {
    if (!(await tracker.start('events'))) return
    try {
      const oldest = new Map<string, Stripe.Event>()
      const seen = new Set<string>()
      let cursor: string | undefined
      let count = 0
      for (;;) {
        const page = await stripe.eventPage(HISTORY_EVENTS, cursor)
        const told: Observation[] = []
        for (const event of page.data) {
          const object = event.data.object as { id?: string; object: string }
          if (isSubscription(object)) {
            oldest.set(object.id, event)
            // within one second the newest tells the outcome, and the list is newest first
            const second = `${object.id}:${event.created}`
            if (seen.has(second)) continue
            seen.add(second)
          }
          told.push({ object, at: event.created, source: 'event', causes: [event.id] })
        }
        await store(told)
        cursor = page.data.at(-1)?.id
        count += page.data.length
        await tracker.count('events', count)
        if (!page.hasMore || cursor === undefined) break
      }
      // later syncs see a later window: what came before it is told by the facts of the first
      const before = (tracker.first ? [...oldest.values()] : []).flatMap((event): Observation[] => {
        const object = stateBefore(event)
        if (!object) return []
        return [{ object, at: Math.max(eventsFrom, object.created), source: 'list', causes: [event.id] }]
      })
      for (let start = 0; start < before.length; start += 500) await store(before.slice(start, start + 500))
      await tracker.end('events')
    } catch (error) {
      if (error instanceof Canceled) throw error
      if (await tracker.disabledBy('events', error)) return
      log.error({ err: error }, 'the events could not be read')
      await tracker.fail('events', error)
    }
  }

  return { run }
}

type Tracker = ReturnType<typeof track>

/** Keeps the state of each resource in memory and in the database, and tells the operation how far it is. */
function track(state: SyncStateDocument, progress: Progress, clock: Clock) {
  let reportedAt = 0
  const states = new Map(state.resources.map((one) => [one.resource, { ...one }]))
  const of = (name: ResourceState['resource']): ResourceState => {
    const one = states.get(name)
    if (!one) throw new Error(`${name} is not part of a sync`)
    return one
  }
  async function save(): Promise<void> {
    const resources = [...states.values()]
    await changeSyncState({ resources })
    const now = clock.now().getTime()
    if (now - reportedAt < REPORT_MS) return
    reportedAt = now
    await progress.report(
      resources.reduce((sum, { count }) => sum + count, 0),
      null,
    )
  }
  return {
    /** The first sync of the account, also when it was taken up again. */
    first: !state.complete,
    cursor: (name: ResourceState['resource']): string | null => of(name).cursor,
    failed: (): string[] =>
      [...states.values()].filter(({ status }) => status === 'failed').map(({ resource }) => resource),
    async start(name: ResourceState['resource']): Promise<boolean> {
      const one = of(name)
      if (isOver(one.status)) return false
      one.status = 'running'
      await save()
      return true
    },
    async page(name: ResourceState['resource'], rows: number, cursor: string | null): Promise<void> {
      const one = of(name)
      one.count += rows
      one.cursor = cursor
      await save()
    },
    async count(name: ResourceState['resource'], count: number): Promise<void> {
      of(name).count = count
      await save()
    },
    async end(name: ResourceState['resource']): Promise<void> {
      Object.assign(of(name), { status: 'complete', error: null })
      await save()
    },
    /** A permission that the key lacks disables its resource alone, and is named. */
    async disabledBy(name: ResourceState['resource'], error: unknown): Promise<boolean> {
      if (!(error instanceof AppError) || error.code !== 'stripe_permission_missing') return false
      Object.assign(of(name), { status: 'disabled', error: error.detail })
      await save()
      return true
    },
    async fail(name: ResourceState['resource'], error: unknown): Promise<void> {
      const reason = error instanceof AppError ? error.detail : 'An unexpected failure; the log tells more'
      Object.assign(of(name), { status: 'failed', error: reason })
      await save()
    },
  }
}
