import { Type, type Static } from 'typebox'
import { Coverage, Period } from '../analytics/schema'
import { CurrencySchema, DaySchema, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { DRIVEN_BY, SERIES } from './model'

const WATCHED =
  'MRR movements together; MRR of customers who left; customers with their first MRR; payments that reached the balance; or payments that failed'

export const AnomalyQuery = object({
  from: Type.Optional(DaySchema('First day')),
  to: Type.Optional(DaySchema('Last day')),
  series: Type.Optional(oneOf(SERIES, { description: WATCHED })),
  ...PageQuery,
})
export type AnomalyQuery = Static<typeof AnomalyQuery>

const amount = (description: string) =>
  Type.Integer({ description: `${description}; minor units, or a count` })

export const Anomaly = object(
  {
    id: Type.String({ description: 'Cursor of the list' }),
    object: Type.Literal('analytics.anomaly'),
    account: Type.String(),
    day: DaySchema("The day, in the account's time zone"),
    series: oneOf(SERIES, { description: WATCHED }),
    title: Type.String(),
    unit: oneOf(['minor', 'count']),
    currency: CurrencySchema,
    actual: amount('What the day brought'),
    expected: amount('What the same weekdays of the twelve weeks before, and their trend, let expect'),
    lower: amount('Least that was no surprise'),
    upper: amount('Most that was no surprise'),
    departure: oneOf(['high', 'low']),
    distance_milli: nullable(
      Type.Integer({
        description:
          'How far from the expected, in thousandths of a robust standard deviation; null where the weeks before never varied',
      }),
    ),
    evidence: nullable(
      Type.String({ description: 'Where the rows of the day are; null for failed payments' }),
    ),
    drivers: Type.Array(
      object({
        by: oneOf(DRIVEN_BY),
        key: Type.String({
          description: "Stripe's id; of a country its code, of a reason what Stripe or the bank calls it",
        }),
        name: nullable(
          Type.String({
            description: 'Of a product, a price, or for those who may read customers of a customer',
          }),
        ),
        change: amount('What it added, or took'),
        share_bp: Type.Integer({
          description: 'Of all of its kind that moved the day the same way, basis points',
        }),
        evidence: nullable(Type.String({ description: 'Where its rows are' })),
      }),
      {
        description:
          'Up to five of each kind that moved the day the way it departs, largest first; none where less happened than usual',
      },
    ),
  },
  { $id: 'Anomaly' },
)
export type Anomaly = Static<typeof Anomaly>

export const AnomalyList = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean({ description: 'Whether a further page lies in the direction read' }),
    data: Type.Array(Type.Unsafe<Anomaly>({ $ref: 'Anomaly#' }), { description: 'Newest first' }),
    ...Coverage,
    period: Period,
    computed: nullable(Timestamp('When the days were judged; of several accounts, the earliest')),
    hidden: nullable(
      oneOf(['pending', 'too_short'], {
        description:
          'Why nothing can be said: the daily run is still to come, or fewer than six weeks are known',
      }),
    ),
  },
  {
    $id: 'AnomalyList',
    description: 'Days that depart from what the weeks before them let expect (A12); closed days alone',
  },
)
export type AnomalyList = Static<typeof AnomalyList>
