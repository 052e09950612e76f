import type { Activity, Movers, NeedsAttention } from '../api/types'

/** What a backend with data answers about what needs somebody, who moved MRR, and what came last. */

const coverage = {
  currency: 'usd',
  as_of: 1_795_000_000,
  complete: true,
  fx_missing: [],
  estimated: false,
  reconstructed: false,
}
const acme = { account: 'acct_1', customer: 'cus_1', customer_name: 'Acme Labs' }

export function needs(change: Partial<NeedsAttention> = {}): NeedsAttention {
  return {
    object: 'list',
    url: '/v1/analytics/needs_attention',
    has_more: false,
    data: [
      {
        object: 'attention',
        kind: 'disputes',
        count: 1,
        amount: 50_000,
        due: 1_795_100_000,
        cases: [{ id: 'pi_1', ...acme, amount: 50_000, currency: 'usd', due: 1_795_100_000 }],
      },
      {
        object: 'attention',
        kind: 'failed_payments',
        count: 12,
        amount: 345_600,
        due: null,
        cases: [{ id: 'in_1', ...acme, amount: 9_900, currency: 'eur', due: null }],
      },
      { object: 'attention', kind: 'approvals', count: 2, amount: null, due: null, cases: [] },
      {
        object: 'attention',
        kind: 'expiring_cards',
        count: 1,
        amount: 2_900,
        due: null,
        cases: [{ id: 'cus_1', ...acme, amount: 2_900, currency: 'usd', due: null }],
      },
    ],
    ...coverage,
    ...change,
  }
}

export function movers(): Movers {
  const evidence = (figure: string) =>
    `/v1/analytics/evidence?figure=${figure}&from=2026-10-01&to=2026-10-31&currency=usd`
  return {
    object: 'analytics.movers',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    new: { evidence: evidence('new_mrr'), data: [{ ...acme, value: 12_000, day: '2026-10-02' }] },
    expansion: {
      evidence: evidence('expansion_mrr'),
      data: [{ ...acme, customer_name: null, value: 3_000, day: '2026-11-02' }],
    },
    churn: { evidence: evidence('churned_mrr'), data: [] },
  }
}

export function activity(): Activity {
  return {
    object: 'analytics.activity',
    ...coverage,
    period: { from: '2025-11-21', to: '2026-11-20' },
    previous_period: { from: '2024-11-21', to: '2025-11-20' },
    counts: { products: 5, customers: 2_301, subscriptions: 1_402 },
    figures: {
      payments: {
        value: 1_200,
        previous: 1_000,
        unit: 'count',
        definition: 'What it means.',
        evidence: '/v1/analytics/evidence?figure=payments',
      },
    },
    payments: [
      {
        id: 'pi_1',
        ...acme,
        amount: 9_900,
        currency: 'eur',
        status: 'partially_refunded',
        created: 1_795_000_000,
      },
    ],
    subscriptions: [
      { id: 'sub_1', ...acme, products: ['Team', 'Seats'], status: 'past_due', created: 1_795_000_000 },
    ],
  }
}
