import fc from 'fast-check'
import {
  addDays,
  balances,
  convertSum,
  customerMovements,
  customerState,
  endOfDay,
  foldMovements,
  mergeRollups,
  retention,
  startOfDay,
  subscriptionMrr,
  waterfall,
} from './index'
import type { CustomerHistory, Definitions, Movement, Rates } from './index'
import { hasRates } from './fx'
import { FIRST_DAY, LAST_DAY, anyDefinitions, anyHistory, anyRates, anyState, runs } from './arbitraries'
import { subscription } from './testing'

const check = <T>(numRuns: number, arbitrary: fc.Arbitrary<T>, property: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, property), runs(process.env, numRuns))

const untilOf = (definitions: Definitions) => endOfDay(LAST_DAY, definitions.timeZone)

const days = (from: string, to: string) => {
  const all = [from]
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) all.push(day)
  return all
}

/** W5 and W3 as they read, without breakpoints: every day's end against the day before. */
function bruteForce(history: CustomerHistory, definitions: Definitions, rates: Rates) {
  const found: Pick<Movement, 'day' | 'type' | 'changes' | 'amount'>[] = []
  let former: Record<string, number> = {}
  let ever = false
  for (const day of days(FIRST_DAY, LAST_DAY)) {
    const { byCurrency } = customerState(history, definitions, endOfDay(day, definitions.timeZone) - 1)
    const now = Object.fromEntries(
      Object.entries(byCurrency).filter(([currency]) => hasRates(rates, currency, 'usd')),
    )
    const currencies = [...new Set([...Object.keys(former), ...Object.keys(now)])].sort()
    const changes = currencies
      .map((currency) => ({ currency, before: former[currency] ?? 0, after: now[currency] ?? 0 }))
      .filter(({ before, after }) => before !== after)
    if (changes.length > 0) {
      const deltas = Object.fromEntries(
        changes.map(({ currency, before, after }) => [currency, after - before]),
      )
      const amount = convertSum(deltas, day, rates, 'usd').value
      const [paid, pays] = [Object.keys(former).length > 0, Object.keys(now).length > 0]
      const between = amount > 0 ? 'expansion' : amount < 0 ? 'contraction' : null
      const type = paid ? (pays ? between : 'churn') : ever ? 'reactivation' : 'new'
      if (type) found.push({ day, type, changes, amount })
    }
    former = now
    ever ||= Object.keys(now).length > 0
  }
  return found
}

test('W5: breakpoints give what evaluating every day end gives', () => {
  check(60, fc.tuple(anyHistory(), anyDefinitions, anyRates), ([history, definitions, rates]) => {
    const movements = customerMovements(history, definitions, rates, untilOf(definitions))
    // Where roundings cancel out the direction is decided on exact values, which the plain version does not have.
    const comparable = movements.filter(
      ({ amount, type }) => amount !== 0 || /new|churn|reactivation/.test(type),
    )
    const plain = comparable.map(({ day, type, changes, amount }) => ({ day, type, changes, amount }))
    expect(plain).toEqual(bruteForce(history, definitions, rates))
  })
})

test('W1: any order of the facts, and duplicates, give the same movements', () => {
  const input = fc.tuple(anyHistory(), anyDefinitions, anyRates).chain(([history, definitions, rates]) =>
    fc
      .record({
        versions: fc.shuffledSubarray([...history.versions, ...history.versions.slice(0, 3)], {
          minLength: history.versions.length + Math.min(3, history.versions.length),
        }),
        discounts: fc.shuffledSubarray(history.discounts, { minLength: history.discounts.length }),
      })
      .map((shuffled) => ({ history, shuffled: { ...history, ...shuffled }, definitions, rates })),
  )
  check(100, input, ({ history, shuffled, definitions, rates }) => {
    const until = untilOf(definitions)
    expect(customerMovements(shuffled, definitions, rates, until)).toEqual(
      customerMovements(history, definitions, rates, until),
    )
  })
})

test('a fact that comes later leaves the days before it as they were', () => {
  check(100, fc.tuple(anyHistory(), anyDefinitions, anyRates), ([history, definitions, rates]) => {
    const late = history.versions[0]
    if (!late) return
    const until = untilOf(definitions)
    const former = { ...history, versions: history.versions.slice(1) }
    const start = startOfDay(dayOfInstant(late.at, definitions), definitions.timeZone)
    const before = ({ day }: Movement) => startOfDay(day, definitions.timeZone) < start
    const movements = customerMovements(history, definitions, rates, until)
    expect(movements.filter(before)).toEqual(
      customerMovements(former, definitions, rates, until).filter(before),
    )
    // A stop in the middle gives the same days up to it, and the running day as far as it has gone.
    expect(customerMovements(history, definitions, rates, start)).toEqual(movements.filter(before))
  })
})

const dayOfInstant = (at: number, { timeZone }: Definitions) =>
  days(FIRST_DAY, LAST_DAY).find((day) => at < endOfDay(day, timeZone)) ?? LAST_DAY

const anyAccount = fc
  .tuple(fc.array(anyHistory(), { minLength: 1, maxLength: 4 }), anyDefinitions, anyRates)
  .map(([histories, definitions, rates]) => ({
    histories: histories.map((history, index) => ({ ...history, customer: `cus_${index}` })),
    definitions,
    rates,
  }))

const movementsOf = (histories: CustomerHistory[], definitions: Definitions, rates: Rates) =>
  histories.flatMap((history) => customerMovements(history, definitions, rates, untilOf(definitions)))

const RANGE = { from: '2025-10-07', to: '2026-04-11', reportingCurrency: 'usd' } as const
const SUMS = ['new', 'expansion', 'contraction', 'churn', 'reactivation', 'fx', 'customers_new'] as const

test('W7: identities hold, days add up to months, months chain, and balances are those of the facts', () => {
  check(30, anyAccount, ({ histories, definitions, rates }) => {
    const rollups = foldMovements(movementsOf(histories, definitions, rates))
    const daily = waterfall({ ...RANGE, rollups, rates, interval: 'day' })
    for (const interval of ['week', 'month'] as const) {
      const { rows, total } = waterfall({ ...RANGE, rollups, rates, interval })
      for (const [index, row] of rows.entries()) {
        const within = daily.rows.filter(({ date }) => date >= row.date && date <= row.end_date)
        for (const field of SUMS) expect(row[field]).toBe(within.reduce((sum, day) => sum + day[field], 0))
        const moved = row.new + row.reactivation + row.expansion - row.contraction - row.churn
        expect(row.start + moved + row.fx).toBe(row.end)
        expect(
          row.customers_start + row.customers_new + row.customers_reactivated - row.customers_churned,
        ).toBe(row.customers_end)
        expect(row.start).toBe(rows[index - 1]?.end ?? total.start)
        expect({ mrr: row.end, customers: row.customers_end }).toEqual(
          factsOn(row.end_date, histories, definitions, rates),
        )
      }
      expect({ ...total, start: 0 }).toEqual({ ...daily.total, start: 0 })
    }
    const ends = daily.rows.map(({ date, end, customers_end }) => ({
      day: date,
      mrr: end,
      customers: customers_end,
    }))
    expect(
      balances(
        rollups,
        ends.map(({ day }) => day),
        rates,
        'usd',
      ),
    ).toEqual(ends)
  })
})

/** The balance of a day, straight from the facts. */
function factsOn(day: string, histories: CustomerHistory[], definitions: Definitions, rates: Rates) {
  const sums: Record<string, number> = {}
  let customers = 0
  for (const history of histories) {
    const { byCurrency } = customerState(history, definitions, endOfDay(day, definitions.timeZone) - 1)
    const valued = Object.entries(byCurrency).filter(([currency]) => hasRates(rates, currency, 'usd'))
    for (const [currency, mrr] of valued) sums[currency] = (sums[currency] ?? 0) + mrr
    if (valued.length > 0) customers += 1
  }
  return { mrr: convertSum(sums, day, rates, 'usd').value, customers }
}

test('W6: with one currency the exchange-rate line is 0', () => {
  check(30, fc.tuple(anyHistory(['usd']), anyDefinitions), ([history, definitions]) => {
    const rollups = foldMovements(movementsOf([history], definitions, {}))
    const { rows } = waterfall({ ...RANGE, rollups, rates: {}, interval: 'week' })
    expect(rows.map(({ fx }) => fx)).toEqual(rows.map(() => 0))
  })
})

test('roll-ups of parts, merged in any order, are the roll-ups of all', () => {
  check(50, fc.tuple(anyAccount, fc.nat()), ([{ histories, definitions, rates }, seed]) => {
    const all = movementsOf(histories, definitions, rates)
    const cut = all.length === 0 ? 0 : seed % all.length
    const [left, right] = [foldMovements(all.slice(0, cut)), foldMovements(all.slice(cut))]
    const whole = JSON.stringify(foldMovements(all))
    expect(JSON.stringify(mergeRollups(left, right))).toBe(whole)
    expect(JSON.stringify(mergeRollups(right, left))).toBe(whole)
  })
})

test('K3 to K6 from movements are those of every customer at both ends', () => {
  check(30, anyAccount, ({ histories, definitions, rates }) => {
    const { from, to, reportingCurrency } = RANGE
    const at = (day: string) => endOfDay(day, definitions.timeZone) - 1
    const opening = addDays(from, -1)
    const rate = (currency: string) =>
      convertSum({ [currency]: 100_000_000 }, opening, rates, 'usd').value / 1e8
    const value = (sums: Record<string, number>) =>
      Object.entries(sums).reduce(
        (sum, [currency, mrr]) => sum + (rate(currency) ? mrr * rate(currency) : 0),
        0,
      )
    const ends = histories.map((history) =>
      [opening, to].map((day) => value(customerState(history, definitions, at(day)).byCurrency)),
    )
    const stayed = ends.filter(([s]) => s !== undefined && s > 0)
    const sum = (pick: (s: number, e: number) => number) =>
      stayed.reduce((t, [s = 0, e = 0]) => t + pick(s, e), 0)
    const startMrr: Record<string, number> = {}
    for (const history of histories)
      for (const [currency, mrr] of Object.entries(
        customerState(history, definitions, at(opening)).byCurrency,
      ))
        if (hasRates(rates, currency, 'usd')) startMrr[currency] = (startMrr[currency] ?? 0) + mrr
    const movements = movementsOf(histories, definitions, rates).filter(({ day }) => day >= from && day <= to)
    const kept = retention({
      startMrr,
      startCustomers: stayed.length,
      movements,
      rollups: foldMovements(movements),
      from,
      rates,
      reportingCurrency,
    })
    if (stayed.length === 0) return expect([kept.nrr_bp, kept.customer_churn_bp]).toEqual([null, null])
    const near = (bp: number | null, exact: number) =>
      expect(Math.abs((bp ?? NaN) - exact * 10_000)).toBeLessThan(0.51)
    near(kept.nrr_bp, sum((_, e) => e) / sum((s) => s))
    near(kept.grr_bp, sum((s, e) => Math.min(s, e)) / sum((s) => s))
    near(kept.customer_churn_bp, stayed.filter(([, e]) => e === 0).length / stayed.length)
  })
})

test('M10: items add up to the subscription', () => {
  check(
    300,
    fc.tuple(anyState, anyDefinitions, fc.constantFrom('usd', 'eur')),
    ([state, definitions, currency]) => {
      const figure = subscriptionMrr(subscription({ ...state, currency }), 1_766_000_000, definitions)
      expect(figure.items.reduce((sum, mrr) => sum + mrr, 0)).toBe(figure.mrr)
      expect(figure.items.every((mrr) => Number.isSafeInteger(mrr) && mrr >= 0)).toBe(true)
    },
  )
})
