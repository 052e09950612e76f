import { Type, type Static } from 'typebox'
import { CurrencySchema, DaySchema, listOf, Money, nullable, object, PageQuery, Timestamp } from '../http'

const Amount = object({ value: Money('Amount'), currency: CurrencySchema })

export const CustomerSubscription = object(
  {
    id: Type.String(),
    object: Type.Literal('subscription'),
    status: Type.String(),
    mrr: Money('What it adds to MRR'),
    currency: CurrencySchema,
    items: Type.Array(
      object({
        product: Type.String({ description: 'Name of the product' }),
        price: Type.String(),
        quantity: nullable(Type.Integer()),
      }),
    ),
    current_period_end: nullable(Timestamp('Next renewal')),
    cancel_at_period_end: Type.Boolean(),
  },
  { $id: 'CustomerSubscription' },
)
export type CustomerSubscription = Static<typeof CustomerSubscription>

export const Customer = object(
  {
    id: Type.String({ description: "Stripe's id" }),
    object: Type.Literal('customer'),
    name: nullable(Type.String()),
    email: nullable(Type.String()),
    country: nullable(Type.String()),
    currency: nullable(CurrencySchema),
    created: Timestamp('When Stripe got to know the customer'),
  },
  { $id: 'Customer' },
)
export type Customer = Static<typeof Customer>
export const CustomerList = listOf(Customer)
export const CustomerQuery = object({ ...PageQuery })

export const CustomerProfile = object(
  {
    ...Customer.properties,
    mrr: Amount,
    lifetime_revenue: Type.Unsafe<Static<typeof Amount>>({
      ...Amount,
      description: 'Paid less refunded, each charge at the rate of its day',
    }),
    subscriptions: Type.Array(Type.Unsafe<CustomerSubscription>({ $ref: 'CustomerSubscription#' })),
    as_of: nullable(Timestamp("Up to when Stripe's changes are in")),
    complete: Type.Boolean({ description: 'False while history is still being read' }),
    fx_missing: Type.Array(CurrencySchema),
  },
  { $id: 'CustomerProfile' },
)
export type CustomerProfile = Static<typeof CustomerProfile>

export const CustomerMrr = object(
  {
    object: Type.Literal('list'),
    url: Type.String(),
    has_more: Type.Boolean(),
    data: Type.Array(
      object({ date: DaySchema('A day on which it changed, or today'), value: Money('MRR at its end') }),
    ),
    currency: CurrencySchema,
    as_of: nullable(Timestamp("Up to when Stripe's changes are in")),
    complete: Type.Boolean(),
  },
  { $id: 'CustomerMrr' },
)
