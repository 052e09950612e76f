import fc from 'fast-check'
import { examples, expectFigures } from '../../test/metric-examples'
import { runs } from './arbitraries'
import { aucBp, calibration, topTenthLiftBp } from './ranking'
import type { Scored } from './ranking'

test.each(examples<{ rows: Scored[] }>('auc'))('Q3: %s', (_name, { input: { rows }, expected }) => {
  expectFigures({ auc_bp: aucBp(rows), top_decile_lift_bp: topTenthLiftBp(rows) }, expected)
})

test('without both who left and who stayed there is nothing to rank', () => {
  const row = (churned: boolean) => ({ score: 1, churned })
  expect(aucBp([])).toBeNull()
  expect(aucBp([row(true)])).toBeNull()
  expect(aucBp([row(false)])).toBeNull()
  expect(topTenthLiftBp([row(false)])).toBeNull()
  expect(topTenthLiftBp([])).toBeNull()
})

const anyRows = fc.array(fc.record({ score: fc.integer({ min: 0, max: 8 }), churned: fc.boolean() }), {
  maxLength: 60,
})

test('Q3: AUC is the share of pairs ranked right, ties half, whatever the order of the rows', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const pairs = rows.flatMap((left) =>
        left.churned
          ? rows.flatMap((stayed) =>
              stayed.churned ? [] : [left.score > stayed.score ? 1 : left.score === stayed.score ? 0.5 : 0],
            )
          : [],
      )
      const share = pairs.reduce<number>((sum, one) => sum + one, 0) / pairs.length
      expect(aucBp(rows)).toBe(pairs.length === 0 ? null : Math.round(share * 10_000))
      expect(topTenthLiftBp(rows.toReversed())).toBe(topTenthLiftBp(rows))
    }),
    runs(process.env, 200),
  )
})

test('lift: a tie on the edge of the top tenth counts in part', () => {
  // The top two of twenty: one at 9 who left, and one of the four at 8, of whom two left.
  const rows = [
    { score: 9, churned: true },
    ...[true, true, false, false].map((churned) => ({ score: 8, churned })),
    ...Array.from({ length: 15 }, (_, index) => ({ score: 1, churned: index === 0 })),
  ]
  // 1.5 of 2 beside 4 of 20.
  expect(topTenthLiftBp(rows)).toBe(37_500)
})

test('calibration: tenths of the customers, lowest first, expected beside actual', () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ score: index / 100, churned: index % 10 === 9 }))
  const tenths = calibration(rows)
  expect(tenths).toHaveLength(10)
  expect(tenths[0]).toEqual({ customers: 10, expected_bp: 450, actual_bp: 1000 })
  expect(tenths[9]).toEqual({ customers: 10, expected_bp: 9450, actual_bp: 1000 })
})

test('calibration: everybody is in one tenth, and equal probabilities are in the same', () => {
  expect(calibration([])).toEqual([])
  fc.assert(
    fc.property(anyRows, (rows) => {
      const tenths = calibration(rows.map(({ score, churned }) => ({ score: score / 8, churned })))
      expect(tenths.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length)
      expect(tenths.length).toBeLessThanOrEqual(new Set(rows.map(({ score }) => score)).size)
      tenths.forEach(({ expected_bp: expected }, index) =>
        expect(expected).toBeGreaterThan(tenths[index - 1]?.expected_bp ?? -1),
      )
    }),
    runs(process.env, 100),
  )
})
