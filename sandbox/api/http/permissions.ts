import type { Account } from '../store/account'
import { masked } from './auth'
import { invalid } from './errors'
import type { Route } from './route'

/**
 * The permission of a restricted key that each resource needs, without `_read` or `_write`.
 * Source: docs.stripe.com/keys/permissions-reference.
 */
const RESOURCES: Record<string, string> = {
  account_links: 'account_link',
  accounts: 'connected_account',
  apps: 'app_install',
  balance: 'balance',
  balance_settings: 'balance',
  balance_transactions: 'balance',
  billing: 'billing_meter',
  billing_portal: 'customer_portal',
  charges: 'charge',
  coupons: 'coupon',
  credit_notes: 'credit_note',
  customers: 'customer',
  disputes: 'dispute',
  entitlements: 'entitlement',
  events: 'event',
  file_links: 'file',
  files: 'file',
  invoice_payments: 'invoice',
  invoiceitems: 'invoice',
  invoices: 'invoice',
  payment_intents: 'payment_intent',
  payment_methods: 'payment_method',
  payouts: 'payout',
  prices: 'plan',
  products: 'product',
  radar: 'charge',
  promotion_codes: 'promotion_code',
  refunds: 'charge',
  setup_intents: 'setup_intent',
  subscription_items: 'subscription',
  subscription_schedules: 'subscription',
  subscriptions: 'subscription',
  tax_rates: 'tax_rate',
  test_helpers: 'billing_clock',
  transfers: 'transfer',
  webhook_endpoints: 'webhook',
}

/** Every permission that a restricted key can have here. */
export const PERMISSIONS = [...new Set(Object.values(RESOURCES))].flatMap((name) => [
  `${name}_read`,
  `${name}_write`,
])

/** Refuses a route that a restricted key may not use. A key that may write may read. */
export function checkPermission(
  account: Account,
  key: string,
  permissions: readonly string[],
  { method, path }: Pick<Route, 'method' | 'path'>,
): void {
  const resource = path.split('/')[2] ?? ''
  const name = RESOURCES[resource]
  // A key may always ask whose it is.
  if (name === undefined) return
  const writes = permissions.includes(`${name}_write`)
  if (writes || (method === 'GET' && permissions.includes(`${name}_read`))) return
  const needed = `rak_${name}_${method === 'GET' ? 'read' : 'write'}`
  throw invalid(
    `The provided key '${masked(key)}' does not have the required permissions for this endpoint on account '${account.id}'. Having the '${needed}' permission would allow this request to continue.`,
    { status: 403 },
  )
}
