import fc from 'fast-check'
import { examples, expectFigures } from '../../test/metric-examples'
import { runs } from './arbitraries'
import { survivalCurve } from './beta-geometric'
import { expectedLosses, lifeTable } from './hazard'
import type { ActiveCustomer, Duration } from './hazard'

interface Input {
  min_n: number
  durations: [number, boolean][]
  active: ActiveCustomer[]
}

test.each(examples<Input>('hazard'))('S1-S3: %s', (_name, { input, expected }) => {
  const durations = input.durations.map(([tenure, left]) => ({ tenure, left }))
  const table = lifeTable(durations, input.min_n)
  const column = (name: keyof (typeof table.rows)[number]) => table.rows.map((row) => row[name])
  const losses = expectedLosses(table, input.active)
  expectFigures(
    {
      at_risk: column('at_risk'),
      churned: column('churned'),
      hazard_bp: column('hazard_bp'),
      survival_bp: column('survival_bp'),
      expected_churn_milli: losses?.customers_milli,
      expected_mrr_loss: losses?.mrr,
    },
    expected,
  )
})

const many = (count: number, tenure: number, left: boolean): Duration[] =>
  Array.from({ length: count }, () => ({ tenure, left }))

test('S2: from the first month that fewer than 30 have reached on, one pooled rate', () => {
  const table = lifeTable([
    ...many(10, 1, true),
    ...many(61, 1, false),
    ...many(9, 2, true),
    ...many(6, 3, true),
    ...many(10, 4, false),
    ...many(4, 5, false),
  ])
  expect(table.rows.map(({ at_risk: n }) => n)).toEqual([100, 29, 20, 14, 4])
  // 15 of 67 customer-months from the second on.
  expect(table.rows.map(({ hazard_bp: h }) => h)).toEqual([1000, 2239, 2239, 2239, 2239])
  expect(table.hazard(60)).toBeCloseTo(15 / 67, 12)
})

test('S2: too few customer-months take in the months before, which keep their own rate', () => {
  const table = lifeTable([
    ...many(20, 1, true),
    ...many(60, 2, false),
    ...many(5, 3, true),
    ...many(1, 4, false),
  ])
  expect(table.rows.map(({ at_risk: n }) => n)).toEqual([86, 66, 6, 1])
  // Months three and four hold 7 customer-months; with the second they hold 73.
  expect(table.rows.map(({ hazard_bp: h }) => h)).toEqual([2326, 0, 685, 685])
  const thirty = lifeTable([...many(30, 1, true), ...many(3, 2, true), ...many(27, 3, false)])
  expect([1, 2].map(thirty.hazard)).toEqual([0.5, 0.1])
  expect(thirty.hazard(3)).toBeCloseTo(3 / 57, 12)
  const full = lifeTable([...many(30, 1, true), ...many(30, 2, true)])
  expect([1, 2, 3].map(full.hazard)).toEqual([0.5, 1, 1])
})

test('where nobody was seen there is nothing to expect', () => {
  const table = lifeTable([{ tenure: 0, left: false }])
  expect(table.rows).toEqual([])
  expect(expectedLosses(table, [{ tenure: 0, mrr: 100 }])).toBeNull()
  expect(expectedLosses(table, [{ tenure: 0, mrr: 100, scheduled: true }])?.customers_milli).toBe(1000)
  expect(expectedLosses(table, [])?.mrr).toBe(0)
})

test('S3: the interval is the binomial one, and who is scheduled to end adds no doubt', () => {
  const tenth = { hazard: () => 0.1 }
  const hundred = Array.from({ length: 100 }, () => ({ tenure: 3, mrr: 2000 }))
  // 10 expected, standard deviation 3; times 1.2816.
  expect(expectedLosses(tenth, hundred)).toEqual({
    customers_milli: 10_000,
    customers_lower_milli: 6155,
    customers_upper_milli: 13_845,
    mrr: 20_000,
    mrr_lower: 12_311,
    mrr_upper: 27_689,
  })
  const leaving = { tenure: 3, mrr: 5000, scheduled: true }
  expect(expectedLosses(tenth, [...hundred, leaving])).toEqual({
    customers_milli: 11_000,
    customers_lower_milli: 7155,
    customers_upper_milli: 14_845,
    mrr: 25_000,
    mrr_lower: 17_311,
    mrr_upper: 32_689,
  })
  expect(expectedLosses(tenth, [{ tenure: 3, mrr: 2000 }])).toMatchObject({
    customers_lower_milli: 0,
    mrr_lower: 0,
  })
  expect(expectedLosses({ hazard: () => 0.9 }, [{ tenure: 3, mrr: 2000 }])).toMatchObject({
    customers_upper_milli: 1000,
    mrr_upper: 2000,
  })
})

const anyDurations = fc.array(fc.record({ tenure: fc.integer({ min: 0, max: 30 }), left: fc.boolean() }), {
  minLength: 1,
  maxLength: 200,
})

test('a life table counts everybody, and survival only falls', () => {
  fc.assert(
    fc.property(anyDurations, (durations) => {
      const { rows, hazard } = lifeTable(durations)
      const seen = durations.filter(({ tenure }) => tenure > 0)
      const total = (of: (row: (typeof rows)[number]) => number) =>
        rows.reduce((sum, row) => sum + of(row), 0)
      expect(total(({ churned }) => churned)).toBe(seen.filter(({ left }) => left).length)
      expect(total(({ at_risk: n }) => n)).toBe(seen.reduce((sum, { tenure }) => sum + tenure, 0))
      rows.forEach(({ survival_bp: survival }, index) => {
        expect(survival).toBeLessThanOrEqual(rows[index - 1]?.survival_bp ?? 10_000)
        const h = hazard(index + 1) ?? NaN
        expect(h >= 0 && h <= 1).toBe(true)
      })
    }),
    runs(process.env, 100),
  )
})

/** What is left of 1000 customers after each year, by how dear their plan was (Fader and Hardie 2007, table 1). */
test.each([
  ['regular', [1000, 631, 468, 382, 326, 289, 262, 241], 0.704, 1.182],
  ['high end', [1000, 869, 743, 653, 593, 551, 517, 491], 0.668, 3.806],
])('S4: the curve of the %s customers is the published one', (_name, there, alpha, beta) => {
  const curve = survivalCurve(
    there.slice(1).map((after, index) => {
      const before = there[index] ?? 0
      return { at_risk: before, churned: before - after }
    }),
  )
  expect(curve?.alpha).toBeCloseTo(alpha, 3)
  expect(curve?.beta).toBeCloseTo(beta, 3)
})

test('S4: the curve finds the numbers that the data were made with, however far each customer was followed', () => {
  const alpha = 1.4
  const beta = 9
  let there = 1e7
  const rows = Array.from({ length: 24 }, (_, index) => {
    const churned = Math.round((there * alpha) / (alpha + beta + index))
    const row = { at_risk: there, churned }
    there = Math.round((there - churned) * 0.93)
    return row
  })
  const curve = survivalCurve(rows)
  expect(curve?.alpha).toBeCloseTo(alpha, 2)
  expect(curve?.beta).toBeCloseTo(beta, 1)
  expect(curve?.survivalBp(1)).toBe(Math.round((10_000 * beta) / (alpha + beta)))
})

test('S4: customers who are all alike leave at one rate', () => {
  const rows = Array.from({ length: 12 }, (_, month) => ({ at_risk: 10_000, churned: 500, month }))
  expect(Math.abs((survivalCurve(rows)?.survivalBp(12) ?? 0) - 10_000 * 0.95 ** 12)).toBeLessThan(5)
})

test('S4: no curve without anybody who left, or from a single month', () => {
  expect(survivalCurve([])).toBeNull()
  expect(survivalCurve([{ at_risk: 50, churned: 5 }])).toBeNull()
  expect(
    survivalCurve([
      { at_risk: 50, churned: 0 },
      { at_risk: 40, churned: 0 },
    ]),
  ).toBeNull()
})

test('S4: whatever was seen, the curve is one: from all at first it falls and stays above nothing', () => {
  fc.assert(
    fc.property(anyDurations, (durations) => {
      const curve = survivalCurve(lifeTable(durations).rows)
      if (!curve) return
      const survival = Array.from({ length: 61 }, (_, month) => curve.survivalBp(month))
      expect(survival[0]).toBe(10_000)
      survival.forEach((value, month) => {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(survival[month - 1] ?? 10_000)
      })
    }),
    runs(process.env, 50),
  )
})
