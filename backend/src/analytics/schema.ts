import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import {
  CurrencySchema,
  DaySchema,
  listOf,
  Money,
  nullable,
  object,
  oneOf,
  PageQuery,
  Timestamp,
} from '../http'

export const INTERVALS = ['day', 'week', 'month'] as const

const Moment = (description: string) =>
  Type.Integer({ minimum: 0, maximum: 253402300799, description: `${description}; seconds since 1970 (UTC)` })

/** Slices that may be asked for together: all must hold. */
const MAX_SLICES = 5

/** Which part of the MRR, and as of when. */
const Asked = {
  slice: Type.Optional(
    Type.Array(Type.String({ pattern: '^[^:]+:.+$', maxLength: 600 }), {
      maxItems: MAX_SLICES,
      description:
        'What the figures are about, `dimension:value`: product, price, interval, currency, coupon, promotion, country, cohort (month) or `metadata.` and a key that the settings name; `(none)` for what has none. Several must all hold.',
    }),
  ),
  at: Type.Optional(Moment('The figures as they were then, by what is known today')),
}
const KnownAt = { known_at: Type.Optional(Moment('What was believed then')) }

export const RangeQuery = object({
  from: Type.Optional(DaySchema('First day')),
  to: Type.Optional(DaySchema('Last day')),
  currency: Type.Optional(CurrencySchema),
  ...Asked,
})
export type RangeQuery = Static<typeof RangeQuery>

export const KnownRangeQuery = object({ ...RangeQuery.properties, ...KnownAt })

export const SeriesQuery = object({
  ...RangeQuery.properties,
  interval: oneOf(INTERVALS, { default: 'day' }),
})
export const KnownSeriesQuery = object({ ...SeriesQuery.properties, ...KnownAt })
export type SeriesQuery = Static<typeof SeriesQuery>

const Figure = object(
  {
    value: nullable(
      Type.Integer({ description: 'null where it is not defined, for example a rate of nothing' }),
    ),
    previous: nullable(Type.Integer({ description: 'The same of the period before' })),
    unit: oneOf(['minor', 'count', 'bp'], {
      description: 'Minor units of the currency, a count, or basis points',
    }),
  },
  { $id: 'Figure' },
)
export type Figure = Static<typeof Figure>
const figure = (description: string) => Type.Unsafe<Figure>({ $ref: 'Figure#', description })

/** What each answer says of itself (metrics.md C7). */
const Coverage = {
  currency: CurrencySchema,
  as_of: nullable(Timestamp("Up to when Stripe's changes are in the figures")),
  complete: Type.Boolean({ description: 'False while history is still being read: figures are partial' }),
  fx_missing: Type.Array(CurrencySchema, { description: 'Currencies left out for want of a rate' }),
  estimated: Type.Boolean({ description: 'Whether a part is an estimate' }),
  reconstructed: Type.Boolean({
    description: 'Whether the range reaches back before the events, into history rebuilt from invoices',
  }),
}

const Period = object({ from: DaySchema('First day'), to: DaySchema('Last day') })

export const Overview = object(
  {
    object: Type.Literal('analytics.overview'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: object({
      mrr: figure('Monthly recurring revenue at the end (M1 to M15)'),
      arr: figure('12 × MRR (K1)'),
      net_revenue: figure('Payments less refunds and disputes, by the balance (P2); before fees'),
      gross_volume: figure('Payments, tax included (V2)'),
      refunds: figure('Refunded in the period'),
      fees: figure("Stripe's fees (V4)"),
      active_customers: figure('Customers with MRR at the end (K2)'),
      new_customers: figure('Customers whose first MRR falls in the period'),
      churned_customers: figure('Customers who left in the period, as the waterfall counts'),
      arpa: figure('MRR per active customer (K2)'),
      customer_churn: figure('Of those there at the start, the share that is gone at the end (K3)'),
      gross_mrr_churn: figure('Contraction and churn over MRR at the start, by movements (K7)'),
      net_mrr_churn: figure('The same less expansion and reactivation (K7); may be negative'),
      nrr: figure('Net revenue retention (K5)'),
      grr: figure('Gross revenue retention (K6)'),
      quick_ratio: figure('Gained over lost MRR, 10000 = 1.0 (K8)'),
      new_mrr: figure('MRR of new customers'),
      expansion_mrr: figure('MRR gained from customers there before'),
      contraction_mrr: figure('MRR lost from customers who stayed'),
      churned_mrr: figure('MRR of customers who left'),
      reactivation_mrr: figure('MRR of customers who came back'),
      net_new_mrr: figure('All movements together, without exchange rates'),
    }),
  },
  { $id: 'Overview' },
)
export type Overview = Static<typeof Overview>

const { object: _object, ...overviewOf } = Overview.properties
export const AccountFigures = object(
  {
    object: Type.Literal('analytics.account_figures'),
    account: Type.String(),
    name: Type.String(),
    mode: oneOf(MODES),
    ...overviewOf,
  },
  { $id: 'AccountFigures' },
)
export type AccountFigures = Static<typeof AccountFigures>
export const AccountFiguresList = listOf(AccountFigures)

export const ByAccountQuery = object({ ...RangeQuery.properties, mode: oneOf(MODES) })

export const MrrSeries = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(
      object({
        date: DaySchema('Last day of the interval, or of the range'),
        value: Money('MRR at its end'),
        customers: Type.Integer({ description: 'Customers with MRR' }),
        complete: Type.Boolean({ description: 'False for the running interval' }),
      }),
    ),
    ...Coverage,
  },
  { $id: 'MrrSeries' },
)

const MovementRow = object(
  {
    date: DaySchema('First day of the interval'),
    end_date: DaySchema('Last day'),
    start: Money('MRR before the interval'),
    new: Money('First MRR ever of a customer'),
    expansion: Money('More MRR from a customer'),
    contraction: Money('Less MRR from a customer who stays, positive'),
    churn: Money('MRR of customers who left, positive'),
    reactivation: Money('MRR of customers who came back'),
    fx: Money('What exchange rates alone changed'),
    end: Money(
      'MRR after it: start + new + expansion + reactivation - contraction - churn + transfer_in - transfer_out + fx',
    ),
    transfer_in: Type.Optional(Money('In a slice: MRR that came from another part')),
    transfer_out: Type.Optional(Money('In a slice: MRR that went to another part, positive')),
    customers_start: Type.Integer(),
    customers_new: Type.Integer(),
    customers_reactivated: Type.Integer(),
    customers_churned: Type.Integer(),
    customers_transferred_in: Type.Optional(
      Type.Integer({ description: 'In a slice: customers who paid before, elsewhere' }),
    ),
    customers_transferred_out: Type.Optional(
      Type.Integer({ description: 'In a slice: customers who pay on, elsewhere' }),
    ),
    customers_end: Type.Integer(),
    complete: Type.Boolean({ description: 'False for the running interval' }),
    reconstructed: Type.Boolean(),
  },
  { $id: 'MrrMovementRow' },
)
export type MovementRow = Static<typeof MovementRow>

export const MrrMovements = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(Type.Unsafe<Static<typeof MovementRow>>({ $ref: 'MrrMovementRow#' })),
    total: Type.Unsafe<Static<typeof MovementRow>>({ $ref: 'MrrMovementRow#' }),
    ...Coverage,
  },
  { $id: 'MrrMovements' },
)

const rate = (description: string) => nullable(Type.Integer({ description: `${description}, basis points` }))
const ChurnPart = object(
  {
    customers: Type.Integer(),
    mrr: Money('Churned MRR'),
    customers_share_bp: rate('Share of churned customers'),
    mrr_share_bp: rate('Share of churned MRR'),
    rate_bp: rate('Of MRR at the start'),
  },
  { $id: 'ChurnPart' },
)
const part = (description: string) =>
  Type.Unsafe<Static<typeof ChurnPart>>({ $ref: 'ChurnPart#', description })

export const Churn = object(
  {
    object: Type.Literal('analytics.churn'),
    ...Coverage,
    period: Period,
    customer_churn_bp: rate('K3'),
    nrr_bp: rate('K5'),
    grr_bp: rate('K6'),
    gross_mrr_churn_bp: rate('K7, by movements'),
    net_mrr_churn_bp: rate('K7, by movements'),
    churned_customers: Type.Integer(),
    voluntary: part('The customer chose to leave'),
    involuntary: part('Payment failed (W4)'),
    paused: part('Collection was paused'),
  },
  { $id: 'Churn' },
)
export type Churn = Static<typeof Churn>

export const Snapshot = object(
  {
    id: Type.String(),
    object: Type.Literal('snapshot'),
    kind: oneOf(['revenue', 'churn']),
    day: DaySchema('The day that closed'),
    taken: Timestamp('When it was frozen'),
    figures: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The answer of that day, as it was known',
    }),
  },
  { $id: 'Snapshot' },
)
export type Snapshot = Static<typeof Snapshot>
export const SnapshotList = listOf(Snapshot)
export const SnapshotQuery = object({ ...PageQuery, kind: Type.Optional(oneOf(['revenue', 'churn'])) })

export const FxRateDay = object(
  {
    id: Type.String(),
    object: Type.Literal('fx_rate'),
    day: DaySchema('Day of the closing rate'),
    per_euro: Type.Record(Type.String(), Type.String(), {
      description: 'Units of each currency per euro, decimal strings',
    }),
  },
  { $id: 'FxRateDay' },
)
export const FxRateDayList = listOf(FxRateDay)
export const FxRateQuery = object({ ...PageQuery })

export const shared = [Figure, MovementRow, ChurnPart]
