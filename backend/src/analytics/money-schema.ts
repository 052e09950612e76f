import { Type, type Static } from 'typebox'
import { CurrencySchema, DaySchema, Money, nullable, object, oneOf, Timestamp } from '../http'
import type { FigureName } from './definitions'
import { Coverage, figures, KnownRangeQuery, Period, SeriesQuery, seriesOf } from './schema'

const { slice: _slice, known_at: _known, ...range } = KnownRangeQuery.properties
/** What moved belongs to no part of the MRR, and never changes. */
export const MoneyQuery = object(range)
export type MoneyQuery = Static<typeof MoneyQuery>

const { slice: _part, ...series } = SeriesQuery.properties
export const MoneySeriesQuery = object(series)
export type MoneySeriesQuery = Static<typeof MoneySeriesQuery>

export const REVENUE = [
  'gross_volume',
  'refunds',
  'disputes',
  'fees',
  'net_revenue',
  'net_volume',
  'payments',
  'refund_rate',
  'effective_fee_rate',
] as const satisfies FigureName[]
export const FEES = [
  'fees',
  'processing_fees',
  'refund_fees',
  'dispute_fees',
  'service_fees',
  'estimated_fees',
  'gross_volume',
  'effective_fee_rate',
] as const satisfies FigureName[]
/** What is owed by age. */
const OWED = [
  'receivables',
  'receivables_not_due',
  'receivables_1_30',
  'receivables_31_60',
  'receivables_61_90',
  'receivables_over_90',
] as const satisfies FigureName[]
export const RECEIVABLES = [
  ...OWED,
  'open_invoices',
  'open_invoices_not_due',
  'open_invoices_1_30',
  'open_invoices_31_60',
  'open_invoices_61_90',
  'open_invoices_over_90',
] as const satisfies FigureName[]

export const FUNDS = [
  'available_funds',
  'pending_funds',
  'funds_in_transit',
  'total_funds',
  'expected_payouts',
] as const satisfies FigureName[]
export const CASH_FLOW = [
  'opening_balance',
  'money_in',
  'money_out',
  'paid_out',
  'balance_fx',
  'closing_balance',
] as const satisfies FigureName[]
export const CASH = [...FUNDS, ...CASH_FLOW, ...OWED] as const
export const DISPUTES = [
  'opened_disputes',
  'disputed_amount',
  'card_payments',
  'dispute_activity',
  'disputed_payments',
  'dispute_rate',
  'won_disputes',
  'lost_disputes',
  'decided_disputes',
  'win_rate',
  'open_disputes',
  'open_disputes_amount',
  'inquiries',
  'fraud_warnings',
] as const satisfies FigureName[]
export const NETWORK_FIGURES = [
  'vamp_items',
  'visa_disputes',
  'visa_fraud_warnings',
  'visa_payments',
  'mastercard_disputes',
  'mastercard_fraud_disputes',
  'mastercard_payments',
] as const satisfies FigureName[]

export const TRIALS = [
  'started_trials',
  'running_trials',
  'ended_trials',
  'converted_trials',
  'not_converted_trials',
  'pending_trials',
  'decided_trials',
  'trial_conversion',
] as const satisfies FigureName[]
export const TRIAL_FIGURES = [...TRIALS, 'trial_mrr'] as const satisfies FigureName[]

export const Revenue = seriesOf('Revenue', REVENUE)
export const Fees = seriesOf('Fees', FEES)

export const Receivables = object(
  {
    object: Type.Literal('analytics.receivables'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(RECEIVABLES),
  },
  { $id: 'Receivables' },
)

/** A range beside the one it is compared with, and its intervals. */
export const MoneyIntervalsQuery = object({ ...range, interval: SeriesQuery.properties.interval })
export type MoneyIntervalsQuery = Static<typeof MoneyIntervalsQuery>

const intervalsOf = <const N extends FigureName>(names: readonly N[], description: string) => {
  const { data, figures: about } = seriesOf('', names).properties
  return object({ data, figures: about }, { description })
}
const StripeAccount = Type.String({ description: "Stripe's id of the account" })

export const Cash = object(
  {
    object: Type.Literal('analytics.cash'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(CASH),
    balances: Type.Array(
      object({
        currency: CurrencySchema,
        available: Money('What can be paid out'),
        pending: Money('What settles later'),
        in_transit: Money('Payouts on their way'),
        total_funds: Money('All three'),
      }),
      { description: 'What there is now in each currency; empty where it is not known (F1, F2)' },
    ),
    payout_schedules: Type.Array(
      object({
        account: StripeAccount,
        interval: nullable(
          Type.String({
            description: 'daily, weekly, monthly or manual; null where Stripe does not tell us',
          }),
        ),
      }),
      { description: 'When each account is paid out; a manual schedule lets nothing be expected (F3)' },
    ),
    expected_payouts: Type.Array(
      object({
        account: StripeAccount,
        date: DaySchema('When it is made'),
        currency: CurrencySchema,
        amount: Money('In its own currency'),
        value: nullable(Money("At today's rate; null without one")),
      }),
      { description: 'By the schedule, the first day first in each account and currency (F3)' },
    ),
    flow: intervalsOf(CASH_FLOW, 'The balance of each interval (F5)'),
  },
  { $id: 'Cash' },
)

const Limit = object({
  tier: oneOf(['excessive', 'ecm', 'hecm', 'efm']),
  rule: oneOf(['X3', 'X4', 'X5'], { description: 'Of the metric reference' }),
  count: Type.Integer({ description: 'Items from which on it is reached' }),
  ratio_bp: Type.Integer({ description: 'Ratio from which on it is reached, basis points' }),
  amount_usd: nullable(Type.Integer({ description: 'US cents that the items must come to as well' })),
  reached: Type.Boolean(),
  light: oneOf(['green', 'amber', 'red'], {
    description: 'Amber from half of the limit on, red from 80 % on (X6)',
  }),
  further: Type.Integer({ description: 'Further items until count and ratio are reached' }),
})
const NetworkStanding = object({
  account: StripeAccount,
  programme: oneOf(['vamp', 'mastercard_disputes', 'mastercard_fraud']),
  month: Type.String({ description: 'YYYY-MM' }),
  count: Type.Integer({ description: 'What the programme counts in the month' }),
  payments: Type.Integer({ description: 'What it is compared with: Mastercard looks at the month before' }),
  ratio_bp: nullable(Type.Integer()),
  tier: nullable(Type.String({ description: 'The highest tier that is reached' })),
  held_tier: nullable(
    Type.String({ description: 'The tier of the last three months: one leaves after three below' }),
  ),
  limits: Type.Array(Limit),
  evidence: object({ count: Type.String(), payments: Type.String() }),
})

export const Disputes = object(
  {
    object: Type.Literal('analytics.disputes'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(DISPUTES),
    networks: Type.Array(NetworkStanding, {
      description:
        'Each account in the month of the last day. Networks count for themselves: estimates (X3 to X6)',
    }),
    open: Type.Array(
      object({
        account: StripeAccount,
        id: Type.String(),
        charge: Type.String(),
        customer: nullable(Type.String({ description: "Stripe's id" })),
        amount: Money('What it is about'),
        currency: CurrencySchema,
        reason: Type.String(),
        status: Type.String(),
        created: Timestamp('When it was opened'),
        due_by: nullable(Timestamp('Until when it must be answered; null where nothing is asked of us')),
      }),
      {
        description:
          'The first hundred that are not decided, by deadline; the evidence of open_disputes has all',
      },
    ),
  },
  { $id: 'Disputes' },
)

export const Trials = object(
  {
    object: Type.Literal('analytics.trials'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    figures: figures(TRIAL_FIGURES),
    cohorts: intervalsOf(TRIALS, 'The trials that ended in each interval, and those that began (T1)'),
  },
  { $id: 'Trials' },
)
