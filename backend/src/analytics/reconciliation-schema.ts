import { Type, type Static } from 'typebox'
import { CurrencySchema, Money, nullable, object, oneOf, PageQuery, Timestamp } from '../http'
import { PRESET_NAMES, RECONCILED_RULES, type ReconciledRule } from '../metrics'
import { Coverage, RangeQuery } from './schema'

const { at, currency } = RangeQuery.properties
export const ReconciliationQuery = object({
  at,
  currency,
  preset: oneOf(PRESET_NAMES, {
    default: 'match_stripe_classic',
    description: 'With whose definitions ours are compared; default: those that an account begins with',
  }),
  rule: Type.Optional(oneOf(RECONCILED_RULES, { description: 'Only subscriptions that this rule touches' })),
  ...PageQuery,
})
export type ReconciliationQuery = Static<typeof ReconciliationQuery>

const RULES: Record<ReconciledRule, string> = {
  coupons: 'Which coupons count (M8)',
  scheduled_cancellations: 'When a scheduled cancellation counts (M15)',
  past_due: 'How long what is past due counts (M13)',
  paused: 'Whether paused collection counts (M14)',
  metered: 'Whether metered use counts (M6, M7)',
  weeks_days: 'How weeks and days become months (M3)',
  fx: 'Whose rates convert (C5)',
}

const ReconciliationRow = object(
  {
    id: Type.String(),
    object: Type.Literal('reconciliation_row'),
    account: Type.String(),
    customer: Type.String({ description: "Stripe's id" }),
    customer_name: nullable(
      Type.String({ description: 'Name or e-mail address; only for those who may read customers' }),
    ),
    subscription: Type.String({ description: "Stripe's id" }),
    currency: CurrencySchema,
    ours: Type.Integer({ description: 'MRR by our definitions, minor units of its own currency' }),
    theirs: Type.Integer({ description: 'MRR by theirs, minor units of its own currency' }),
    difference: Money('What it adds to the difference, its roundings shared out'),
    by_rule: object(
      Object.fromEntries(RECONCILED_RULES.map((rule) => [rule, Money(RULES[rule])])) as Record<
        ReconciledRule,
        ReturnType<typeof Money>
      >,
      { description: 'What each rule adds to it' },
    ),
  },
  { $id: 'ReconciliationRow' },
)

export const Reconciliation = object(
  {
    object: Type.Literal('analytics.reconciliation'),
    preset: oneOf(PRESET_NAMES),
    at: Timestamp('As of when'),
    ours: Money('MRR by the definitions of the account'),
    theirs: Money('MRR by the definitions of the preset, as far as they are published'),
    difference: Money('theirs - ours'),
    evidence: Type.String({ description: 'Where the customers of our figure are' }),
    rules: Type.Array(
      object({
        rule: oneOf(RECONCILED_RULES),
        difference: Money('What this rule alone changes once those before it are theirs'),
        subscriptions: Type.Integer({ description: 'How many it touches' }),
        ours: Type.String({ description: 'What ours says' }),
        theirs: nullable(
          Type.String({ description: 'What theirs says; null where they publish nothing: ours is taken' }),
        ),
      }),
      { description: 'In the order in which they take the place of ours; they add up to the difference' },
    ),
    rows: Type.Integer({ description: 'How many subscriptions differ in all' }),
    url: Type.String(),
    has_more: Type.Boolean({ description: 'Whether a further page lies in the direction read' }),
    data: Type.Array(Type.Unsafe<Static<typeof ReconciliationRow>>({ $ref: 'ReconciliationRow#' }), {
      description: 'Subscriptions that differ, the largest difference first; they add up to the rules',
    }),
    ...Coverage,
  },
  { $id: 'Reconciliation' },
)
export type Reconciliation = Static<typeof Reconciliation>

export const shared = [ReconciliationRow]
