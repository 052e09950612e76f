import { riskFactors } from './risk-factors'
import { observations, riskAt } from './risk-history'
import type { RiskHistory } from './risk-history'
import { historyOf, instant, item, settings, version } from './testing'
import type { Discount } from './types'

const at = instant('2026-06-15')
const rules = settings()

const known = (changes: Partial<RiskHistory> = {}): RiskHistory => ({
  history: historyOf([version('2026-01-10')]),
  movements: [{ day: '2026-01-10', type: 'new', reason: null }],
  foreseen: [],
  billed: [],
  payments: [],
  refunds_and_disputes: [],
  ...changes,
})

const factors = (changes: Partial<RiskHistory>, when = at) => {
  const stand = riskAt(known(changes), rules, when)
  return stand && riskFactors(stand.facts, when)
}

test('who has no MRR is not scored', () => {
  expect(factors({}, instant('2026-01-09'))).toBeNull()
  expect(factors({}, instant('2026-01-10'))).toEqual(['tenure_lt_3m'])
  const left = { day: '2026-03-01', type: 'churn', reason: 'voluntary' } as const
  const gone = {
    history: historyOf([version('2026-01-10'), version('2026-03-01', { status: 'canceled' })]),
    movements: [...known().movements, left],
  }
  expect(factors(gone, instant('2026-02-28'))).toEqual(['tenure_lt_3m'])
  expect(factors(gone)).toBeNull()
})

test('who came back is as new, since the day of the return', () => {
  const movements: RiskHistory['movements'] = [
    { day: '2024-01-10', type: 'new', reason: null },
    { day: '2026-03-01', type: 'churn', reason: 'voluntary' },
    { day: '2026-05-01', type: 'reactivation', reason: null },
  ]
  expect(factors({ movements })).toEqual(['tenure_lt_3m'])
  expect(factors({ movements: movements.slice(0, 1) })).toEqual(['tenure_ge_24m'])
})

test.each<[string, Partial<RiskHistory>, string[]]>([
  [
    'a yearly plan renews when what it was billed for ends',
    {
      history: historyOf([version('2026-01-10', { items: [item(12_000, 'year')] })]),
      billed: [
        { subscription: 'sub_1', at: instant('2025-07-01'), until: instant('2026-07-01') },
        { subscription: 'sub_2', at, until: instant('2027-06-15') },
        { subscription: 'sub_1', at: at + 1, until: instant('2027-07-01') },
      ],
    },
    ['annual_renewal_30d'],
  ],
  [
    'the card charged last counts, by then',
    {
      billed: [{ subscription: 'sub_1', at: instant('2026-06-10'), until: instant('2026-07-10') }],
      payments: [
        { at: instant('2026-05-10'), failed: false, card: { exp_month: 1, exp_year: 2030 } },
        { at: instant('2026-06-10'), failed: false, card: { exp_month: 6, exp_year: 2026 } },
        { at: at + 1, failed: true, card: { exp_month: 1, exp_year: 2030 } },
      ],
    },
    ['card_expiring'],
  ],
  [
    'what failed and was paid is a failed payment',
    {
      payments: [
        { at: instant('2026-06-10'), failed: true, card: null },
        { at: instant('2026-06-11'), failed: false, card: null },
      ],
    },
    ['failed_90d'],
  ],
  [
    'before the events, a last payment that failed says past due',
    {
      history: historyOf([version('2026-01-10', {}, 'invoice_line')]),
      payments: [{ at: instant('2026-06-10'), failed: true, card: null }],
    },
    ['past_due', 'failed_90d'],
  ],
  [
    'where Stripe tells the status, that is it',
    {
      history: historyOf([version('2026-01-10', { status: 'past_due' })]),
      payments: [{ at: instant('2026-02-10'), failed: false, card: null }],
    },
    ['past_due'],
  ],
  [
    'a smaller plan is told by a contraction',
    { movements: [...known().movements, { day: '2026-06-01', type: 'contraction', reason: null }] },
    ['downgrade_90d'],
  ],
  ['a refund', { refunds_and_disputes: [instant('2026-03-01')] }, ['refund_or_dispute_180d']],
  [
    'a second subscription',
    { history: historyOf([version('2026-01-10'), version('2026-02-10', { id: 'sub_2' })]) },
    ['multi_subscription'],
  ],
  [
    'one that brings no MRR does not count',
    {
      history: historyOf([
        version('2026-01-10'),
        version('2026-02-10', { id: 'sub_2', status: 'trialing', trial_end: instant('2026-07-01') }),
      ]),
    },
    [],
  ],
])('Q1: %s', (_name, changes, expected) => {
  expect(factors(changes)).toEqual(expected)
})

test("Q1: a discount ends, the subscription's, an item's or the customer's own", () => {
  const discount: Discount = {
    id: 'di_1',
    coupon: { id: 'co_1', percent_off: 25, duration: 'repeating' },
    start: instant('2026-01-10'),
    end: instant('2026-07-10'),
  }
  for (const history of [
    historyOf([version('2026-01-10', { discounts: [discount] })]),
    historyOf([version('2026-01-10', { items: [{ ...item(1000), discounts: [discount] }] })]),
    historyOf([version('2026-01-10')], [{ at: instant('2026-01-10'), discount }]),
  ])
    expect(factors({ history })).toEqual(['discount_ending'])
})

describe('a scheduled end', () => {
  const ending = (subscription: string, since: string, day: string) =>
    ({ kind: 'scheduled_cancellation', subscription, since, day, currency: 'usd', change: -1000 }) as const
  const ends = (changes: Partial<RiskHistory>) => riskAt(known(changes), rules, at)?.ends

  test('is certain from the day it was asked for, and not before', () => {
    expect(ends({ foreseen: [ending('sub_1', '2026-06-15', '2026-07-10')] })).toBe('2026-07-10')
    expect(ends({ foreseen: [ending('sub_1', '2026-06-16', '2026-07-10')] })).toBeNull()
  })

  test('is certain only where nothing goes on', () => {
    const history = historyOf([version('2026-01-10'), version('2026-02-10', { id: 'sub_2' })])
    const one = ending('sub_1', '2026-06-01', '2026-08-10')
    expect(ends({ history, foreseen: [one] })).toBeNull()
    const both = { history, foreseen: [one, ending('sub_2', '2026-06-01', '2026-07-10')] }
    expect(ends(both)).toBe('2026-08-10')
  })
})

describe('Q3: an observation', () => {
  const churned = (day: string, reason: 'voluntary' | 'paused' = 'voluntary', changes = {}) =>
    observations(
      known({ movements: [...known().movements, { day, type: 'churn', reason }], ...changes }),
      rules,
      [at],
    ).map((row) => row.churned)

  test('says whether MRR was 0 within 30 days', () => {
    expect([churned('2026-06-16'), churned('2026-07-15'), churned('2026-07-16')]).toEqual([
      [true],
      [true],
      [false],
    ])
  })

  test('is left out where a pause followed, where the end was certain, and without MRR', () => {
    expect(churned('2026-06-20', 'paused')).toEqual([])
    expect(churned('2026-08-20', 'paused')).toEqual([false])
    const foreseen = [
      {
        ...{ kind: 'scheduled_cancellation', subscription: 'sub_1', currency: 'usd', change: -1000 },
        since: '2026-06-01',
        day: '2026-07-10',
      },
    ]
    expect(churned('2026-07-10', 'voluntary', { foreseen })).toEqual([])
    expect(churned('2026-06-15')).toEqual([])
  })
})
