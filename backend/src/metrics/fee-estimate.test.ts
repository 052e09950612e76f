import { examples, expectFigures } from '../../test/metric-examples'
import { estimateFee, estimateFees, feeRateOf } from './index'
import type { EstimatedCharge, FeeRate, FeeTableRow } from './index'

const rateOf = (country: string, day = '2026-02-01', table?: FeeTableRow[]): FeeRate => {
  const rate = feeRateOf(country, day, table)
  if (!rate) throw new Error(`no rate for ${country}`)
  return rate
}

test.each(examples<{ charges: EstimatedCharge[] }>('fee_estimate'))(
  'example: %s',
  (_name, { input, expected }) => {
    expectFigures(estimateFees(input.charges, rateOf('US')), expected)
  },
)

test.each([
  ['US', {}, 320],
  ['BR', {}, 320],
  ['DE', {}, 175],
  ['GB', {}, 170],
  ['JP', {}, 360],
  ['US', { converted: true }, 420],
  ['US', { international: true, converted: true }, 570],
])('V5: 10000 in %s, %j, costs %i', (country, card, fee) => {
  expect(estimateFee({ amount: 10_000, ...card }, rateOf(country))).toBe(fee)
})

test('V5: halves are rounded away from zero, before the fixed part', () => {
  expect(estimateFee({ amount: 500 }, rateOf('US'))).toBe(45)
})

test('an account can have its own table: the latest row of its country, else of all others', () => {
  const row = (countries: string[], from: string, percent: string): FeeTableRow => ({
    countries,
    from,
    rate: { percent, fixed: 0, international: '0', conversion: '0' },
  })
  const table = [row(['US'], '2026-03-01', '3'), row([], '2026-01-01', '2'), row(['US'], '2026-02-01', '1')]
  const percent = (country: string, day: string) => feeRateOf(country, day, table)?.percent
  expect(percent('US', '2026-01-31')).toBe('2')
  expect(percent('US', '2026-02-28')).toBe('1')
  expect(percent('US', '2026-03-01')).toBe('3')
  expect(percent('DE', '2026-03-01')).toBe('2')
  expect(percent('US', '2025-12-31')).toBeUndefined()
})

test('without charges there is no effective rate', () => {
  expect(estimateFees([], rateOf('US'))).toEqual({
    estimated: [],
    estimated_total: 0,
    effective_fee_bp: null,
  })
})
