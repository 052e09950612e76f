/** Which collection holds the copy of which Stripe resource, and what of an object is kept. */
import { PriceModel, ProductModel } from '../catalogue/model'
import { impersonal } from '../customers/impersonal'
import { CustomerModel } from '../customers/model'
import type { CollectionName } from '../database/scope'
import { InvoiceModel } from '../invoices/model'
import { BalanceTransactionModel, PayoutModel } from '../ledger/model'
import {
  ChargeModel,
  DisputeModel,
  EarlyFraudWarningModel,
  PaymentIntentModel,
  RefundModel,
} from '../payments/model'
import { CouponModel, PromotionCodeModel } from '../promotions/model'
import type { Resource, StripeObject } from '../stripe/gateway'
import { SubscriptionModel } from '../subscriptions/model'

interface Mirror {
  /** `object` of its Stripe objects. */
  object: string
  collection: CollectionName
}

/** Copies differ in the type of their objects; what is read and written here is whatever Stripe sent. */
const mirror = (object: string, model: { collection: { collectionName: string } }): Mirror => ({
  object,
  collection: model.collection.collectionName as CollectionName,
})

/** In the order in which they are first read: what the current MRR needs, then the history, then the money. */
export const MIRRORS: Record<Resource, Mirror> = {
  products: mirror('product', ProductModel),
  prices: mirror('price', PriceModel),
  coupons: mirror('coupon', CouponModel),
  subscriptions: mirror('subscription', SubscriptionModel),
  customers: mirror('customer', CustomerModel),
  invoices: mirror('invoice', InvoiceModel),
  promotion_codes: mirror('promotion_code', PromotionCodeModel),
  balance_transactions: mirror('balance_transaction', BalanceTransactionModel),
  charges: mirror('charge', ChargeModel),
  refunds: mirror('refund', RefundModel),
  disputes: mirror('dispute', DisputeModel),
  early_fraud_warnings: mirror('radar.early_fraud_warning', EarlyFraudWarningModel),
  payouts: mirror('payout', PayoutModel),
  payment_intents: mirror('payment_intent', PaymentIntentModel),
}

const BY_OBJECT = new Map(
  Object.entries(MIRRORS).map(([resource, { object }]) => [object, resource as Resource]),
)

/** @returns null for objects that are not copied */
export const resourceOf = (object: string): Resource | null => BY_OBJECT.get(object) ?? null

interface Card {
  three_d_secure?: { result?: unknown } | null
  [field: string]: unknown
}

const CARD_FIELDS = ['brand', 'country', 'exp_month', 'exp_year', 'funding'] as const

/** Of a payment in progress: whoever has them can pay or see on the customer's behalf. */
const SECRETS = ['client_secret', 'confirmation_secret']

/** Who the customer is, told again by what was sold to them; the copy of the customer has it. */
const TOLD_BY_CUSTOMER = [
  'billing_details',
  'customer_address',
  'customer_email',
  'customer_name',
  'customer_phone',
  'customer_shipping',
  'customer_tax_ids',
  'receipt_email',
  'shipping',
]

/** Kinds that do not tell whose they are: nothing personal of them is kept in the first place. */
const NOBODYS = new Set(['balance_transaction', 'dispute', 'radar.early_fraud_warning', 'refund'])

/** Without what the canceller wrote: the figures are made of the reason and the choice beside it. */
const withoutComment = (details: unknown): unknown =>
  typeof details === 'object' && details !== null ? { ...details, comment: null } : details

/**
 * The object without what we have no business keeping: card numbers and fingerprints, secrets of a payment in progress,
 * what the customer's copy has, and what could not be found again when its customer is erased.
 */
export function keep(object: StripeObject): StripeObject {
  const { id, object: kind } = object
  if (NOBODYS.has(kind)) {
    // told to a bank about the customer: not even its empty fields
    const { evidence: _evidence, ...told } = object
    return { ...impersonal(told), id, object: kind }
  }
  const left = new Set(kind === 'customer' ? SECRETS : [...SECRETS, ...TOLD_BY_CUSTOMER])
  const { payment_method_details: details, ...kept } = Object.fromEntries(
    Object.entries(object)
      .filter(([field]) => !left.has(field))
      .map(([field, value]) => [field, field === 'cancellation_details' ? withoutComment(value) : value]),
  )
  if (typeof details !== 'object' || details === null) return { ...kept, id, object: kind }
  const { type, card } = details as { type?: unknown; card?: Card }
  const shown = card && {
    ...Object.fromEntries(CARD_FIELDS.map((field) => [field, card[field] ?? null])),
    three_d_secure: card.three_d_secure ? { result: card.three_d_secure.result ?? null } : null,
  }
  return { ...kept, id, object: kind, payment_method_details: { type, ...(shown ? { card: shown } : {}) } }
}
