import { Type, type Static } from 'typebox'
import { CustomerSubscription } from '../customers/schema'
import { DaySchema, Money, nullable, object, oneOf, Timestamp } from '../http'
import { MOVEMENT_TYPES } from '../metrics'

export const SubscriptionProfile = object(
  {
    ...CustomerSubscription.properties,
    customer: Type.String({ description: "Stripe's id" }),
    discounts: Type.Array(
      object({
        coupon: Type.String({ description: "Stripe's id" }),
        name: nullable(Type.String({ description: 'As customers read it' })),
        duration: Type.String({ description: "Stripe's: once, repeating or forever" }),
        ends: nullable(Timestamp('When it ends by itself')),
      }),
      { description: 'In force: its own or its customer’s, and those of its items (M9)' },
    ),
    changes: Type.Array(
      object({
        day: DaySchema('When'),
        type: oneOf(MOVEMENT_TYPES, { description: 'As if its customer had no other subscription (W3)' }),
        before: Money('MRR at the end of the day before'),
        after: Money('MRR at the end of the day'),
        reconstructed: Type.Boolean({ description: 'Told by invoices from before the events (C6)' }),
        causes: Type.Array(Type.String(), { description: 'Ids of the Stripe objects that tell it' }),
      }),
      { description: 'How its MRR changed, oldest first, in its own currency' },
    ),
    as_of: nullable(Timestamp("Up to when Stripe's changes are in")),
    complete: Type.Boolean({ description: 'False while history is still being read' }),
  },
  { $id: 'SubscriptionProfile' },
)
export type SubscriptionProfile = Static<typeof SubscriptionProfile>
