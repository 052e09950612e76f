import { Type, type Static } from 'typebox'
import {
  CurrencySchema,
  expandable,
  listOf,
  Money,
  nullable,
  object,
  oneOf,
  PageQuery,
  ref,
  Timestamp,
} from '../http'
import { Member } from '../team/schema'

export const DURATIONS = ['once', 'repeating', 'forever'] as const
export const STATUSES = ['creating', 'active', 'ended', 'failed'] as const

export const Promotion = object(
  {
    id: Type.String(),
    object: Type.Literal('promotion'),
    account: Type.String({ description: 'Stripe account in which the code works' }),
    name: Type.String({ description: 'What the team calls it; on invoices too' }),
    code: Type.String({ description: 'What customers type' }),
    status: oneOf(STATUSES, {
      description: 'creating until Stripe has it; ended by hand, by its date or by its limit',
    }),
    discount: object({
      type: oneOf(['percent', 'amount']),
      percent_bp: nullable(Type.Integer({ description: 'Basis points: 2500 is 25 %' })),
      amount: nullable(Money('Amount off')),
      currency: nullable(CurrencySchema),
      duration: oneOf(DURATIONS),
      duration_in_months: nullable(Type.Integer()),
    }),
    max_redemptions: nullable(Type.Integer()),
    times_redeemed: Type.Integer(),
    expires_at: nullable(Timestamp('When the code stops working')),
    created: Timestamp('When it was made'),
    created_by: Type.Union([Type.String(), ref(Member)], { description: 'Member; expandable' }),
    ended: nullable(Timestamp('When it ended')),
    stripe_coupon: nullable(Type.String()),
    stripe_promotion_code: nullable(Type.String()),
    failure: nullable(Type.String({ description: 'Why Stripe refused' })),
  },
  { $id: 'Promotion' },
)
export type Promotion = Static<typeof Promotion>
export const PromotionList = listOf(Promotion)
export const PromotionQuery = object({ ...PageQuery, ...expandable(['data.created_by']) })
export const PromotionExpand = object({ ...expandable(['created_by']) })

export const PromotionCreate = object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    code: Type.String({
      pattern: '^[A-Za-z0-9-]{3,40}$',
      description: 'Letters, digits and hyphens; upper and lower case are the same',
    }),
    percent_bp: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000,
        description: 'Percent off in basis points; this or amount',
      }),
    ),
    amount: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 99_999_999,
        description: 'Amount off in minor units; with currency',
      }),
    ),
    currency: Type.Optional(CurrencySchema),
    duration: oneOf(DURATIONS, { default: 'once' }),
    duration_in_months: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 36, description: 'With duration repeating' }),
    ),
    max_redemptions: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    expires_at: Type.Optional(Timestamp('When the code stops working; in the future')),
  },
  {
    examples: [
      {
        name: 'Autumn offer',
        code: 'AUTUMN25',
        percent_bp: 2500,
        duration: 'repeating',
        duration_in_months: 3,
        max_redemptions: 200,
      },
    ],
  },
)
export type PromotionCreate = Static<typeof PromotionCreate>
