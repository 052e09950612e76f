import type {
  Breakdown,
  Churn,
  Cohorts,
  Evidence,
  Fees,
  Forecast,
  Ltv,
  MrrMovements,
  Reconciliation,
  Receivables,
  RetentionSeries,
  Revenue,
  RiskList,
} from '../api/types'
import { coverage, minor, movements } from './answers'

/** What a backend with data answers about parts, retention and what is to come. */

const link = (figure: string) =>
  `/v1/analytics/evidence?figure=${figure}&from=2026-10-01&to=2026-10-31&currency=usd`
const template = (figure: string) =>
  `/v1/analytics/evidence?figure=${figure}&from={date}&to={end_date}&currency=usd`
const about = (title: string, unit: 'minor' | 'count' | 'bp', evidence: string) => ({
  title,
  unit,
  definition: 'What it means.',
  evidence,
})

export function monthlyMovements(): MrrMovements {
  const { total, ...rest } = movements()
  const month = { ...total, date: '2026-10-01', end_date: '2026-10-31' }
  return {
    ...rest,
    data: [month, { ...month, date: '2026-11-01', end_date: '2026-11-20', complete: false, fx: 0 }],
    total,
    figures: { end: about('MRR', 'minor', template('mrr')) },
  }
}

export function breakdown(): Breakdown {
  const slice = (
    value: string,
    name: string | null,
    mrr: number,
    share_bp: number,
  ): Breakdown['data'][number] => ({
    value,
    name,
    share_bp,
    mrr,
    start_mrr: 10_000,
    active_customers: 3,
    arpa: 10_000,
    new_mrr: 5_000,
    expansion_mrr: 0,
    contraction_mrr: 0,
    churned_mrr: 1_000,
    reactivation_mrr: 0,
    transfer_in_mrr: 0,
    transfer_out_mrr: 0,
    mrr_growth: 5_000,
    gross_mrr_churn: 100,
    quick_ratio: null,
    evidence: link(`mrr&slice=product:${value}`),
  })
  return {
    object: 'list',
    url: '/v1/analytics/breakdown',
    has_more: false,
    data: [slice('prod_1', 'Team', 30_000, 7_500), slice('prod_2', 'Starter', 10_000, 2_500)],
    figures: {},
    overlapping: false,
    ...coverage,
  }
}

/** Of ProfitWell, which counts metered use. */
export function reconciliation(change: Partial<Reconciliation> = {}): Reconciliation {
  const none = {
    coupons: 0,
    scheduled_cancellations: 0,
    past_due: 0,
    paused: 0,
    metered: 0,
    weeks_days: 0,
    fx: 0,
  }
  const row = (index: number, metered: number): Reconciliation['data'][number] => ({
    id: `acct_1:sub_${index}`,
    object: 'reconciliation_row',
    account: 'acct_1',
    customer: `cus_${index}`,
    customer_name: index === 1 ? 'Jonas Wong' : null,
    subscription: `sub_${index}`,
    currency: 'eur',
    ours: 4_000,
    theirs: 4_000 + metered,
    difference: metered,
    by_rule: { ...none, metered },
  })
  return {
    object: 'analytics.reconciliation',
    preset: 'match_profitwell',
    at: 1_795_000_000,
    ours: 100_000,
    theirs: 102_500,
    difference: 2_500,
    evidence: link('mrr'),
    rules: [
      {
        rule: 'metered',
        difference: 2_500,
        subscriptions: 2,
        ours: 'Metered use does not count',
        theirs: 'Metered use counts',
      },
      { rule: 'weeks_days', difference: 0, subscriptions: 0, ours: 'A year has 52 weeks', theirs: null },
    ],
    rows: 2,
    url: '/v1/analytics/reconciliation',
    has_more: false,
    data: [row(1, 2_000), row(2, 500)],
    ...coverage,
    ...change,
  }
}

const october = { date: '2026-10-01', end_date: '2026-10-31', complete: true, reconstructed: false }
const november = { ...october, date: '2026-11-01', end_date: '2026-11-20', complete: false }
const both = { ...november, date: '2026-10-01' }

export function revenue(): Revenue {
  const row = (gross_volume: number, taken: number, refund_rate: number | null) => ({
    gross_volume,
    refunds: taken,
    disputes: 0,
    net_revenue: gross_volume - taken,
    fees: 3_200,
    net_volume: gross_volume - taken - 3_200,
    payments: 4,
    refund_rate,
    effective_fee_rate: null,
  })
  return {
    object: 'list',
    url: '/v1/analytics/revenue',
    has_more: false,
    data: [
      { ...october, ...row(100_000, 2_000, 200) },
      { ...november, ...row(0, 1_000, null) },
    ],
    total: { ...both, ...row(100_000, 3_000, 300), fees: 6_400, net_volume: 90_600 },
    figures: { net_volume: about('Net volume', 'minor', template('net_volume')) },
    ...coverage,
  }
}

export function fees(change: Partial<Fees['total']> = {}): Fees {
  const row = {
    fees: 3_200,
    processing_fees: 1_500,
    refund_fees: 0,
    dispute_fees: 1_500,
    service_fees: 200,
    estimated_fees: 0,
    gross_volume: 100_000,
    effective_fee_rate: 320,
  }
  return {
    object: 'list',
    url: '/v1/analytics/fees',
    has_more: false,
    data: [{ ...october, ...row }],
    total: { ...october, ...row, ...change },
    figures: { fees: about('Fees', 'minor', template('fees')) },
    ...coverage,
  }
}

export function receivables(): Receivables {
  const nothing = { ...minor(0, 0), evidence: link('receivables') }
  return {
    object: 'analytics.receivables',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    previous_period: { from: '2024-11-21', to: '2025-11-20' },
    figures: {
      receivables: minor(9_000, 4_000),
      receivables_not_due: nothing,
      receivables_1_30: nothing,
      receivables_31_60: nothing,
      receivables_61_90: nothing,
      receivables_over_90: { ...minor(9_000, 4_000), evidence: link('receivables_over_90') },
      open_invoices: { ...minor(2, 1), unit: 'count' },
      open_invoices_not_due: nothing,
      open_invoices_1_30: nothing,
      open_invoices_31_60: nothing,
      open_invoices_61_90: nothing,
      open_invoices_over_90: { ...minor(2, 1), unit: 'count' },
    },
  }
}

export function churn(): Churn {
  const part = (customers: number, mrr: number) => ({
    customers,
    mrr,
    customers_share_bp: 5_000,
    mrr_share_bp: 5_000,
    rate_bp: 120,
  })
  return {
    object: 'analytics.churn',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    customer_churn_bp: 312,
    nrr_bp: 10_100,
    grr_bp: 9_600,
    gross_mrr_churn_bp: 400,
    net_mrr_churn_bp: 0,
    churned_customers: 7,
    voluntary: part(4, 40_000),
    involuntary: part(3, 10_000),
    paused: part(0, 0),
    figures: {
      'involuntary.mrr': about('Involuntary churned MRR', 'minor', link('involuntary_churned_mrr')),
    },
  }
}

export function cohorts(): Cohorts {
  const month = (name: string, customer_bp: number, revenue_bp: number, complete = true) => ({
    month: name,
    customers: 10,
    mrr: 10_000,
    customer_bp,
    revenue_bp,
    complete,
  })
  return {
    object: 'list',
    url: '/v1/analytics/cohorts',
    has_more: false,
    data: [
      {
        month: '2026-09',
        size: 20,
        initial_mrr: 40_000,
        small: false,
        months: [month('2026-09', 10_000, 10_000), month('2026-10', 4_900, 11_000)],
        evidence: link('new_customers'),
      },
      {
        month: '2026-10',
        size: 4,
        initial_mrr: 8_000,
        small: true,
        months: [month('2026-10', 10_000, 10_000, false)],
        evidence: link('new_customers'),
      },
    ],
    averages: [
      { cohorts: 1, size: 20, customer_bp: 10_000, revenue_bp: 10_000 },
      { cohorts: 1, size: 20, customer_bp: 4_900, revenue_bp: 11_000 },
    ],
    ...coverage,
  }
}

export function retention(): RetentionSeries {
  const row = (date: string, nrr: number | null, complete: boolean): RetentionSeries['data'][number] => ({
    date,
    end_date: `${date.slice(0, 8)}28`,
    complete,
    reconstructed: false,
    nrr,
    grr: 9_500,
    gross_revenue_churn: 500,
    net_revenue_churn: 0,
    logo_retention: 9_700,
    customer_churn: 300,
    gross_mrr_churn: 500,
    net_mrr_churn: 0,
    start_customers: 10,
    lost_customers: 1,
    kept_customers: 9,
    start_mrr: 10_000,
    kept_mrr: 10_000,
    kept_mrr_gross: 9_500,
    voluntary_churned_mrr: 0,
    voluntary_churned_customers: 0,
    involuntary_churned_mrr: 0,
    involuntary_churned_customers: 0,
    paused_churned_mrr: 0,
    paused_churned_customers: 0,
  })
  return {
    object: 'list',
    url: '/v1/analytics/retention',
    has_more: false,
    data: [
      row('2026-08-21', 9_000, true),
      row('2026-09-01', null, true),
      row('2026-10-01', 10_150, true),
      row('2026-11-01', 9_000, false),
    ],
    total: row('2026-09-01', 10_000, true),
    figures: {},
    ...coverage,
  }
}

export function ltv(): Ltv {
  const nothing = minor(null, null)
  return {
    object: 'analytics.ltv',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    previous_period: { from: '2024-11-21', to: '2025-11-20' },
    basis: 'revenue',
    figures: {
      ltv: minor(753_899, 634_790),
      ltv_60m: nothing,
      pooled_churn: nothing,
      arpa: nothing,
      active_customers: nothing,
    },
  }
}

const explained = {
  definition: 'Of the customers at the start, the share that is gone at the end.',
  rules: ['K3'],
  url: '/v1/analytics/evidence',
  has_more: false,
  ...coverage,
  period: { from: '2026-10-01', to: '2026-10-31' },
}

/** Customer churn, made of two figures; and what every other link leads to: rows. */
export function evidence(figure: string | null): Evidence {
  if (figure === 'customer_churn')
    return {
      ...explained,
      object: 'analytics.evidence',
      figure: 'customer_churn',
      title: 'Customer churn',
      unit: 'bp',
      value: 312,
      made: 'ratio',
      parts: [
        {
          figure: 'lost_customers',
          title: 'Lost customers',
          unit: 'count',
          sign: 'plus',
          value: 1,
          evidence: link('lost_customers'),
        },
        {
          figure: 'start_customers',
          title: 'Customers at the start',
          unit: 'count',
          sign: 'over',
          value: 32,
          evidence: link('start_customers'),
        },
      ],
      rows: 0,
      data: [],
    }
  return {
    ...explained,
    object: 'analytics.evidence',
    figure: figure ?? '',
    title: 'Lost customers',
    unit: 'count',
    value: 1,
    made: 'rows',
    parts: [],
    rows: 1,
    data: [
      {
        id: 'acct_1:cus_1:2026-10-05',
        object: 'evidence_row',
        kind: 'movement',
        value: 1,
        account: 'acct_1',
        customer: 'cus_1',
        customer_name: 'Acme Labs',
        day: '2026-10-05',
        type: 'churn',
        amounts: [{ currency: 'eur', amount: 2_160 }],
        subscriptions: ['sub_1'],
        objects: ['evt_1'],
      },
    ],
  }
}

export function forecast(change: Partial<Forecast> = {}): Forecast {
  return {
    object: 'analytics.forecast',
    series: 'mrr',
    ...coverage,
    estimated: true,
    computed: 1_795_000_000,
    hidden: null,
    method: 'drift',
    data: [{ month: '2026-11', value: 130_000, lower: 120_000, upper: 140_000, known: -500 }],
    history: [
      { month: '2026-09', value: 100_000 },
      { month: '2026-10', value: 120_000 },
    ],
    known_changes: [
      {
        month: '2026-11',
        changes: { scheduled_cancellation: -900, coupon_end: 400, phase_change: 0, trial: 0 },
      },
    ],
    tests: [
      {
        method: 'naive',
        mae_vs_naive_bp: 10_000,
        steps: [
          { step: 1, origins: 9, mae: 5_000, mape_bp: 900, mae_vs_naive_bp: 10_000, coverage_bp: 8_000 },
        ],
      },
      {
        method: 'drift',
        mae_vs_naive_bp: 2_100,
        steps: [
          { step: 1, origins: 9, mae: 1_000, mape_bp: 250, mae_vs_naive_bp: 2_100, coverage_bp: 7_500 },
        ],
      },
    ],
    ...change,
  }
}

export function risks(change: Partial<RiskList> = {}): RiskList {
  const sums = (customers: number, mrr: number, money_at_risk: number) => ({ customers, mrr, money_at_risk })
  return {
    object: 'list',
    url: '/v1/analytics/risk',
    has_more: false,
    data: [
      {
        id: 'risk_1',
        object: 'customer_risk',
        customer: 'cus_1',
        customer_name: 'Jonas Wong',
        mrr: 50_000,
        money_at_risk: 20_000,
        probability_bp: 4_000,
        score: 40,
        band: 'high',
        reasons: [
          { factor: 'past_due', sentence: 'A payment is past due.' },
          { factor: 'card_expiring', sentence: 'The card expires before the next charge.' },
        ],
        ends: null,
        computed: 1_795_000_000,
      },
    ],
    ...coverage,
    estimated: true,
    computed: 1_795_000_000,
    totals: {
      high: sums(1, 50_000, 20_000),
      medium: sums(3, 60_000, 9_000),
      low: sums(90, 900_000, 20_000),
      certain: sums(2, 7_000, 7_000),
    },
    model: 'scorecard',
    quality: {
      customers: 4_376,
      churned: 109,
      from: 1_780_000_000,
      to: 1_790_000_000,
      auc_bp: 7_227,
      scorecard_auc_bp: 7_227,
      fitted_auc_bp: 7_127,
      top_tenth_lift_bp: 33_000,
      calibration: [{ customers: 437, expected_bp: 1_600, actual_bp: 800 }],
    },
    ...change,
  }
}
