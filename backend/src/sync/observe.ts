/** What Stripe's objects tell: facts for the figures, read from lists and events alike. */
import type Stripe from 'stripe'
import type { Fact } from '../analytics/facts'
import { withoutFact } from '../analytics/facts'
import {
  idOf,
  toCoupon,
  toDiscount,
  toInvoice,
  toPendingInvoice,
  toPrice,
  toSubscription,
} from '../analytics/from-stripe'
import { readVersions } from '../database/mirror'
import type { FactSource } from '../metrics'
import type { StripeGateway } from '../stripe/gateway'

type Named = { object: string }
export const isSubscription = (object: Named): object is Stripe.Subscription =>
  object.object === 'subscription'
const isPrice = (object: Named): object is Stripe.Price => object.object === 'price'
const isInvoice = (object: Named): object is Stripe.Invoice => object.object === 'invoice'
const isInvoiceItem = (object: Named): object is Stripe.InvoiceItem => object.object === 'invoiceitem'
const isCharge = (object: Named): object is Stripe.Charge => object.object === 'charge'
const isCustomer = (object: Named): object is Stripe.Customer => object.object === 'customer'
const isDiscount = (object: Named): object is Stripe.Discount => object.object === 'discount'

export interface Observation {
  object: Named
  /** Seconds from which on the object is as it says. */
  at: number
  source: FactSource
  causes: string[]
}

const expanded = (discounts: (string | Stripe.Discount)[] | null | undefined): Stripe.Discount[] =>
  (discounts ?? []).filter((discount) => typeof discount !== 'string')

function discountsIn(object: Named): Stripe.Discount[] {
  if (isDiscount(object)) return [object]
  if (isSubscription(object))
    return [...expanded(object.discounts), ...object.items.data.flatMap((item) => expanded(item.discounts))]
  if (isInvoice(object))
    return expanded(
      object.discounts.filter((discount) => !isDeleted(discount)) as (string | Stripe.Discount)[],
    )
  if (isCustomer(object) && object.discount) return [object.discount]
  return []
}

const isDeleted = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'deleted' in value && value.deleted === true

/** Discounts with their coupons in full: from our copy, which knows what a coupon applies to, else as expanded. */
async function discountFacts(discounts: Stripe.Discount[]): Promise<Fact[]> {
  const ids = discounts.flatMap(({ source }) => (source.coupon === null ? [] : [idOf(source.coupon)]))
  const copies = ids.length > 0 ? await readVersions('coupons', ids) : new Map()
  return discounts.flatMap((discount): Fact[] => {
    const { coupon } = discount.source
    if (coupon === null || discount.customer === null) return []
    const copy = copies.get(idOf(coupon))?.object as Stripe.Coupon | undefined
    const full = copy ?? (typeof coupon === 'string' ? undefined : coupon)
    if (!full) return []
    return [
      {
        object: 'discount',
        objectId: discount.id,
        customer: idOf(discount.customer),
        effectiveAt: discount.start,
        source: 'list',
        causes: [discount.id],
        data: toDiscount(discount, toCoupon(full)),
      },
    ]
  })
}

function ownFacts({ object, at, source, causes }: Observation): Fact[] {
  if (isPrice(object)) {
    const incomplete = object.billing_scheme === 'tiered' && !object.tiers
    if (!object.recurring || incomplete) return []
    const data = toPrice(object)
    return [
      {
        object: 'price',
        objectId: object.id,
        customer: null,
        effectiveAt: object.created,
        source: 'list',
        causes: [object.id],
        data,
      },
    ]
  }
  if (isSubscription(object)) {
    const data = toSubscription(object)
    const fact = { objectId: object.id, customer: data.customer, effectiveAt: at, source, causes, data }
    // its prices come along in full, but for tiers
    const prices = object.items.data.flatMap(({ price }) => ownFacts({ object: price, at, source, causes }))
    return [{ object: 'subscription', ...fact }, ...prices]
  }
  if (isInvoice(object) || isInvoiceItem(object)) {
    const data = isInvoice(object) ? toInvoice(object) : toPendingInvoice(object)
    const customer = object.customer === null ? null : idOf(object.customer)
    if (!data || data.status === 'draft' || customer === null) return []
    return [
      {
        object: 'invoice',
        objectId: data.id,
        customer,
        effectiveAt: data.created,
        source: 'invoice_line',
        causes: [data.id],
        data,
      },
    ]
  }
  if (isCharge(object)) {
    // of the time before the events: afterwards the subscription's own tell
    if (object.status !== 'failed' || !object.payment_intent || !object.customer || source === 'event')
      return []
    return [
      {
        object: 'failure',
        objectId: object.id,
        customer: idOf(object.customer),
        effectiveAt: object.created,
        source: 'list',
        causes: [object.id],
        data: { payment: idOf(object.payment_intent) },
      },
    ]
  }
  if (isCustomer(object)) {
    const discount = object.discount?.id ?? null
    return [
      {
        object: 'customer_discount',
        objectId: `${object.id}/discount`,
        customer: object.id,
        effectiveAt: at,
        source,
        causes,
        data: { discount },
      },
    ]
  }
  return []
}

/** The facts that these objects tell, discounts and what they rest on included. */
export async function factsOf(observations: Observation[]): Promise<Fact[]> {
  const discounts = await discountFacts(observations.flatMap(({ object }) => discountsIn(object)))
  return [...discounts, ...observations.flatMap(ownFacts)]
}

/** Reads from Stripe what subscription facts name and no fact tells: prices with tiers, discounts with coupons. */
export async function missingReferences(facts: Fact[], stripe: StripeGateway): Promise<Fact[]> {
  const subscriptions = facts.flatMap((fact) => (fact.object === 'subscription' ? [fact.data] : []))
  const told = new Set(facts.map(({ objectId }) => objectId))
  const untold = (ids: string[]) => ids.filter((id) => !told.has(id))
  const prices = await withoutFact(
    'price',
    untold(subscriptions.flatMap(({ items }) => items.map(({ price }) => price))),
  )
  const discountIds = subscriptions.flatMap(({ discounts, items }) => [
    ...discounts,
    ...items.flatMap((item) => item.discounts),
  ])
  const discounts = new Set(await withoutFact('discount', untold(discountIds)))
  const holders = subscriptions.filter((one) =>
    [...one.discounts, ...one.items.flatMap((item) => item.discounts)].some((id) => discounts.has(id)),
  )
  const read = await Promise.all([
    ...prices.map((id) => stripe.retrieve('prices', id)),
    ...[...new Set(holders.map(({ id }) => id))].map((id) => stripe.retrieve('subscriptions', id)),
  ])
  const objects = read.flatMap((object) => (isSubscription(object) ? discountsIn(object) : [object as Named]))
  return factsOf(objects.map((object) => ({ object, at: 0, source: 'list', causes: [] })))
}
