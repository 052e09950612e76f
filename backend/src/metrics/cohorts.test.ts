import fc from 'fast-check'
import { examples } from '../../test/metric-examples'
import { FIRST_DAY, LAST_DAY, anyHistory, runs } from './arbitraries'
import { balances, cohortRetention, customerMovements, foldMovements } from './index'
import type { CustomerHistory, DayRollup, Movement, Subscription } from './index'
import { historyOf, instant, settings, version } from './testing'

interface Input {
  from: string
  to: string
  events: { created: string; subscription: Subscription }[]
}

interface Row {
  size: number
  initial_mrr: number
  active: number[]
  mrr: number[]
  customer_bp: number[]
  revenue_bp: number[]
}

/** Day roll-ups per cohort: a customer belongs to the month of the `new` movement for good (R1). */
function foldCohorts(movements: readonly Movement[]): Map<string, DayRollup[]> {
  const monthOf = new Map<string, string>()
  for (const { customer, type, day } of movements) if (type === 'new') monthOf.set(customer, day.slice(0, 7))
  const grouped = new Map<string, Movement[]>()
  for (const movement of movements) {
    const month = monthOf.get(movement.customer)
    if (month === undefined) continue
    const own = grouped.get(month)
    if (own) own.push(movement)
    else grouped.set(month, [movement])
  }
  return new Map([...grouped].map(([month, own]) => [month, foldMovements(own)]))
}

const USD = { rates: {}, reportingCurrency: 'usd' }

const movementsOf = (histories: CustomerHistory[], until: string) =>
  histories.flatMap((history) => customerMovements(history, settings(), {}, instant(until)))

test.each(examples<Input, { cohorts: Record<string, Row> }>('cohort'))(
  'example: %s',
  (_name, { input: { from, to, events }, expected }) => {
    const histories = [...new Set(events.map(({ subscription }) => subscription.customer))].map((customer) =>
      historyOf(
        events
          .filter(({ subscription }) => subscription.customer === customer)
          .map(({ created, subscription }) => version(created, subscription)),
      ),
    )
    const cohorts = foldCohorts(movementsOf(histories, '2026-04-01'))
    const figures = cohortRetention({ cohorts, from, to, today: '2026-04-01', ...USD })
    const rows = figures.cohorts.map(({ month, size, initial_mrr, months }) => [
      month,
      {
        size,
        initial_mrr,
        active: months.map(({ customers }) => customers),
        mrr: months.map(({ mrr }) => mrr),
        customer_bp: months.map(({ customer_bp }) => customer_bp),
        revenue_bp: months.map(({ revenue_bp }) => revenue_bp),
      },
    ])
    expect(Object.fromEntries(rows)).toEqual(expected.cohorts)
  },
)

/** One customer's MRR, day by day of change. */
const steps = (customer: string, currency: string, ...changes: [day: string, mrr: number][]): Movement[] =>
  changes.map(([day, after], index) => {
    const before = changes[index - 1]?.[1] ?? 0
    const up = index === 0 ? 'new' : before === 0 ? 'reactivation' : 'expansion'
    return {
      customer,
      day,
      type: after > before ? up : after === 0 ? 'churn' : 'contraction',
      changes: [{ currency, before, after }],
      amount: after - before,
      reason: after === 0 ? 'voluntary' : null,
      feedback: null,
      causes: [],
      cells: [],
      subscriptions: [],
      reconstructed: false,
    }
  })

const MANY = { from: '2026-01', to: '2026-04', today: '2026-04-10' }

test('R2, R3: leaving in the first month shows in month 0, coming back counts in the old cohort', () => {
  const cohorts = foldCohorts([
    ...steps('a', 'usd', ['2026-01-05', 1000], ['2026-01-20', 0], ['2026-03-31', 2500]),
    ...steps('b', 'usd', ['2026-01-31', 1000], ['2026-02-28', 1500]),
  ])
  const [cohort] = cohortRetention({ cohorts, ...MANY, ...USD }).cohorts
  expect(cohort).toMatchObject({ month: '2026-01', size: 2, initial_mrr: 2000, small: true })
  expect(cohort?.months).toEqual([
    { month: '2026-01', customers: 1, mrr: 1000, customer_bp: 5000, revenue_bp: 5000, complete: true },
    { month: '2026-02', customers: 1, mrr: 1500, customer_bp: 5000, revenue_bp: 7500, complete: true },
    { month: '2026-03', customers: 2, mrr: 4000, customer_bp: 10000, revenue_bp: 20000, complete: true },
    { month: '2026-04', customers: 2, mrr: 4000, customer_bp: 10000, revenue_bp: 20000, complete: false },
  ])
})

test('the running month is as of today', () => {
  const cohorts = foldCohorts(steps('a', 'usd', ['2026-04-09', 1000], ['2026-04-11', 0]))
  const [cohort] = cohortRetention({ cohorts, ...MANY, ...USD }).cohorts
  expect(cohort?.months).toMatchObject([{ customers: 1, mrr: 1000, complete: false }])
})

test('R3: every month at the rate of the first, and a currency without one is named', () => {
  const rates = {
    eur: [
      { day: '2026-01-31', rate: '1.10' },
      { day: '2026-02-01', rate: '2' },
    ],
  }
  const cohorts = foldCohorts([
    ...steps('a', 'eur', ['2026-01-05', 1000], ['2026-02-05', 1500]),
    ...steps('b', 'gbp', ['2026-01-05', 700]),
  ])
  const figures = cohortRetention({ cohorts, ...MANY, rates, reportingCurrency: 'usd' })
  expect(figures.fx_missing).toEqual(['gbp'])
  expect(figures.cohorts[0]).toMatchObject({ initial_mrr: 1100, size: 2 })
  expect(figures.cohorts[0]?.months.map(({ mrr, revenue_bp }) => [mrr, revenue_bp])).toEqual([
    [1100, 10000],
    [1650, 15000],
    [1650, 15000],
    [1650, 15000],
  ])
})

test('R4: averages are weighted by size and leave out what is not complete; ten customers are enough', () => {
  const ten = Array.from({ length: 10 }, (_, index) =>
    steps(`t${index}`, 'usd', ['2026-02-01', 100], ['2026-03-01', index < 5 ? 0 : 300]),
  )
  const cohorts = foldCohorts([...steps('a', 'usd', ['2026-01-05', 900]), ...ten.flat()])
  const figures = cohortRetention({ cohorts, ...MANY, ...USD })
  expect(figures.cohorts.map(({ small }) => small)).toEqual([true, false])
  expect(figures.averages).toEqual([
    { cohorts: 2, size: 11, customer_bp: 10000, revenue_bp: 10000 },
    { cohorts: 2, size: 11, customer_bp: 5455, revenue_bp: 14545 },
    { cohorts: 1, size: 1, customer_bp: 10000, revenue_bp: 10000 },
    { cohorts: 0, size: 0, customer_bp: null, revenue_bp: null },
  ])
  expect(cohortRetention({ cohorts, ...MANY, from: '2026-02', to: '2026-02', ...USD }).cohorts).toMatchObject(
    [{ month: '2026-02', months: [{ month: '2026-02' }] }],
  )
})

test('all cohorts of a month together are the balance of its end', () => {
  const account = fc.array(anyHistory(['usd']), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(account, fc.nat(), (histories, seed) => {
      const named = histories.map((history, index) => ({ ...history, customer: `cus_${index}` }))
      const movements = movementsOf(named, LAST_DAY)
      const shuffled = movements.toSorted(
        (a, b) => ((a.amount * 31 + seed) % 7) - ((b.amount * 17 + seed) % 5),
      )
      const [from, to] = [FIRST_DAY.slice(0, 7), LAST_DAY.slice(0, 7)]
      const figures = cohortRetention({ cohorts: foldCohorts(shuffled), from, to, today: LAST_DAY, ...USD })
      for (const end of ['2025-10-31', '2026-01-31', '2026-02-28', LAST_DAY]) {
        const columns = figures.cohorts.flatMap(({ months }) =>
          months.filter(({ month }) => month === end.slice(0, 7)),
        )
        const sum = (field: 'mrr' | 'customers') =>
          columns.reduce((total, column) => total + column[field], 0)
        expect([{ day: end, mrr: sum('mrr'), customers: sum('customers') }]).toEqual(
          balances(foldMovements(movements), [end], {}, 'usd'),
        )
      }
    }),
    runs(process.env, 30),
  )
})
