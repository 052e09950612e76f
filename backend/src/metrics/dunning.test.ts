import fc from 'fast-check'
import { examples, expectFigures } from '../../test/metric-examples'
import { runs } from './arbitraries'
import { addDays, dunning } from './index'
import type { PaymentAttempt, RenewalInvoice } from './index'
import { instant } from './testing'

interface Input {
  as_of: string
  period: { start: string; end: string }
  invoices: (Pick<RenewalInvoice, 'id' | 'amount_due' | 'billing_reason' | 'status'> & {
    first_attempt: string
    first_attempt_at: string
    paid_at?: string
    subscription_status?: string
  })[]
}

const FEBRUARY = {
  from: '2026-02-01',
  to: '2026-02-28',
  timeZone: 'UTC',
  rates: {},
  reportingCurrency: 'usd',
}

test.each(examples<Input>('dunning'))('example: %s', (_name, { input, expected }) => {
  const invoices = input.invoices.map(({ first_attempt, first_attempt_at, paid_at, ...invoice }) => ({
    ...invoice,
    currency: 'usd',
    attempt_count: 1,
    attempts: [
      { at: instant(first_attempt_at), succeeded: first_attempt === 'succeeded' },
      ...(paid_at === undefined ? [] : [{ at: instant(paid_at), succeeded: true }]),
    ],
  }))
  const figures = dunning({
    ...FEBRUARY,
    invoices,
    from: input.period.start,
    to: addDays(input.period.end, -1),
    at: instant(input.as_of),
  })
  expectFigures(
    {
      ...figures,
      renewals: figures.renewals.count,
      failed: figures.failed.count,
      recovered_amount: figures.recovered.amount,
      lost_amount: figures.lost.amount,
      in_recovery_amount: figures.in_recovery.amount,
      recovery_rate_bp: figures.recovery_rate_amount_bp,
      recovery_rate_to_date_bp: figures.recovery_rate_to_date_amount_bp,
    },
    expected,
  )
})

const failed = (at: string, rest: Partial<PaymentAttempt> = {}) => ({
  at: instant(at),
  succeeded: false,
  payment_method: 'pm_1',
  ...rest,
})
const paid = (at: string, rest: Partial<PaymentAttempt> = {}) => ({ ...failed(at), succeeded: true, ...rest })

const renewal = (changes: Partial<RenewalInvoice>): RenewalInvoice => ({
  id: 'in_1',
  currency: 'usd',
  amount_due: 1000,
  billing_reason: 'subscription_cycle',
  status: 'open',
  attempt_count: 1,
  attempts: [failed('2026-02-10')],
  ...changes,
})

const figuresOf = (invoices: RenewalInvoice[], at = '2026-03-01', changes = {}) =>
  dunning({ ...FEBRUARY, ...changes, invoices, at: instant(at) })

test('D1: renewals with something due, by the local day of their first attempt', () => {
  const counted = (changes: Partial<RenewalInvoice>, settings = {}) =>
    figuresOf([renewal(changes)], '2026-03-01', settings).renewals.count
  expect(counted({})).toBe(1)
  expect(counted({ billing_reason: 'subscription_create' })).toBe(0)
  expect(counted({ amount_due: 0 })).toBe(0)
  expect(counted({ after_trial: true })).toBe(0)
  expect(counted({ attempts: [] })).toBe(0)
  expect(counted({ attempts: [failed('2026-01-31'), failed('2026-02-03')] })).toBe(0)
  const night = { attempts: [failed('2026-03-01T04:00:00Z')] }
  expect(counted(night)).toBe(0)
  expect(counted(night, { timeZone: 'America/New_York' })).toBe(1)
})

test.each<[string, Partial<RenewalInvoice>, string, 'recovered' | 'lost' | 'in_recovery']>([
  [
    'paid after the subscription ended',
    { status: 'paid', subscription_status: 'canceled' },
    '2026-03-01',
    'recovered',
  ],
  ['void', { status: 'void' }, '2026-03-01', 'lost'],
  ['uncollectible', { status: 'uncollectible' }, '2026-03-01', 'lost'],
  ['open, the subscription canceled', { subscription_status: 'canceled' }, '2026-03-01', 'lost'],
  ['open, the subscription unpaid', { subscription_status: 'unpaid' }, '2026-03-01', 'lost'],
  ['open, the subscription past due', { subscription_status: 'past_due' }, '2026-03-01', 'in_recovery'],
  ['open for 60 days', {}, '2026-04-11', 'in_recovery'],
  ['open for longer', {}, '2026-04-11T00:00:01Z', 'lost'],
])('D3: %s', (_name, changes, at, outcome) => {
  const figures = figuresOf([renewal(changes)], at)
  expect(figures[outcome]).toEqual({ count: 1, amount: 1000 })
  expect(figures.failed).toEqual({ count: 1, amount: 1000 })
})

test.each<[string, Partial<RenewalInvoice>]>([
  ['automatic_retry', { attempt_count: 2, attempts: [failed('2026-02-10'), paid('2026-02-12')] }],
  [
    'card_updated',
    { attempt_count: 2, attempts: [failed('2026-02-10'), paid('2026-02-12', { payment_method: 'pm_2' })] },
  ],
  ['by_hand', { attempt_count: 1, attempts: [failed('2026-02-10'), paid('2026-02-12')] }],
  [
    'email_link',
    { attempt_count: 1, attempts: [failed('2026-02-10'), paid('2026-02-12', { by_link: true })] },
  ],
  ['out_of_band', { amount_paid_off_stripe: 1000 }],
  ['unknown', {}],
])('D3: recovered by %s', (method, changes) => {
  const { recovered_by } = figuresOf([renewal({ ...changes, status: 'paid' })])
  const counts = Object.entries(recovered_by).filter(([, { count }]) => count > 0)
  expect(counts).toEqual([[method, { count: 1, amount: 1000 }]])
})

test('by decline code and by attempt', () => {
  const declined = { decline_code: 'insufficient_funds' }
  const figures = figuresOf([
    renewal({ attempts: [failed('2026-02-10', declined)] }),
    renewal({
      status: 'paid',
      attempts: [failed('2026-02-10', declined), failed('2026-02-12'), paid('2026-02-14')],
    }),
    renewal({ status: 'void' }),
    renewal({ status: 'paid', attempts: [paid('2026-02-10')] }),
  ])
  expect(figures.renewals.count).toBe(4)
  expect(figures.by_decline_code.map(({ decline_code, renewals }) => [decline_code, renewals])).toMatchObject(
    [
      [null, { failed: { count: 1 }, lost: { count: 1 } }],
      ['insufficient_funds', { failed: { count: 2 }, recovered: { count: 1 }, in_recovery: { count: 1 } }],
    ],
  )
  expect(figures.recovered_on_attempt).toEqual([{ attempt: 3, recovered: { count: 1, amount: 1000 } }])
  expect(figures).toMatchObject({ recovery_rate_count_bp: 5000, recovery_rate_to_date_count_bp: 3333 })
})

test('C5: amounts at the rate of the first attempt, and an invoice without a rate is in no figure', () => {
  const rates = {
    eur: [
      { day: '2026-02-01', rate: '1.10' },
      { day: '2026-02-11', rate: '2' },
    ],
  }
  const figures = figuresOf([renewal({ currency: 'eur' }), renewal({ currency: 'gbp' })], '2026-03-01', {
    rates,
  })
  expect(figures.renewals).toEqual({ count: 1, amount: 1100 })
  expect(figures.fx_missing).toEqual(['gbp'])
})

test('the outcomes add up to what failed, as do decline codes and ways of recovery; rates are bounded', () => {
  const attempt = fc.record({
    at: fc.integer({ min: instant('2026-01-25'), max: instant('2026-03-05') }),
    succeeded: fc.boolean(),
    payment_method: fc.constantFrom('pm_1', 'pm_2'),
    decline_code: fc.constantFrom(null, 'generic_decline', 'expired_card'),
    by_link: fc.boolean(),
  })
  const invoice = fc.record({
    id: fc.constant('in_1'),
    currency: fc.constantFrom('usd', 'eur', 'gbp'),
    amount_due: fc.integer({ min: 0, max: 100_000 }),
    billing_reason: fc.constantFrom('subscription_cycle', 'subscription_cycle', 'manual'),
    status: fc.constantFrom('open', 'paid', 'void', 'uncollectible'),
    after_trial: fc.constantFrom(false, false, true),
    subscription_status: fc.constantFrom(null, 'active', 'unpaid', 'canceled'),
    attempt_count: fc.integer({ min: 1, max: 4 }),
    amount_paid_off_stripe: fc.constantFrom(null, 0, 500),
    attempts: fc.array(attempt, { maxLength: 4 }),
  })
  const rates = { eur: [{ day: '2026-01-01', rate: '1.137' }] }
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 20 }), (invoices) => {
      const figures = figuresOf(invoices, '2026-04-20', { rates })
      for (const field of ['count', 'amount'] as const) {
        const { failed: all, recovered, lost, in_recovery } = figures
        const sum = (tallies: { count: number; amount: number }[]) =>
          tallies.reduce((total, tally) => total + tally[field], 0)
        expect(sum([recovered, lost, in_recovery])).toBe(all[field])
        expect(sum(figures.by_decline_code.map(({ renewals }) => renewals.failed))).toBe(all[field])
        expect(sum(Object.values(figures.recovered_by))).toBe(recovered[field])
        expect(all[field]).toBeLessThanOrEqual(figures.renewals[field])
      }
      const bounded = Object.entries(figures).filter(([name]) => name.endsWith('_bp'))
      expect(bounded).toHaveLength(6)
      for (const [, rate] of bounded) expect(rate === null || (rate >= 0 && rate <= 10_000)).toBe(true)
    }),
    runs(process.env, 200),
  )
})
