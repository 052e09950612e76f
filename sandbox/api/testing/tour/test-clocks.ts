import type { Tour } from './tour'

/** A clock of its own for a customer. */
export const testClockTour: Tour = async ({ sandbox, stripe }) => {
  const frozen = sandbox.engine.main.now
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: frozen, name: 'Tour' })
  const customer = await stripe.customers.create({ test_clock: clock.id })
  await stripe.customers.list({ test_clock: clock.id })
  await stripe.subscriptions.list({ test_clock: clock.id })
  await stripe.customers.retrieve(customer.id, { expand: ['test_clock'] })
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: frozen + 86_400 })
  await stripe.testHelpers.testClocks.retrieve(clock.id)
  await stripe.testHelpers.testClocks.list({ limit: 1 })
  await stripe.testHelpers.testClocks.del(clock.id)
  const other = await stripe.customers.create({})
  await stripe.testHelpers.testClocks.create({ frozen_time: frozen, customer: other.id })
}
