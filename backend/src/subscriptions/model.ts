import type Stripe from 'stripe'
import { defineMirror, type Mirror } from '../database/mirror'

export const SubscriptionModel: Mirror<Stripe.Subscription> = defineMirror('subscriptions', [
  { fields: { 'object.customer': 1 } },
  { fields: { 'object.created': 1 } },
  { fields: { 'object.status': 1 } },
  { fields: { 'object.trial_end': 1 }, partialFilterExpression: { 'object.trial_end': { $gt: 0 } } },
])
