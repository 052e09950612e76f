/** Erases customers and keeps them erased: what they are called, not what was sold to them. */
import type { Figures } from '../analytics/figures'
import type { AuditService } from '../audit/service'
import { FactModel } from '../analytics/model'
import type { Clock } from '../clock'
import type { MirrorDocument, Version } from '../database/mirror'
import { bulkWrite } from '../database/model'
import { inBatches } from '../database/page'
import { trusted } from '../database/query'
import { currentAccount, scopedId } from '../database/scope'
import { inTransaction } from '../database/transaction'
import { AppError } from '../errors'
import { found, seconds } from '../http'
import { ChargeModel, PaymentIntentModel } from '../payments/model'
import type { Inbox } from '../ingest/inbox'
import { hashToken } from '../secrets/tokens'
import type { StripeGateway } from '../stripe/gateway'
import { InboxModel, type InboxDocument } from '../sync/model'
import { impersonal } from './impersonal'
import { CustomerModel, ErasureModel, type ErasureDocument } from './model'
import type { CustomerErase, CustomerErasure } from './schema'

/** Copies that name their customer. */
export const OF_CUSTOMERS = [
  'charges',
  'invoices',
  'payment_intents',
  'promotion_codes',
  'subscriptions',
] as const

/** So long whatever read a customer before its erasure may still be storing it. */
const UNDER_WAY_MS = 10 * 60_000

/** The customer that an object of Stripe's is, or names; null where it does neither. */
export function customerOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, object, customer } = value as Record<string, unknown>
  if (object === 'customer') return typeof id === 'string' ? id : null
  return typeof customer === 'string' ? customer : customerOf(customer)
}

/** The customer that an event is about, also where it tells of a payment alone, as refunds and disputes do. */
export async function concernedBy(event: unknown): Promise<string | null> {
  if (typeof event !== 'object' || event === null) return null
  const { data } = event as { data?: { object?: unknown; previous_attributes?: unknown } | null }
  const named = customerOf(data?.object) ?? customerOf(data?.previous_attributes)
  if (named !== null || typeof data?.object !== 'object' || data.object === null) return named
  const { charge, payment_intent: intent } = data.object as Record<string, unknown>
  if (typeof charge === 'string')
    return customerOf((await ChargeModel.findOne({ _id: scopedId(charge) }).lean())?.object)
  if (typeof intent === 'string')
    return customerOf((await PaymentIntentModel.findOne({ _id: scopedId(intent) }).lean())?.object)
  return null
}

/** Whether anything is stored of a customer. */
export async function isKnown(id: string): Promise<boolean> {
  if (await CustomerModel.exists({ _id: scopedId(id) })) return true
  for (const collection of OF_CUSTOMERS)
    if (!(await inBatches(collection, { 'object.customer': id }, 1).next()).done) return true
  return (await FactModel.exists({ customer: id })) !== null
}

export interface ErasureDeps {
  clock: Clock
  audit: AuditService
  stripe: StripeGateway
  pepper: string
  inbox: Inbox
  figures: Figures
}

export function createErasures({ clock, audit, stripe, pepper, inbox, figures }: ErasureDeps) {
  const tombstone = (id: string): string => hashToken(pepper, `customer ${scopedId(id)}`)

  const toErasure = (
    id: string,
    { reason, stripe: atStripe, failure, at }: ErasureDocument,
  ): CustomerErasure => ({
    object: 'customer_erasure',
    customer: id,
    reason,
    stripe: atStripe,
    failure,
    requested: seconds(at),
  })

  /** Which of these customers were erased. */
  async function erased(ids: (string | null)[]): Promise<Set<string>> {
    const byHash = new Map(ids.flatMap((id) => (id === null ? [] : [[tombstone(id), id]])))
    if (byHash.size === 0) return new Set()
    const rows = await ErasureModel.find({ _id: trusted({ $in: [...byHash.keys()] }) }, { _id: 1 }).lean()
    return new Set(rows.flatMap(({ _id }) => byHash.get(_id) ?? []))
  }

  /** Takes away what tells who a customer is, wherever it is stored. Repeating it changes nothing. */
  async function forget(id: string): Promise<void> {
    await CustomerModel.deleteOne({ _id: scopedId(id) })
    await figures.refoldCustomers([id])
    for (const collection of OF_CUSTOMERS)
      for await (const rows of inBatches<MirrorDocument<object>>(collection, { 'object.customer': id }))
        await bulkWrite(
          collection,
          rows.map(({ _id, version, object }) => ({
            updateOne: { filter: { _id, version }, update: { $set: { object: impersonal(object) } } },
          })),
        )
    // events that wait lose their body once they are worked off, or what is personal in it when they fail
    for await (const rows of inBatches<InboxDocument>('inbox', { status: 'dead' }))
      for (const row of rows) {
        const event = inbox.readable(row)
        if ((await concernedBy(event)) !== id) continue
        const change = { event: inbox.seal(row._id, impersonal(event as object)) }
        await InboxModel.updateOne({ _id: row._id }, { $set: change })
      }
  }

  async function ended(
    { _id }: ErasureDocument,
    id: string,
    change: Pick<ErasureDocument, 'stripe' | 'failure'>,
  ): Promise<void> {
    await inTransaction(async () => {
      await ErasureModel.updateOne({ _id }, { $set: change })
      await audit.record({
        action: change.stripe === 'deleted' ? 'customer.deleted_at_stripe' : 'customer.kept_by_stripe',
        target: { type: 'customer', id },
        ...(change.failure === null ? {} : { after: { failure: change.failure } }),
      })
    })
  }

  /** Deletes the customer at Stripe; a refusal is final until somebody asks again, silence is taken up each hour. */
  async function deleteAtStripe(row: ErasureDocument, id: string): Promise<void> {
    try {
      await stripe.deleteCustomer(id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'stripe_refused') await ended(row, id, { stripe: 'refused', failure: error.detail })
      if (error.code !== 'not_found')
        throw new AppError(error.code, `Erased here, not at Stripe: ${error.detail}`, error.options)
    }
    await ended(row, id, { stripe: 'deleted', failure: null })
  }

  return {
    /** The versions as they may be stored: without customers that were erased, and without what tells of them. */
    async withoutErased(versions: Version[]): Promise<Version[]> {
      const owners = versions.map(({ object }) => customerOf(object))
      const gone = await erased(owners)
      if (gone.size === 0) return versions
      return versions.flatMap((version, index) => {
        const owner = owners[index] ?? ''
        if (!gone.has(owner)) return [version]
        return owner === version.id ? [] : [{ ...version, object: impersonal(version.object) }]
      })
    },

    /** The body of an event as it may be kept: sealed, and without what tells of a customer that was erased. */
    async keptEvent(row: InboxDocument): Promise<InboxDocument['event']> {
      const event = inbox.readable(row)
      if (typeof event !== 'object' || event === null) return row.event
      const gone = await erased([await concernedBy(event)])
      return inbox.seal(row._id, gone.size > 0 ? impersonal(event) : event)
    },

    /**
     * Erases a customer here, and deletes it at Stripe where that is wanted. Asked again it goes on where it stood.
     * @throws AppError not_found, or what Stripe answered once all is erased here
     */
    async erase(id: string, { reason, stripe: wanted }: CustomerErase): Promise<CustomerErasure> {
      const _id = tombstone(id)
      const { workspaceId, accountId, mode } = currentAccount()
      found((await ErasureModel.exists({ _id })) ?? ((await isKnown(id)) || null), 'customer', id)
      const row = await inTransaction(async () => {
        const before = await ErasureModel.findById(_id).lean()
        const told = { stripe: before?.stripe ?? 'kept', failure: before?.failure ?? null }
        const tried = wanted === 'delete' && told.stripe !== 'deleted'
        const atStripe = tried ? { stripe: 'pending' as const, failure: null } : told
        const change = { customer: id, reason, ...atStripe, at: clock.now() }
        await ErasureModel.updateOne(
          { _id },
          { $set: change, $setOnInsert: { accountId, mode } },
          { upsert: true },
        )
        await audit.record({
          action: 'customer.erased',
          target: { type: 'customer', id },
          after: { reason, stripe: wanted },
        })
        return { _id, workspaceId, accountId, mode, ...change }
      })
      await forget(id)
      if (row.stripe === 'pending') await deleteAtStripe(row, id)
      return toErasure(id, found(await ErasureModel.findById(_id).lean(), 'erasure', id))
    },

    /**
     * Ends erasures that were interrupted, takes away what was under way when they began, and whoever came back with
     * restored data. One that fails holds no other up. @returns how many ended
     * @throws AppError what failed first, once all were tried
     */
    async settle(): Promise<number> {
      const { accountId, mode } = currentAccount()
      if (!(await ErasureModel.exists({ accountId, mode }))) return 0
      const failures: unknown[] = []
      let settled = 0
      const open = { accountId, mode, customer: trusted({ $ne: null }) }
      for await (const rows of inBatches<ErasureDocument>('erasures', open))
        for (const row of rows) {
          const { _id, customer, at } = row
          if (customer === null) continue
          try {
            await forget(customer)
            if (row.stripe === 'pending') await deleteAtStripe(row, customer)
            if (at.getTime() > clock.now().getTime() - UNDER_WAY_MS) continue
            await ErasureModel.updateOne({ _id, at }, { $set: { customer: null } })
            settled += 1
          } catch (error) {
            // a refusal is final and told by the erasure itself
            if (!(error instanceof AppError && error.code === 'stripe_refused')) failures.push(error)
          }
        }
      for await (const rows of inBatches<MirrorDocument<object>>('customers', {}, 1_000))
        for (const id of await erased(rows.map((row) => row.id))) await forget(id)
      if (failures.length > 0) throw failures[0]
      return settled
    },
  }
}
export type Erasures = ReturnType<typeof createErasures>
