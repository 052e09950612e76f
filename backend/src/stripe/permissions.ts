/** Which permissions a key must have for what, and how to ask Stripe about each without changing anything. */
import { pathOf, type Resource } from './gateway'

export interface Probe {
  /** As Stripe names it: docs.stripe.com/keys/permissions-reference. */
  permission: string
  /** What lies still without it, in our words. */
  needed_for: string
  method: 'GET' | 'POST'
  /** A write goes to an object that does not exist: Stripe checks the permission before it looks for the object. */
  path: string
}

/** What a key must have to read a resource. */
export const READS: Record<Resource | 'events', string> = {
  products: 'product_read',
  prices: 'plan_read',
  coupons: 'coupon_read',
  subscriptions: 'subscription_read',
  customers: 'customer_read',
  invoices: 'invoice_read',
  promotion_codes: 'promotion_code_read',
  balance_transactions: 'balance_read',
  charges: 'charge_read',
  refunds: 'charge_read',
  disputes: 'dispute_read',
  early_fraud_warnings: 'charge_read',
  payouts: 'payout_read',
  payment_intents: 'payment_intent_read',
  events: 'event_read',
}

const WRITES: [permission: string, neededFor: string, collection: string][] = [
  ['coupon_write', 'promotions', 'coupons'],
  ['promotion_code_write', 'promotions', 'promotion_codes'],
  ['webhook_write', 'registering webhooks', 'webhook_endpoints'],
]

const NOBODY = 'revenue_desk_permission_probe'

export const PROBES: Probe[] = [
  ...(Object.keys(READS) as (keyof typeof READS)[]).map((resource) => ({
    permission: READS[resource],
    needed_for: resource.replaceAll('_', ' '),
    method: 'GET' as const,
    path: `${pathOf(resource)}?limit=1`,
  })),
  ...WRITES.map(([permission, neededFor, collection]) => ({
    permission,
    needed_for: neededFor,
    method: 'POST' as const,
    path: `/v1/${collection}/${NOBODY}`,
  })),
]
