import { balances } from './balance'
import { customerMovements } from './movements'
import { foldMovements, mergeRollups } from './rollup'
import { historyOf, instant, item, settings, version } from './testing'
import type { DayRollup, Rates } from './types'
import { waterfall } from './waterfall'
import { emptySums } from './rollup'
import { assertIdentities } from './waterfall-row'

const RATES: Rates = {
  eur: [
    { day: '2026-01-01', rate: '1.10' },
    { day: '2026-02-01', rate: '1.05' },
    { day: '2026-02-15', rate: '1.20' },
  ],
}

const histories = [
  historyOf([
    version('2026-01-10', { customer: 'cus_1', currency: 'eur', items: [item(1001)] }),
    version('2026-02-20', { customer: 'cus_1', currency: 'eur', items: [item(2001)] }),
    version('2026-03-05', { customer: 'cus_1', currency: 'eur', status: 'unpaid' }),
  ]),
  historyOf([
    version('2026-01-20', { customer: 'cus_2', id: 'sub_2', items: [item(500)] }, 'invoice_line'),
    version('2026-02-10', { customer: 'cus_2', id: 'sub_2', status: 'canceled' }),
    version('2026-02-25', { customer: 'cus_2', id: 'sub_3', items: [item(700)] }),
  ]),
]
const movements = histories.flatMap((one) => customerMovements(one, settings(), RATES, instant('2027-01-01')))
const rollups = foldMovements(movements)
const range = {
  rollups,
  from: '2026-01-15',
  to: '2026-03-10',
  rates: RATES,
  reportingCurrency: 'usd',
} as const

test('rows are clipped to the range, chain, and carry the exchange-rate line', () => {
  const { rows, total, fxMissing } = waterfall({ ...range, interval: 'month', today: '2026-03-10' })
  const figures = rows.map((row) => [
    row.date,
    row.end_date,
    row.start,
    row.new,
    row.expansion,
    row.churn,
    row.fx,
    row.end,
  ])
  expect(figures).toEqual([
    ['2026-01-15', '2026-01-31', 1101, 500, 0, 0, 0, 1601],
    ['2026-02-01', '2026-02-28', 1601, 0, 1200, 500, 100, 3101],
    ['2026-03-01', '2026-03-10', 3101, 0, 0, 2401, 0, 700],
  ])
  expect(
    rows.map(({ reactivation, complete, reconstructed }) => [reactivation, complete, reconstructed]),
  ).toEqual([
    [0, true, true],
    [700, true, false],
    [0, false, false],
  ])
  expect(total).toMatchObject({
    date: '2026-01-15',
    end_date: '2026-03-10',
    start: 1101,
    fx: 100,
    end: 700,
    complete: false,
  })
  const { customers_start, customers_new, customers_reactivated, customers_churned, customers_end } = total
  expect([customers_start, customers_new, customers_reactivated, customers_churned, customers_end]).toEqual([
    1, 1, 1, 2, 1,
  ])
  expect(fxMissing).toEqual([])
})

test('a period that holds today or lies ahead is not complete', () => {
  const complete = (today: string) =>
    waterfall({ ...range, to: '2026-03-31', interval: 'month', today }).rows.map((row) => row.complete)
  expect(complete('2026-02-28')).toEqual([true, false, false])
  expect(complete('2026-03-01')).toEqual([true, true, false])
  expect(complete('2026-01-10')).toEqual([false, false, false])
  expect(waterfall({ ...range, interval: 'month' }).total.complete).toBe(true)
})

test('weeks start on Monday', () => {
  const dates = waterfall({ ...range, from: '2026-02-04', to: '2026-02-17', interval: 'week' }).rows
  expect(dates.map(({ date, end_date }) => [date, end_date])).toEqual([
    ['2026-02-04', '2026-02-08'],
    ['2026-02-09', '2026-02-15'],
    ['2026-02-16', '2026-02-17'],
  ])
})

test('roll-ups in any order give the same rows; an empty range is refused', () => {
  const reversed = waterfall({ ...range, rollups: [...rollups].reverse(), interval: 'day' })
  expect(reversed).toEqual(waterfall({ ...range, interval: 'day' }))
  expect(() => waterfall({ ...range, to: '2026-01-14', interval: 'day' })).toThrow(/empty/)
})

test('C5: days without a rate are left out and named', () => {
  const late: Rates = { eur: [{ day: '2026-02-01', rate: '1.10' }] }
  const { rows, fxMissing } = waterfall({ ...range, rates: late, from: '2026-01-01', interval: 'month' })
  expect(fxMissing).toEqual(['eur'])
  expect(rows[0]).toMatchObject({ new: 500, end: 500, customers_end: 2 })
  expect(rows[1]).toMatchObject({ start: 500, fx: 1101 })
})

test('balances follow the rate of each day', () => {
  expect(
    balances(rollups, ['2026-01-09', '2026-01-31', '2026-02-01', '2026-02-15', '2026-03-31'], RATES, 'usd'),
  ).toEqual([
    { day: '2026-01-09', mrr: 0, customers: 0 },
    { day: '2026-01-31', mrr: 1101 + 500, customers: 2 },
    { day: '2026-02-01', mrr: 1051 + 500, customers: 2 },
    { day: '2026-02-15', mrr: 1201, customers: 1 },
    { day: '2026-03-31', mrr: 700, customers: 1 },
  ])
})

test('W7: a row that does not hold is refused, with its period', () => {
  const row = waterfall({ ...range, interval: 'month' }).rows[1]
  if (!row) throw new Error('no row')
  const opening = { mrr: row.start, customers: row.customers_start }
  const closing = { mrr: row.end, customers: row.customers_end }
  const assert =
    (change: Partial<typeof row>, foreign = true) =>
    () =>
      assertIdentities({ ...row, ...change }, opening, closing, foreign)
  expect(assert({})).not.toThrow()
  expect(assert({ churn: row.churn + 1 })).toThrow(
    'waterfall of 2026-02-01 to 2026-02-28: MRR does not add up',
  )
  expect(assert({ end: row.end + 1, fx: row.fx + 1 })).toThrow('MRR does not add up')
  expect(assert({ start: row.start + 1, fx: row.fx - 1 })).toThrow('does not chain')
  expect(assert({ customers_churned: row.customers_churned + 1 })).toThrow('customers do not add up')
  expect(assert({}, false)).toThrow('exchange-rate line')
})

test('a roll-up holds sums by type, currency and reason', () => {
  const day = rollups.find((rollup) => rollup.day === '2026-03-05')
  expect(day).toEqual<DayRollup>({
    day: '2026-03-05',
    currencies: { eur: { ...emptySums(), churn: 2001 } },
    customers: { new: 0, reactivated: 0, churned: 1, transferred_in: 0, transferred_out: 0 },
    churn: {
      voluntary: { customers: 0, mrr: {} },
      involuntary: { customers: 1, mrr: { eur: 2001 } },
      paused: { customers: 0, mrr: {} },
    },
    reconstructed: false,
  })
  expect(rollups.map((rollup) => rollup.day)).toEqual([...rollups.map((rollup) => rollup.day)].sort())
  expect(mergeRollups(rollups, [])).toEqual(rollups)
})
