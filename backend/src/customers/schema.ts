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
  ref,
  Timestamp,
} from '../http'
import { CustomerRisk } from '../risk/schema'
import { ERASURE_REASONS } from './model'

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
    risk: nullable(ref(CustomerRisk)),
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

export const CustomerErase = object(
  {
    reason: oneOf(ERASURE_REASONS, { description: 'Goes into the audit trail' }),
    stripe: oneOf(['keep', 'delete'], {
      description: 'What becomes of the customer at Stripe; deleting ends the subscriptions at once',
    }),
  },
  { examples: [{ reason: 'person_asked', stripe: 'delete' }] },
)
export type CustomerErase = Static<typeof CustomerErase>

export const CustomerErasure = object(
  {
    object: Type.Literal('customer_erasure'),
    customer: Type.String({ description: "Stripe's id" }),
    reason: oneOf(ERASURE_REASONS),
    stripe: oneOf(['kept', 'pending', 'deleted', 'refused'], {
      description: 'The customer at Stripe; what is pending is tried again each hour',
    }),
    failure: nullable(Type.String({ description: 'Why Stripe refused' })),
    requested: Timestamp('When it was asked for last'),
  },
  { $id: 'CustomerErasure' },
)
export type CustomerErasure = Static<typeof CustomerErasure>

const copies = (of: string) => Type.Array(Type.Unknown(), { description: of })

export const CustomerExport = object(
  {
    object: Type.Literal('customer_export'),
    customer: Type.String(),
    account: Type.String(),
    mode: oneOf(MODES),
    exported: Timestamp('When'),
    customers: copies("Stripe's object, as it is kept; so are the next nine"),
    charges: copies('Payments'),
    invoices: copies('Invoices'),
    payment_intents: copies('Payments under way'),
    promotion_codes: copies('Promotion codes for this customer alone'),
    subscriptions: copies('Subscriptions'),
    refunds: copies('Refunds of the charges'),
    disputes: copies('Disputes of the charges'),
    early_fraud_warnings: copies('Warnings that a charge is probably fraud'),
    balance_transactions: copies('What charges, refunds and disputes moved'),
    facts: copies('What the figures were made of'),
    movements: copies('How MRR changed, superseded findings included'),
    standings: copies('What the subscriptions come to now'),
    risks: copies('How likely the customer is to leave'),
    anomalies: copies('Days that the customer moved out of their expected range'),
    inbox: copies("Stripe's events that wait or were set aside"),
    audit_entries: copies('What was done about the customer'),
  },
  { $id: 'CustomerExport' },
)
export type CustomerExport = Static<typeof CustomerExport>
