/** Facts in and out of the database. Movements and rebuilds read facts and nothing else. */
import { trusted } from '../database/query'
import { createHash } from 'node:crypto'
import type { Clock } from '../clock'
import { bulkWrite } from '../database/model'
import { scopedId } from '../database/scope'
import {
  reconstructSubscription,
  type CustomerHistory,
  type Discount,
  type FactSource,
  type InvoiceForHistory,
  type Price,
  type SubscriptionForHistory,
  type SubscriptionVersion,
} from '../metrics'
import type { DiscountFact, FailureFact, InvoiceFact, SubscriptionFact } from './from-stripe'
import { FactModel, type FactDocument } from './model'

type Recorded<O extends FactDocument['object'], D> = {
  object: O
  objectId: string
  customer: string | null
  /** Seconds. */
  effectiveAt: number
  source: FactSource
  causes: string[]
  data: D
}

export type Fact =
  | Recorded<'subscription', SubscriptionFact>
  | Recorded<'price', Price & { id: string }>
  | Recorded<'discount', DiscountFact>
  | Recorded<'customer_discount', { discount: string | null }>
  | Recorded<'invoice', InvoiceFact>
  | Recorded<'failure', FailureFact>

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

/** Appends what is not there yet; the same fact twice is one. */
export async function recordFacts(facts: Fact[], clock: Clock): Promise<void> {
  const recordedAt = clock.now()
  await bulkWrite(
    'facts',
    facts.map(({ effectiveAt, ...fact }) => {
      const _id = scopedId(`${fact.objectId}:${effectiveAt}:${fact.source}:${hashOf(fact.data)}`)
      return {
        updateOne: {
          filter: { _id },
          update: { $setOnInsert: { ...fact, effectiveAt: new Date(effectiveAt * 1000), recordedAt } },
          upsert: true,
        },
      }
    }),
  )
}

/** Which of these objects no fact tells yet. */
export async function withoutFact(object: 'price' | 'discount', ids: string[]): Promise<string[]> {
  const known = new Set(await FactModel.distinct('objectId', { object, objectId: trusted({ $in: ids }) }))
  return [...new Set(ids)].filter((id) => !known.has(id))
}

/** Those that say something else than the latest fact about the same object. */
export async function unlikeLatest(facts: Fact[]): Promise<Fact[]> {
  const rows = await FactModel.find({ objectId: trusted({ $in: facts.map(({ objectId }) => objectId) }) })
    .sort({ effectiveAt: 1, recordedAt: 1 })
    .lean()
  const latest = new Map(rows.map((row) => [row.objectId, hashOf(row.data)]))
  return facts.filter(({ objectId, data }) => latest.get(objectId) !== hashOf(data))
}

/** Every customer that has facts, in the order of ids. */
export async function allCustomers(): Promise<string[]> {
  const ids = (await FactModel.distinct('customer', { customer: trusted({ $ne: null }) })) as string[]
  return ids.sort()
}

/** The customers that facts exist for, a batch at a time, in order of their ids. */
export async function* customersWithFacts(batch: number): AsyncGenerator<string[]> {
  const ids = await allCustomers()
  for (let start = 0; start < ids.length; start += batch) yield ids.slice(start, start + batch)
}

/** Customers of subscriptions that had not ended by an instant from which on events tell (C6), in order of their ids. */
export async function customersLivingAt(at: Date): Promise<string[]> {
  const rows = await FactModel.aggregate<{ _id: string }>([
    { $match: { object: 'subscription', effectiveAt: { $lte: at } } },
    { $group: { _id: '$objectId', customer: { $first: '$customer' }, ended: { $max: '$data.ended_at' } } },
    { $match: { $or: [{ ended: null }, { ended: { $gt: at.getTime() / 1000 } }] } },
    { $group: { _id: '$customer' } },
    { $sort: { _id: 1 } },
  ])
  return rows.map(({ _id }) => _id)
}

/** A price that has no fact yet: it counts as nothing and is flagged, until it is read. */
const unknownPrice = (id: string): Price => ({ id, unit_amount: null, recurring: { interval: 'month' } })

interface References {
  prices: Map<string, Price>
  discounts: Map<string, Discount>
}

async function referencesOf(rows: FactDocument[]): Promise<References> {
  const discounts = new Map<string, Discount>()
  const prices = new Set<string>()
  for (const { object, data } of rows) {
    if (object === 'discount') discounts.set((data as DiscountFact).id, data as DiscountFact)
    else if (object === 'subscription')
      for (const { price } of (data as SubscriptionFact).items) prices.add(price)
    else if (object === 'invoice') for (const { price } of (data as InvoiceFact).lines) prices.add(price)
  }
  const found = await FactModel.find({ object: 'price', objectId: trusted({ $in: [...prices] }) })
    .sort({ recordedAt: 1 })
    .lean()
  return { discounts, prices: new Map(found.map(({ objectId, data }) => [objectId, data as Price])) }
}

const resolve = (ids: string[], { discounts }: References): Discount[] =>
  ids.flatMap((id) => discounts.get(id) ?? [])

type Version = Omit<SubscriptionVersion, 'state'> & { fact: SubscriptionFact }

const toState = (fact: SubscriptionFact, references: References): SubscriptionForHistory => ({
  ...fact,
  items: fact.items.map((item) => ({
    ...item,
    price: references.prices.get(item.price) ?? unknownPrice(item.price),
    discounts: resolve(item.discounts, references),
  })),
  discounts: resolve(fact.discounts, references),
})

const toHistoryInvoice = (
  fact: InvoiceFact,
  references: References,
  failures: Map<string, number>,
): InvoiceForHistory => ({
  id: fact.id,
  status: fact.status as InvoiceForHistory['status'],
  created: fact.created,
  last_failure: Math.max(...fact.payments.map((payment) => failures.get(payment) ?? -Infinity)),
  lines: fact.lines.map((line) => ({
    ...line,
    price: references.prices.get(line.price) ?? unknownPrice(line.price),
    discounts: resolve(line.discounts, references),
  })),
})

/**
 * Everything the MRR of these customers depends on, in the engine's terms. Of two facts about the same object at the
 * same instant from the same source the one recorded later holds. Without invoices it is right from the first event on
 * (C6): what was before is told by them alone.
 */
export async function loadHistories(
  customers: string[],
  without?: 'invoices',
): Promise<Map<string, CustomerHistory>> {
  const some = without ? { object: trusted({ $ne: 'invoice' as const }) } : {}
  const rows = await FactModel.find({ customer: trusted({ $in: customers }), ...some })
    .sort({ recordedAt: 1, _id: 1 })
    .lean()
  const references = await referencesOf(rows)
  const byCustomer = new Map<string | null, FactDocument[]>()
  for (const row of rows) {
    const own = byCustomer.get(row.customer)
    if (own) own.push(row)
    else byCustomer.set(row.customer, [row])
  }
  return new Map(
    customers.map((customer) => [customer, toHistory(customer, byCustomer.get(customer) ?? [], references)]),
  )
}

/** Whether a listed state is what was before an event, not the object as it was read. */
const undone = (told: Pick<Version, 'causes'> | undefined): boolean =>
  told?.causes.some((id) => id.startsWith('evt_')) ?? false

function toHistory(customer: string, rows: FactDocument[], references: References): CustomerHistory {
  const versions = new Map<string, Map<string, Version>>()
  const invoices = new Map<string, Map<string, InvoiceFact>>()
  const discounts: CustomerHistory['discounts'] = []
  const failures = new Map<string, number>()
  for (const row of rows) {
    const at = row.effectiveAt.getTime() / 1000
    if (row.object === 'subscription') {
      const fact = row.data as SubscriptionFact
      const own = versions.get(row.objectId) ?? new Map<string, Version>()
      versions.set(row.objectId, own)
      const instant = `${at}:${row.source}`
      // what the first event undid tells what was then; the list, read beside it, tells today
      if (!undone(own.get(instant)) || undone(row))
        own.set(instant, { at, source: row.source, causes: row.causes, fact })
    } else if (row.object === 'invoice') {
      const fact = row.data as InvoiceFact
      const own = invoices.get(fact.subscription) ?? new Map<string, InvoiceFact>()
      const { payments = [] } = fact
      const known = payments.length > 0 ? payments : (own.get(fact.id)?.payments ?? [])
      invoices.set(fact.subscription, own.set(fact.id, { ...fact, payments: known }))
    } else if (row.object === 'failure') {
      const { payment } = row.data as FailureFact
      failures.set(payment, Math.max(at, failures.get(payment) ?? at))
    } else if (row.object === 'customer_discount') {
      const { discount } = row.data as { discount: string | null }
      discounts.push({
        at,
        discount: discount === null ? null : (references.discounts.get(discount) ?? null),
      })
    }
  }
  return {
    customer,
    discounts,
    versions: [...versions].flatMap(([id, own]) => {
      const observed = [...own.values()].sort((a, b) => a.at - b.at)
      const first = observed[0]
      if (!first) return []
      const told = observed.map(({ fact, ...version }) => ({ ...version, state: toState(fact, references) }))
      const latest = observed[observed.length - 1]?.fact ?? first.fact
      const before = reconstructSubscription({
        subscription: {
          ...toState(latest, references),
          // what it became since says nothing of the time before
          ...(first.fact.status === 'unpaid' ? { status: 'unpaid' } : {}),
        },
        invoices: [...(invoices.get(id)?.values() ?? [])].map((fact) =>
          toHistoryInvoice(fact, references, failures),
        ),
        before: first.at,
      })
      return [...before, ...told]
    }),
  }
}
