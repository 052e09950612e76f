import fc from 'fast-check'
import { examples, expectFigures } from '../../test/metric-examples'
import { runs } from './arbitraries'
import { addDays, cashFlow, foldMoney, mergeMoney, volume } from './index'
import type { BalanceTransaction, Rates } from './index'
import { instant } from './testing'

interface Input {
  period: { start: string; end: string }
  balance_transactions: (Pick<BalanceTransaction, 'reporting_category' | 'amount' | 'fee'> & {
    created: string
  })[]
}

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28', rates: {}, reportingCurrency: 'usd' }

const moved = (
  reporting_category: string,
  amount: number,
  fee: number,
  created = '2026-02-10',
  currency = 'usd',
): BalanceTransaction => ({
  reporting_category,
  amount,
  fee,
  net: amount - fee,
  currency,
  created: instant(created),
})

const volumeOf = (transactions: BalanceTransaction[], changes = {}) =>
  volume({ ...FEBRUARY, rollups: foldMoney(transactions, 'UTC'), ...changes })

test.each(examples<Input>('volume'))('example: %s', (_name, { input, expected }) => {
  const transactions = input.balance_transactions.map(({ reporting_category, amount, fee, created }) =>
    moved(reporting_category, amount, fee, created),
  )
  const { start: from, end } = input.period
  expectFigures({ ...volumeOf(transactions, { from, to: addDays(end, -1) }) }, expected)
})

test('what is taken back lessens its own figure, and other movements of money are none of them', () => {
  const figures = volumeOf([
    moved('charge', 10000, 320),
    moved('payment', 2000, 50),
    moved('charge_failure', -1000, 0),
    moved('refund', -3000, 0),
    moved('refund_failure', 1000, 0),
    moved('partial_capture_reversal', -500, -10),
    moved('dispute', -2000, 1500),
    moved('dispute_reversal', 2000, -1500),
    moved('fee', -700, 0),
    moved('network_cost', -30, 0),
    moved('topup', 5000, 0),
    moved('transfer', -400, 0),
    moved('payout', -9000, 25),
  ])
  expect(figures).toEqual({
    gross_volume: 11000,
    refunds: 2500,
    disputes: 0,
    processing_fees: 370,
    refund_fees: -10,
    dispute_fees: 0,
    service_fees: 730,
    fees: 1090,
    net_revenue: 8500,
    net_volume: 7410,
    effective_fee_bp: 991,
    refund_rate_bp: 2273,
    charges: 2,
    fx_missing: [],
  })
})

test('V1: days are local, both ends of the range included', () => {
  const transactions = [
    '2026-02-01T04:59:59Z',
    '2026-02-01T05:00:00Z',
    '2026-03-01T04:59:59Z',
    '2026-03-01T05:00:00Z',
  ]
  const rollups = foldMoney(
    transactions.map((created) => moved('charge', 100, 0, created)),
    'America/New_York',
  )
  expect(rollups.map(({ day }) => day)).toEqual(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'])
  expect(volume({ ...FEBRUARY, rollups }).gross_volume).toBe(200)
})

test('C5: each day at its own rate, and a currency without one is named and in no figure', () => {
  const rates = {
    eur: [
      { day: '2026-02-02', rate: '1.10' },
      { day: '2026-02-11', rate: '2' },
    ],
  }
  const figures = volumeOf(
    [
      moved('charge', 1000, 100, '2026-02-01', 'eur'),
      moved('charge', 1000, 100, '2026-02-10', 'eur'),
      moved('charge', 1000, 100, '2026-02-11', 'eur'),
      moved('charge', 999, 99, '2026-02-11', 'gbp'),
    ],
    { rates },
  )
  expect(figures).toMatchObject({ gross_volume: 3100, fees: 310, net_volume: 2790, charges: 2 })
  expect(figures.fx_missing).toEqual(['eur', 'gbp'])
})

test('money beside the payments balance is not looked at', () => {
  const held = { ...moved('charge', 1000, 0), balance_type: 'issuing' }
  expect(
    foldMoney([held, { ...held, balance_type: 'payments' }, { ...held, balance_type: null }], 'UTC'),
  ).toEqual([
    {
      day: '2026-02-10',
      currencies: { usd: { charge: { count: 2, amount: 2000, fee: 0, net: 2000 } } },
    },
  ])
})

test('V3: a net that is not amount less fee is refused', () => {
  expect(() => volumeOf([{ ...moved('charge', 1000, 30), net: 1000 }])).toThrow('V3 does not hold')
})

const anyMoney = fc.array(
  fc.record({
    reporting_category: fc.constantFrom(
      'charge',
      'refund',
      'dispute',
      'dispute_reversal',
      'fee',
      'payout',
      'payout_reversal',
      'topup',
    ),
    amount: fc.integer({ min: -100_000, max: 100_000 }),
    fee: fc.integer({ min: -500, max: 5_000 }),
    currency: fc.constantFrom('usd', 'eur', 'jpy'),
    created: fc.integer({ min: instant('2026-01-20'), max: instant('2026-03-10') }),
  }),
  { maxLength: 40 },
)
const netted = (transactions: Omit<BalanceTransaction, 'net'>[]): BalanceTransaction[] =>
  transactions.map((one) => ({ ...one, net: one.amount - one.fee }))

test('any order and any cut gives the same bytes', () => {
  const input = anyMoney.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat()),
  )
  fc.assert(
    fc.property(input, ([all, shuffled, seed]) => {
      const zone = 'Europe/Berlin'
      const whole = JSON.stringify(foldMoney(netted(all), zone))
      expect(JSON.stringify(foldMoney(netted(shuffled), zone))).toBe(whole)
      const cut = seed % (all.length + 1)
      const [left, right] = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) =>
        foldMoney(netted(part), zone),
      )
      expect(JSON.stringify(mergeMoney(right ?? [], left ?? []))).toBe(whole)
    }),
    runs(process.env, 100),
  )
})

test('V3: net volume is the sum of the net of what it includes', () => {
  const included = new Set(['charge', 'refund', 'dispute', 'dispute_reversal', 'fee'])
  fc.assert(
    fc.property(anyMoney, (all) => {
      for (const currency of ['usd', 'eur', 'jpy']) {
        const transactions = netted(all.filter((one) => one.currency === currency))
        const figures = volumeOf(transactions, { reportingCurrency: currency })
        const net = transactions
          .filter(({ reporting_category, created }) => {
            const day = new Date(created * 1000).toISOString().slice(0, 10)
            return included.has(reporting_category) && day >= FEBRUARY.from && day <= FEBRUARY.to
          })
          .reduce((sum, one) => sum + one.net, 0)
        expect(figures.net_volume).toBe(net)
      }
    }),
    runs(process.env, 100),
  )
})

test('parts of a range add up to the range, whatever the rates', () => {
  const rates: Rates = {
    eur: [
      { day: '2026-01-01', rate: '1.137' },
      { day: '2026-02-15', rate: '1.0913' },
    ],
    jpy: [{ day: '2026-01-01', rate: '0.00667' }],
  }
  const fields = [
    'gross_volume',
    'refunds',
    'disputes',
    'fees',
    'net_volume',
    'net_revenue',
    'charges',
  ] as const
  fc.assert(
    fc.property(anyMoney, fc.integer({ min: 0, max: 26 }), (all, days) => {
      const last = addDays(FEBRUARY.from, days)
      const of = (from: string, to: string) => volumeOf(netted(all), { rates, from, to })
      const [left, right] = [of(FEBRUARY.from, last), of(addDays(last, 1), FEBRUARY.to)]
      const whole = of(FEBRUARY.from, FEBRUARY.to)
      for (const field of fields) expect(left[field] + right[field]).toBe(whole[field])
    }),
    runs(process.env, 100),
  )
})

test('F5: opening and what moved make the closing balance, which is the sum of all net', () => {
  fc.assert(
    fc.property(anyMoney, fc.constantFrom('day', 'week', 'month'), (all, interval) => {
      const rollups = foldMoney(netted(all), 'UTC')
      const range = { from: '2026-02-01', to: '2026-03-10', interval }
      const { rows } = cashFlow({ rollups, ...range, rates: {}, reportingCurrency: 'usd' })
      const balanceOn = (day: string) =>
        netted(all)
          .filter(({ currency, created }) => currency === 'usd' && created < instant(addDays(day, 1)))
          .reduce((sum, { net }) => sum + net, 0)
      let opening = balanceOn('2026-01-31')
      for (const row of rows) {
        expect(row.opening).toBe(opening)
        expect(row.opening + row.inflow - row.outflow - row.payouts).toBe(row.closing)
        expect(row.closing).toBe(balanceOn(row.end_date))
        expect(row.fx).toBe(0)
        expect(Math.min(row.inflow, row.outflow)).toBeGreaterThanOrEqual(0)
        opening = row.closing
      }
    }),
    runs(process.env, 100),
  )
})
