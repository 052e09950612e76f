import { examples, expectFigures } from '../../test/metric-examples'
import { SCORECARD, riskScore } from './risk'
import { RISK_FACTORS, RISK_SENTENCES, riskFactors } from './risk-factors'
import type { RiskFactor, RiskFacts } from './risk-factors'
import { instant } from './testing'

test.each(examples<{ factors: RiskFactor[] }>('risk_score'))('Q2: %s', (_name, { input, expected }) => {
  expectFigures({ ...riskScore(input.factors, SCORECARD) }, expected)
})

test('Q2: without any factor the risk is that of the base', () => {
  expect(riskScore([], SCORECARD)).toEqual({ probability_bp: 474, score: 5, band: 'low', top_factors: [] })
})

test.each([
  [Math.log(1 / 9) - 1e-9, 'low'],
  [Math.log(1 / 9) + 1e-9, 'medium'],
  [Math.log(3 / 7) - 1e-9, 'medium'],
  [Math.log(3 / 7) + 1e-9, 'high'],
])('Q2: log-odds of %d are %s', (base, band) => {
  expect(riskScore([], { ...SCORECARD, base }).band).toBe(band)
})

test('Q2: three reasons at most, the strongest first, ties by name, and none that lowers the risk', () => {
  expect(riskScore(RISK_FACTORS, SCORECARD).top_factors).toEqual([
    'past_due',
    'card_expiring',
    'downgrade_90d',
  ])
  expect(riskScore(['tenure_lt_3m', 'refund_or_dispute_180d'], SCORECARD).top_factors).toEqual([
    'refund_or_dispute_180d',
    'tenure_lt_3m',
  ])
  expect(riskScore(['tenure_ge_24m', 'multi_subscription'], SCORECARD).top_factors).toEqual([])
})

test('every factor has a weight and a sentence', () => {
  expect(Object.keys(SCORECARD.weights).sort()).toEqual([...RISK_FACTORS].sort())
  for (const sentence of Object.values(RISK_SENTENCES)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

const NOW = instant('2026-06-15')
const DAY = 86_400

type Held = RiskFacts['subscriptions'][number]

const held = (changes: Partial<Held> = {}): Held => ({
  status: 'active',
  recurring: { interval: 'month', interval_count: 1 },
  current_period_end: NOW + 10 * DAY,
  discount_ends: [],
  card: { exp_month: 12, exp_year: 2030 },
  ...changes,
})

const facts = (changes: Partial<RiskFacts> = {}): RiskFacts => ({
  since: instant('2025-06-15'),
  subscriptions: [held()],
  failed_payments: [],
  downgrades: [],
  refunds_and_disputes: [],
  ...changes,
})

const yearly = { interval: 'year', interval_count: 1 }

test.each<[string, Partial<RiskFacts>, RiskFactor[]]>([
  ['a customer of a year', {}, []],
  ['past due', { subscriptions: [held({ status: 'past_due' })] }, ['past_due']],
  [
    'a card good to the end of the month of the charge',
    { subscriptions: [held({ card: { exp_month: 6, exp_year: 2026 } })] },
    [],
  ],
  [
    'a card that ends the month before the charge',
    {
      subscriptions: [
        held({ card: { exp_month: 6, exp_year: 2026 }, current_period_end: instant('2026-07-01') }),
      ],
    },
    ['card_expiring'],
  ],
  [
    'a card that ended in December',
    { subscriptions: [held({ card: { exp_month: 12, exp_year: 2025 } })] },
    ['card_expiring'],
  ],
  [
    'a yearly plan of which no renewal is known, with a card that ended',
    {
      subscriptions: [
        held({ recurring: yearly, current_period_end: null, card: { exp_month: 1, exp_year: 2020 } }),
      ],
    },
    [],
  ],
  ['no card', { subscriptions: [held({ card: null })] }, []],
  ['a failed payment today', { failed_payments: [NOW] }, ['failed_90d']],
  ['a failed payment 89 days ago', { failed_payments: [NOW - 89 * DAY] }, ['failed_90d']],
  ['a failed payment 90 days ago', { failed_payments: [NOW - 90 * DAY] }, []],
  ['a failed payment to come', { failed_payments: [NOW + 1] }, []],
  ['a downgrade 89 days ago', { downgrades: [NOW - 89 * DAY] }, ['downgrade_90d']],
  ['a downgrade 90 days ago', { downgrades: [NOW - 90 * DAY, NOW + 1] }, []],
  ['a refund 179 days ago', { refunds_and_disputes: [NOW - 179 * DAY] }, ['refund_or_dispute_180d']],
  ['a refund 180 days ago', { refunds_and_disputes: [NOW - 180 * DAY, NOW + 1] }, []],
  ['a day before three months', { since: instant('2026-03-16') }, ['tenure_lt_3m']],
  ['three months', { since: instant('2026-03-15') }, []],
  ['a day before two years', { since: instant('2024-06-16') }, []],
  ['two years', { since: instant('2024-06-15') }, ['tenure_ge_24m']],
  [
    'a discount that ends in 30 days',
    { subscriptions: [held({ discount_ends: [NOW + 30 * DAY] })] },
    ['discount_ending'],
  ],
  ['a discount that ends in 31 days', { subscriptions: [held({ discount_ends: [NOW + 31 * DAY] })] }, []],
  ['a discount that has ended', { subscriptions: [held({ discount_ends: [NOW] })] }, []],
  [
    'a yearly renewal in 30 days',
    { subscriptions: [held({ recurring: yearly, current_period_end: NOW + 30 * DAY })] },
    ['annual_renewal_30d'],
  ],
  [
    'a yearly renewal in 60 days',
    { subscriptions: [held({ recurring: yearly, current_period_end: NOW + 60 * DAY })] },
    [],
  ],
  [
    'a yearly renewal in 61 days',
    { subscriptions: [held({ recurring: yearly, current_period_end: NOW + 61 * DAY })] },
    ['annual_renewal_far'],
  ],
  [
    'twelve months are a year, six are not',
    {
      subscriptions: [
        held({ recurring: { interval: 'month', interval_count: 12 }, current_period_end: NOW + DAY }),
        held({ recurring: { interval: 'month', interval_count: 6 }, current_period_end: NOW + 90 * DAY }),
      ],
    },
    ['annual_renewal_30d', 'multi_subscription'],
  ],
])('Q1: %s', (_name, changes, expected) => {
  expect(riskFactors(facts(changes), NOW)).toEqual(expected)
})
