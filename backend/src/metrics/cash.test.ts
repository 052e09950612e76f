import { examples, expectFigures } from '../../test/metric-examples'
import { cashFlow, cashPosition, expectedInflow, expectedPayouts, foldMoney } from './index'
import type { PayoutSchedule, PendingFunds } from './index'
import { instant } from './testing'

interface Input {
  today: string
  available: number
  pending: PendingFunds[]
  payouts: { amount: number; status: string }[]
  schedule: PayoutSchedule
  horizon_days: number
}

test.each(examples<Input>('cash'))('example: %s', (_name, { input, expected }) => {
  const { horizon_days, payouts, pending, available, ...rest } = input
  const total = pending.reduce((sum, { net }) => sum + net, 0)
  const coming = expectedPayouts({ ...rest, available, pending, horizonDays: horizon_days })
  expectFigures(
    {
      ...cashPosition({ available, pending: total, payouts }),
      expected_payouts: coming.map(({ day, amount }) => [day, amount]),
    },
    expected,
  )
})

test('F2: in transit is what is pending or in transit', () => {
  const payouts = ['pending', 'in_transit', 'paid', 'failed', 'canceled'].map((status, index) => ({
    status,
    amount: 10 ** index,
  }))
  expect(cashPosition({ available: 1000, pending: -200, payouts })).toEqual({
    available: 1000,
    pending: -200,
    in_transit: 11,
    total_funds: 811,
  })
})

/** Something new each day, so that every payout day shows. */
const daily = Array.from({ length: 120 }, (_, index) => ({
  available_on: new Date((instant('2026-01-30') + index * 86_400) * 1000).toISOString().slice(0, 10),
  net: 1,
}))
const payoutDays = (schedule: PayoutSchedule, today: string, horizonDays: number) =>
  expectedPayouts({ available: 0, pending: daily, schedule, today, horizonDays }).map(({ day }) => day)

test('F3: daily on business days, after today', () => {
  expect(payoutDays({ interval: 'daily' }, '2026-07-02', 0)).toEqual([])
  expect(payoutDays({ interval: 'daily' }, '2026-02-05', 5)).toEqual([
    '2026-02-06',
    '2026-02-09',
    '2026-02-10',
  ])
})

test('F3: weekly on its days, a weekend moved to Monday', () => {
  const weekly = (...weekly_payout_days: string[]) => ({ interval: 'weekly', weekly_payout_days })
  expect(payoutDays(weekly('tuesday', 'friday'), '2026-02-03', 10)).toEqual([
    '2026-02-06',
    '2026-02-10',
    '2026-02-13',
  ])
  expect(payoutDays(weekly('saturday'), '2026-02-08', 1)).toEqual(['2026-02-09'])
  expect(payoutDays(weekly('sunday'), '2026-02-08', 8)).toEqual(['2026-02-09', '2026-02-16'])
  expect(payoutDays(weekly('saturday'), '2026-02-05', 3)).toEqual([])
})

test('F3: monthly on its day, or the last of a shorter month', () => {
  const monthly = (...monthly_payout_days: number[]) => ({ interval: 'monthly', monthly_payout_days })
  expect(payoutDays(monthly(31), '2026-02-01', 58)).toEqual(['2026-02-02', '2026-03-02', '2026-03-31'])
  expect(payoutDays(monthly(29, 30), '2026-02-02', 57)).toEqual(['2026-03-02', '2026-03-30'])
  expect(payoutDays(monthly(5, 20), '2026-02-05', 30)).toEqual(['2026-02-20', '2026-03-05'])
})

test('F3: a manual schedule gives no payouts', () => {
  expect(payoutDays({ interval: 'manual' }, '2026-02-01', 60)).toEqual([])
})

test('F3: what is not above 0 is carried over', () => {
  const payouts = (available: number, ...nets: number[]) =>
    expectedPayouts({
      available,
      pending: nets.map((net, index) => ({ available_on: `2026-02-0${index + 3}`, net })).reverse(),
      schedule: { interval: 'daily' },
      today: '2026-02-02',
      horizonDays: 4,
    }).map(({ day, amount }) => [day, amount])
  expect(payouts(-100, 60, 40, 5)).toEqual([['2026-02-05', 5]])
  expect(payouts(10, -30, 50)).toEqual([['2026-02-04', 30]])
})

test('F4: renewals with the chance that they are paid, less the fee, once they have settled', () => {
  const renewal = (day: string, hazard: number) => ({ day, amount: 1000, estimated_fee: 59, hazard })
  const inflow = expectedInflow({
    renewals: [renewal('2026-02-27', 0.1), renewal('2026-02-10', 0), renewal('2026-02-27', 0)],
    failureRate: 0.2,
    recoveryRate: 0.5,
    settlementDelayDays: 2,
  })
  expect(inflow).toEqual([
    { day: '2026-02-12', amount: 841 },
    { day: '2026-03-01', amount: 1592 },
  ])
})

test('F5: in, out and payouts by period, from the balance before', () => {
  const moved = (created: string, reporting_category: string, amount: number, fee = 0) => ({
    reporting_category,
    amount,
    fee,
    net: amount - fee,
    currency: 'usd',
    created: instant(created),
  })
  const rollups = foldMoney(
    [
      moved('2026-01-10', 'charge', 500, 20),
      moved('2026-02-02', 'charge', 1000, 59),
      moved('2026-02-02', 'refund', -300),
      moved('2026-02-03', 'payout', -400),
      moved('2026-02-09', 'payout_reversal', 100),
      { ...moved('2026-02-09', 'charge', 77), currency: 'eur' },
    ],
    'UTC',
  )
  const flow = { rollups, rates: {}, reportingCurrency: 'usd', from: '2026-02-01', to: '2026-02-10' }
  const { rows, fx_missing } = cashFlow({ ...flow, interval: 'week' })
  expect(fx_missing).toEqual(['eur'])
  expect(rows).toEqual([
    {
      date: '2026-02-01',
      end_date: '2026-02-01',
      opening: 480,
      inflow: 0,
      outflow: 0,
      payouts: 0,
      fx: 0,
      closing: 480,
    },
    {
      date: '2026-02-02',
      end_date: '2026-02-08',
      opening: 480,
      inflow: 941,
      outflow: 300,
      payouts: 400,
      fx: 0,
      closing: 721,
    },
    {
      date: '2026-02-09',
      end_date: '2026-02-10',
      opening: 721,
      inflow: 0,
      outflow: 0,
      payouts: -100,
      fx: 0,
      closing: 821,
    },
  ])
})

const rates = {
  eur: [
    { day: '2025-12-01', rate: '1.10' },
    { day: '2026-01-20', rate: '1.05' },
  ],
}

test('F5, C5: a balance counts at the rate of its day, what moved at that of its own', () => {
  const charge = { reporting_category: 'charge', amount: 1000, fee: 0, net: 1000, currency: 'eur' }
  const rollups = foldMoney([{ ...charge, created: instant('2026-01-10') }], 'UTC')
  const question = { rollups, rates, reportingCurrency: 'usd', interval: 'month' as const }
  expect(cashFlow({ ...question, from: '2026-01-01', to: '2026-01-31' }).rows).toEqual([
    {
      ...{ date: '2026-01-01', end_date: '2026-01-31', opening: 0, inflow: 1100, outflow: 0, payouts: 0 },
      ...{ fx: -50, closing: 1050 },
    },
  ])
})
