import fc from 'fast-check'
import { FIRST_DAY, LAST_DAY, anyDefinitions, anyHistory, anyRates, runs } from './arbitraries'
import { cellChanges } from './cells'
import { hasRates } from './fx'
import { foldMovements, foldSlices, netOf } from './rollup'
import { customerMovements, customerState, endOfDay, waterfall } from './index'
import { historyOf, item, settings, version } from './testing'
import type { Cell, CustomerHistory, DayRollup, Definitions, Movement, SubscriptionItem } from './types'

const check = <T>(numRuns: number, arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), runs(process.env, numRuns))

const untilOf = ({ timeZone }: Definitions) => endOfDay(LAST_DAY, timeZone)

const priced = (id: string, product: string, amount: number, interval = 'month'): SubscriptionItem => ({
  price: { id, product, unit_amount: amount, recurring: { interval } },
  quantity: 1,
})

const moved = (history: CustomerHistory): Movement[] =>
  customerMovements(history, settings(), {}, endOfDay('2026-12-31', 'UTC'))

const byPrice = ({ price }: Cell) => [price ?? '']
const byProduct = ({ product }: Cell) => [product ?? '']

const dayOf = (slices: Map<string, DayRollup[]>, name: string, day: string) => {
  const rollup = slices.get(name)?.find((one) => one.day === day)
  return rollup && { ...rollup.currencies['usd'], customers: rollup.customers }
}
const none = {
  new: 0,
  expansion: 0,
  contraction: 0,
  churn: 0,
  reactivation: 0,
  transfer_in: 0,
  transfer_out: 0,
}
const nobody = { new: 0, reactivated: 0, churned: 0, transferred_in: 0, transferred_out: 0 }

describe('W8: a move between plans', () => {
  const history = historyOf([
    version('2026-01-05', { items: [priced('basic', 'plans', 2000)] }),
    version('2026-02-05', { items: [priced('pro', 'plans', 3000)] }),
  ])
  const slices = foldSlices(moved(history), byPrice)

  test('leaves one, enters the other, and only what is more is expansion', () => {
    expect(dayOf(slices, 'basic', '2026-02-05')).toEqual({
      ...none,
      transfer_out: 2000,
      customers: { ...nobody, transferred_out: 1 },
    })
    expect(dayOf(slices, 'pro', '2026-02-05')).toEqual({
      ...none,
      transfer_in: 2000,
      expansion: 1000,
      customers: { ...nobody, transferred_in: 1 },
    })
  })

  test('is plain expansion of the product that has both, and of the whole', () => {
    const expansion = { ...none, expansion: 1000, customers: nobody }
    expect(dayOf(foldSlices(moved(history), byProduct), 'plans', '2026-02-05')).toEqual(expansion)
    expect(foldMovements(moved(history)).at(-1)?.currencies).toEqual({ usd: { ...none, expansion: 1000 } })
  })

  test('at the same price is no movement of the whole, yet one of the parts', () => {
    const even = historyOf([
      version('2026-01-05', { items: [priced('basic', 'plans', 2000)] }),
      version('2026-02-05', { items: [priced('other', 'plans', 2000)] }),
    ])
    expect(moved(even).map(({ day, type, amount }) => [day, type, amount])).toEqual([
      ['2026-01-05', 'new', 2000],
      ['2026-02-05', 'transfer', 0],
    ])
    expect(foldMovements(moved(even)).map(({ day }) => day)).toEqual(['2026-01-05'])
    const parts = foldSlices(moved(even), byPrice)
    expect(dayOf(parts, 'basic', '2026-02-05')).toMatchObject({ transfer_out: 2000, churn: 0 })
    expect(dayOf(parts, 'other', '2026-02-05')).toMatchObject({ transfer_in: 2000, new: 0 })
    expect(
      foldSlices(moved(even), byProduct)
        .get('plans')
        ?.map(({ day }) => day),
    ).toEqual(['2026-01-05'])
  })
})

test('who takes a second plan enters its slice, but is new to nobody', () => {
  const history = historyOf([
    version('2026-01-05', { items: [priced('basic', 'plans', 2000)] }),
    version('2026-02-05', { id: 'sub_2', items: [priced('extra', 'addons', 500)] }),
    version('2026-03-05', { status: 'canceled', items: [priced('basic', 'plans', 2000)] }),
    version('2026-04-05', { id: 'sub_2', status: 'canceled', items: [priced('extra', 'addons', 500)] }),
  ])
  const slices = foldSlices(moved(history), byPrice)
  const customers = { ...nobody, transferred_in: 1 }
  expect(dayOf(slices, 'extra', '2026-02-05')).toEqual({ ...none, expansion: 500, customers })
  expect(dayOf(slices, 'basic', '2026-03-05')).toMatchObject({
    contraction: 2000,
    customers: { churned: 0, transferred_out: 1 },
  })
  expect(dayOf(slices, 'extra', '2026-04-05')).toMatchObject({ churn: 500, customers: { churned: 1 } })
  expect(moved(history).map(({ subscriptions }) => subscriptions)).toEqual([
    ['sub_1'],
    ['sub_2'],
    ['sub_1'],
    ['sub_2'],
  ])
})

test('a coupon that ends moves the customer out of its slice', () => {
  const coupon = { id: 'WELCOME', percent_off: 25, duration: 'repeating' }
  const until = version('2026-04-10').at
  const history = historyOf([
    version('2026-01-10', {
      items: [priced('basic', 'plans', 4000)],
      discounts: [{ coupon, start: version('2026-01-10').at, end: until }],
    }),
  ])
  const slices = foldSlices(moved(history), ({ coupons }) => (coupons.length > 0 ? coupons : ['none']))
  expect(dayOf(slices, 'WELCOME', '2026-04-10')).toMatchObject({ transfer_out: 3000, contraction: 0 })
  expect(dayOf(slices, 'none', '2026-04-10')).toMatchObject({ transfer_in: 3000, expansion: 1000 })
})

test('what two rising parts took from a third is shared in proportion, to the last unit', () => {
  const history = historyOf([
    version('2026-01-05', { items: [priced('a', 'p', 1000)] }),
    version('2026-02-05', { items: [priced('b', 'p', 700), priced('c', 'p', 701), item(0)] }),
  ])
  const [, switched] = moved(history)
  expect(
    switched && cellChanges(switched).map(({ cell, typed, transfer }) => [cell.price, typed, transfer]),
  ).toEqual([
    ['a', 0, -1000],
    ['b', 200, 500],
    ['c', 201, 500],
  ])
})

const anyAccount = fc
  .tuple(fc.array(anyHistory(), { minLength: 1, maxLength: 4 }), anyDefinitions, anyRates)
  .map(([histories, definitions, rates]) => ({
    histories: histories.map((history, index) => ({ ...history, customer: `cus_${index}` })),
    definitions,
    rates,
  }))

const CUTS: Record<string, (cell: Cell) => string> = {
  price: ({ price }) => price ?? '',
  product: ({ product }) => product ?? '',
  interval: ({ interval }) => interval,
  currency: ({ currency }) => currency,
  coupons: ({ coupons }) => coupons.join(),
}

test('slices that cut the whole add up to it, and what leaves one enters another', () => {
  check(
    60,
    fc.tuple(anyAccount, fc.constantFrom(...Object.keys(CUTS))),
    ([{ histories, definitions, rates }, cut]) => {
      const name = CUTS[cut] ?? (() => '')
      const movements = histories.flatMap((one) =>
        customerMovements(one, definitions, rates, untilOf(definitions)),
      )
      const whole = new Map(foldMovements(movements).map((rollup) => [rollup.day, rollup]))
      const slices = [...foldSlices(movements, (cell) => [name(cell)]).values()].flat()
      for (const day of new Set(slices.map((rollup) => rollup.day))) {
        const own = slices.filter((rollup) => rollup.day === day)
        for (const currency of new Set(own.flatMap(({ currencies }) => Object.keys(currencies)))) {
          const sum = (type: keyof typeof none) =>
            own.reduce((total, { currencies }) => total + (currencies[currency]?.[type] ?? 0), 0)
          expect(sum('transfer_in')).toBe(sum('transfer_out'))
          for (const type of ['new', 'expansion', 'contraction', 'churn', 'reactivation'] as const)
            expect(sum(type)).toBe(whole.get(day)?.currencies[currency]?.[type] ?? 0)
        }
      }
      for (const day of whole.keys()) expect(slices.some((rollup) => rollup.day === day)).toBe(true)
    },
  )
})

test('one slice that has everything is the whole', () => {
  check(60, anyAccount, ({ histories, definitions, rates }) => {
    const movements = histories.flatMap((one) =>
      customerMovements(one, definitions, rates, untilOf(definitions)),
    )
    const days = foldSlices(movements, () => ['all']).get('all') ?? []
    expect(days).toEqual(foldMovements(movements))
  })
})

test('the balance of a slice is that of the facts at every month’s end, and its waterfall closes', () => {
  check(
    25,
    fc.tuple(anyAccount, fc.constantFrom(...Object.keys(CUTS))),
    ([{ histories, definitions, rates }, cut]) => {
      const name = CUTS[cut] ?? (() => '')
      const movements = histories.flatMap((one) =>
        customerMovements(one, definitions, rates, untilOf(definitions)),
      )
      for (const [slice, rollups] of foldSlices(movements, (cell) => [name(cell)])) {
        const range = { from: FIRST_DAY, to: LAST_DAY, interval: 'month', reportingCurrency: 'usd' } as const
        for (const row of waterfall({ ...range, rollups, rates }).rows) {
          const at = endOfDay(row.end_date, definitions.timeZone) - 1
          const sums: Record<string, number> = {}
          const customers = histories.filter((history) => {
            const parts = customerState(history, definitions, at).subscriptions.flatMap((one) =>
              one.parts.filter(
                (part) =>
                  name({ ...part, before: 0, after: 0 }) === slice && hasRates(rates, part.currency, 'usd'),
              ),
            )
            for (const { currency, mrr } of parts) sums[currency] = (sums[currency] ?? 0) + mrr
            return parts.length > 0
          })
          expect(row.customers_end).toBe(customers.length)
          const balance: Record<string, number> = {}
          for (const rollup of rollups.filter(({ day }) => day <= row.end_date))
            for (const [currency, moves] of Object.entries(rollup.currencies))
              balance[currency] = (balance[currency] ?? 0) + netOf(moves)
          for (const currency of new Set([...Object.keys(balance), ...Object.keys(sums)]))
            expect(balance[currency] ?? 0).toBe(sums[currency] ?? 0)
        }
      }
    },
  )
})
