import { Type, type Static } from 'typebox'
import { Coverage, Moment } from '../analytics/schema'
import { CurrencySchema, Money, nullable, object, oneOf, Timestamp } from '../http'
import { SERIES } from './model'

export const ForecastQuery = object({
  series: oneOf(SERIES, {
    description:
      'MRR at the end of each month; payments less refunds and disputes (P2); or those less fees as well: what can be paid out (V3)',
    default: 'mrr',
  }),
  currency: Type.Optional(CurrencySchema),
  at: Type.Optional(Moment('As it was forecast then')),
})
export type ForecastQuery = Static<typeof ForecastQuery>

const Month = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
  description: "YYYY-MM in the account's time zone",
})
const KnownMonth = object({
  scheduled_cancellation: Money('MRR of subscriptions that are set to end'),
  coupon_end: Money('MRR that comes back when coupons end'),
  phase_change: Money('What subscriptions change by themselves, as by a later start'),
  trial: Money('MRR of trials that end, times the share of trials that converted lately'),
})
const basisPoints = (description: string) =>
  nullable(Type.Integer({ description: `${description}, basis points` }))
const METHODS = ['naive', 'drift', 'linear', 'holt', 'holt_damped', 'holt_winters'] as const

export const Forecast = object(
  {
    object: Type.Literal('analytics.forecast'),
    series: oneOf(SERIES),
    ...Coverage,
    computed: nullable(Timestamp('When it was worked out; of several accounts, the earliest')),
    hidden: nullable(
      oneOf(['pending', 'too_short', 'no_better_than_naive'], {
        description:
          'Why there is none: the nightly run is still to come, fewer months than a test takes, or "the same as last month" is as good (FC1, FC5)',
      }),
    ),
    method: nullable(oneOf(METHODS, { description: 'The one with the least error in the back-test' })),
    data: Type.Array(
      object({
        month: Month,
        value: Money('What is expected; of MRR, at the end of the month'),
        lower: Money('The interval holds the actual value in 80 of 100 cases: its lower end'),
        upper: Money('Its upper end'),
        known: Money('The part of the value that known changes add or take by then'),
      }),
      { description: 'The coming months, the running one first; at most half as many as are known (FC6)' },
    ),
    history: Type.Array(object({ month: Month, value: Money('What it was, at the latest exchange rates') }), {
      description: 'The complete months that it was made from, oldest first',
    }),
    known_changes: Type.Array(object({ month: Month, changes: KnownMonth }), {
      description:
        'Of MRR: what is known to change in the coming months, shown also where there is no forecast',
    }),
    tests: Type.Array(
      object({
        method: oneOf(METHODS),
        mae_vs_naive_bp: basisPoints('Error of all distances together, of that of the naive forecast'),
        steps: Type.Array(
          object({
            step: Type.Integer({ description: 'Months ahead' }),
            origins: Type.Integer({ description: 'Months from which it was tried' }),
            mae: Money('Mean absolute error'),
            mape_bp: basisPoints('Mean absolute error relative to the actual value; months of 0 left out'),
            mae_vs_naive_bp: basisPoints('Error, of that of the naive forecast'),
            coverage_bp: basisPoints('How often the interval held the actual value'),
          }),
        ),
      }),
      { description: 'Back-tests of every method that was tried (FC5); `naive` is "the same as last month"' },
    ),
  },
  { $id: 'Forecast' },
)
export type Forecast = Static<typeof Forecast>
