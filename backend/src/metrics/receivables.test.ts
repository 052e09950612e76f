import { receivables } from './index'
import type { ReceivableInvoice } from './index'
import { instant } from './testing'

const JUNE = { at: instant('2026-06-30T12:00:00Z'), timeZone: 'UTC', rates: {}, reportingCurrency: 'usd' }

type Changes = Partial<Omit<ReceivableInvoice, 'due_date'>> & {
  due?: string
  finalized?: string
  paid?: string
}

const invoice = ({ due, finalized = '2026-01-01', paid, ...changes }: Changes = {}): ReceivableInvoice => ({
  id: 'in_1',
  currency: 'usd',
  amount_due: 1000,
  amount_remaining: 1000,
  due_date: due === undefined ? null : instant(due),
  status_transitions: {
    finalized_at: instant(finalized),
    paid_at: paid === undefined ? null : instant(paid),
  },
  ...changes,
})

const agesOf = (invoices: ReceivableInvoice[], changes = {}) => {
  const figures = receivables({ ...JUNE, ...changes, invoices })
  return Object.entries(figures.ages).filter(([, { count }]) => count > 0)
}

test.each([
  ['2026-07-30', 'not_due'],
  ['2026-06-30', 'not_due'],
  ['2026-06-29', 'days_1_30'],
  ['2026-05-31', 'days_1_30'],
  ['2026-05-30', 'days_31_60'],
  ['2026-05-01', 'days_31_60'],
  ['2026-04-30', 'days_61_90'],
  ['2026-04-01', 'days_61_90'],
  ['2026-03-31', 'over_90'],
])('due on %s is %s', (due, age) => {
  expect(agesOf([invoice({ due })])).toEqual([[age, { count: 1, amount: 1000 }]])
})

test('what is charged at once is due when it is finalized, on the local day', () => {
  const late = invoice({ finalized: '2026-06-30T02:00:00Z' })
  expect(agesOf([late])).toMatchObject([['not_due', {}]])
  expect(agesOf([late], { timeZone: 'America/New_York' })).toMatchObject([['days_1_30', {}]])
})

test('as of an instant: what was closed since was open then, all of it', () => {
  const paid = invoice({ due: '2026-06-30', paid: '2026-07-01', amount_remaining: 0 })
  expect(agesOf([paid])).toEqual([['not_due', { count: 1, amount: 1000 }]])
  expect(agesOf([paid], { at: instant('2026-07-01') })).toEqual([])
  expect(agesOf([invoice({ finalized: '2026-07-01' })])).toEqual([])
  for (const closed of ['voided_at', 'marked_uncollectible_at'] as const) {
    const status_transitions = { finalized_at: instant('2026-01-01'), [closed]: instant('2026-06-01') }
    expect(agesOf([invoice({ status_transitions })])).toEqual([])
  }
  expect(agesOf([invoice({ status_transitions: { finalized_at: null } })])).toEqual([])
})

test('what remains counts, at the rate of the day, and the ages add up', () => {
  const rates = {
    eur: [
      { day: '2026-06-30', rate: '1.10' },
      { day: '2026-07-01', rate: '2' },
    ],
  }
  const figures = receivables({
    ...JUNE,
    rates,
    invoices: [
      invoice({ amount_remaining: 400 }),
      invoice({ amount_remaining: 0 }),
      invoice({ due: '2026-07-15', currency: 'eur' }),
      invoice({ currency: 'gbp' }),
    ],
  })
  expect(figures.total).toEqual({ count: 2, amount: 1500 })
  expect(figures.ages).toMatchObject({ over_90: { amount: 400 }, not_due: { amount: 1100 } })
  expect(figures.fx_missing).toEqual(['gbp'])
})
