import { currenciesOf, customerMovements } from './movements'
import { historyOf, instant, item, settings, version } from './testing'
import type { CustomerHistory, Definitions, Rates } from './types'

const UNTIL = instant('2027-01-01')
const RATES: Rates = {
  eur: [
    { day: '2025-01-01', rate: '1.10' },
    { day: '2026-06-01', rate: '2' },
  ],
}

const movementsOf = (history: CustomerHistory, rules: Partial<Definitions> = {}, until = UNTIL) =>
  customerMovements(history, settings(rules), RATES, until)

const brief = (history: CustomerHistory, rules: Partial<Definitions> = {}, until = UNTIL) =>
  movementsOf(history, rules, until).map(({ day, type, amount }) => [day, type, amount])

test('W2: a day nets out, in the local day of the account', () => {
  const history = historyOf([
    version('2026-02-01T10:00:00Z'),
    version('2026-02-02T09:00:00Z', { items: [item(3000)] }),
    version('2026-02-02T23:30:00Z', { items: [item(2000)] }),
    version('2026-02-03T08:00:00Z', { items: [item(5000)] }),
    version('2026-02-03T09:00:00Z', { items: [item(2000)] }),
  ])
  expect(brief(history)).toEqual([
    ['2026-02-01', 'new', 1000],
    ['2026-02-02', 'expansion', 1000],
  ])
  expect(brief(history, { timeZone: 'Europe/Berlin' })).toEqual([
    ['2026-02-01', 'new', 1000],
    ['2026-02-02', 'expansion', 2000],
    ['2026-02-03', 'contraction', -1000],
  ])
})

test('W2: a plan switch by cancel and create is one change; sign-up and end on one day leave nothing', () => {
  const switched = historyOf([
    version('2026-02-01'),
    version('2026-02-05T10:00:00Z', { status: 'canceled' }),
    version('2026-02-05T10:05:00Z', { id: 'sub_2', items: [item(1500)] }),
  ])
  expect(brief(switched)).toEqual([
    ['2026-02-01', 'new', 1000],
    ['2026-02-05', 'expansion', 500],
  ])
  expect(movementsOf(switched)[1]?.causes).toEqual([
    'event_2026-02-05T10:00:00Z',
    'event_2026-02-05T10:05:00Z',
  ])
  const brieflyThere = historyOf([
    version('2026-02-01T10:00:00Z'),
    version('2026-02-01T11:00:00Z', { status: 'canceled' }),
    version('2026-03-01', { id: 'sub_2' }),
  ])
  expect(brief(brieflyThere)).toEqual([['2026-03-01', 'new', 1000]])
})

test('W3: every type, by the total of all subscriptions', () => {
  const history = historyOf([
    version('2026-01-01'),
    version('2026-01-02', { id: 'sub_2', items: [item(500)] }),
    version('2026-01-03', { id: 'sub_2', status: 'canceled' }),
    version('2026-01-04', { status: 'canceled' }),
    version('2026-01-05', { id: 'sub_3' }),
  ])
  expect(brief(history)).toEqual([
    ['2026-01-01', 'new', 1000],
    ['2026-01-02', 'expansion', 500],
    ['2026-01-03', 'contraction', -500],
    ['2026-01-04', 'churn', -1000],
    ['2026-01-05', 'reactivation', 1000],
  ])
})

test('W3: with two currencies the value of that day decides', () => {
  const history = historyOf([
    version('2026-02-01'),
    version('2026-02-01', { id: 'sub_2', currency: 'eur', items: [item(1000)] }),
    version('2026-02-03', { items: [item(1090)] }),
    version('2026-02-03', { id: 'sub_2', currency: 'eur', items: [item(900)] }),
    version('2026-06-03', { id: 'sub_2', currency: 'eur', status: 'canceled' }),
  ])
  expect(movementsOf(history).slice(1)).toMatchObject([
    {
      type: 'contraction',
      amount: -20,
      changes: [
        { currency: 'eur', before: 1000, after: 900 },
        { currency: 'usd', before: 1000, after: 1090 },
      ],
    },
    { type: 'contraction', amount: -1800 },
  ])
})

test('W3: where roundings cancel out the exact value decides, and a tie is an expansion', () => {
  const both = (day: string, usd: number, eur: number) => [
    version(day, { items: [item(usd)] }),
    version(day, { id: 'sub_2', currency: 'eur', items: [item(eur)] }),
  ]
  const types = (...days: ReturnType<typeof both>[]) =>
    movementsOf(historyOf(days.flat())).map(({ type, amount }) => [type, amount])
  const days = [both('2026-02-01', 1000, 1000), both('2026-02-02', 999, 1001), both('2026-02-03', 1000, 1000)]
  expect(types(...days).slice(1)).toEqual([
    ['expansion', 0],
    ['contraction', 0],
  ])
  expect(types(both('2026-07-01', 1000, 1000), both('2026-07-02', 3000, 0))[1]).toEqual(['expansion', 0])
})

test('W4: of equal losses the lower id tells the reason', () => {
  const failed = { status: 'canceled', cancellation_details: { reason: 'payment_failed' } }
  const history = historyOf([
    version('2026-02-01', { id: 'sub_2' }),
    version('2026-02-01'),
    version('2026-02-09', { id: 'sub_2', status: 'canceled' }),
    version('2026-02-09', failed),
  ])
  expect(movementsOf(history)[1]?.reason).toBe('involuntary')
})

const end = (changes: Parameters<typeof version>[1], prior: Parameters<typeof version>[1] = {}) =>
  movementsOf(
    historyOf([version('2026-02-01'), version('2026-02-05', prior), version('2026-02-10', changes)]),
  )
    .slice(-1)
    .map(({ type, reason, feedback }) => [type, reason, feedback])[0]

test.each([
  [
    'canceled by the customer',
    { reason: 'cancellation_requested', feedback: 'unused' },
    'active',
    'voluntary',
    'unused',
  ],
  ['canceled after failed payments', { reason: 'payment_failed' }, 'active', 'involuntary', null],
  ['canceled after a dispute', { reason: 'payment_disputed' }, 'active', 'involuntary', null],
  [
    'canceled by the customer while past due',
    { reason: 'cancellation_requested' },
    'past_due',
    'voluntary',
    null,
  ],
  ['canceled without a reason while past due', {}, 'past_due', 'involuntary', null],
  ['canceled without a reason', { reason: null }, 'active', 'voluntary', null],
])('W4: %s', (_name, cancellation_details, prior, reason, feedback) => {
  expect(end({ status: 'canceled', cancellation_details }, { status: prior })).toEqual([
    'churn',
    reason,
    feedback,
  ])
})

test.each([
  ['unpaid', { status: 'unpaid' }, 'involuntary'],
  ['paused', { status: 'paused' }, 'paused'],
  ['collection given up', { pause_collection: { behavior: 'void' } }, 'paused'],
  ['a free plan', { items: [item(0)] }, 'voluntary'],
  ['a full coupon', { discounts: [{ coupon: { percent_off: 100, duration: 'forever' } }] }, 'voluntary'],
])('W4: %s', (_name, changes, reason) => {
  expect(end(changes)).toEqual(['churn', reason, null])
})

test('W4: the subscription that lost most that day tells the reason', () => {
  const failed = { status: 'canceled', cancellation_details: { reason: 'payment_failed' } }
  const history = historyOf([
    version('2026-02-01'),
    version('2026-02-01', { id: 'sub_2', currency: 'eur', items: [item(950)] }),
    version('2026-02-09', { status: 'canceled', cancellation_details: { feedback: 'unused' } }),
    version('2026-02-09', { id: 'sub_2', currency: 'eur', ...failed }),
  ])
  expect(movementsOf(history)[1]).toMatchObject({
    type: 'churn',
    amount: -2045,
    reason: 'involuntary',
    feedback: null,
  })
})

test('W5: coupons begin and end by themselves, and are named as the cause', () => {
  const coupon = { percent_off: 25, duration: 'repeating' }
  const span = { start: instant('2026-02-10'), end: instant('2026-04-10') }
  const expected = [
    ['2026-02-10', 'contraction', -250],
    ['2026-04-10', 'expansion', 250],
  ]
  const own = historyOf([version('2026-02-01', { discounts: [{ id: 'di_1', coupon, ...span }] })])
  expect(brief(own).slice(1)).toEqual(expected)
  expect(movementsOf(own)[1]?.causes).toEqual(['di_1'])
  const onItem = historyOf([
    version('2026-02-01', { items: [{ ...item(1000), discounts: [{ coupon, ...span }] }] }),
  ])
  expect(brief(onItem).slice(1)).toEqual(expected)
  expect(movementsOf(onItem)[1]?.causes).toEqual(['sub_1'])
  const customers = historyOf(
    [version('2026-02-01')],
    [{ at: span.start, discount: { id: 'di_2', coupon, ...span } }],
  )
  expect(brief(customers).slice(1)).toEqual(expected)
  const removed = { at: instant('2026-03-01'), discount: null }
  const cut = { ...customers, discounts: [removed, ...customers.discounts] }
  expect(brief(cut).slice(2)).toEqual([['2026-03-01', 'expansion', 250]])
  expect(movementsOf(cut)[2]?.causes).toEqual(['di_2'])
})

test('M13, W4: grace ends without an event, counted from the first past_due, and the end adds nothing', () => {
  const history = historyOf([
    version('2026-02-01'),
    version('2026-02-02T06:00:00Z', { status: 'past_due' }),
    version('2026-02-05', { status: 'past_due', items: [item(1200)] }),
    version('2026-02-20', { status: 'canceled', cancellation_details: { reason: 'payment_failed' } }),
  ])
  expect(brief(history, { pastDueGraceDays: 15 }).slice(2)).toEqual([['2026-02-17', 'churn', -1200]])
  expect(movementsOf(history, { pastDueGraceDays: 15 })[2]).toMatchObject({
    reason: 'involuntary',
    causes: ['event_2026-02-02T06:00:00Z'],
  })
  const again = historyOf([
    ...history.versions.slice(0, 2),
    version('2026-02-10', {}),
    version('2026-02-16', { status: 'past_due' }),
  ])
  expect(brief(again, { pastDueGraceDays: 15 }).slice(1)).toEqual([['2026-03-03', 'churn', -1000]])
})

test('M15: at_request churns when asked, comes back when taken back; at_end leaves no trace', () => {
  const history = historyOf([
    version('2026-02-01'),
    version('2026-02-10', { cancel_at_period_end: true }),
    version('2026-02-12'),
  ])
  expect(brief(history)).toHaveLength(1)
  expect(brief(history, { churnRecognition: 'at_request' }).slice(1)).toEqual([
    ['2026-02-10', 'churn', -1000],
    ['2026-02-12', 'reactivation', 1000],
  ])
})

test('C6: events win over invoice lines from the first of them on, and mark what rests on lines', () => {
  const history = historyOf([
    version('2026-05-01', { items: [item(9000)] }, 'invoice_line'),
    version('2026-03-01', { items: [item(2000)] }, 'invoice_line'),
    version('2026-04-01', { items: [item(3000)] }, 'list'),
    version('2026-01-01', {}, 'invoice_line'),
    version('2026-04-01', { items: [item(4000)] }, 'invoice_line'),
  ])
  expect(movementsOf(history).map(({ day, amount, reconstructed }) => [day, amount, reconstructed])).toEqual([
    ['2026-01-01', 1000, true],
    ['2026-03-01', 1000, true],
    ['2026-04-01', 1000, false],
  ])
})

test('W1: in the same second an event wins over a listing, then the later in the array', () => {
  const three = version('2026-02-01', { items: [item(3000)] })
  const two = version('2026-02-01', { items: [item(2000)] })
  const listed = version('2026-02-01', { items: [item(9000)] }, 'list')
  expect(brief(historyOf([three, listed]))).toEqual([['2026-02-01', 'new', 3000]])
  expect(brief(historyOf([three, two, listed]))).toEqual([['2026-02-01', 'new', 2000]])
})

test('until is exclusive, and the running day counts as far as it has gone', () => {
  const history = historyOf([version('2026-02-01'), version('2026-02-01T12:00:00Z', { items: [item(2000)] })])
  const noon = instant('2026-02-01T12:00:00Z')
  expect(brief(history, {}, noon)).toEqual([['2026-02-01', 'new', 1000]])
  expect(brief(history, {}, noon + 1)).toEqual([['2026-02-01', 'new', 2000]])
  expect(brief(history, {}, instant('2026-02-01'))).toEqual([])
})

test('C5: a currency without rates is left out; before its first rate it moves without an amount', () => {
  const history = historyOf([
    version('2024-12-01', { id: 'sub_2', currency: 'eur' }),
    version('2025-12-01', { id: 'sub_2', currency: 'eur', items: [item(2000)] }),
    version('2026-02-01', { currency: 'gbp' }),
  ])
  expect(brief(history)).toEqual([
    ['2024-12-01', 'new', 0],
    ['2025-12-01', 'expansion', 1100],
  ])
  expect(currenciesOf(history)).toEqual(['eur', 'gbp'])
})
