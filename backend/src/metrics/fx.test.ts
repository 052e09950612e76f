import { convert, convertSum, rateOn } from './fx'
import { compare, decimal } from './rational'
import type { Rates } from './types'

const rates: Rates = {
  eur: [
    { day: '2026-01-10', rate: '1.10' },
    { day: '2026-01-20', rate: '1.05' },
    { day: '2026-02-01', rate: '1.2' },
  ],
  jpy: [{ day: '2026-01-01', rate: '0.0065' }],
  kwd: [{ day: '2026-01-01', rate: '3.25' }],
  usd: [{ day: '2026-01-01', rate: '7' }],
}

test.each([
  ['2026-01-10', '1.10'],
  ['2026-01-19', '1.10'],
  ['2026-01-20', '1.05'],
  ['2026-01-31', '1.05'],
  ['2030-01-01', '1.2'],
])('C5: on %s the latest rate not after it is %s', (day, expected) => {
  const rate = rateOn(rates, 'eur', day, 'usd')
  expect(rate && compare(rate, decimal(expected))).toBe(0)
})

test('C5: no rate is null, never 1; the reporting currency is always 1', () => {
  expect(rateOn(rates, 'eur', '2026-01-09', 'usd')).toBeNull()
  expect(rateOn(rates, 'gbp', '2026-01-10', 'usd')).toBeNull()
  expect(rateOn(rates, 'usd', '2026-01-10', 'usd')).toEqual({ n: 1n, d: 1n })
})

test.each([
  ['jpy', 98_000, 63_700],
  ['kwd', 1_000, 325],
  ['kwd', 10, 3],
  ['kwd', -10, -3],
  ['usd', 12_345, 12_345],
  ['gbp', 100, null],
])('C2, C5: %s %d minor units are %s US cents', (currency, amount, expected) => {
  expect(convert(amount, currency, '2026-01-15', rates, 'usd')).toBe(expected)
})

test('C2: into a currency without decimals', () => {
  expect(convert(1_050, 'usd', '2026-01-15', { usd: [{ day: '2026-01-01', rate: '150' }] }, 'jpy')).toBe(
    1_575,
  )
})

test('C5: a sum rounds once per currency and names what it left out', () => {
  const sum = convertSum({ eur: 5, kwd: 2, gbp: 700, chf: 1, sek: 0 }, '2026-01-15', rates, 'usd')
  expect(sum).toEqual({ value: 6 + 1, fxMissing: ['chf', 'gbp'] })
})
