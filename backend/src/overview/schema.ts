import { Type, type Static } from 'typebox'
import { Coverage, figures, KnownRangeQuery, Period, RangeQuery } from '../analytics/schema'
import { CurrencySchema, DaySchema, Money, nullable, object, oneOf, Timestamp } from '../http'

/** What may need somebody, the most urgent first. */
export const ATTENTION_KINDS = ['disputes', 'failed_payments', 'approvals', 'expiring_cards'] as const

export const AttentionQuery = object({ currency: Type.Optional(CurrencySchema) })
export type AttentionQuery = Static<typeof AttentionQuery>

const Whose = {
  account: Type.String(),
  customer: nullable(Type.String({ description: "Stripe's id" })),
  customer_name: nullable(
    Type.String({ description: 'Name or e-mail address; only for those who may read customers' }),
  ),
}

const AttentionCase = object(
  {
    id: Type.String({ description: 'Where one acts at Stripe: an invoice, a payment or a customer' }),
    ...Whose,
    amount: Money('What it is about'),
    currency: CurrencySchema,
    due: nullable(Timestamp('By when')),
  },
  { $id: 'AttentionCase' },
)
export type AttentionCase = Static<typeof AttentionCase>

const Attention = object(
  {
    object: Type.Literal('attention'),
    kind: oneOf(ATTENTION_KINDS, {
      description:
        'disputes that wait for an answer; failed_payments: invoices charged automatically, tried and still open; approvals that wait for a second person; expiring_cards: customers whose card expires before the next charge, as of the daily run of the churn risk',
    }),
    count: Type.Integer(),
    amount: nullable(
      Money(
        'What all of them are about, in the reporting currency: disputed, unpaid, MRR; null of approvals',
      ),
    ),
    due: nullable(Timestamp('The earliest deadline')),
    cases: Type.Array(Type.Unsafe<AttentionCase>({ $ref: 'AttentionCase#' }), {
      maxItems: 3,
      description: 'Those with the earliest deadline, or with the largest amount',
    }),
  },
  { $id: 'Attention' },
)
export type Attention = Static<typeof Attention>

export const NeedsAttention = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(Type.Unsafe<Attention>({ $ref: 'Attention#' }), {
      description: 'Kinds of which there are any, the most urgent first',
    }),
    ...Coverage,
  },
  { $id: 'NeedsAttention' },
)
export type NeedsAttention = Static<typeof NeedsAttention>

export { KnownRangeQuery as ActivityQuery, RangeQuery as MoversQuery }

const Mover = object(
  {
    ...Whose,
    value: Money('Of all such movements of the customer in the range, positive'),
    day: DaySchema('Of the latest'),
  },
  { $id: 'Mover' },
)
export type Mover = Static<typeof Mover>

const top = (description: string) =>
  object(
    {
      evidence: Type.String({ description: 'Where the movements of all customers are' }),
      data: Type.Array(Type.Unsafe<Mover>({ $ref: 'Mover#' }), { description: 'Largest first' }),
    },
    { description },
  )

export const Movers = object(
  {
    object: Type.Literal('analytics.movers'),
    ...Coverage,
    period: Period,
    new: top('First MRR ever (W3)'),
    expansion: top('More MRR (W3)'),
    churn: top('No MRR any more (W3)'),
  },
  { $id: 'Movers' },
)
export type Movers = Static<typeof Movers>

const ActivityPayment = object(
  {
    id: Type.String({ description: 'The payment intent, or the charge of a payment that has none' }),
    ...Whose,
    amount: Money('What was to be paid'),
    currency: CurrencySchema,
    status: oneOf(['succeeded', 'pending', 'failed', 'refunded', 'partially_refunded', 'disputed']),
    created: Timestamp('When'),
  },
  { $id: 'ActivityPayment' },
)
export type ActivityPayment = Static<typeof ActivityPayment>

const ActivitySubscription = object(
  {
    id: Type.String(),
    ...Whose,
    products: Type.Array(Type.String(), { description: 'Names, or ids where they are not known' }),
    status: Type.String({ description: "Stripe's status" }),
    created: Timestamp('When'),
  },
  { $id: 'ActivitySubscription' },
)
export type ActivitySubscription = Static<typeof ActivitySubscription>

export const Activity = object(
  {
    object: Type.Literal('analytics.activity'),
    ...Coverage,
    period: Period,
    previous_period: Period,
    counts: object({
      products: Type.Integer({ description: 'Active ones' }),
      customers: Type.Integer({ description: 'All that are not deleted' }),
      subscriptions: Type.Integer({ description: 'All that have not ended' }),
    }),
    figures: figures(['payments']),
    payments: Type.Array(Type.Unsafe<ActivityPayment>({ $ref: 'ActivityPayment#' }), {
      description: 'The latest tries to pay, whatever the range',
    }),
    subscriptions: Type.Array(Type.Unsafe<ActivitySubscription>({ $ref: 'ActivitySubscription#' }), {
      description: 'The latest, whatever the range',
    }),
  },
  { $id: 'Activity' },
)
export type Activity = Static<typeof Activity>

export const shared = [AttentionCase, Attention, Mover, ActivityPayment, ActivitySubscription]
