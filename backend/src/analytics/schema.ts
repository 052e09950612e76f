import { Type, type Static } from 'typebox'
import { MODES } from '../database/scope'
import { FIGURES, UNITS, type FigureName } from './definitions'
import { ROW_KINDS } from './rows'
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

export const Moment = (description: string) =>
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

const Compared = {
  compare: Type.Optional(
    oneOf(['previous_period', 'previous_year'], {
      description:
        'What `previous` is of: as many days right before (unless asked otherwise), or the same days a year before',
    }),
  ),
}
export const KnownRangeQuery = object({ ...RangeQuery.properties, ...KnownAt, ...Compared })
export type KnownRangeQuery = Static<typeof KnownRangeQuery>

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
    previous: nullable(Type.Integer({ description: 'The same of the period it is compared with' })),
    unit: oneOf(UNITS, { description: 'Minor units of the currency, a count, or basis points' }),
    definition: Type.String({ description: 'What it means, in a sentence' }),
    evidence: nullable(Type.String({ description: 'Where its rows are; null where it has none' })),
  },
  { $id: 'Figure' },
)
export type Figure = Static<typeof Figure>
const figure = (name: FigureName) => {
  const { text, rules } = FIGURES[name]
  return Type.Unsafe<Figure>({ $ref: 'Figure#', description: `${text} (${rules.join(', ')})` })
}

/** Fields for some figures, each with its definition. */
export const figures = <N extends FigureName>(names: readonly N[]) =>
  object(
    Object.fromEntries(names.map((name) => [name, figure(name)])) as Record<N, ReturnType<typeof figure>>,
  )

/** What each answer says of itself (metrics.md C7). */
export const Coverage = {
  currency: CurrencySchema,
  as_of: nullable(Timestamp("Up to when Stripe's changes are in the figures")),
  complete: Type.Boolean({ description: 'False while history is still being read: figures are partial' }),
  fx_missing: Type.Array(CurrencySchema, { description: 'Currencies left out for want of a rate' }),
  estimated: Type.Boolean({ description: 'Whether a part is an estimate' }),
  reconstructed: Type.Boolean({
    description: 'Whether the range reaches back before the events, into history rebuilt from invoices',
  }),
}

export const Period = object({ from: DaySchema('First day'), to: DaySchema('Last day') })

export const OVERVIEW_FIGURES = [
  'mrr',
  'arr',
  'net_revenue',
  'gross_volume',
  'refunds',
  'disputes',
  'fees',
  'active_customers',
  'new_customers',
  'churned_customers',
  'arpa',
  'trial_mrr',
  'at_risk_mrr',
  'committed_mrr',
  'customer_churn',
  'gross_mrr_churn',
  'net_mrr_churn',
  'nrr',
  'grr',
  'quick_ratio',
  'new_mrr',
  'expansion_mrr',
  'contraction_mrr',
  'churned_mrr',
  'reactivation_mrr',
  'net_new_mrr',
] as const satisfies FigureName[]

export const Overview = object(
  {
    object: Type.Literal('analytics.overview'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(OVERVIEW_FIGURES),
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

export const ByAccountQuery = object({ ...KnownRangeQuery.properties, mode: oneOf(MODES) })

/** What a field of a series is. */
const SeriesFigure = object(
  {
    title: Type.String(),
    unit: oneOf(UNITS),
    definition: Type.String({ description: 'What it means, in a sentence' }),
    evidence: Type.String({
      description: 'Where the rows of one interval are, for its `date` and `end_date` (RFC 6570)',
    }),
  },
  { $id: 'SeriesFigure' },
)
export type SeriesFigure = Static<typeof SeriesFigure>
const About = Type.Record(Type.String(), Type.Unsafe<SeriesFigure>({ $ref: 'SeriesFigure#' }), {
  description: 'What the fields are, by name',
})

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
    figures: About,
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
    figures: About,
    ...Coverage,
  },
  { $id: 'MrrMovements' },
)

/** Figures of each interval of a range, and of the range. */
export const seriesOf = <N extends FigureName>($id: string, names: readonly N[]) => {
  const values = Object.fromEntries(
    names.map((name) => {
      const { title, unit, text } = FIGURES[name]
      const units = { minor: 'minor units', count: 'a count', bp: 'basis points' }[unit]
      return [name, nullable(Type.Integer({ description: `${title} (${units}). ${text}` }))]
    }),
  ) as Record<N, ReturnType<typeof nullable<ReturnType<typeof Type.Integer>>>>
  const row = object({
    date: DaySchema('First day of the interval'),
    end_date: DaySchema('Last day'),
    complete: Type.Boolean({ description: 'False for the running interval' }),
    reconstructed: Type.Boolean(),
    ...values,
  })
  return object(
    {
      object: Type.Literal('list'),
      url: Type.String(),
      has_more: Type.Boolean(),
      data: Type.Array(row),
      total: row,
      figures: About,
      ...Coverage,
    },
    { $id },
  )
}

export const GROWTH = [
  'start_customers',
  'new_customers',
  'reactivated_customers',
  'churned_customers',
  'active_customers',
  'customer_growth',
  'start_mrr',
  'net_new_mrr',
  'mrr',
  'mrr_growth',
] as const satisfies FigureName[]
export const RETENTION = [
  'nrr',
  'grr',
  'gross_revenue_churn',
  'net_revenue_churn',
  'logo_retention',
  'customer_churn',
  'gross_mrr_churn',
  'net_mrr_churn',
  'start_customers',
  'lost_customers',
  'kept_customers',
  'start_mrr',
  'kept_mrr',
  'kept_mrr_gross',
  'voluntary_churned_mrr',
  'voluntary_churned_customers',
  'involuntary_churned_mrr',
  'involuntary_churned_customers',
  'paused_churned_mrr',
  'paused_churned_customers',
] as const satisfies FigureName[]
export const ARPA = [
  'arpa',
  'mrr',
  'arr',
  'active_customers',
  'new_sale_value',
  'new_mrr',
  'new_customers',
] as const satisfies FigureName[]
export const QUICK_RATIO = [
  'quick_ratio',
  'gained_mrr',
  'lost_mrr',
  'new_mrr',
  'expansion_mrr',
  'reactivation_mrr',
  'contraction_mrr',
  'churned_mrr',
] as const satisfies FigureName[]
export const LTV = [
  'ltv',
  'ltv_60m',
  'pooled_churn',
  'arpa',
  'active_customers',
] as const satisfies FigureName[]

export const Growth = seriesOf('Growth', GROWTH)
export const RetentionSeries = seriesOf('RetentionSeries', RETENTION)
export const Arpa = seriesOf('Arpa', ARPA)
export const QuickRatio = seriesOf('QuickRatio', QUICK_RATIO)

export const Ltv = object(
  {
    object: Type.Literal('analytics.ltv'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    basis: oneOf(['revenue', 'contribution'], {
      description: 'Whether ARPA counts whole, or what costs leave of it',
    }),
    figures: figures(LTV),
  },
  { $id: 'Ltv' },
)

const CohortMonth = object({
  month: Type.String({ description: 'YYYY-MM' }),
  customers: Type.Integer({ description: 'Those of the cohort with MRR at its end' }),
  mrr: Money('Their MRR, at the rates of the cohort’s own month'),
  customer_bp: nullable(Type.Integer({ description: 'Of the size' })),
  revenue_bp: nullable(Type.Integer({ description: 'Of the initial MRR; may exceed 10000' })),
  complete: Type.Boolean({ description: 'False while the month runs' }),
})
export const Cohorts = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(
      object({
        month: Type.String({ description: 'Month of the first day with MRR, YYYY-MM (R1)' }),
        size: Type.Integer({ description: 'Customers who began in it (R2)' }),
        initial_mrr: Money('Their MRR at the end of their first day (R2)'),
        small: Type.Boolean({ description: 'Fewer than ten customers: rates say little (R4)' }),
        months: Type.Array(CohortMonth, { description: 'From the own month on (R3)' }),
        evidence: Type.String({ description: 'Where its customers are' }),
      }),
    ),
    averages: Type.Array(
      object({
        cohorts: Type.Integer(),
        size: Type.Integer(),
        customer_bp: nullable(Type.Integer()),
        revenue_bp: nullable(Type.Integer()),
      }),
      { description: 'By months since the first, weighted by size, complete months alone (R4)' },
    ),
    ...Coverage,
  },
  { $id: 'Cohorts' },
)

export const BREAKDOWN = [
  'mrr',
  'start_mrr',
  'active_customers',
  'arpa',
  'new_mrr',
  'expansion_mrr',
  'contraction_mrr',
  'churned_mrr',
  'reactivation_mrr',
  'transfer_in_mrr',
  'transfer_out_mrr',
  'mrr_growth',
  'gross_mrr_churn',
  'quick_ratio',
] as const satisfies FigureName[]

export const Breakdown = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean({ description: 'Whether slices beyond the largest were left out' }),
    data: Type.Array(
      object({
        value: Type.String({ description: 'As `slice` takes it after the colon' }),
        name: nullable(Type.String({ description: 'Of a product or price' })),
        share_bp: nullable(Type.Integer({ description: 'Of the MRR at the end' })),
        ...(Object.fromEntries(BREAKDOWN.map((name) => [name, nullable(Type.Integer())])) as Record<
          (typeof BREAKDOWN)[number],
          ReturnType<typeof nullable<ReturnType<typeof Type.Integer>>>
        >),
        evidence: Type.String({ description: 'Where its customers are' }),
      }),
    ),
    figures: About,
    overlapping: Type.Boolean({ description: 'Whether an MRR may be in several slices, as with coupons' }),
    ...Coverage,
  },
  { $id: 'Breakdown' },
)

const EvidenceRow = object(
  {
    id: Type.String(),
    object: Type.Literal('evidence_row'),
    kind: oneOf(ROW_KINDS),
    value: Type.Integer({ description: 'What it adds to the figure, in its unit' }),
    account: Type.String(),
    customer: nullable(Type.String({ description: "Stripe's id" })),
    customer_name: nullable(
      Type.String({ description: 'Name or e-mail address; only for those who may read customers' }),
    ),
    day: nullable(DaySchema('The day it happened, or was last told of')),
    type: nullable(
      Type.String({
        description:
          'Of a movement new, expansion, contraction, …; of a balance transaction its category; of an open invoice its age; of a payout or a dispute how it stands; of a trial what became of it',
      }),
    ),
    amounts: Type.Array(object({ currency: CurrencySchema, amount: Money('Before conversion') }), {
      description: 'Before conversion and sharing out of roundings',
    }),
    subscriptions: Type.Array(Type.String(), { description: 'Subscriptions that changed' }),
    objects: Type.Array(Type.String(), { description: 'Events and objects of Stripe that say so' }),
  },
  { $id: 'EvidenceRow' },
)
export type EvidenceRow = Static<typeof EvidenceRow>

export const Evidence = object(
  {
    object: Type.Literal('analytics.evidence'),
    figure: Type.String(),
    title: Type.String(),
    unit: oneOf(UNITS),
    definition: Type.String(),
    rules: Type.Array(Type.String(), { description: 'Of the metric reference' }),
    value: nullable(Type.Integer({ description: 'The figure: the sum of all rows, or made of the parts' })),
    made: oneOf(['rows', 'sum', 'ratio', 'lifetime'], {
      description: 'rows add up to it; sum and ratio are made of other figures, named in parts',
    }),
    parts: Type.Array(
      object({
        figure: Type.String(),
        title: Type.String(),
        unit: oneOf(UNITS),
        sign: oneOf(['plus', 'minus', 'over']),
        value: nullable(Type.Integer()),
        evidence: Type.String(),
      }),
    ),
    rows: Type.Integer({ description: 'How many there are in all' }),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(Type.Unsafe<EvidenceRow>({ $ref: 'EvidenceRow#' })),
    ...Coverage,
    period: Period,
  },
  { $id: 'Evidence' },
)
export type Evidence = Static<typeof Evidence>

export const EvidenceQuery = object({
  ...KnownRangeQuery.properties,
  figure: oneOf(Object.keys(FIGURES) as FigureName[], { description: 'Which figure' }),
  ...PageQuery,
})
export type EvidenceQuery = Static<typeof EvidenceQuery>

export const CohortQuery = object({
  ...RangeQuery.properties,
})
export const BreakdownQuery = object({
  ...RangeQuery.properties,
  by: Type.String({
    maxLength: 100,
    description: 'A dimension, as `slice` takes it before the colon',
  }),
})

export const FigureDefinitions = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(
      object({
        id: Type.String(),
        object: Type.Literal('analytics.figure'),
        title: Type.String(),
        unit: oneOf(UNITS),
        definition: Type.String(),
        rules: Type.Array(Type.String()),
      }),
    ),
  },
  { $id: 'FigureDefinitions' },
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
    figures: About,
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

export const shared = [Figure, SeriesFigure, MovementRow, ChurnPart, EvidenceRow]
