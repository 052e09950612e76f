import type {
  Figure,
  Customer,
  CustomerMrr,
  Me,
  MrrMovements,
  MrrSeries,
  Overview,
  Settings,
  SubscriptionProfile,
  SyncState,
} from '../api/types'
import { accounts } from './account-answers'
import { activity, movers, needs } from './overview-answers'
import { promotions } from './promotion-answers'

/** What a backend with data answers; a test changes the part it is about. */

const AS_OF = 1_795_000_000
export const coverage = {
  currency: 'usd',
  as_of: AS_OF,
  complete: true,
  fx_missing: [],
  estimated: false,
  reconstructed: false,
}

const WRITER: Me['permissions'] = [
  'accounts:read',
  'analytics:read',
  'customers:read',
  'promotions:read',
  'promotions:write',
  'settings:read',
  'settings:write',
  'sync:read',
  'sync:run',
]

export const READER: Me['permissions'] = WRITER.filter((permission) => permission.endsWith(':read'))

export function me(permissions = WRITER): Me {
  return {
    object: 'me',
    workspace: { id: 'ws_1', name: 'Lumen' },
    account: {
      id: 'acct_1',
      name: 'Lumen Software',
      mode: 'test',
      time_zone: 'America/New_York',
      reporting_currency: 'usd',
      default_currency: 'usd',
    },
    member: { id: 'mem_1', name: 'Amara Okafor', email: null, role: 'admin', role_name: 'Admin' },
    bound: false,
    signs_in_here: false,
    permissions,
    limits: {
      refund: { type: 'unlimited' },
      transfer: { type: 'unlimited' },
      credit_note: { type: 'unlimited' },
    },
  }
}

const figureIn =
  (unit: Figure['unit']) =>
  (value: number | null, previous: number | null = value): Figure => ({
    value,
    previous,
    unit,
    definition: 'What it means.',
    evidence: '/v1/analytics/evidence?figure=mrr',
  })
export const minor = figureIn('minor')
const bp = figureIn('bp')
const count = figureIn('count')

export function overview(change: Partial<Overview> = {}): Overview {
  return {
    object: 'analytics.overview',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    previous_period: { from: '2024-11-21', to: '2025-11-20' },
    figures: {
      mrr: minor(1_234_567, 1_000_000),
      arr: minor(14_814_804, 12_000_000),
      net_revenue: minor(9_876_543, 9_876_543),
      gross_volume: minor(1),
      refunds: minor(0),
      disputes: minor(0),
      fees: minor(0),
      active_customers: count(1284, 1251),
      new_customers: count(40),
      churned_customers: count(7),
      arpa: minor(961),
      trial_mrr: minor(10_000, null),
      at_risk_mrr: minor(5_000, null),
      committed_mrr: minor(1_200_000, null),
      customer_churn: bp(312, 287),
      gross_mrr_churn: bp(400),
      net_mrr_churn: bp(null, null),
      nrr: bp(10_100),
      grr: bp(9600),
      quick_ratio: bp(40_000),
      new_mrr: minor(120_000),
      expansion_mrr: minor(60_000),
      contraction_mrr: minor(20_000),
      churned_mrr: minor(50_000),
      reactivation_mrr: minor(9_000),
      net_new_mrr: minor(119_000, -5_000),
    },
    ...change,
  }
}

export function emptyOverview(): Overview {
  const full = overview()
  for (const figure of Object.values(full.figures)) Object.assign(figure, { value: null, previous: null })
  return full
}

export function mrr(): MrrSeries {
  const point = (date: string, value: number) => ({ date, value, customers: 3, complete: true })
  const data = [
    point('2026-09-30', 1_100_000),
    point('2026-10-31', 1_200_000),
    point('2026-11-20', 1_234_567),
  ]
  return { object: 'list', url: '/v1/analytics/mrr', has_more: false, data, figures: {}, ...coverage }
}

export function movements(): MrrMovements {
  const total: MrrMovements['total'] = {
    date: '2025-11-21',
    end_date: '2026-11-20',
    start: 1_000_000,
    new: 200_000,
    expansion: 100_000,
    contraction: 20_000,
    churn: 50_000,
    reactivation: 9_000,
    fx: -4_433,
    end: 1_234_567,
    customers_start: 1251,
    customers_new: 40,
    customers_reactivated: 0,
    customers_churned: 7,
    customers_end: 1284,
    complete: true,
    reconstructed: false,
  }
  return {
    object: 'list',
    url: '/v1/analytics/mrr_movements',
    has_more: false,
    data: [total],
    total,
    figures: {},
    ...coverage,
  }
}

export function customer(): Customer {
  return {
    id: 'cus_1',
    object: 'customer',
    name: 'Acme Labs',
    email: 'billing@example.com',
    country: 'US',
    currency: 'usd',
    created: 1_750_000_000,
    mrr: { value: 11_900, currency: 'usd' },
    lifetime_revenue: { value: 143_280, currency: 'usd' },
    subscriptions: [
      {
        id: 'sub_1',
        object: 'subscription',
        status: 'past_due',
        mrr: 11_900,
        currency: 'usd',
        items: [{ product: 'Lumen Pro', price: 'price_1', quantity: 5 }],
        current_period_end: 1_797_000_000,
        cancel_at_period_end: true,
      },
    ],
    risk: null,
    as_of: AS_OF,
    complete: true,
    fx_missing: [],
  }
}

export function subscription(change: Partial<SubscriptionProfile> = {}): SubscriptionProfile {
  const [one] = customer().subscriptions
  if (!one) throw new Error('The customer has no subscription.')
  const told = { reconstructed: false, causes: ['evt_2'] }
  return {
    ...one,
    customer: 'cus_1',
    discounts: [{ coupon: 'co_1', name: 'Autumn', duration: 'repeating', ends: 1_797_000_000 }],
    changes: [
      { day: '2026-01-15', type: 'new', before: 0, after: 9_900, reconstructed: true, causes: ['in_1'] },
      { day: '2026-05-02', type: 'expansion', before: 9_900, after: 11_900, ...told },
    ],
    as_of: AS_OF,
    complete: true,
    ...change,
  }
}

export function customerMrr(): CustomerMrr {
  const data = [
    { date: '2026-01-15', value: 9_900 },
    { date: '2026-05-02', value: 11_900 },
    { date: '2026-11-20', value: 11_900 },
  ]
  return {
    object: 'list',
    url: '/v1/customers/cus_1/mrr',
    has_more: false,
    data,
    currency: 'usd',
    as_of: AS_OF,
    complete: true,
  }
}

export function sync(change: Partial<SyncState> = {}): SyncState {
  return {
    object: 'sync',
    status: 'complete',
    complete: true,
    percent: 100,
    resources: [{ resource: 'credit_notes', status: 'complete', permission: null, count: 2000, error: null }],
    last_synced_at: AS_OF,
    operation: null,
    ...change,
  }
}

/** An account that is read to the end, except for what its key may not read. */
export function lackingSync(): SyncState {
  const disabled = (resource: string) => ({
    resource,
    status: 'disabled' as const,
    permission: 'charge_read',
    count: 0,
    error: 'rak_charge_read is missing',
  })
  return sync({ resources: [...sync().resources, disabled('charges'), disabled('refunds')] })
}

export function settings(): Settings {
  return {
    object: 'settings',
    account: 'acct_1',
    mode: 'test',
    time_zone: 'America/New_York',
    reporting_currency: 'usd',
    discount_policy: 'recurring',
    churn_recognition: 'at_end',
    past_due_grace_days: null,
    fiscal_year_start: 1,
    metadata_keys: [],
    fee_rates: [],
    preset: 'default',
  }
}

/** Every resource that a view reads, by its address. */
export function fullDesk(): Record<string, unknown> {
  return {
    'GET /v1/me': me(),
    'GET /v1/accounts': accounts(),
    'GET /v1/analytics/overview': overview(),
    'GET /v1/analytics/mrr': mrr(),
    'GET /v1/analytics/mrr_movements': movements(),
    'GET /v1/analytics/needs_attention': needs(),
    'GET /v1/analytics/movers': movers(),
    'GET /v1/analytics/activity': activity(),
    'GET /v1/promotions': promotions(),
    'GET /v1/customers/cus_1': customer(),
    'GET /v1/customers/cus_1/mrr': customerMrr(),
    'GET /v1/subscriptions/sub_1': subscription(),
    'GET /v1/sync': sync(),
    'GET /v1/settings': settings(),
  }
}
