import fc from 'fast-check'
import { anyDefinitions, anyHistory, runs } from './arbitraries'
import { customerState } from './customer-state'
import { foreseen } from './foreseen'
import { historyOf, instant, item, settings, subscription, version } from './testing'
import type { CustomerHistory, Discount, Subscription } from './types'

// the last second of a day: what happened on it is past
const at = instant('2026-03-10T23:59:59Z')
const seen = (history: CustomerHistory, changes = {}) =>
  foreseen(history, settings(changes), at).map(({ kind, since, day, change }) => [kind, since, day, change])
const coupon = (start: string, end: string): Discount => ({
  id: 'di_1',
  coupon: { id: 'co_1', percent_off: 25, duration: 'repeating' },
  start: instant(start),
  end: instant(end),
})

test('a subscription that just goes on foretells nothing', () => {
  expect(seen(historyOf([version('2026-01-01')]))).toEqual([])
})

describe('to come', () => {
  const ending = { cancel_at: instant('2026-05-20'), canceled_at: instant('2026-03-02') }

  test('a scheduled end takes the MRR, once; taken back it leaves nothing', () => {
    const asked = [version('2026-01-01'), version('2026-03-02', { ...ending, cancel_at_period_end: true })]
    expect(seen(historyOf(asked))).toEqual([['scheduled_cancellation', '2026-03-02', '2026-05-20', -1000]])
    expect(seen(historyOf(asked), { churnRecognition: 'at_request' })).toEqual([])
    expect(seen(historyOf([...asked, version('2026-03-05')]))).toEqual([])
  })

  test('a coupon gives back what it took, on its day in the account, whoever it belongs to', () => {
    const own = coupon('2026-01-10', '2026-04-10')
    const expected = [['coupon_end', '2026-01-10', '2026-04-10', 250]]
    expect(seen(historyOf([version('2026-01-10', { discounts: [own] })]))).toEqual(expected)
    expect(
      seen(historyOf([version('2026-01-10', { items: [{ ...item(1000), discounts: [own] }] })])),
    ).toEqual(expected)
    expect(seen(historyOf([version('2026-01-10')], [{ at: instant('2026-01-10'), discount: own }]))).toEqual(
      expected,
    )
    expect(
      seen(historyOf([version('2026-01-10', { discounts: [own] })]), { timeZone: 'America/New_York' }),
    ).toEqual([['coupon_end', '2026-01-09', '2026-04-09', 250]])
    expect(
      seen(historyOf([version('2026-01-10', { discounts: [own] })]), { discountPolicy: 'list' }),
    ).toEqual([])
  })

  test('of a subscription that ends first, the coupon has nothing to give back', () => {
    const own = coupon('2026-01-10', '2026-06-10')
    expect(seen(historyOf([version('2026-03-02', { ...ending, discounts: [own] })]))).toEqual([
      ['scheduled_cancellation', '2026-03-02', '2026-05-20', -750],
    ])
  })

  test('all that a trial leads to hangs on it', () => {
    const trial = { status: 'trialing', trial_end: instant('2026-03-20') }
    expect(
      seen(historyOf([version('2026-03-06', { ...trial, discounts: [coupon('2026-03-06', '2026-04-06')] })])),
    ).toEqual([
      ['trial', '2026-03-06', '2026-03-20', 750],
      ['trial', '2026-03-06', '2026-04-06', 250],
    ])
    const endsFirst = { ...trial, cancel_at: trial.trial_end, canceled_at: instant('2026-03-07') }
    expect(seen(historyOf([version('2026-03-06', endsFirst)]))).toEqual([
      ['trial', '2026-03-06', '2026-03-20', 0],
    ])
  })

  test('one that starts later, and one that is past its grace', () => {
    expect(seen(historyOf([version('2026-03-01', { start_date: instant('2026-04-01') })]))).toEqual([
      ['phase_change', '2026-03-01', '2026-04-01', 1000],
    ])
    const late = [version('2026-01-01'), version('2026-03-01', { ...ending, status: 'past_due' })]
    expect(seen(historyOf(late), { pastDueGraceDays: 30 })).toHaveLength(1)
    expect(seen(historyOf(late), { pastDueGraceDays: 3 })).toEqual([])
  })
})

describe('in the past', () => {
  test('an end that was asked for on an earlier day was foreseen, another was not', () => {
    const canceled = (asked: string, reason: string) =>
      historyOf([
        version('2025-11-01'),
        version('2026-02-01', {
          status: 'canceled',
          canceled_at: instant(asked),
          ended_at: instant('2026-02-01'),
          cancellation_details: { reason },
        }),
      ])
    expect(seen(canceled('2026-01-12', 'cancellation_requested'))).toEqual([
      ['scheduled_cancellation', '2026-01-12', '2026-02-01', -1000],
    ])
    expect(seen(canceled('2026-02-01', 'payment_failed'))).toEqual([])
  })

  test('trials say whether they brought MRR', () => {
    const trial = version('2026-01-01', { status: 'trialing', trial_end: instant('2026-01-15') })
    expect(seen(historyOf([trial, version('2026-01-15')]))).toEqual([
      ['trial', '2026-01-01', '2026-01-15', 1000],
    ])
    expect(seen(historyOf([trial, version('2026-01-09', { status: 'canceled' })]))).toEqual([
      ['trial', '2026-01-01', '2026-01-09', 0],
    ])
  })

  test('a coupon that ended counts where an event tells of it, and where none does', () => {
    const own = coupon('2025-11-10', '2026-02-10')
    const begun = version('2025-11-10', { discounts: [own] })
    const expected = [['coupon_end', '2025-11-10', '2026-02-10', 250]]
    expect(seen(historyOf([begun]))).toEqual(expected)
    expect(seen(historyOf([begun, version('2026-02-10', { discounts: [] })]))).toEqual(expected)
    expect(seen(historyOf([begun, version('2026-01-10', { discounts: [] })]))).toEqual([])
  })
})

/** The same facts, and those that come true if everything goes as they say. */
function comeTrue(history: CustomerHistory): CustomerHistory {
  const latest = new Map<string, Subscription>()
  for (const { state, at: since } of [...history.versions].sort((a, b) => a.at - b.at))
    if (since <= at) latest.set(state.id, state)
  const later = [...latest.values()].flatMap((state) => {
    const ends = state.cancel_at ?? Infinity
    const starts = state.status === 'trialing' ? (state.trial_end ?? 0) : 0
    return [
      ...(starts > at && starts < ends ? [{ at: starts, state: { ...state, status: 'active' } }] : []),
      ...(ends > at && ends < Infinity
        ? [{ at: ends, state: { ...state, status: 'canceled', ended_at: ends } }]
        : []),
    ]
  })
  return {
    ...history,
    versions: [
      ...history.versions.filter((known) => known.at <= at),
      ...later.map((one) => ({ ...one, source: 'event' as const, causes: [] })),
    ],
  }
}

test('section 14: what is foreseen is exactly what comes, if it comes', () => {
  const dated = fc.record({
    trial_end: fc.option(fc.integer({ min: at - 90 * 86_400, max: at + 90 * 86_400 })),
    cancel_at: fc.option(fc.integer({ min: at - 9 * 86_400, max: at + 90 * 86_400 })),
  })
  const history = fc
    .tuple(anyHistory(['usd']), fc.array(dated, { minLength: 18, maxLength: 18 }))
    .map(([facts, dates]): CustomerHistory => ({
      ...facts,
      versions: facts.versions.map((one, index) => ({
        ...one,
        source: 'event',
        state: { ...one.state, ...dates[index] },
      })),
    }))
  fc.assert(
    fc.property(history, anyDefinitions, (facts, definitions) => {
      const rules = { ...definitions, timeZone: 'UTC', pastDueGraceDays: null }
      const until = at + 300 * 86_400
      const known = {
        ...facts,
        discounts: facts.discounts.filter((one) => one.at <= at),
        versions: facts.versions.filter((one) => one.at <= at),
      }
      const sum = foreseen(known, rules, at)
        .filter(({ day }) => day > '2026-03-10')
        .reduce((total, { change }) => total + change, 0)
      const mrr = (history_: CustomerHistory, when: number) =>
        customerState(history_, rules, when).byCurrency['usd'] ?? 0
      expect(mrr(known, at) + sum).toBe(mrr(comeTrue(known), until))
    }),
    runs(process.env, 100),
  )
})

test('a state of Stripe that names no dates at all is no reason to fail', () => {
  const bare = { ...subscription(), cancel_at: null, canceled_at: null, trial_end: null }
  expect(foreseen(historyOf([version('2026-01-01', bare)]), settings(), at)).toEqual([])
})
