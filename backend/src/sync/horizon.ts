/** What a subscription was like when the events begin (Stripe keeps 30 days): so that no change is dated at the sync. */
import type Stripe from 'stripe'

/** The event types that tell how subscriptions and their discounts changed. */
export const HISTORY_EVENTS = [
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'customer.subscription.paused',
  'customer.subscription.resumed',
  'customer.discount.created',
  'customer.discount.updated',
  'customer.discount.deleted',
]

function undo(object: unknown, previous: unknown): unknown {
  if (typeof previous !== 'object' || previous === null || Array.isArray(previous)) return previous
  if (typeof object !== 'object' || object === null) return previous
  const restored: Record<string, unknown> = { ...object }
  for (const [field, value] of Object.entries(previous)) restored[field] = undo(restored[field], value)
  return restored
}

/**
 * The subscription as it was just before its event, or null when the event is its creation.
 * `previous_attributes` hold former values: whole ones for lists, only the changed keys for hashes.
 */
export function stateBefore(event: Stripe.Event): Stripe.Subscription | null {
  const after = event.data.object as Stripe.Subscription
  if (event.type === 'customer.subscription.created') return null
  const before = undo(after, event.data.previous_attributes ?? {}) as Stripe.Subscription
  if (event.type === 'customer.subscription.deleted' && before.status === 'canceled')
    return {
      ...before,
      status: (before.trial_end ?? 0) >= event.created ? 'trialing' : 'active',
      ended_at: null,
      canceled_at: before.cancel_at_period_end ? before.canceled_at : null,
    }
  return before
}
