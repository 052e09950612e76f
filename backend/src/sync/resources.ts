/** Which collection holds the copy of which Stripe resource, and what of an object is kept. */
import type { CollectionName } from '../database/scope'
import type { Resource, StripeObject } from '../stripe/gateway'

interface Mirror {
  /** `object` of its Stripe objects. */
  object: string
  collection: CollectionName
}

/** In the order in which they are first read: what the current MRR needs, then the history, then the money. */
export const MIRRORS: Record<Resource, Mirror> = {
  products: { object: 'product', collection: 'products' },
  prices: { object: 'price', collection: 'prices' },
  coupons: { object: 'coupon', collection: 'coupons' },
  subscriptions: { object: 'subscription', collection: 'subscriptions' },
  customers: { object: 'customer', collection: 'customers' },
  invoices: { object: 'invoice', collection: 'invoices' },
  promotion_codes: { object: 'promotion_code', collection: 'promotion_codes' },
  balance_transactions: { object: 'balance_transaction', collection: 'balance_transactions' },
  charges: { object: 'charge', collection: 'charges' },
  refunds: { object: 'refund', collection: 'refunds' },
  payment_intents: { object: 'payment_intent', collection: 'payment_intents' },
}

const BY_OBJECT = new Map(
  Object.entries(MIRRORS).map(([resource, { object }]) => [object, resource as Resource]),
)

/** @returns null for objects that are not copied */
export const resourceOf = (object: string): Resource | null => BY_OBJECT.get(object) ?? null

const CARD_FIELDS = ['brand', 'country', 'exp_month', 'exp_year', 'funding'] as const

/** The object without what we have no business keeping: card numbers and fingerprints, secrets of a payment in progress. */
export function keep(object: StripeObject): StripeObject {
  const {
    client_secret: _secret,
    confirmation_secret: _confirmation,
    payment_method_details: details,
    ...kept
  } = object
  if (typeof details !== 'object' || details === null) return kept
  const { type, card } = details as { type?: unknown; card?: Record<string, unknown> }
  const shown = card && Object.fromEntries(CARD_FIELDS.map((field) => [field, card[field] ?? null]))
  return { ...kept, payment_method_details: { type, ...(shown ? { card: shown } : {}) } }
}
