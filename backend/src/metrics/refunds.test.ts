import { refundedCharges } from './index'
import { instant } from './testing'

const FEBRUARY = { from: '2026-02-01', to: '2026-02-28', timeZone: 'Asia/Kolkata', reportingCurrency: 'usd' }

const charge = (amount: number, amount_refunded: number, created = '2026-02-10', currency = 'usd') => ({
  amount,
  amount_refunded,
  created: instant(created),
  currency,
})

test('V6: what was ever refunded of the charges of a range, by amount and by charge', () => {
  const charges = [
    charge(1000, 250),
    charge(2000, 2000, '2026-01-31T18:30:00Z'),
    charge(3000, 0, '2026-02-28T18:29:59Z'),
    charge(9000, 9000, '2026-01-31T18:29:59Z'),
    charge(9000, 9000, '2026-02-28T18:30:00Z'),
    charge(500, 100, '2026-02-10', 'eur'),
    charge(500, 100, '2026-02-10', 'gbp'),
  ]
  const rates = { eur: [{ day: '2026-02-01', rate: '2' }] }
  expect(refundedCharges({ ...FEBRUARY, rates, charges })).toEqual({
    charges: 4,
    refunded_charges: 3,
    amount: 7000,
    refunded_amount: 2450,
    refunded_count_bp: 7500,
    refunded_amount_bp: 3500,
    fx_missing: ['gbp'],
  })
})

test('without charges there is no rate', () => {
  expect(refundedCharges({ ...FEBRUARY, rates: {}, charges: [] })).toMatchObject({
    refunded_count_bp: null,
    refunded_amount_bp: null,
  })
})
