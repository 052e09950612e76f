/** Which permission of the manifest a request to Stripe needs: docs.stripe.com/stripe-apps/reference/permissions. */

const NOUNS: Record<string, string> = {
  account: 'connected_account',
  accounts: 'connected_account',
  balance: 'balance',
  balance_transactions: 'balance',
  billing_portal: 'customer_portal',
  charges: 'charge',
  checkout: 'checkout_session',
  coupons: 'coupon',
  credit_notes: 'credit_note',
  customers: 'customer',
  disputes: 'dispute',
  events: 'event',
  files: 'file',
  invoiceitems: 'invoice',
  invoice_payments: 'invoice',
  invoices: 'invoice',
  payment_intents: 'payment_intent',
  payment_links: 'payment_links',
  payment_methods: 'payment_method',
  payouts: 'payout',
  plans: 'plan',
  prices: 'plan',
  products: 'product',
  promotion_codes: 'promotion_code',
  refunds: 'charge',
  setup_intents: 'setup_intent',
  shipping_rates: 'shipping_rate',
  subscription_items: 'subscription',
  subscription_schedules: 'subscription',
  subscriptions: 'subscription',
  tax_rates: 'tax_rate',
  transfers: 'transfer',
  user: 'user_email',
  webhook_endpoints: 'webhook',
}

/** Objects that are read along when their field is expanded. */
const EXPANDED: Record<string, string> = {
  balance_transaction: 'balance_read',
  charge: 'charge_read',
  coupon: 'coupon_read',
  customer: 'customer_read',
  default_payment_method: 'payment_method_read',
  invoice: 'invoice_read',
  latest_charge: 'charge_read',
  latest_invoice: 'invoice_read',
  payment_intent: 'payment_intent_read',
  price: 'plan_read',
  product: 'product_read',
  promotion_code: 'promotion_code_read',
  source: 'balance_transaction_source_read',
  subscription: 'subscription_read',
}

const IMPLIED: Record<string, string[]> = {
  balance_transaction_source_read: ['application_fee_read', 'balance_read', 'transfer_read'],
  credit_note_read: ['invoice_read'],
  customer_read: ['billing_clock_read'],
  invoice_read: ['credit_note_read'],
  payment_intent_read: ['product_read', 'sku_read'],
}

/** All that a request needs; null when the preview does not know the route's permission. */
export function neededPermissions(method: string, url: string): string[] | null {
  const { pathname, searchParams } = new URL(url, 'http://stripe')
  const [, resource = ''] = pathname.split('/').filter(Boolean)
  const noun = NOUNS[resource]
  if (!noun) return null
  const expanded = [...searchParams]
    .filter(([key]) => key.startsWith('expand['))
    .flatMap(([, path]) => path.split('.').map((field) => EXPANDED[field] ?? ''))
  return [...new Set([`${noun}_${method === 'GET' ? 'read' : 'write'}`, ...expanded.filter(Boolean)])]
}

/** The first permission that is needed and not held. */
export function missingPermission(needed: string[], held: string[]): string | undefined {
  const all = new Set([...held, ...held.flatMap((permission) => IMPLIED[permission] ?? [])])
  return needed.find((permission) => !all.has(permission))
}
