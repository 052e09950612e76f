import type Stripe from 'stripe'
import { stateBefore } from './horizon'

const deleted = (trialEnd: number | null, previous: object = {}) =>
  stateBefore({
    type: 'customer.subscription.deleted',
    created: 1_000,
    data: {
      object: { status: 'canceled', trial_end: trialEnd, ended_at: 1_000 },
      previous_attributes: previous,
    },
  } as unknown as Stripe.Event)

test.each([
  ['active', null],
  ['active', 999],
  ['trialing', 1_000],
  ['trialing', 2_000],
])('before it was deleted, a subscription was %s where its trial ends at %s', (status, trialEnd) => {
  expect(deleted(trialEnd)).toMatchObject({ status, ended_at: null })
})

test('unless the event says what it was', () => {
  expect(deleted(2_000, { status: 'past_due' })).toMatchObject({ status: 'past_due' })
})
