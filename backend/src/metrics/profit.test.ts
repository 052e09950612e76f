import fc from 'fast-check'
import { examples, expectFigures } from '../../test/metric-examples'
import { runs } from './arbitraries'
import { addDays, costsOf, feesByProduct, profit } from './index'
import type { Cost, CostBase, ProfitInput } from './index'

interface Input extends Omit<ProfitInput, 'costs'> {
  transactions: number
  costs: { percent_of_revenue_bp: number; per_customer_month: number; fixed_monthly: Record<string, number> }
}

const JUNE = { from: '2026-06-01', to: '2026-06-30' }

const cost = (kind: Cost['kind'], value: number, changes: Partial<Cost> = {}): Cost => ({
  kind,
  value,
  from: '2026-01-01',
  ...changes,
})

/** Every day of a range, the revenue and transactions of which fall on the first. */
function days(
  from: string,
  to: string,
  { net_revenue, active_customers, transactions }: Omit<CostBase, 'day'>,
) {
  const all: CostBase[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const first = all.length === 0
    all.push({
      day,
      active_customers,
      net_revenue: first ? net_revenue : 0,
      transactions: first ? transactions : 0,
    })
  }
  return all
}

test.each(examples<Input>('profit'))('example: %s', (_name, { input, expected }) => {
  const { costs, transactions, active_customers, gross_volume, tax, refunds, disputes } = input
  const entered = [
    cost('percent_of_revenue', costs.percent_of_revenue_bp),
    cost('per_customer_month', costs.per_customer_month),
    ...Object.entries(costs.fixed_monthly).map(([category, value]) =>
      cost('fixed_monthly', value, { category }),
    ),
  ]
  const net_revenue = gross_volume - tax - refunds - disputes
  const bases = days(JUNE.from, JUNE.to, { net_revenue, active_customers, transactions })
  const figures = profit({ ...input, costs: costsOf(entered, bases, JUNE) })
  expectFigures({ ...figures }, expected)
})

const NOTHING = { net_revenue: 0, active_customers: 0, transactions: 0 }

test('P1: a monthly cost counts by the days it is in force, of each calendar month', () => {
  const rent = cost('fixed_monthly', 3000, { category: 'rent', from: '2026-06-16' })
  const fixed = (costs: Cost[], from: string, to: string) => costsOf(costs, [], { from, to }).fixed_costs
  expect(fixed([rent], '2026-06-01', '2026-06-30')).toBe(1500)
  expect(fixed([rent], '2026-06-01', '2026-08-31')).toBe(7500)
  expect(fixed([{ ...rent, until: '2026-07-01' }], '2026-06-01', '2026-08-31')).toBe(1500)
  expect(fixed([{ ...rent, until: '2026-06-16' }], '2026-06-01', '2026-08-31')).toBe(0)
  expect(fixed([rent], '2026-05-01', '2026-05-31')).toBe(0)
  expect(fixed([rent], '2026-06-20', '2026-06-20')).toBe(100)
  const seats = cost('per_customer_month', 300, { from: '2026-06-16', until: '2026-06-26' })
  expect(
    costsOf([seats], days(JUNE.from, JUNE.to, { ...NOTHING, active_customers: 7 }), JUNE).per_customer,
  ).toBe(700)
})

test('P1: lines by kind and category, each rounded once', () => {
  const entered = [
    cost('percent_of_revenue', 150),
    cost('per_transaction', 25),
    cost('fixed_monthly', 100, { category: 'rent' }),
    cost('fixed_monthly', 30, { category: 'rent' }),
    cost('fixed_monthly', 40),
  ]
  const revenue = [{ ...NOTHING, day: '2026-06-01', net_revenue: 33, transactions: 2 }]
  const more = [...revenue, { ...NOTHING, day: '2026-06-02', net_revenue: 34 }]
  expect(costsOf(entered, more, JUNE)).toEqual({
    percent_of_revenue: 1,
    per_customer: 0,
    per_transaction: 50,
    variable_costs: 51,
    fixed: { '': 40, rent: 130 },
    fixed_costs: 170,
  })
  expect(costsOf(entered, more, { from: '2026-06-02', to: '2026-06-30' }).per_transaction).toBe(0)
})

test('P1: a product with a cost of its own has it instead of the general one of the kind', () => {
  const entered = [
    cost('percent_of_revenue', 1000),
    cost('percent_of_revenue', 5000, { product: 'prod_1', from: '2026-06-10' }),
    cost('per_transaction', 10),
  ]
  const base = (day: string, product?: string) => ({
    day,
    product,
    net_revenue: 100,
    active_customers: 0,
    transactions: 1,
  })
  const percent = (day: string, product?: string) => {
    const { percent_of_revenue, per_transaction } = costsOf(entered, [{ ...base(day, product) }], JUNE)
    expect(per_transaction).toBe(10)
    return percent_of_revenue
  }
  expect(percent('2026-06-10', 'prod_1')).toBe(50)
  expect(percent('2026-06-09', 'prod_1')).toBe(10)
  expect(percent('2026-06-10', 'prod_2')).toBe(10)
  expect(percent('2026-06-10')).toBe(10)
})

const PLAIN: ProfitInput = {
  gross_volume: 1000,
  tax: 100,
  refunds: 50,
  disputes: 50,
  fees: 30,
  active_customers: 4,
  costs: { variable_costs: 70, fixed_costs: 350 },
}

test('P2 to P4', () => {
  expect(profit(PLAIN)).toEqual({
    net_revenue: 800,
    fees: 30,
    variable_costs: 70,
    contribution: 700,
    contribution_bp: 8750,
    fixed_costs: 350,
    operating_profit: 350,
    operating_margin_bp: 4375,
    break_even_customers: 2,
  })
})

test('P4: break-even is rounded up, and not shown without a contribution or customers', () => {
  const breakEven = (changes: Partial<ProfitInput>) => profit({ ...PLAIN, ...changes }).break_even_customers
  expect(breakEven({ costs: { variable_costs: 70, fixed_costs: 351 } })).toBe(3)
  expect(breakEven({ costs: { variable_costs: 770, fixed_costs: 351 } })).toBeNull()
  expect(breakEven({ active_customers: 0 })).toBeNull()
})

test('without revenue there are no margins', () => {
  const none = profit({ ...PLAIN, gross_volume: 200 })
  expect(none).toMatchObject({ net_revenue: 0, contribution_bp: null, operating_margin_bp: null })
})

test('fees of products add up to the fees, none where there is no revenue', () => {
  expect(feesByProduct(100, [2, 1, 0, -5])).toEqual([67, 33, 0, 0])
  expect(feesByProduct(100, [0, 0])).toEqual([0, 0])
  const revenue = fc.array(fc.integer({ min: -1000, max: 1_000_000 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), revenue, (fees, amounts) => {
      const shared = feesByProduct(fees, [...amounts, 1])
      expect(shared.reduce((sum, share) => sum + share, 0)).toBe(fees)
      for (const [index, share] of shared.entries())
        expect(share === 0 || (amounts[index] ?? 1) > 0).toBe(true)
    }),
    runs(process.env, 100),
  )
})
