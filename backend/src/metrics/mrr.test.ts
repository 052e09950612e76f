import { subscriptionMrr } from './mrr'
import type { MrrContext } from './mrr'
import { instant, item, settings, subscription } from './testing'
import type { Coupon, Definitions, Discount, Price, Subscription, SubscriptionItem, Tier } from './types'

const AT = instant('2026-03-01')

const figure = (changes: Partial<Subscription>, rules: Partial<Definitions> = {}, context: MrrContext = {}) =>
  subscriptionMrr(subscription(changes), AT, settings(rules), context)

const mrrOf = (...items: SubscriptionItem[]) => figure({ items }).mrr

const priced = (price: Omit<Price, 'recurring'>, quantity?: number | null): SubscriptionItem => ({
  price: { ...price, recurring: { interval: 'month' } },
  ...(quantity === undefined ? {} : { quantity }),
})

const off = (
  coupon: Omit<Coupon, 'duration'> & { duration?: string },
  rest: Partial<Discount> = {},
): Discount => ({
  coupon: { duration: 'forever', ...coupon },
  ...rest,
})

test.each([
  ['month', 1, 1200],
  ['month', 3, 400],
  ['year', 1, 100],
  ['year', 2, 50],
  ['week', 1, 5200],
  ['week', 2, 2600],
  ['day', 1, 36_500],
  ['day', 30, 1217],
])('M3: 12.00 per %s, every %d', (interval, interval_count, expected) => {
  expect(mrrOf({ price: { unit_amount: 1200, recurring: { interval, interval_count } } })).toBe(expected)
})

test('M3: an interval that Stripe does not have counts as nothing and is flagged', () => {
  expect(figure({ items: [item(100, 'fortnight')] })).toMatchObject({ mrr: 0, flags: ['interval_unknown'] })
})

test('M4: decimal amounts, quantities and packages', () => {
  expect(mrrOf(priced({ unit_amount: 1, unit_amount_decimal: '0.5' }, 3))).toBe(2)
  expect(mrrOf(priced({ unit_amount: null, unit_amount_decimal: '0.125' }, 1000))).toBe(125)
  expect([undefined, null, 0, 3].map((quantity) => mrrOf(priced({ unit_amount: 700 }, quantity)))).toEqual([
    700, 700, 0, 2100,
  ])
  const packages = (round: string, quantity: number) =>
    mrrOf(priced({ unit_amount: 700, transform_quantity: { divide_by: 10, round } }, quantity))
  expect([packages('up', 31), packages('up', 30), packages('down', 39), packages('up', 0)]).toEqual([
    2800, 2100, 2100, 0,
  ])
  expect(figure({ items: [priced({ unit_amount: null })] }).flags).toEqual(['amount_missing'])
})

const TIERS: Tier[] = [
  { up_to: 10, unit_amount: 1000, flat_amount: 500 },
  { up_to: 50, unit_amount: 800, flat_amount: 300 },
  { up_to: null, unit_amount_decimal: '600.5' },
]

test.each([
  ['volume', 0, 500],
  ['volume', 10, 10_500],
  ['volume', 11, 9100],
  ['volume', 50, 40_300],
  ['volume', 51, 30_626],
  ['graduated', 0, 500],
  ['graduated', 10, 10_500],
  ['graduated', 11, 11_600],
  ['graduated', 50, 42_800],
  ['graduated', 52, 44_001],
])('M5: %s tiers, %d units', (tiers_mode, quantity, expected) => {
  expect(mrrOf(priced({ billing_scheme: 'tiered', tiers_mode, tiers: TIERS }, quantity))).toBe(expected)
})

test('M5: tiers that were not expanded are flagged', () => {
  expect(figure({ items: [priced({ billing_scheme: 'tiered' }, 5)] })).toMatchObject({
    mrr: 0,
    flags: ['tiers_missing'],
  })
})

test('M6: metered items are left out and keep their place', () => {
  const metered = { price: { unit_amount: 5, recurring: { interval: 'month', usage_type: 'metered' } } }
  expect(figure({ items: [metered, item(1000)] })).toMatchObject({ mrr: 1000, items: [0, 1000] })
})

test.each([
  ['recurring', 900, 800, 1000],
  ['forever_only', 900, 1000, 1000],
  ['all', 900, 800, 700],
  ['list', 1000, 1000, 1000],
] as const)('M8: policy %s', (discountPolicy, forever, repeating, once) => {
  const mrr = (duration: string, percent_off: number) =>
    figure({ discounts: [off({ percent_off, duration })] }, { discountPolicy }).mrr
  expect([mrr('forever', 10), mrr('repeating', 20), mrr('once', 30)]).toEqual([forever, repeating, once])
})

test.each([
  ['before it starts', { start: AT + 1 }, 1000],
  ['at its start', { start: AT }, 500],
  ['in its last second', { end: AT + 1 }, 500],
  ['at its end', { end: AT }, 1000],
  ['without an end', { end: null }, 500],
])('M8: a discount %s', (_when, span, expected) => {
  expect(figure({ discounts: [off({ percent_off: 50, duration: 'repeating' }, span)] }).mrr).toBe(expected)
})

test('M9: order matters, items come first, and nothing goes below zero', () => {
  const half = off({ percent_off: 50 })
  const two = off({ amount_off: 200, currency: 'usd' })
  expect(figure({ discounts: [half, two] }).mrr).toBe(300)
  expect(figure({ discounts: [two, half] }).mrr).toBe(400)
  expect(figure({ items: [{ ...item(1000), discounts: [two] }], discounts: [half] }).mrr).toBe(400)
  expect(figure({ discounts: [off({ amount_off: 5000, currency: 'usd' }), half] }).mrr).toBe(0)
  expect(figure({ discounts: [off({ percent_off: 120 })] }).mrr).toBe(0)
  expect(figure({ discounts: [off({ percent_off: 33.33 })] }).mrr).toBe(667)
})

test('M9: an amount follows the interval, and is spread in proportion', () => {
  const twelve = off({ amount_off: 1200, currency: 'usd' })
  expect(figure({ items: [{ ...item(12_000, 'year'), discounts: [twelve] }] }).mrr).toBe(900)
  expect(figure({ items: [item(12_000, 'year')], discounts: [twelve] }).mrr).toBe(900)
  // The largest factor is the month's: 12.00 off 30.00 and 10.00 a month.
  expect(figure({ items: [item(3000), item(12_000, 'year')], discounts: [twelve] }).items).toEqual([
    2100, 700,
  ])
})

test('M9: applies_to restricts, another currency is skipped and flagged', () => {
  const of = (product: string, unit_amount: number) => priced({ product, unit_amount })
  const only = off({ percent_off: 50, applies_to: { products: ['p1'] } })
  expect(figure({ items: [of('p1', 1000), of('p2', 1000), item(100)], discounts: [only] }).items).toEqual([
    500, 1000, 100,
  ])
  const amount = off({ amount_off: 400, currency: 'usd', applies_to: { products: ['p2'] } })
  expect(figure({ items: [of('p1', 1000), of('p2', 1000)], discounts: [amount] }).items).toEqual([1000, 600])
  const euros = off({ amount_off: 400, currency: 'eur' })
  expect(figure({ discounts: [euros] })).toMatchObject({ mrr: 1000, flags: ['discount_currency_mismatch'] })
  expect(figure({ discounts: [euros] }, { discountPolicy: 'list' }).flags).toEqual([])
})

test('M9: the customer discount applies only where the subscription has none', () => {
  const customerDiscount = off({ percent_off: 50 })
  const half = { customerDiscount }
  expect(figure({}, {}, half).mrr).toBe(500)
  expect(figure({ discounts: [] }, {}, half).mrr).toBe(500)
  expect(figure({ discounts: [off({ percent_off: 10 })] }, {}, half).mrr).toBe(900)
  expect(figure({ discounts: [off({ percent_off: 10, duration: 'once' })] }, {}, half).mrr).toBe(1000)
  expect(figure({ discounts: [off({ percent_off: 10 }, { end: AT })] }, {}, half).mrr).toBe(500)
  expect(figure({ items: [{ ...item(1000), discounts: [off({ percent_off: 10 })] }] }, {}, half).mrr).toBe(
    450,
  )
  expect(figure({}, {}, { customerDiscount: { ...customerDiscount, end: AT } }).mrr).toBe(1000)
})

test('M10: one rounding per subscription', () => {
  expect(figure({ items: [item(100, 'year'), item(100, 'year'), item(100, 'year')] })).toMatchObject({
    mrr: 25,
    items: [9, 8, 8],
  })
})

test('M11: inclusive tax comes off last, exclusive tax never', () => {
  const vat = { percentage: '19', inclusive: true }
  const state = { items: [item(11_900)], default_tax_rates: [vat] }
  expect(figure({ ...state, discounts: [off({ amount_off: 1190, currency: 'usd' })] }).mrr).toBe(9000)
  expect(figure({ ...state, default_tax_rates: [{ ...vat, inclusive: false }] }).mrr).toBe(11_900)
  expect(figure({ ...state, default_tax_rates: [vat, { percentage: 1, inclusive: true }] }).mrr).toBe(9917)
  expect(
    figure({ ...state, items: [{ ...item(11_900), tax_rates: [{ percentage: 7, inclusive: true }] }] }).mrr,
  ).toBe(11_121)
  expect(figure({ ...state, items: [{ ...item(11_900), tax_rates: [] }] }).mrr).toBe(10_000)
})

test('M11: without a rate the last invoice line tells, else it is flagged', () => {
  const items = [priced({ unit_amount: 11_900, tax_behavior: 'inclusive' })]
  expect(figure({ items, last_inclusive_tax: { tax: 1900, net: 10_000 } })).toMatchObject({
    mrr: 10_000,
    flags: [],
  })
  expect(figure({ items })).toMatchObject({ mrr: 11_900, flags: ['tax_unknown'] })
  expect(figure({ items, last_inclusive_tax: null }).flags).toEqual(['tax_unknown'])
  expect(figure({ items, last_inclusive_tax: { tax: 0, net: 0 } }).flags).toEqual(['tax_unknown'])
  expect(figure({ items: [priced({ unit_amount: 11_900, tax_behavior: 'exclusive' })] }).flags).toEqual([])
})

test.each([
  ['active', 1000, 0, 0],
  ['past_due', 1000, 1000, 0],
  ['trialing', 0, 0, 1000],
  ['unpaid', 0, 0, 0],
  ['canceled', 0, 0, 0],
  ['incomplete', 0, 0, 0],
  ['incomplete_expired', 0, 0, 0],
  ['paused', 0, 0, 0],
])('M12: %s', (status, mrr, atRiskMrr, trialMrr) => {
  expect(figure({ status })).toMatchObject({
    mrr,
    items: [mrr],
    atRiskMrr,
    trialMrr,
    committedMrr: mrr,
    flags: [],
  })
})

test('M12: a trial set to end, a start to come, an end gone by', () => {
  expect(figure({ status: 'trialing', cancel_at_period_end: true }).trialMrr).toBe(0)
  expect(figure({ status: 'trialing', cancel_at: AT + 5 }).trialMrr).toBe(0)
  expect([figure({ start_date: AT + 1 }).mrr, figure({ start_date: AT }).mrr]).toEqual([0, 1000])
  expect([figure({ ended_at: AT }).mrr, figure({ ended_at: AT + 1 }).mrr]).toEqual([0, 1000])
})

test('M13: grace ends exactly N x 86400 seconds after the first past_due', () => {
  const mrr = (secondsAgo: number, pastDueGraceDays: number | null) =>
    figure({ status: 'past_due' }, { pastDueGraceDays }, { pastDueSince: AT - secondsAgo }).mrr
  expect([mrr(15 * 86_400 - 1, 15), mrr(15 * 86_400, 15), mrr(900 * 86_400, null), mrr(0, 0)]).toEqual([
    1000, 0, 1000, 0,
  ])
  expect(figure({ status: 'active' }, { pastDueGraceDays: 0 }, { pastDueSince: AT }).mrr).toBe(1000)
})

test.each([
  ['void', 0, []],
  ['mark_uncollectible', 0, []],
  ['keep_as_draft', 1000, ['paused_as_draft']],
])('M14: collection paused with %s', (behavior, mrr, flags) => {
  expect(figure({ pause_collection: { behavior } })).toMatchObject({ mrr, flags })
})

test.each([
  ['at_end', { cancel_at_period_end: true }, 1000, 0],
  ['at_end', { cancel_at: AT + 10 }, 1000, 0],
  ['at_end', { cancel_at_period_end: false, cancel_at: null }, 1000, 1000],
  ['at_request', { cancel_at_period_end: true }, 0, 0],
  ['at_request', { cancel_at: AT + 10 }, 0, 0],
  ['at_request', { cancel_at_period_end: true, canceled_at: AT }, 0, 0],
  ['at_request', { cancel_at_period_end: true, canceled_at: AT + 1 }, 1000, 1000],
  ['at_request', { canceled_at: AT - 5 }, 1000, 1000],
] as const)('M15: %s with %j', (churnRecognition, changes, mrr, committedMrr) => {
  expect(figure(changes, { churnRecognition })).toMatchObject({ mrr, committedMrr })
})
