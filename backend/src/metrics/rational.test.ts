import { apportion } from './apportion'
import { decimals } from './currency'
import {
  add,
  basisPoints,
  compare,
  decimal,
  divide,
  floor,
  multiply,
  ratio,
  round,
  subtract,
} from './rational'

test.each([
  [5, 10, 1],
  [-5, 10, -1],
  [4, 10, 0],
  [-4, 10, 0],
  [15, 10, 2],
  [25, 10, 3],
  [-25, 10, -3],
  [1, 3, 0],
  [-2, 3, -1],
  [7, 1, 7],
])('C3: %d / %d rounds to %d, half away from zero', (n, d, expected) => {
  expect(round(ratio(n, d))).toBe(expected)
})

test.each([
  ['0.125', 125, 1000],
  [33.33, 3333, 100],
  ['-1.5', -15, 10],
  ['1e-7', 1, 10_000_000],
  [1e-7, 1, 10_000_000],
  ['2E3', 2000, 1],
  ['.5', 5, 10],
  ['7', 7, 1],
])('the decimal %s is exact', (written, n, d) => {
  expect(compare(decimal(written), ratio(n, d))).toBe(0)
})

test.each(['', '.', 'abc', '1,5', '0x10'])('"%s" is no decimal', (written) => {
  expect(() => decimal(written)).toThrow(RangeError)
})

test('arithmetic keeps the exact value', () => {
  const third = ratio(1, 3)
  expect(compare(add(add(third, third), third), ratio(1))).toBe(0)
  expect(compare(subtract(third, ratio(1, 2)), ratio(-1, 6))).toBe(0)
  expect(compare(divide(multiply(third, ratio(3, 7)), ratio(-1, 7)), ratio(-1))).toBe(0)
  expect([floor(ratio(-1, 2)), floor(ratio(-2, 2)), floor(ratio(3, 2))]).toEqual([-1n, -1n, 1n])
  expect(() => ratio(1, 0)).toThrow(RangeError)
})

test('long sums stay short and exact', () => {
  let sum = ratio(0)
  for (let d = 1; d <= 200; d += 1) sum = add(add(sum, ratio(1, d)), ratio(-1, d + 1))
  expect(compare(sum, ratio(200, 201))).toBe(0)
  expect(sum.d).toBeLessThan(1n << 80n)
})

test('an amount beyond exact numbers is refused, not rounded', () => {
  expect(() => round(ratio(2n ** 60n))).toThrow(/too large/)
})

test('C1: a rate without a denominator is null', () => {
  expect(basisPoints(ratio(1), ratio(0))).toBeNull()
  expect(basisPoints(ratio(1), ratio(3))).toBe(3333)
  expect(basisPoints(ratio(-1), ratio(20_000))).toBe(-1)
})

test('M10: missing units go to the largest remainders, the lower index first', () => {
  const shares = (...parts: [number, number][]) => apportion(parts.map(([n, d]) => ratio(n, d)))
  expect(shares([1, 3], [1, 3], [1, 3])).toEqual({ total: 1, shares: [1, 0, 0] })
  expect(shares([1, 3], [2, 3], [1, 3])).toEqual({ total: 1, shares: [0, 1, 0] })
  expect(shares([5, 2], [5, 2], [0, 1])).toEqual({ total: 5, shares: [3, 2, 0] })
  expect(shares()).toEqual({ total: 0, shares: [] })
})

test.each([
  ['jpy', 0],
  ['xpf', 0],
  ['mga', 0],
  ['bhd', 3],
  ['tnd', 3],
  ['usd', 2],
  ['isk', 2],
  ['ugx', 2],
  ['huf', 2],
])('C2: %s has %d decimals', (currency, expected) => {
  expect(decimals(currency)).toBe(expected)
})
