/** Random facts for the properties beside this file. */
import fc from 'fast-check'
import { instant } from './testing'
import type {
  CustomerHistory,
  Definitions,
  Discount,
  FactSource,
  Price,
  Rates,
  SubscriptionItem,
  SubscriptionVersion,
  TaxRate,
  Tier,
} from './types'

/** How many runs a property takes: SOAK multiplies the modest number that every test run affords. */
export function runs(environment: { SOAK?: string | undefined }, numRuns: number): { numRuns: number } {
  return { numRuns: numRuns * Number(environment.SOAK ?? 1) }
}

const START = instant('2025-09-20')
const HOUR = 3600

const when = fc.integer({ min: 0, max: 24 * 160 }).map((hours) => START + hours * HOUR)

const discount: fc.Arbitrary<Discount> = fc
  .record({
    id: fc.constantFrom('di_1', 'di_2', 'di_3'),
    start: when,
    length: fc.option(fc.integer({ min: 1, max: 90 * 24 })),
    duration: fc.constantFrom('forever', 'repeating', 'once'),
    value: fc.oneof(
      fc.record({ percent_off: fc.constantFrom(10, 33.33, 50, 100) }),
      fc.record({
        amount_off: fc.integer({ min: 1, max: 4000 }),
        currency: fc.constantFrom('usd', 'eur', 'jpy'),
      }),
    ),
  })
  .map(({ id, start, length, duration, value }) => ({
    id,
    coupon: { id: `co_${duration}`, ...value, duration },
    start,
    end: length === null ? null : start + length * HOUR,
  }))

const discounts = fc.array(discount, { maxLength: 2 })

const price: fc.Arbitrary<Omit<Price, 'recurring'>> = fc.oneof(
  fc.record({ unit_amount: fc.integer({ min: 0, max: 9900 }) }),
  fc.record({ unit_amount_decimal: fc.constantFrom('0.5', '1999.999', '333.333333333333') }),
  fc.record({
    billing_scheme: fc.constant('tiered'),
    tiers_mode: fc.constantFrom('volume', 'graduated'),
    tiers: fc.constant<Tier[]>([
      { up_to: 3, unit_amount: 700, flat_amount: 100 },
      { up_to: null, unit_amount: 500 },
    ]),
  }),
)

const anyItem: fc.Arbitrary<SubscriptionItem> = fc
  .record({
    price,
    id: fc.constantFrom('price_1', 'price_2', 'price_3'),
    product: fc.constantFrom('prod_1', 'prod_2'),
    interval: fc.constantFrom('day', 'week', 'month', 'month', 'year'),
    interval_count: fc.constantFrom(1, 1, 2, 3),
    usage_type: fc.constantFrom('licensed', 'licensed', 'licensed', 'metered'),
    quantity: fc.constantFrom(0, 1, 1, 2, 7),
    discounts,
  })
  .map(({ price: amounts, id, product, interval, interval_count, usage_type, quantity, discounts: own }) => ({
    price: { ...amounts, id, product, recurring: { interval, interval_count, usage_type } },
    quantity,
    discounts: own,
  }))

const STATUSES = [
  'active',
  'active',
  'active',
  'past_due',
  'past_due',
  'trialing',
  'unpaid',
  'canceled',
  'paused',
]

/** The parts of a subscription that differ from version to version. */
export const anyState = fc.record({
  status: fc.constantFrom(...STATUSES, 'incomplete', 'incomplete_expired'),
  items: fc.array(anyItem, { minLength: 1, maxLength: 3 }),
  discounts,
  cancel_at_period_end: fc.constantFrom(false, false, true),
  canceled_at: fc.option(when),
  start_date: fc.option(when, { freq: 2 }),
  ended_at: fc.option(when, { freq: 2 }),
  pause_collection: fc.constantFrom(null, null, null, { behavior: 'void' }, { behavior: 'keep_as_draft' }),
  default_tax_rates: fc.constantFrom<TaxRate[]>([], [{ percentage: '19', inclusive: true }]),
  cancellation_details: fc.constantFrom({}, { reason: 'payment_failed' }, { feedback: 'unused' }),
})

const source = fc.constantFrom<FactSource>('event', 'event', 'list', 'invoice_line')

/** The versions of one subscription: no two at the same second, in no particular order. */
function anyVersions(id: string, currencies: readonly string[]): fc.Arbitrary<SubscriptionVersion[]> {
  const versions = fc.uniqueArray(fc.record({ at: when, state: anyState, source }), {
    minLength: 1,
    maxLength: 6,
    selector: ({ at }) => at,
  })
  return fc
    .record({ currency: fc.constantFrom(...currencies), versions })
    .map(({ currency, versions: all }) =>
      all.map(({ at, state, source: from }, index) => ({
        at,
        state: { id, customer: 'cus_1', currency, ...state },
        source: from,
        causes: [`evt_${id}_${index}`],
      })),
    )
}

/** The history of one customer with up to three subscriptions; `gbp` never has a rate. */
export function anyHistory(
  currencies: readonly string[] = ['usd', 'eur', 'jpy', 'gbp'],
): fc.Arbitrary<CustomerHistory> {
  const subscriptions = fc.tuple(...['sub_a', 'sub_b', 'sub_c'].map((id) => anyVersions(id, currencies)))
  const own = fc.uniqueArray(fc.record({ at: when, discount: fc.option(discount) }), {
    maxLength: 2,
    selector: ({ at }) => at,
  })
  return fc
    .record({ subscriptions, count: fc.integer({ min: 1, max: 3 }), discounts: own })
    .map(({ subscriptions: all, count, discounts: entries }) => ({
      customer: 'cus_1',
      versions: all.slice(0, count).flat(),
      discounts: entries,
    }))
}

export const anyDefinitions: fc.Arbitrary<Definitions> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
  reportingCurrency: fc.constant('usd'),
  discountPolicy: fc.constantFrom('recurring', 'forever_only', 'all', 'list'),
  churnRecognition: fc.constantFrom('at_end', 'at_request'),
  pastDueGraceDays: fc.constantFrom(null, 0, 3, 20),
})

/** Rates that move, from before the histories start. */
export const anyRates: fc.Arbitrary<Rates> = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 160 }), eur: fc.integer({ min: 90, max: 130 }) }), {
    maxLength: 8,
  })
  .map((moves) => {
    const days = [{ day: -1, eur: 110 }, ...moves].sort((a, b) => a.day - b.day)
    const named = days.map(({ day, eur }) => ({ day: new Date((START + day * 86_400) * 1000), eur }))
    const name = (day: Date) => day.toISOString().slice(0, 10)
    return {
      eur: named.map(({ day, eur }) => ({ day: name(day), rate: `${eur / 100}` })),
      jpy: named.map(({ day, eur }) => ({ day: name(day), rate: `0.00${eur}` })),
    }
  })

export const FIRST_DAY = '2025-09-19'
export const LAST_DAY = '2026-05-31'
