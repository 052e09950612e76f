import fc from 'fast-check'
import { FIRST_DAY, LAST_DAY, anyDefinitions, anyHistory, anyRates, runs } from './arbitraries'
import {
  PRESETS,
  PRESET_NAMES,
  PRODUCT_RULES,
  RECONCILED_RULES,
  convertSum,
  customerState,
  dayOf,
  endOfDay,
  ourRules,
  reconcilable,
  reconcile,
  subscriptionMrr,
} from './index'
import type { CustomerHistory, Definitions, ProductRules, Rates, ReconciledRule, Subscription } from './index'
import { addDays } from './local-day'
import { historyOf, instant, item, settings, subscription, version } from './testing'

const AT = instant('2026-03-10T12:00:00Z')
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

interface Case {
  histories: CustomerHistory[]
  definitions: Definitions
  theirs: ProductRules
  rates: Rates
  at: number
  usage?: ReadonlyMap<string, number>
}

const compared = ({ histories, definitions, theirs, rates, at, usage = new Map() }: Case) => {
  const { timeZone, reportingCurrency } = definitions
  const ours = ourRules(definitions)
  const found = histories.flatMap((history) =>
    reconcilable(history, { ours, theirs, at, timeZone, usage }).map((one) => ({
      ...one,
      customer: history.customer,
    })),
  )
  return reconcile(found, { day: dayOf(at, timeZone), rates, reportingCurrency })
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    histories: fc.array(anyHistory(), { minLength: 1, maxLength: 5 }),
    definitions: anyDefinitions,
    theirs: fc.oneof(
      fc.constantFrom(...PRESET_NAMES.map((name) => PRODUCT_RULES[name])),
      anyDefinitions.chain((rules) =>
        fc.record({
          discountPolicy: fc.constant(rules.discountPolicy),
          churnRecognition: fc.constant(rules.churnRecognition),
          pastDueGraceDays: fc.constant(rules.pastDueGraceDays),
          pausedCollection: fc.constantFrom('given_up', 'any', 'none'),
          metered: fc.constantFrom('left_out', 'run_rate'),
          ratesOf: fc.constantFrom('day', 'period', 'purchase'),
        }),
      ),
    ),
    rates: anyRates,
    day: fc.integer({ min: 0, max: 250 }),
    second: fc.integer({ min: 0, max: 86_399 }),
    used: fc.integer({ min: 0, max: 9999 }),
  })
  .map(({ histories, day, second, used, ...rest }) => ({
    ...rest,
    histories: histories.map((history, index) => ({ ...history, customer: `cus_${index}` })),
    at: Math.min(instant(addDays(FIRST_DAY, day)) + second, endOfDay(LAST_DAY, 'UTC')),
    usage: new Map([['sub_a', used]]),
  }))

const check = (numRuns: number, property: (one: Case) => void) =>
  fc.assert(fc.property(anyCase, property), runs(process.env, numRuns))

/** The MRR that an account with these settings would show. */
const shown = ({ histories, rates, at }: Case, definitions: Definitions) => {
  const total: Record<string, number> = {}
  for (const history of histories)
    for (const [currency, mrr] of Object.entries(customerState(history, definitions, at).byCurrency))
      total[currency] = (total[currency] ?? 0) + mrr
  return convertSum(total, dayOf(at, definitions.timeZone), rates, 'usd').value
}

test('M16: the steps add up to the difference, the rows to the steps', () => {
  check(200, (one) => {
    const { ours, theirs, byRule, rows } = compared(one)
    expect(ours).toBe(shown(one, one.definitions))
    expect(sum(Object.values(byRule))).toBe(theirs - ours)
    for (const rule of RECONCILED_RULES) {
      expect(sum(rows.map((row) => row.byRule[rule]))).toBe(byRule[rule])
    }
  })
})

test('M16: theirs is what an account shows that has their settings', () => {
  check(100, (one) => {
    const rules = ourRules(one.theirs)
    expect(compared({ ...one, theirs: rules }).theirs).toBe(shown(one, { ...one.definitions, ...rules }))
  })
})

test('M16: a step is what one rule alone changes on top of those before it', () => {
  check(60, (one) => {
    const { byRule } = compared(one)
    const { definitions, theirs } = one
    const fields = {
      coupons: 'discountPolicy',
      scheduled_cancellations: 'churnRecognition',
      past_due: 'pastDueGraceDays',
    } as const
    let rules: Definitions = definitions
    for (const [rule, field] of Object.entries(fields)) {
      const before = shown(one, rules)
      rules = { ...rules, [field]: theirs[field] }
      expect([rule, byRule[rule as ReconciledRule]]).toEqual([rule, shown(one, rules) - before])
    }
  })
})

test('M16: a rule that both share changes nothing, and ours against ours is nothing at all', () => {
  check(100, (one) => {
    const { byRule, rows } = compared(one)
    const ours = ourRules(one.definitions)
    if (ours.discountPolicy === one.theirs.discountPolicy) expect(byRule.coupons).toBe(0)
    if (ours.churnRecognition === one.theirs.churnRecognition) expect(byRule.scheduled_cancellations).toBe(0)
    if (ours.pastDueGraceDays === one.theirs.pastDueGraceDays) expect(byRule.past_due).toBe(0)
    if (ours.ratesOf === one.theirs.ratesOf) for (const row of rows) expect(row.byRule.fx).toBe(0)
    expect(byRule.weeks_days).toBe(0)
    const same = compared({ ...one, theirs: ours })
    expect([same.theirs, same.rows]).toEqual([same.ours, []])
  })
})

const DISCOUNT = { coupon: { id: 'co', percent_off: 50, duration: 'repeating' }, start: 0, end: null }
const METERED = { price: { unit_amount: 5, recurring: { interval: 'month', usage_type: 'metered' } } }

/** One subscription of 10.00 under each product: which rules differ, and by how much. */
const differences = (
  changes: Partial<Subscription>,
  theirs: keyof typeof PRODUCT_RULES,
  { usage = new Map<string, number>(), rates = {} }: { usage?: Map<string, number>; rates?: Rates } = {},
) => {
  const histories = [historyOf([version('2026-01-01', changes)])]
  const { byRule } = compared({
    histories,
    definitions: settings(),
    theirs: PRODUCT_RULES[theirs],
    rates,
    at: AT,
    usage,
  })
  return Object.fromEntries(Object.entries(byRule).filter(([, value]) => value !== 0))
}

test.each([
  ['match_stripe_classic', { coupons: 500 }],
  ['match_chartmogul', {}],
  ['match_profitwell', {}],
] as const)('M8: a coupon for some months, %s', (preset, expected) => {
  expect(differences({ discounts: [DISCOUNT] }, preset)).toEqual(expected)
})

test.each([
  ['match_stripe_classic', {}],
  ['match_chartmogul', { coupons: -500 }],
  ['match_profitwell', { coupons: -500 }],
] as const)('M8: a coupon for one invoice, %s', (preset, expected) => {
  const once = { ...DISCOUNT, coupon: { ...DISCOUNT.coupon, duration: 'once' } }
  expect(differences({ discounts: [once] }, preset)).toEqual(expected)
})

test.each([
  ['match_stripe_classic', { scheduled_cancellations: -1000 }],
  ['match_chartmogul', {}],
  ['match_profitwell', {}],
] as const)('M15: set to end, %s', (preset, expected) => {
  expect(differences({ cancel_at_period_end: true }, preset)).toEqual(expected)
})

test.each([
  ['match_stripe_classic', {}],
  ['match_profitwell', { past_due: -1000 }],
] as const)('M13: past due for more than 15 days, %s', (preset, expected) => {
  expect(differences({ status: 'past_due' }, preset)).toEqual(expected)
})

test.each([
  ['void', 'match_stripe_classic', {}],
  ['void', 'match_chartmogul', { paused: 1000 }],
  ['void', 'match_profitwell', {}],
  ['keep_as_draft', 'match_chartmogul', {}],
  ['keep_as_draft', 'match_profitwell', { paused: -1000 }],
] as const)('M14: paused with %s, %s', (behavior, preset, expected) => {
  expect(differences({ pause_collection: { behavior } }, preset)).toEqual(expected)
})

test('M6: metered use joins only where the product counts it, and only while the subscription counts', () => {
  const usage = new Map([['sub_1', 700]])
  const items = [item(1000), METERED]
  expect(differences({ items }, 'match_chartmogul', { usage })).toEqual({})
  expect(differences({ items }, 'match_profitwell', { usage })).toEqual({ metered: 700 })
  expect(differences({ items: [METERED] }, 'match_profitwell', { usage })).toEqual({ metered: 700 })
  expect(differences({ items, status: 'unpaid' }, 'match_profitwell', { usage })).toEqual({})
  expect(
    differences({ items, pause_collection: { behavior: 'keep_as_draft' } }, 'match_profitwell', { usage }),
  ).toEqual({ paused: -1000 })
})

const EUR: Rates = {
  eur: [
    { day: '2026-01-05', rate: '1.20' },
    { day: '2026-02-14', rate: '1.05' },
    { day: '2026-02-15', rate: '1.10' },
    { day: '2026-03-08', rate: '1.15' },
    { day: '2026-03-10', rate: '1.00' },
  ],
}

test.each<[string, Partial<Subscription>, number, number]>([
  ['the day of the month', { start_date: instant('2025-11-15') }, 100, 0],
  ['the end of the trial', { start_date: instant('2026-01-06'), trial_end: instant('2026-02-15') }, 100, 200],
  ['the week', { start_date: instant('2026-01-11'), items: [item(300, 'week')] }, 195, 260],
  ['the year', { start_date: instant('2025-02-15'), items: [item(12_000, 'year')] }, 100, 0],
  ['today', { start_date: instant('2026-03-10') }, 0, 0],
])('C5: rates of the period and of the purchase: %s', (_what, changes, period, purchase) => {
  const euros = { currency: 'eur', ...changes }
  const fx = (theirs: 'match_chartmogul' | 'match_profitwell') =>
    differences(euros, theirs, { rates: EUR })['fx']
  expect([fx('match_chartmogul') ?? 0, fx('match_profitwell') ?? 0]).toEqual([period, purchase])
})

test('C5: a month that is shorter than the day of the purchase', () => {
  const starts = (today: string) => {
    const euros = subscription({ currency: 'eur', start_date: instant('2026-01-31') })
    const [found] = reconcilable(historyOf([{ ...version('2026-01-31'), state: euros }]), {
      ours: ourRules(PRESETS.default),
      theirs: PRODUCT_RULES.match_chartmogul,
      at: instant(today),
      timeZone: 'UTC',
      usage: new Map(),
    })
    return found?.rateDay
  }
  expect(['2026-02-27', '2026-02-28', '2026-03-30', '2026-03-31'].map(starts)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-02-28',
    '2026-03-31',
  ])
})

test('C5: a currency without a rate is left out and named', () => {
  const histories = [historyOf([version('2026-01-01', { currency: 'gbp' })])]
  const theirs = PRODUCT_RULES.match_profitwell
  expect(compared({ histories, definitions: settings(), theirs, rates: {}, at: AT })).toMatchObject({
    ours: 0,
    theirs: 0,
    rows: [],
    fxMissing: ['gbp'],
  })
})

test('presets are what the settings hold', () => {
  for (const name of PRESET_NAMES) expect(PRODUCT_RULES[name]).toMatchObject(PRESETS[name])
  expect(subscriptionMrr(subscription(), AT, PRODUCT_RULES.default).mrr).toBe(1000)
})
