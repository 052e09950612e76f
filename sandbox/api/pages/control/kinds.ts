/** What can be done to an object on its page: a request, and the words on its button. */
export interface Action {
  label: string
  method: 'POST' | 'DELETE'
  /** `:id` stands for the object's. */
  path: string
  form?: string
}

export interface Kind {
  title: string
  /** Where the API lists them. */
  path: string
  /** The fields that the list shows. */
  columns: string[]
}

/** The objects that the control page lists. */
export const KINDS: Record<string, Kind> = {
  customers: {
    title: 'Customers',
    path: '/v1/customers',
    columns: ['name', 'email', 'balance', 'delinquent'],
  },
  subscriptions: {
    title: 'Subscriptions',
    path: '/v1/subscriptions?status=all',
    columns: ['customer', 'status', 'cancel_at_period_end'],
  },
  invoices: {
    title: 'Invoices',
    path: '/v1/invoices',
    columns: ['number', 'customer', 'status', 'total', 'currency'],
  },
  charges: {
    title: 'Charges',
    path: '/v1/charges',
    columns: ['customer', 'amount', 'currency', 'status', 'failure_code', 'disputed'],
  },
  refunds: { title: 'Refunds', path: '/v1/refunds', columns: ['charge', 'amount', 'currency', 'status'] },
  disputes: { title: 'Disputes', path: '/v1/disputes', columns: ['charge', 'amount', 'reason', 'status'] },
  payouts: { title: 'Payouts', path: '/v1/payouts', columns: ['amount', 'currency', 'status'] },
  products: { title: 'Products', path: '/v1/products', columns: ['name', 'active'] },
  prices: {
    title: 'Prices',
    path: '/v1/prices',
    columns: ['nickname', 'product', 'currency', 'unit_amount'],
  },
  coupons: {
    title: 'Coupons',
    path: '/v1/coupons',
    columns: ['name', 'percent_off', 'amount_off', 'times_redeemed'],
  },
  events: { title: 'Events', path: '/v1/events', columns: ['type', 'pending_webhooks'] },
  webhook_endpoints: {
    title: 'Webhook endpoints',
    path: '/v1/webhook_endpoints',
    columns: ['url', 'status'],
  },
  test_clocks: {
    title: 'Test clocks',
    path: '/v1/test_helpers/test_clocks',
    columns: ['name', 'frozen_time', 'status'],
  },
  accounts: {
    title: 'Connected accounts',
    path: '/v1/accounts',
    columns: ['email', 'country', 'charges_enabled'],
  },
}

function authentication(kind: string): Action[] {
  const path = `/_sandbox/${kind}/:id/authenticate`
  return [
    { label: 'The cardholder agrees', method: 'POST', path, form: 'outcome=succeed' },
    { label: 'The cardholder does not agree', method: 'POST', path, form: 'outcome=fail' },
  ]
}

/** What can be done to an object, by the prefix of its id. */
export const ACTIONS: Record<string, Action[]> = {
  cus: [
    {
      label: 'Decline its next payment',
      method: 'POST',
      path: '/_sandbox/customers/:id/decline',
      form: 'times=1',
    },
    { label: 'Decline its payments for good', method: 'POST', path: '/_sandbox/customers/:id/decline' },
    { label: 'Let its payments through again', method: 'POST', path: '/_sandbox/customers/:id/accept' },
    { label: 'Dispute its last payment', method: 'POST', path: '/_sandbox/customers/:id/dispute' },
    { label: 'Delete', method: 'DELETE', path: '/v1/customers/:id' },
  ],
  sub: [
    { label: 'Cancel now', method: 'DELETE', path: '/v1/subscriptions/:id' },
    {
      label: 'Cancel at the end of the period',
      method: 'POST',
      path: '/v1/subscriptions/:id',
      form: 'cancel_at_period_end=true',
    },
    {
      label: 'Do not cancel',
      method: 'POST',
      path: '/v1/subscriptions/:id',
      form: 'cancel_at_period_end=false',
    },
  ],
  ch: [
    { label: 'Dispute', method: 'POST', path: '/_sandbox/charges/:id/dispute' },
    { label: 'Refund', method: 'POST', path: '/v1/refunds', form: 'charge=:id' },
  ],
  du: [
    { label: 'The merchant wins', method: 'POST', path: '/_sandbox/disputes/:id/decide', form: 'won=true' },
    { label: 'The merchant loses', method: 'POST', path: '/_sandbox/disputes/:id/decide', form: 'won=false' },
  ],
  po: [{ label: 'Fail', method: 'POST', path: '/_sandbox/payouts/:id/fail' }],
  re: [{ label: 'Fail', method: 'POST', path: '/_sandbox/refunds/:id/fail' }],
  pi: authentication('payment_intents'),
  seti: authentication('setup_intents'),
  evt: [{ label: 'Send again', method: 'POST', path: '/_sandbox/events/:id/resend' }],
}
